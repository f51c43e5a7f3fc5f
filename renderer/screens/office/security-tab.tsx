import { useEffect } from 'react';
import { Section } from '../../components/layout.tsx';
import { loadAppInfo, useAppInfo } from '../../stores/host.ts';
import { WaysSection } from '../recovery/ways-section.tsx';
import { ChainCheck } from './chain-check.tsx';

const PROTECTED = [
  'Everything you enter is encrypted on the disk. A stolen computer, powered off or locked, gives away no name.',
  'Locking ends the part of the program that held the keys. Nothing readable stays in its memory.',
  'The program makes no connection. Every request that is not its own is refused and counted.',
  'Bundles are sealed for the officers you chose, in a way that future computers should not break either.',
  'Every change is signed and chained to the one before: a change made behind your back is noticed.',
];
const NOT_PROTECTED = [
  'Malware that runs as you while the vault is unlocked can read what you can read.',
  'Whoever has your passphrase, your recovery sheet or enough recovery shares has your records.',
  'How large the vault is and when it was written stays visible; what is in it does not.',
  'If somebody puts back an older copy of every file at once, the program cannot tell.',
  'Paper, PDFs and files that you save elsewhere are yours to keep safe.',
];

const CAPTURE = {
  blocked: 'Other programs are kept from taking them, as far as this system can',
  allowed: 'Other programs may take them: it was switched off',
  'not-preventable': 'Other programs may take them: this system cannot keep them from it',
};

export function SecurityTab() {
  const { info } = useAppInfo();
  useEffect(() => void loadAppInfo(), []);
  return (
    <div className="page-body prose">
      <WaysSection />
      <Section level={2} title="What is protected">
        <Points points={PROTECTED} />
      </Section>
      <Section level={2} title="What is not">
        <Points points={NOT_PROTECTED} />
      </Section>
      <Section level={2} title="This computer">
        {info && (
          <dl className="facts">
            <div>
              <dt>Network requests refused</dt>
              <dd>{info.refusedRequests}</dd>
            </div>
            <div>
              <dt>Data folder</dt>
              <dd>
                <code>{info.dataFolder}</code>
              </dd>
            </div>
            <div>
              <dt>Pictures of this window</dt>
              <dd>{CAPTURE[info.screenCapture]}</dd>
            </div>
            <div>
              <dt>Sandbox</dt>
              <dd>{info.sandboxed ? 'On' : 'Off (for development only)'}</dd>
            </div>
          </dl>
        )}
      </Section>
      <Section level={2} title="The chain of changes">
        <p>Reads every change since the vault was made and checks each link and signature.</p>
        <ChainCheck />
      </Section>
    </div>
  );
}

function Points({ points }: { points: readonly string[] }) {
  return (
    <ul className="points">
      {points.map((point) => (
        <li key={point}>{point}</li>
      ))}
    </ul>
  );
}

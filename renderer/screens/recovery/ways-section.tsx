/** The ways to open this vault, and everything that is done about them. */
import { type ReactNode, useEffect, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { type IconName, Icon } from '../../components/icons.tsx';
import { Section } from '../../components/layout.tsx';
import { formatDay } from '../../domain/dates.ts';
import { openDocument } from '../../stores/document.ts';
import { type Ways, loadWays, useWays } from '../../stores/recovery.ts';
import { ChangePassphrase } from './change-passphrase.tsx';
import { MakeShares } from './make-shares.tsx';
import { RenewKeys } from './renew-keys.tsx';
import { TestSheet } from './test-sheet.tsx';
import type { RenewalReason } from './renewal-words.ts';
import './recovery.css';

type Shown = { what: 'change' | 'test' | 'make' } | { what: 'renew'; why: RenewalReason };

export function WaysSection() {
  const ways = useWays((state) => state.ways);
  const [shown, setShown] = useState<Shown | null>(null);
  useEffect(() => void loadWays(), []);
  const close = () => setShown(null);
  const renew = (why: RenewalReason) => setShown({ what: 'renew', why });
  const shares = ways?.shares ?? null;

  return (
    <Section level={2} title="Ways to open this vault">
      <ul className="ways-in">
        <Way icon="lock" title="Passphrase" detail="Typed at every unlock. Nobody can reset it.">
          <Button onPress={() => setShown({ what: 'change' })}>Change …</Button>
          <Button onPress={() => renew('passphrase')}>Somebody may know it …</Button>
        </Way>
        <Way
          icon="file"
          title="Recovery sheet"
          detail="Opens the vault when the passphrase is forgotten. Test it once a year."
        >
          <Button onPress={() => setShown({ what: 'test' })}>Test …</Button>
          <Button onPress={() => renew('sheet')}>Replace …</Button>
        </Way>
        <Way icon="people" title="Recovery shares" detail={ways && inWords(shares)}>
          {shares ? (
            <Button onPress={() => renew('shares')}>Replace …</Button>
          ) : (
            <Button onPress={() => setShown({ what: 'make' })} isDisabled={!ways}>
              Make …
            </Button>
          )}
        </Way>
        <Way
          icon="forward"
          title="Handing over"
          detail="Your successor gets keys of their own; yours open nothing from then on."
        >
          <Button onPress={() => void openDocument({ what: 'handover' })}>Handover list</Button>
          <Button onPress={() => renew('handover')}>Hand over …</Button>
        </Way>
      </ul>
      {shown?.what === 'change' && <ChangePassphrase onClose={close} />}
      {shown?.what === 'test' && <TestSheet onClose={close} />}
      {shown?.what === 'make' && <MakeShares onClose={close} />}
      {shown?.what === 'renew' && <RenewKeys why={shown.why} onClose={close} />}
    </Section>
  );
}

function Way({
  icon,
  title,
  detail,
  children,
}: {
  icon: IconName;
  title: string;
  detail: ReactNode;
  children: ReactNode;
}) {
  return (
    <li>
      <Icon name={icon} />
      <div>
        <h3>{title}</h3>
        <p>{detail}</p>
      </div>
      <div className="acts" role="group" aria-label={title}>
        {children}
      </div>
    </li>
  );
}

function inWords(shares: Ways['shares']): ReactNode {
  if (!shares) return 'None. Two of three officers, or as many as you say, could open it together.';
  const { set, threshold, count, holders, madeOn } = shares;
  const named = holders.flatMap((name, place) => (name === '' ? [] : [{ name, share: place + 1 }]));
  return (
    <>
      Any {threshold} of {count} officers open it together. Set {set}
      {madeOn && `, made on ${formatDay(madeOn)}`}.
      {named.length > 0 && (
        <span className="holders">
          {named.map(({ name, share }) => (
            <span key={share}>
              {share}: <bdi>{name}</bdi>
            </span>
          ))}
        </span>
      )}
    </>
  );
}

/** Whose consent a record needs: a line for each person, where their consent stands, and the way to ask for it. */
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Section, Tag } from '../../components/layout.tsx';
import { Name } from '../../components/names.tsx';
import type { CoveringView } from '../../domain/coverage.ts';
import type { PurposeId } from '../../domain/purposes.ts';
import { goToRecord } from '../../stores/navigation.ts';
import { ConsentStateTag } from '../consents/consent-state-tag.tsx';
import { NewConsent } from '../consents/new-consent.tsx';
import './publications.css';

interface Props {
  covering: readonly CoveringView[];
  purpose: PurposeId;
  /** Stands where nobody's consent is needed. */
  none: string;
}

export function Covering({ covering, purpose, none }: Props) {
  const [asking, setAsking] = useState<CoveringView | null>(null);
  const held = covering.filter(({ state }) => state === 'in-force').length;
  const title =
    covering.length === 0 ? 'Consents' : `Consents in force: ${held} of ${covering.length}`;
  return (
    <Section title={title}>
      {covering.length === 0 && <p className="muted">{none}</p>}
      {covering.length > 0 && (
        <ul className="covering">
          {covering.map((one) => (
            <li key={one.person}>
              <Name>{one.name}</Name>
              {one.state === null ? (
                <Tag tone="warning">Not asked</Tag>
              ) : (
                <ConsentStateTag state={one.state} />
              )}
              {one.consent !== null && (
                <Button variant="quiet" onPress={() => goToRecord(one.consent ?? '')}>
                  Open<span className="visually-hidden"> the consent of {one.name}</span>
                </Button>
              )}
              {(one.state === null || one.state === 'expired' || one.state === 'withdrawn') && (
                <Button onPress={() => setAsking(one)}>
                  Consent …<span className="visually-hidden"> of {one.name}</span>
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {asking && (
        <NewConsent
          asked={{ person: { id: asking.person, name: asking.name }, purpose }}
          onClose={() => setAsking(null)}
        />
      )}
    </Section>
  );
}

import { useEffect } from 'react';
import { Button } from '../../components/button.tsx';
import { FailureText } from '../../components/failure.tsx';
import { Section, Tag } from '../../components/layout.tsx';
import { CLAUSE_GROUPS, type Clause, type ClausePlace } from '../../domain/clauses.ts';
import { openDocument } from '../../stores/document.ts';
import { restoreRoute } from '../../stores/navigation.ts';
import { usePolicy, watchPolicy } from '../../stores/policy.ts';
import './policy.css';

/** Every promise of the policy in its own words, what the program does about it, and how it stands here. */
export function PolicyTab() {
  const { failure } = usePolicy();
  useEffect(watchPolicy, []);
  return (
    <div className="page-body policy">
      <div className="policy-head">
        <p className="muted">
          Each clause in the policy’s own words, how it is carried out, and how it stands today.
        </p>
        <Button icon="print" onPress={() => void openDocument({ what: 'policy' })}>
          Preview and print
        </Button>
      </div>
      <FailureText failure={failure} />
      {CLAUSE_GROUPS.map(({ title, clauses }) => (
        <Section key={title} level={2} title={title}>
          <ul className="clauses" aria-label={title}>
            {clauses.map((clause) => (
              <ClauseLine key={clause.id} clause={clause} />
            ))}
          </ul>
        </Section>
      ))}
    </div>
  );
}

function ClauseLine({ clause: { id, title, words, carriedOutBy, at } }: { clause: Clause }) {
  const state = usePolicy(({ states }) => states?.get(id));
  const overdue = state?.overdue ?? 0;
  return (
    <li className="clause">
      <div>
        <h3>
          {title} <span className="clause-id">{id}</span>
        </h3>
        <blockquote>{words}</blockquote>
        <p>{carriedOutBy}</p>
      </div>
      <div className="clause-state">
        <p>{state?.words ?? '…'}</p>
        {overdue > 0 && <Tag tone="alarm">{overdue} overdue</Tag>}
        <div className="clause-places">
          {at.map((place) => (
            <Button
              key={place.label}
              variant="quiet"
              icon="forward"
              onPress={() => restoreRoute(addressOf(place))}
            >
              {place.label}
            </Button>
          ))}
        </div>
      </div>
    </li>
  );
}

function addressOf({ room, tab }: ClausePlace): string {
  return tab === undefined ? room : `${room}/${tab}`;
}

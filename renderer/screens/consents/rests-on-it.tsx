/** What rests on a consent; once it is withdrawn, what must be taken down or erased, and the tasks that say so. */
import { Section } from '../../components/layout.tsx';
import { goToRecord } from '../../stores/navigation.ts';
import type { Opened } from '../../stores/records.ts';

export function RestsOnIt({ open: { record, resting, related } }: { open: Opened<'consent'> }) {
  const tasks = related.filter(({ kind }) => kind === 'task');
  const isWithdrawn = record.withdrawn !== null;
  return (
    <>
      {resting.length > 0 && (
        <Section title={isWithdrawn ? 'To take down or erase' : 'Rests on this consent'}>
          <Lines lines={resting} />
        </Section>
      )}
      {isWithdrawn && resting.length === 0 && (
        <Section title="To take down or erase">
          <p className="muted">Nothing published, kept or to be sent rests on it any more.</p>
        </Section>
      )}
      {tasks.length > 0 && (
        <Section title="Tasks">
          <Lines lines={tasks} />
        </Section>
      )}
    </>
  );
}

function Lines({ lines }: { lines: Opened<'consent'>['related'] }) {
  return (
    <ul className="lines">
      {lines.map((line) => (
        <li key={line.id}>
          <button type="button" className="line-button" onClick={() => goToRecord(line.id)}>
            <bdi>{line.title}</bdi>
            <span className="muted">{line.detail}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

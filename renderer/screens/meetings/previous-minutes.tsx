/** What became of the minutes of the meeting before: approved, with what amendments, or deferred. */
import { EditDate, EditSelect, EditTextArea } from '../../components/edit-in-place.tsx';
import { Section } from '../../components/layout.tsx';
import {
  type Minutes,
  PREVIOUS_OUTCOMES,
  type PreviousMinutes,
  previousOf,
} from '../../domain/meeting.ts';
import { minutesRecord } from '../../stores/records.ts';

const OUTCOMES = [
  { id: 'none', label: 'Not taken' },
  { id: 'approved', label: PREVIOUS_OUTCOMES.approved },
  { id: 'amended', label: PREVIOUS_OUTCOMES.amended },
  { id: 'deferred', label: PREVIOUS_OUTCOMES.deferred },
] as const;

export function PreviousMinutesEditor({ minutes }: { minutes: Minutes }) {
  const { of, outcome, amendments } = previousOf(minutes);
  const change = (part: Partial<PreviousMinutes>) =>
    minutesRecord.change((now) => ({ ...now, previous: { ...previousOf(now), ...part } }));
  return (
    <Section title="Minutes of the previous meeting">
      <div className="fields">
        <EditDate label="Of the meeting on" value={of} onCommit={(day) => change({ of: day })} />
        <EditSelect
          label="Outcome"
          value={outcome ?? 'none'}
          options={OUTCOMES}
          onCommit={(chosen) => change({ outcome: chosen === 'none' ? null : chosen })}
        />
      </div>
      {outcome === 'amended' && (
        <EditTextArea
          label="Amendments"
          value={amendments}
          onCommit={(text) => change({ amendments: text.trim() })}
          maxLength={5_000}
          rows={2}
          dir="auto"
        />
      )}
    </Section>
  );
}

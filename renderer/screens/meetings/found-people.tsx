/** Who a Word file says was there: of a new meeting as it stands, of one that is here as an offer, mark by mark. */
import { useState } from 'react';
import { CheckGroup } from '../../components/check-group.tsx';
import { MARKS, type Mark } from '../../domain/meeting.ts';
import type { MinutesFound } from '../../stores/minutes-import.ts';
import { type OfferedMark, offeredMarks } from './attendance.ts';

const CHAIR = 'chair';

interface Offer {
  readonly marks: readonly OfferedMark[];
  /** Somebody is in the chair who is not here. */
  readonly hasChair: boolean;
  /** Ids of people, and `chair`. */
  readonly taken: readonly string[];
  readonly take: (taken: readonly string[]) => void;
  /** What the vault is asked to take over; null: nothing. */
  readonly chosen: {
    base: number;
    marks: { person: OfferedMark['person']; mark: Mark }[];
    chair: MinutesFound['chair'];
  } | null;
}

/** What the meeting that is here could take over. What would overwrite a mark is not chosen until somebody does. */
export function useAttendanceOffer({ meeting, attendance, chair }: MinutesFound): Offer {
  const marks = meeting ? offeredMarks(attendance, meeting.attendance) : [];
  const hasChair = meeting !== null && chair !== null && chair !== meeting.chair;
  const [taken, take] = useState<readonly string[]>(() => [
    ...(hasChair && meeting.chair === null ? [CHAIR] : []),
    ...marks.filter(({ here }) => here === null).map(({ person }) => person),
  ]);
  const chosen =
    meeting && taken.length > 0
      ? {
          base: meeting.revision,
          marks: marks
            .filter(({ person }) => taken.includes(person))
            .map(({ person, mark }) => ({ person, mark })),
          chair: taken.includes(CHAIR) ? chair : null,
        }
      : null;
  return { marks, hasChair, taken, take, chosen };
}

/** The offer, with a box for each; and the names that nobody on file has. */
export function AttendanceOffer({ found, offer }: { found: MinutesFound; offer: Offer }) {
  const { attendance, chair, meeting, names, strangers } = found;
  const { marks, hasChair, taken, take } = offer;
  const inTheChair = `${names[chair ?? '']}: in the chair${
    meeting?.chair ? ` (here: ${names[meeting.chair]})` : ''
  }`;
  const options = [
    ...(hasChair ? [{ id: CHAIR, label: inTheChair }] : []),
    ...marks.map(({ person, mark, here }) => ({
      id: person,
      label: `${names[person]}: ${MARKS[mark].toLowerCase()}${
        here ? ` (here: ${MARKS[here].toLowerCase()})` : ''
      }`,
    })),
  ];
  return (
    <>
      {options.length > 0 ? (
        <CheckGroup
          label="Attendance to take over from the document"
          value={taken}
          options={options}
          onChange={take}
        />
      ) : (
        attendance.length > 0 && (
          <p className="muted">The attendance in the document is as it is here.</p>
        )
      )}
      {strangers.length > 0 && (
        <dl className="facts">
          <Strangers names={strangers} />
        </dl>
      )}
    </>
  );
}

/** Who was there, as a new meeting will have it. */
export function PeopleFound({
  found: { attendance, chair, strangers, names },
}: {
  found: MinutesFound;
}) {
  const marked = (mark: Mark) =>
    attendance
      .filter((one) => one.mark === mark)
      .map(({ person }) => `${names[person]}${person === chair ? ' (in the chair)' : ''}`);
  // Object.keys widens to string[]; the keys are exactly the marks.
  const found = (Object.keys(MARKS) as Mark[]).filter((mark) => marked(mark).length > 0);
  if (found.length === 0 && strangers.length === 0) return null;
  return (
    <dl className="facts">
      {found.map((mark) => (
        <div key={mark}>
          <dt>{MARKS[mark]}</dt>
          <dd dir="auto">{marked(mark).join(', ')}</dd>
        </div>
      ))}
      {strangers.length > 0 && <Strangers names={strangers} />}
    </dl>
  );
}

function Strangers({ names }: { names: readonly string[] }) {
  return (
    <div>
      <dt>Not on file</dt>
      <dd dir="auto">{names.join(', ')}. Their names stay in the text.</dd>
    </div>
  );
}

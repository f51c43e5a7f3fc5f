import type { PlainDate } from '../domain/dates.ts';
import type { PersonId } from '../domain/ids.ts';
import type { Mark, Meeting } from '../domain/meeting.ts';
import type { Person } from '../domain/person.ts';
import { type Problem, cannot } from './problems.ts';
import type { AttendanceRow, ReadAttendance } from './read-types.ts';
import { emailKey } from './same-person.ts';

type Attendance = Meeting['attendance'];

/** A meeting that the file names: new, with marks that the meeting of that day has not, or known as it is. */
type ProposedMeeting = {
  readonly date: PlainDate;
  readonly title: string;
  /** Marks that the file holds for this meeting. */
  readonly marks: number;
} & (
  | { readonly state: 'new'; readonly draft: Omit<Meeting, 'id'> }
  | { readonly state: 'changed'; readonly record: Meeting }
  | { readonly state: 'duplicate'; readonly record: Meeting }
);

interface ProposedAttendanceRow {
  readonly row: number;
  readonly label: string;
  readonly problems: readonly Problem[];
  /** `new`: some mark of the row is new; `duplicate`: all are known. */
  readonly state: 'new' | 'duplicate' | 'cannot';
  readonly person: PersonId | null;
}

interface AttendanceProposal {
  readonly meetings: readonly ProposedMeeting[];
  readonly rows: readonly ProposedAttendanceRow[];
  readonly counts: Readonly<Record<'new' | 'changed' | 'duplicate' | 'cannot', number>>;
}

/**
 * Matches a register of attendance with the people here by e-mail address, and its meetings with those of the same
 * day. The file's marks replace a person's mark of that day; people whom it does not name keep theirs.
 */
export function proposeAttendance(
  file: ReadAttendance,
  people: Iterable<Pick<Person, 'id' | 'emails'>>,
  existingMeetings: Iterable<Meeting>,
): AttendanceProposal {
  const byEmail = peopleByEmail(file.rows, people);
  const seen = new Set<PersonId>();
  const matched = file.rows.map((row) => matchRow(row, byEmail, seen));
  const known = new Map<string, Meeting>();
  for (const meeting of existingMeetings) {
    const named = file.meetings.some((m) => m.date === meeting.date && m.title === meeting.title);
    if (named || !known.has(meeting.date)) known.set(meeting.date, meeting);
  }
  const fresh = new Set<PersonId>();
  const meetings = file.meetings.map(({ date, title }, at): ProposedMeeting => {
    const said = matched.flatMap(({ person, marks }): Attendance => {
      const mark = marks[at];
      return person && mark ? [{ person, mark }] : [];
    });
    const record = known.get(date);
    if (!record) {
      for (const { person } of said) fresh.add(person);
      const draft = draftMeeting(date, title, said);
      return { date, title, marks: said.length, state: 'new', draft };
    }
    const before = new Map(record.attendance.map(({ person, mark }) => [person, mark]));
    // Nobody marked is absent (domain/meeting.ts), so an absence that is not written down is no news.
    const changed = said.filter(({ person, mark }) => (before.get(person) ?? 'absent') !== mark);
    const counted = { date, title: record.title, marks: said.length };
    if (changed.length === 0) return { ...counted, state: 'duplicate', record };
    for (const { person, mark } of changed) {
      before.set(person, mark);
      fresh.add(person);
    }
    const attendance = [...before].map(([person, mark]) => ({ person, mark }));
    const after = { ...record, attendance };
    known.set(date, after);
    return { ...counted, state: 'changed', record: after };
  });
  const counts = { new: 0, changed: 0, duplicate: 0, cannot: 0 };
  const rows = matched.map(({ read, person, problems }): ProposedAttendanceRow => {
    const state = person === null ? 'cannot' : fresh.has(person) ? 'new' : 'duplicate';
    counts[state] += 1;
    return { row: read.row, label: read.name || read.email, problems, state, person };
  });
  return { meetings, rows, counts };
}

/** The people of the file's addresses; null where two people have one address. */
function peopleByEmail(
  rows: readonly AttendanceRow[],
  people: Iterable<Pick<Person, 'id' | 'emails'>>,
): Map<string, PersonId | null> {
  const wanted = new Set(rows.map(({ email }) => emailKey(email)));
  const found = new Map<string, PersonId | null>();
  for (const { id, emails } of people) {
    for (const { address } of emails) {
      const key = emailKey(address);
      if (!wanted.has(key)) continue;
      const before = found.get(key);
      found.set(key, before === undefined || before === id ? id : null);
    }
  }
  return found;
}

function matchRow(
  read: AttendanceRow,
  byEmail: ReadonlyMap<string, PersonId | null>,
  seen: Set<PersonId>,
): { read: AttendanceRow; person: PersonId | null; marks: readonly Mark[]; problems: Problem[] } {
  const { marks } = read;
  const stop = (...problems: Problem[]) => ({
    read,
    person: null,
    marks,
    problems: [...read.problems, ...problems],
  });
  if (read.problems.some((problem) => problem.severity === 'cannot')) return stop();
  const person = byEmail.get(emailKey(read.email));
  if (person === undefined) return stop(cannot('email-unknown', 'E-mail'));
  if (person === null) return stop(cannot('email-twice', 'E-mail'));
  if (seen.has(person)) return stop(cannot('person-twice', 'Row'));
  seen.add(person);
  return { read, person, marks, problems: [...read.problems] };
}

function draftMeeting(date: PlainDate, title: string, attendance: Attendance): Omit<Meeting, 'id'> {
  return {
    kind: 'meeting',
    purpose: 'steering',
    title,
    date,
    time: '',
    place: '',
    chair: null,
    quorum: null,
    attendance,
  };
}

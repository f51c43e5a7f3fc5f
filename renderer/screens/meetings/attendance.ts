import type { PersonId } from '../../domain/ids.ts';
import type { Mark, Meeting } from '../../domain/meeting.ts';

type Attendance = Meeting['attendance'];

/** A line of the attendance list: committee members first, then guests, each in the order given. */
export interface AttendanceLine {
  person: PersonId;
  name: string;
  detail: string;
  guest: boolean;
  mark: Mark;
  /** For which items they were there; empty: for the whole meeting. */
  note: string;
}

/** The keys that mark: P, A and – (or -, X, Delete, Backspace for absent); null for any other. */
export function markOfKey(key: string): Mark | null {
  switch (key) {
    case 'p':
    case 'P':
      return 'present';
    case 'a':
    case 'A':
      return 'apologies';
    case '-':
    case '–':
    case 'x':
    case 'X':
    case 'Delete':
    case 'Backspace':
      return 'absent';
    default:
      return null;
  }
}

/** Everybody to be marked: those who sit on the committee and those who are marked already. */
export function attendanceLines(
  attendance: Attendance,
  committee: readonly { id: PersonId; name: string; detail: string }[],
  names: Readonly<Record<string, string>>,
): AttendanceLine[] {
  const marked = new Map(attendance.map((line) => [line.person, line]));
  const seated = new Set(committee.map((member) => member.id));
  return [
    ...committee.map((member) => ({
      person: member.id,
      name: member.name,
      detail: member.detail,
      guest: false,
      mark: marked.get(member.id)?.mark ?? 'absent',
      note: marked.get(member.id)?.note ?? '',
    })),
    ...attendance
      .filter((line) => !seated.has(line.person))
      .map((line) => ({
        person: line.person,
        name: names[line.person] ?? 'No longer in the register',
        detail: 'Guest',
        guest: true,
        mark: line.mark,
        note: line.note ?? '',
      })),
  ];
}

/** The attendance with what is noted beside one person: for which items they were there. */
export function withNote(attendance: Attendance, person: PersonId, note: string): Attendance {
  return attendance.map((line) => {
    if (line.person !== person) return line;
    const { note: _before, ...bare } = line;
    return note === '' ? bare : { ...bare, note };
  });
}

/** A mark of a document that the meeting does not have. */
export interface OfferedMark {
  person: PersonId;
  mark: Mark;
  /** How they are marked here; null: not at all. */
  here: Mark | null;
}

/** What a document's attendance would change in that of a meeting that is here. Nobody marked is absent already. */
export function offeredMarks(
  found: readonly { person: PersonId; mark: Mark }[],
  here: Attendance,
): OfferedMark[] {
  const marked = new Map(here.map(({ person, mark }) => [person, mark]));
  return found
    .map(({ person, mark }) => ({ person, mark, here: marked.get(person) ?? null }))
    .filter((one) => one.mark !== (one.here ?? 'absent'));
}

/** Who was at a meeting, in which capacity and for which items, as its minutes say it. */
import { MARKS, type Mark, type Meeting } from '../domain/meeting.ts';
import { type People, namedBy, postsOn } from './people-words.ts';
import { type Block, type Column, type Inline, type RowGroup, words } from './tree.ts';

type Entry = Meeting['attendance'][number];

/** Those present first, then apologies, then those absent; a column that would be empty for everybody is left out. */
export function minutesAttendance(meeting: Meeting, people: People): Block[] {
  const { attendance } = meeting;
  if (attendance.length === 0) return [];
  const notes = attendance.some(({ note = '' }) => note !== '');
  const organisations = attendance.some(({ person }) => people.get(person)?.organisation);
  const columns: Column[] = [
    { heading: 'Name', width: 'wide' },
    { heading: 'Capacity', width: organisations ? 'wide' : 'rest' },
    ...(notes ? [{ heading: 'For which items', width: 'medium' } as const] : []),
    ...(organisations ? [{ heading: 'Organisation', width: 'rest' } as const] : []),
  ];
  const row = (entry: Entry): Inline[] => [
    [namedBy(people, entry.person)],
    words(capacityIn(meeting, entry, people)),
    ...(notes ? [[{ text: entry.note ?? '', isolate: true }]] : []),
    ...(organisations
      ? [[{ text: people.get(entry.person)?.organisation ?? '', isolate: true }]]
      : []),
  ];
  const group = (mark: Mark): RowGroup[] => {
    const marked = attendance.filter((entry) => entry.mark === mark);
    if (marked.length === 0) return [];
    return [{ heading: `${MARKS[mark]} (${marked.length})`, rows: marked.map(row) }];
  };
  const groups = (['present', 'apologies', 'absent'] as const).flatMap(group);
  return [
    {
      type: 'section',
      number: null,
      title: words('Attendance'),
      blocks: [{ type: 'table', caption: '', rowHeader: 0, columns, groups }],
    },
  ];
}

function capacityIn(meeting: Meeting, { person: id, mark }: Entry, people: People): string {
  const person = people.get(id);
  const posts = person ? postsOn(person, meeting.date) : '';
  const capacity = posts || (mark === 'present' && person ? 'In attendance' : '');
  const chaired = id === meeting.chair && mark === 'present' ? ' (in the chair)' : '';
  return capacity + chaired;
}

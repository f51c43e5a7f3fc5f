import { type PlainDate, formatDay } from '../domain/dates.ts';
import type { PersonId } from '../domain/ids.ts';
import { MARKS, type Mark, type Meeting, quorumOf } from '../domain/meeting.ts';
import { onCommittee } from '../domain/person.ts';
import type { Group } from '../domain/sharing.ts';
import { type People, namedBy } from './people-words.ts';
import {
  type Block,
  type Column,
  type DocumentTree,
  type Inline,
  type RowGroup,
  words,
} from './tree.ts';

interface AttendanceSources {
  readonly from: PlainDate;
  readonly until: PlainDate;
  /** Those of the period, oldest first. */
  readonly meetings: readonly Meeting[];
  /** Who stands in it, in the order to print them. */
  readonly persons: readonly PersonId[];
  /** How many were left out, because their data may not be used. */
  readonly leftOut: number;
  readonly people: People;
  readonly group: Group;
  /** The day the document is made. */
  readonly day: PlainDate;
}

/** As many fit beside the names. */
const MEETINGS_A_TABLE = 12;

const SIGNS: Readonly<Record<Mark, string>> = { present: 'P', apologies: 'A', absent: '–' };
const MARK_ORDER = ['present', 'apologies', 'absent'] as const;

/**
 * Who came to which meeting of a period, person by person, and whether each had its quorum (clause COLLECT-STEERING).
 * More meetings than fit beside the names go into tables of their own, and a last one counts them all.
 */
export function attendanceDocument(sources: AttendanceSources): DocumentTree {
  const { from, until, meetings, leftOut, group, day } = sources;
  const count = `${meetings.length} ${meetings.length === 1 ? 'meeting' : 'meetings'}`;
  const tables: (readonly Meeting[])[] = [];
  for (let at = 0; at < meetings.length; at += MEETINGS_A_TABLE)
    tables.push(meetings.slice(at, at + MEETINGS_A_TABLE));
  return {
    language: 'en-GB',
    title: 'Attendance register',
    subtitle: `${count}, ${formatDay(from)} to ${formatDay(until)}`,
    issuer: group.name,
    status: '',
    fileName: `attendance-${until}`,
    made: day,
    contacts: null,
    blocks: [
      ...(leftOut > 0 ? [leftOutNotice(leftOut)] : []),
      ...(meetings.length === 0
        ? [said('There was no meeting in this period.')]
        : [
            said(
              'P: present. A: apologies. –: absent. Empty: not on the committee on that day.',
              true,
            ),
          ]),
      ...tables.map((some) => register(some, sources)),
      ...(tables.length > 1 ? [whole(sources)] : []),
    ],
  };
}

function register(meetings: readonly Meeting[], sources: AttendanceSources): Block {
  const [first, last] = [meetings.at(0), meetings.at(-1)];
  const days = [first, last].flatMap((one) => (one ? [formatDay(one.date)] : []));
  const marks = columnsOf(meetings.map(({ date }) => shortDay(date)));
  return {
    type: 'table',
    caption: [...new Set(days)].join(' to '),
    rowHeader: 0,
    columns: [{ heading: 'Name', width: 'rest' }, ...marks, ...columnsOf(Object.values(SIGNS))],
    groups: [...rowsOf(meetings, sources), totals(meetings)],
  };
}

function rowsOf(meetings: readonly Meeting[], { persons, people }: AttendanceSources): RowGroup[] {
  const sits = (id: PersonId) => {
    const person = people.get(id);
    return person !== undefined && meetings.some(({ date }) => onCommittee(person, date));
  };
  const came = persons.filter((id) => sits(id) || meetings.some((one) => markIn(one, id)));
  const group = (heading: string, some: readonly PersonId[]): RowGroup[] =>
    some.length === 0 ? [] : [{ heading, rows: some.map((id) => row(id, meetings, people)) }];
  return [
    ...group('Steering committee', came.filter(sits)),
    ...group(
      'Others',
      came.filter((id) => !sits(id)),
    ),
  ];
}

function row(id: PersonId, meetings: readonly Meeting[], people: People): Inline[] {
  const marks = meetings.map((meeting) => markOf(id, meeting, people));
  return [
    [namedBy(people, id)],
    ...marks.map((mark) => words(mark === null ? '' : SIGNS[mark])),
    ...MARK_ORDER.map((mark) => words(String(marks.filter((one) => one === mark).length))),
  ];
}

/** Who sat on the committee and was not marked is absent; null: nobody expected them. */
function markOf(id: PersonId, meeting: Meeting, people: People): Mark | null {
  const person = people.get(id);
  const sat = person !== undefined && onCommittee(person, meeting.date);
  return markIn(meeting, id) ?? (sat ? 'absent' : null);
}

function markIn({ attendance }: Meeting, id: PersonId): Mark | undefined {
  return attendance.find(({ person }) => person === id)?.mark;
}

/** Of everybody, also of those who are left out: whether a meeting could decide must stay right. */
function totals(meetings: readonly Meeting[]): RowGroup {
  const line = (heading: string, value: (meeting: Meeting) => string): Inline[] => [
    words(heading),
    ...meetings.map((meeting) => words(value(meeting))),
    ...MARK_ORDER.map(() => words('')),
  ];
  const quorate = (meeting: Meeting) => {
    const { met } = quorumOf(meeting);
    return met === null ? '' : met ? 'yes' : 'no';
  };
  const asked = meetings.some(({ quorum }) => quorum !== null);
  return {
    heading: 'Each meeting',
    rows: [
      line('Present', (meeting) => String(quorumOf(meeting).present)),
      ...(asked
        ? [
            line('Needed for a quorum', ({ quorum }) => (quorum === null ? '' : String(quorum))),
            line('Quorate', quorate),
          ]
        : []),
    ],
  };
}

function whole({ meetings, persons, people }: AttendanceSources): Block {
  return {
    type: 'table',
    caption: `All ${meetings.length} meetings`,
    rowHeader: 0,
    columns: [
      { heading: 'Name', width: 'rest' },
      ...MARK_ORDER.map((mark): Column => ({
        heading: MARKS[mark],
        width: 'narrow',
        align: 'end',
      })),
    ],
    groups: [
      {
        heading: null,
        rows: persons.map((id) => {
          const marks = meetings.map((meeting) => markOf(id, meeting, people));
          return [
            [namedBy(people, id)],
            ...MARK_ORDER.map((mark) => words(String(marks.filter((one) => one === mark).length))),
          ];
        }),
      },
    ],
  };
}

function columnsOf(headings: readonly string[]): Column[] {
  return headings.map((heading) => ({ heading, width: 'mark', align: 'centre' }));
}

/** `23`, `Nov`, `2026` on a line each: a column of marks is no wider. */
function shortDay(day: PlainDate): string {
  return formatDay(day).replaceAll(' ', '\n');
}

function leftOutNotice(count: number): Block {
  const who = count === 1 ? '1 person is' : `${count} people are`;
  const text = `${who} left out: restricted. The counts of each meeting are of everybody.`;
  return { type: 'notice', tone: 'plain', content: words(text) };
}

function said(text: string, quiet = false): Block {
  return { type: 'paragraph', content: words(text), quiet };
}

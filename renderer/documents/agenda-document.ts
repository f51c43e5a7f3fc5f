import type { AgreedAction } from '../domain/action-list.ts';
import { type AgendaEntry, type Standing, agendaOf } from '../domain/agenda.ts';
import { type PlainDate, formatDay, formatDayWithWeekday } from '../domain/dates.ts';
import {
  MEETING_TYPES,
  type Meeting,
  type Minutes,
  arisingIn,
  meetingType,
} from '../domain/meeting.ts';
import type { Group } from '../domain/sharing.ts';
import { actionColumns, actionRow } from './action-rows.ts';
import { circulationFields, circulationFoot, oldestOf } from './circulation.ts';
import { type People, joined, namedBy } from './people-words.ts';
import { type Block, type DocumentTree, type Field, type Inline, words } from './tree.ts';

interface AgendaSources {
  readonly meeting: Meeting;
  /** Its minutes as they are drafted; null: nothing is yet. */
  readonly minutes: Minutes | null;
  /** Those of the meeting before it; null: there are none any more. */
  readonly before: Minutes | null;
  /** What the minutes before it left open. */
  readonly open: readonly AgreedAction[];
  /** The meeting that follows in the register; null: none does. */
  readonly next: PlainDate | null;
  readonly people: People;
  readonly group: Group;
  /** The day the document is made. */
  readonly day: PlainDate;
}

/**
 * The agenda of a meeting: when and where, and what is taken in which order, with what the minutes before it left open.
 * Those matters are what minutes said, so it goes where minutes may go, and no longer than they (clause RETAIN-MINUTES).
 */
export function agendaDocument(sources: AgendaSources): DocumentTree {
  const { meeting, minutes, before, open, group, day } = sources;
  const told = [meeting.date, ...(before ? [before.meetingDate] : [])];
  const oldest = oldestOf([...told, ...open.map(({ agreedOn }) => agreedOn)]);
  const entries = agendaOf(minutes ? minutes.items.map(({ title }) => title) : null);
  return {
    language: 'en-GB',
    title: `Agenda: ${meeting.title}`,
    dullTitle: `Agenda for ${formatDay(meeting.date)}`,
    subtitle: formatDayWithWeekday(meeting.date),
    issuer: group.name,
    status: '',
    fileName: `agenda-${meeting.date}`,
    made: day,
    foot: circulationFoot(oldest),
    contacts: null,
    blocks: [
      { type: 'fields', rows: facts(sources, oldest) },
      ...entries.map((entry) => section(entry, sources)),
    ],
  };
}

function facts({ meeting, people, group }: AgendaSources, oldest: PlainDate | null): Field[] {
  const { date, time, place, chair, quorum } = meeting;
  const field = (term: string, ...value: Inline): Field => ({ term, value: [value] });
  const at = `${formatDayWithWeekday(date)}${time && `, ${time} (${group.timeZone})`}`;
  const type = meetingType(meeting);
  return [
    field('Date and time', { text: at }),
    ...(place ? [field('Place', { text: place, isolate: true })] : []),
    ...(type === 'ordinary' ? [] : [field('Kind of meeting', { text: MEETING_TYPES[type] })]),
    ...(chair ? [field('Chair', namedBy(people, chair))] : []),
    ...(quorum === null ? [] : [field('Quorum', { text: membersInWords(quorum) })]),
    ...circulationFields(oldest),
  ];
}

function membersInWords(count: number): string {
  return `${count} ${count === 1 ? 'member' : 'members'}`;
}

function section({ number, title, standing }: AgendaEntry, sources: AgendaSources): Block {
  const blocks = standing === null ? [] : UNDER[standing](sources);
  return { type: 'section', number, title: words(title), blocks };
}

/** What is known beforehand of the standing business. */
const UNDER: Readonly<Record<Standing, (sources: AgendaSources) => Block[]>> = {
  apologies({ meeting, people }) {
    const sent = meeting.attendance.filter(({ mark }) => mark === 'apologies');
    const names = sent.map(({ person }) => namedBy(people, person));
    return names.length === 0 ? [] : [said([{ text: 'From ' }, ...joined(names, ', '), END])];
  },
  previous({ before }) {
    if (before === null) return [said(words('No minutes of an earlier meeting are kept.'))];
    const what =
      before.approved === null
        ? 'to be approved, or corrected'
        : `approved on ${formatDay(before.approved.on)}`;
    return [said(words(`Minutes of ${formatDayWithWeekday(before.meetingDate)}: ${what}.`))];
  },
  arising({ minutes, open, people, day }) {
    const noted = minutes ? arisingIn(minutes).filter(({ actions }) => actions.length === 0) : [];
    if (noted.length === 0 && open.length === 0) return [said(words('None on record.'))];
    return [
      ...(noted.length === 0
        ? []
        : [
            {
              type: 'list',
              ordered: false,
              items: noted.map(({ title }) => [said(words(title))]),
            } as const,
          ]),
      ...(open.length === 0
        ? []
        : [
            {
              type: 'table',
              caption: '',
              rowHeader: 0,
              columns: actionColumns,
              groups: [{ heading: null, rows: open.map((one) => actionRow(one, people, day)) }],
            } as const,
          ]),
    ];
  },
  other: () => [],
  next: ({ minutes, next }) => {
    const date = minutes?.nextMeeting ?? next;
    return [said(words(date === null ? 'To be agreed.' : `${formatDayWithWeekday(date)}.`))];
  },
};

const END = { text: '.' };

function said(content: Inline): Block {
  return { type: 'paragraph', content };
}

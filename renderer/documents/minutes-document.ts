import {
  type PlainDate,
  formatDay,
  formatDayWithWeekday,
  minutesLastDay,
} from '../domain/dates.ts';
import {
  type AgendaItem,
  MARKS,
  type Mark,
  type Meeting,
  type Minutes,
  quorumOf,
} from '../domain/meeting.ts';
import type { Group } from '../domain/sharing.ts';
import { type People, nameOf, namedBy, postsOn } from './people-words.ts';
import { plainBlocks, richBlocks } from './rich-blocks.ts';
import {
  type Block,
  type DocumentTree,
  type Field,
  type Inline,
  type RowGroup,
  strong,
  words,
} from './tree.ts';

interface MinutesSources {
  readonly minutes: Minutes;
  /** The meeting that the minutes are of. */
  readonly meeting: Meeting;
  readonly people: People;
  readonly group: Group;
  /** The day the document is made. */
  readonly day: PlainDate;
}

type Action = AgendaItem['actions'][number];

/**
 * Minutes as committees keep them: body, time and place, who was there and in which capacity, chair and quorum, each
 * item with discussion, resolution, proposer and seconder, actions, next meeting, approval, signature, and the last day
 * they may be kept (clause RETAIN-MINUTES).
 */
export function minutesDocument(sources: MinutesSources): DocumentTree {
  const { minutes, meeting, group, day } = sources;
  return {
    language: 'en-GB',
    title: `Minutes: ${meeting.title}`,
    subtitle: formatDayWithWeekday(meeting.date),
    issuer: group.name,
    status: minutes.approved ? 'Approved' : 'DRAFT',
    fileName: `minutes-${meeting.date}`,
    made: day,
    contacts: null,
    blocks: [
      { type: 'fields', rows: facts(sources) },
      ...attendance(sources),
      ...minutes.items.map((item, index) => agendaItem(item, index + 1, sources)),
      ...actionTable(sources),
      ...closing(sources),
    ],
  };
}

function facts({ minutes, meeting, people, group }: MinutesSources): Field[] {
  const { present, met } = quorumOf(meeting);
  const at = `${formatDayWithWeekday(meeting.date)}${meeting.time && `, ${meeting.time} (${group.timeZone})`}`;
  const status: Inline = minutes.approved
    ? [
        { text: 'Approved by ' },
        namedBy(people, minutes.approved.by),
        { text: ` on ${formatDay(minutes.approved.on)}` },
      ]
    : [{ text: 'DRAFT', bold: true }, { text: ' – not yet approved' }];
  const field = (term: string, ...value: Inline): Field => ({ term, value: [value] });
  return [
    field('Date and time', { text: at }),
    ...(meeting.place ? [field('Place', { text: meeting.place, isolate: true })] : []),
    field('Chair', meeting.chair ? namedBy(people, meeting.chair) : { text: 'Not recorded' }),
    field('Quorum', {
      text:
        met === null
          ? `${present} present; no quorum is set`
          : `${present} present, ${meeting.quorum} needed: ${met ? 'quorate' : 'not quorate'}`,
    }),
    field('Status', ...status),
    field('Circulation', { text: 'Members of the steering committee only' }),
    field(
      'Keep until',
      { text: formatDay(minutesLastDay(minutes.meetingDate)), bold: true },
      { text: ', the last day; then destroy every copy (12 months from the meeting)' },
    ),
  ];
}

function attendance({ meeting, people }: MinutesSources): Block[] {
  const group = (mark: Mark): RowGroup[] => {
    const marked = meeting.attendance.filter((entry) => entry.mark === mark);
    if (marked.length === 0) return [];
    const rows = marked.map((entry) => {
      const person = people.get(entry.person);
      const posts = person ? postsOn(person, meeting.date) : '';
      const capacity = posts || (mark === 'present' && person ? 'In attendance' : '');
      const chaired = entry.person === meeting.chair && mark === 'present' ? ' (in the chair)' : '';
      return [
        [namedBy(people, entry.person)],
        words(capacity + chaired),
        person ? [{ text: person.organisation, isolate: true }] : [],
      ];
    });
    return [{ heading: `${MARKS[mark]} (${marked.length})`, rows }];
  };
  const groups = (['present', 'apologies', 'absent'] as const).flatMap(group);
  if (groups.length === 0) return [];
  return [
    {
      type: 'table',
      caption: 'Attendance',
      rowHeader: 0,
      columns: [
        { heading: 'Name', width: 'wide' },
        { heading: 'Capacity', width: 'wide' },
        { heading: 'Organisation', width: 'rest' },
      ],
      groups,
    },
  ];
}

function agendaItem(item: AgendaItem, number: number, { people }: MinutesSources): Block {
  const blocks: Block[] = richBlocks(item.discussion);
  if (item.decision.trim() !== '') {
    const movers: Inline = [
      ...(item.proposer ? [{ text: 'Proposed by ' }, namedBy(people, item.proposer)] : []),
      ...(item.proposer && item.seconder ? [{ text: ', ' }] : []),
      ...(item.seconder
        ? [
            { text: item.proposer ? 'seconded by ' : 'Seconded by ' },
            namedBy(people, item.seconder),
          ]
        : []),
    ];
    blocks.push({
      type: 'marked',
      mark: 'decision',
      label: 'Decision',
      blocks: [
        ...plainBlocks(item.decision),
        ...(movers.length > 0
          ? [{ type: 'paragraph', quiet: true, content: movers } as const]
          : []),
      ],
    });
  }
  for (const action of item.actions) {
    blocks.push({
      type: 'marked',
      mark: 'action',
      label: 'Action',
      blocks: [
        { type: 'paragraph', content: words(action.what) },
        { type: 'paragraph', quiet: true, content: ownerAndDue(action, people) },
      ],
    });
  }
  return { type: 'section', number, title: words(item.title), blocks };
}

function ownerAndDue(action: Action, people: People): Inline {
  return [
    action.owner ? namedBy(people, action.owner) : { text: 'No owner' },
    { text: action.due ? `, by ${formatDay(action.due)}` : ', no date' },
    ...(action.done ? [{ text: ' – done' }] : []),
  ];
}

function actionTable({ minutes, people }: MinutesSources): Block[] {
  const rows = minutes.items.flatMap((item, index) =>
    item.actions.map((action) => [
      words(String(index + 1)),
      words(action.what),
      [action.owner ? namedBy(people, action.owner) : { text: '–' }],
      words(`${action.due ? formatDay(action.due) : '–'}${action.done ? ' (done)' : ''}`),
    ]),
  );
  if (rows.length === 0) return [];
  return [
    {
      type: 'table',
      caption: 'Actions',
      rowHeader: 1,
      columns: [
        { heading: 'Item', width: 'number', align: 'end' },
        { heading: 'What', width: 'rest' },
        { heading: 'Owner', width: 'wide' },
        { heading: 'Due', width: 'narrow', align: 'end' },
      ],
      groups: [{ heading: null, rows }],
    },
  ];
}

function closing({ minutes, meeting, people }: MinutesSources): Block[] {
  const chair = meeting.chair ? people.get(meeting.chair) : undefined;
  const approver = minutes.approved ? people.get(minutes.approved.by) : undefined;
  const signer = approver ?? chair;
  return [
    {
      type: 'section',
      number: null,
      title: words('Next meeting'),
      blocks: [
        {
          type: 'paragraph',
          content: minutes.nextMeeting
            ? strong(formatDayWithWeekday(minutes.nextMeeting))
            : words('No date was set.'),
        },
      ],
    },
    {
      type: 'section',
      number: null,
      title: words('Signed as a true record'),
      blocks: [
        {
          type: 'signature',
          rows: [
            [
              { label: 'Signature of the Chair', value: null },
              { label: 'Name', value: signer ? [nameOf(signer)] : null },
              { label: 'Date', value: null },
            ],
          ],
        },
      ],
    },
  ];
}

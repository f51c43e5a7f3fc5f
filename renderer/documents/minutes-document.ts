import {
  type PlainDate,
  formatDay,
  formatDayWithWeekday,
  minutesLastDay,
} from '../domain/dates.ts';
import { actionsIn } from '../domain/actions.ts';
import {
  type AgendaItem,
  MARKS,
  MEETING_TYPES,
  type Mark,
  type Meeting,
  type Minutes,
  type MinutesAction,
  PREVIOUS_OUTCOMES,
  arisingIn,
  meetingType,
  previousOf,
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

/**
 * Minutes as committees keep them: body, kind, time and place, who was there, in which capacity and for which items,
 * chair and quorum, what became of the minutes before and of the matters arising, each item with discussion, resolution,
 * proposer and seconder, actions, next meeting, approval, signature, and the last day they may be kept (clause
 * RETAIN-MINUTES).
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
      ...previousMinutes(minutes),
      ...mattersArising(sources),
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
    field('Kind of meeting', { text: MEETING_TYPES[meetingType(meeting)] }),
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
        words([capacity + chaired, entry.note ?? ''].filter((part) => part !== '').join('; ')),
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
  blocks.push(...markedActions(item.actions, people));
  return { type: 'section', number, title: words(item.title), blocks };
}

function previousMinutes(minutes: Minutes): Block[] {
  const { of, outcome, amendments } = previousOf(minutes);
  if (outcome === null) return [];
  const which = of === null ? '' : `Minutes of ${formatDayWithWeekday(of)}: `;
  return [
    {
      type: 'section',
      number: null,
      title: words('Minutes of the previous meeting'),
      blocks: [
        {
          type: 'paragraph',
          content: words(`${which}${PREVIOUS_OUTCOMES[outcome].toLowerCase()}.`),
        },
        ...plainBlocks(amendments),
      ],
    },
  ];
}

function mattersArising({ minutes, people }: MinutesSources): Block[] {
  const blocks = arisingIn(minutes).flatMap(({ title, outcome, actions }): Block[] => [
    { type: 'heading', level: 3, content: words(title) },
    ...plainBlocks(outcome),
    ...markedActions(actions, people),
  ]);
  if (blocks.length === 0) return [];
  return [{ type: 'section', number: null, title: words('Matters arising'), blocks }];
}

function markedActions(actions: readonly MinutesAction[], people: People): Block[] {
  return actions.map((action) => ({
    type: 'marked',
    mark: 'action',
    label: 'Action',
    blocks: [
      { type: 'paragraph', content: words(action.what) },
      { type: 'paragraph', quiet: true, content: ownerAndDue(action, people) },
    ],
  }));
}

function ownerAndDue(action: MinutesAction, people: People): Inline {
  return [
    action.owner ? namedBy(people, action.owner) : { text: 'No owner' },
    { text: action.due ? `, by ${formatDay(action.due)}` : ', no date' },
    ...(action.done ? [{ text: ' – done' }] : []),
  ];
}

function actionTable({ minutes, people }: MinutesSources): Block[] {
  const rows = actionsIn(minutes).map((action) => [
    words(action.number === null ? '–' : String(action.number)),
    words(action.what),
    [action.owner ? namedBy(people, action.owner) : { text: '–' }],
    words(`${action.due ? formatDay(action.due) : '–'}${action.done ? ' (done)' : ''}`),
  ]);
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

import { type PlainDate, formatDay, formatDayWithWeekday } from '../domain/dates.ts';
import {
  MEETING_TYPES,
  type Meeting,
  type Minutes,
  meetingType,
  quorumOf,
} from '../domain/meeting.ts';
import type { Group } from '../domain/sharing.ts';
import { circulationFields, circulationFoot } from './circulation.ts';
import { minutesAttendance } from './minutes-attendance.ts';
import { actionTable, mattersArising, minutesItem, previousMinutes } from './minutes-items.ts';
import { type People, nameOf, namedBy } from './people-words.ts';
import { type Block, type DocumentTree, type Field, type Inline, strong, words } from './tree.ts';

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
 * RETAIN-MINUTES). What the record does not hold is not spoken of.
 */
export function minutesDocument(sources: MinutesSources): DocumentTree {
  const { minutes, meeting, people, group, day } = sources;
  return {
    language: 'en-GB',
    title: `Minutes: ${meeting.title}`,
    dullTitle: `Minutes of ${formatDay(meeting.date)}`,
    subtitle: formatDayWithWeekday(meeting.date),
    issuer: group.name,
    status: minutes.approved ? 'Approved' : 'DRAFT',
    fileName: `minutes-${meeting.date}`,
    made: day,
    foot: circulationFoot(minutes.meetingDate),
    contacts: null,
    blocks: [
      { type: 'fields', rows: facts(sources) },
      ...minutesAttendance(meeting, people),
      ...previousMinutes(minutes),
      ...mattersArising(minutes, people),
      ...minutes.items.map((item, index) => minutesItem(item, index + 1, people)),
      ...actionTable(minutes, people),
      ...nextMeeting(minutes),
      signature(sources),
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
    ...(meeting.chair ? [field('Chair', namedBy(people, meeting.chair))] : []),
    ...(met === null
      ? []
      : [
          field('Quorum', {
            text: `${present} present, ${meeting.quorum} needed: ${met ? 'quorate' : 'not quorate'}`,
          }),
        ]),
    field('Status', ...status),
    ...circulationFields(minutes.meetingDate),
  ];
}

function nextMeeting({ nextMeeting: date }: Minutes): Block[] {
  if (date === null) return [];
  const content = strong(formatDayWithWeekday(date));
  return [
    {
      type: 'section',
      number: null,
      title: words('Next meeting'),
      blocks: [{ type: 'paragraph', content }],
    },
  ];
}

function signature({ minutes, meeting, people }: MinutesSources): Block {
  const { approved } = minutes;
  const signs = approved?.by ?? meeting.chair;
  const signer = signs ? people.get(signs) : undefined;
  return {
    type: 'section',
    number: null,
    title: words(approved ? 'Signed as a true record' : 'To be signed as a true record'),
    blocks: [
      {
        type: 'paragraph',
        content: words(
          approved
            ? `Approved on ${formatDayWithWeekday(approved.on)}.`
            : 'A draft: signed when a meeting has approved it.',
        ),
      },
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
  };
}

/** What was said, decided and agreed at a meeting, as its minutes say it. */
import { actionsIn } from '../domain/actions.ts';
import { formatDay, formatDayWithWeekday } from '../domain/dates.ts';
import {
  type AgendaItem,
  type Minutes,
  type MinutesAction,
  PREVIOUS_OUTCOMES,
  arisingIn,
  previousOf,
} from '../domain/meeting.ts';
import { type People, namedBy } from './people-words.ts';
import { plainBlocks, richBlocks } from './rich-blocks.ts';
import { type Block, type Inline, words } from './tree.ts';

/** An item: its discussion, what was resolved and who moved it, and what was agreed to be done. */
export function minutesItem(item: AgendaItem, number: number, people: People): Block {
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

/** What became of the minutes before; nothing, where they were not taken. */
export function previousMinutes(minutes: Minutes): Block[] {
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

/** What the minutes before had left open, and what became of it. */
export function mattersArising(minutes: Minutes, people: People): Block[] {
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

/** Every action of the minutes once more, to work from. */
export function actionTable(minutes: Minutes, people: People): Block[] {
  const rows = actionsIn(minutes).map((action) => [
    words(action.number === null ? '–' : String(action.number)),
    words(action.what),
    [action.owner ? namedBy(people, action.owner) : { text: 'No owner' }],
    words(`${action.due ? formatDay(action.due) : 'No date'}${action.done ? ' (done)' : ''}`),
  ]);
  if (rows.length === 0) return [];
  return [
    {
      type: 'section',
      number: null,
      title: words('Actions'),
      blocks: [
        {
          type: 'table',
          caption: '',
          rowHeader: 1,
          columns: [
            { heading: 'Item', width: 'number' },
            { heading: 'What', width: 'rest' },
            { heading: 'Owner', width: 'wide' },
            { heading: 'Due', width: 'narrow', align: 'end' },
          ],
          groups: [{ heading: null, rows }],
        },
      ],
    },
  ];
}

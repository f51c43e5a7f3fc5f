import type { AgreedAction } from '../domain/action-list.ts';
import { type PlainDate, formatDay } from '../domain/dates.ts';
import type { Person } from '../domain/person.ts';
import type { Group } from '../domain/sharing.ts';
import { actionColumns, actionRow, isOverdue } from './action-rows.ts';
import { circulationFields, circulationFoot, oldestOf } from './circulation.ts';
import { type People, nameOf } from './people-words.ts';
import { type Block, type DocumentTree, type RowGroup, words } from './tree.ts';

interface ActionListSources {
  readonly actions: readonly AgreedAction[];
  /** Whose actions alone are on it; null: everybody's. */
  readonly owner: Person | null;
  readonly people: People;
  readonly group: Group;
  /** The day the document is made: what was due before it is overdue. */
  readonly day: PlainDate;
}

/**
 * What is still to be done of all that was agreed, overdue first. It is what minutes say, so it goes where minutes may go,
 * and no longer than the oldest of them (clause RETAIN-MINUTES).
 */
export function actionListDocument(sources: ActionListSources): DocumentTree {
  const { actions, owner, group, day } = sources;
  const oldest = oldestOf(actions.map(({ agreedOn }) => agreedOn));
  const late = actions.filter((one) => isOverdue(one, day)).length;
  const overdue = late === 0 ? '' : `, ${late} overdue`;
  return {
    language: 'en-GB',
    title: 'Action list',
    subtitle: `${actions.length} open${overdue} on ${formatDay(day)}`,
    issuer: group.name,
    status: '',
    fileName: `actions-${day}`,
    made: day,
    foot: circulationFoot(oldest),
    contacts: null,
    blocks: [
      {
        type: 'fields',
        rows: [
          ...(owner ? [{ term: 'Owner', value: [[nameOf(owner)]] }] : []),
          ...circulationFields(oldest),
        ],
      },
      ...list(sources),
    ],
  };
}

function list({ actions, people, day }: ActionListSources): Block[] {
  if (actions.length === 0)
    return [{ type: 'paragraph', content: words('There is nothing open on this list.') }];
  const dated = actions.filter(({ due }) => due !== null).toSorted(byDue);
  const group = (heading: string, some: readonly AgreedAction[]): RowGroup[] =>
    some.length === 0
      ? []
      : [
          {
            heading: `${heading} (${some.length})`,
            rows: some.map((one) => actionRow(one, people, day)),
          },
        ];
  return [
    {
      type: 'table',
      caption: 'Open actions',
      rowHeader: 0,
      columns: actionColumns,
      groups: [
        ...group(
          'Overdue',
          dated.filter((one) => isOverdue(one, day)),
        ),
        ...group(
          'Open',
          dated.filter((one) => !isOverdue(one, day)),
        ),
        ...group(
          'Open, without a date',
          actions.filter(({ due }) => due === null),
        ),
      ],
    },
  ];
}

function byDue(one: AgreedAction, other: AgreedAction): number {
  const [a, b] = [one.due ?? '', other.due ?? ''];
  return a < b ? -1 : Number(a > b);
}

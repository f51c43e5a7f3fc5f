/** Actions as rows of a table: what, by whom, by when, since when. */
import type { AgreedAction } from '../domain/action-list.ts';
import { type PlainDate, daysBetween, formatDay } from '../domain/dates.ts';
import { type People, namedBy } from './people-words.ts';
import { type Column, type Inline, words } from './tree.ts';

export const actionColumns: readonly Column[] = [
  { heading: 'What', width: 'rest' },
  { heading: 'Owner', width: 'wide' },
  { heading: 'Due', width: 'medium', align: 'end' },
  { heading: 'Agreed on', width: 'narrow', align: 'end' },
];

/** Whether an action should have been done by the day before. */
export function isOverdue({ due }: AgreedAction, day: PlainDate): boolean {
  return due !== null && due < day;
}

/** A row under `actionColumns`. @param day from which overdue days are counted. */
export function actionRow(action: AgreedAction, people: People, day: PlainDate): Inline[] {
  const { what, owner, due, agreedOn } = action;
  const late = due !== null && due < day ? daysBetween(due, day) : 0;
  return [
    [{ text: what, isolate: true }],
    [owner ? namedBy(people, owner) : { text: 'No owner' }],
    [
      { text: due === null ? 'No date' : formatDay(due) },
      ...(late > 0 ? [{ text: `\n${late} ${late === 1 ? 'day' : 'days'} late`, bold: true }] : []),
    ],
    words(formatDay(agreedOn)),
  ];
}

import { expect, test } from 'vitest';
import { blankItem } from '../../domain/new-minutes.ts';
import { changedAt, movedBy, withoutAt } from './agenda.ts';

const items = ['Apologies', 'Finance', 'Dates'].map(blankItem);
const titles = (list: { title: string }[]) => list.map((item) => item.title);

test('an item moves past its neighbour', () => {
  expect(titles(movedBy(items, 2, -1))).toEqual(['Apologies', 'Dates', 'Finance']);
  expect(titles(movedBy(items, 0, 1))).toEqual(['Finance', 'Apologies', 'Dates']);
});

test('the first does not move up, nor the last down', () => {
  expect(titles(movedBy(items, 0, -1))).toEqual(titles(items));
  expect(titles(movedBy(items, 2, 1))).toEqual(titles(items));
});

test('changing or taking away one leaves the others as they are', () => {
  const changed = changedAt(items, 1, { decision: 'Agreed' });
  expect(changed.map((item) => item.decision)).toEqual(['', 'Agreed', '']);
  expect(changed[0]).toBe(items[0]);
  expect(titles(withoutAt(items, 1))).toEqual(['Apologies', 'Dates']);
});

import type { Minutes } from '../../domain/meeting.ts';

type Items = Minutes['items'];

/** The list with one entry changed. */
export function changedAt<T>(list: readonly T[], index: number, part: Partial<T>): T[] {
  return list.map((entry, at) => (at === index ? { ...entry, ...part } : entry));
}

/** The list without one entry. */
export function withoutAt<T>(list: readonly T[], index: number): T[] {
  return list.filter((_, at) => at !== index);
}

/** The items with one moved up (-1) or down (1); the same at the ends. */
export function movedBy(items: Items, index: number, by: -1 | 1): Items {
  const moved = items[index];
  const other = items[index + by];
  if (!moved || !other) return items;
  return items.map((item, at) => (at === index ? other : at === index + by ? moved : item));
}

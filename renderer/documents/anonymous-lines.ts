/** The counts of an anonymous document line by line, for a page and for a data file. */
import { ANONYMISED_CELLS } from '../domain/banner.ts';
import { type Label, labelWords } from '../domain/summary/labels.ts';
import type { SafeCount } from '../domain/summary/suppress.ts';
import { type AnonymousPart, figure } from './anonymous.ts';

/** A line of a table: a fact or a count that is not broken down, a count that is, its breakdown's title, or a part. */
export interface CountLine {
  readonly kind: 'line' | 'count' | 'part' | 'title';
  readonly words: string;
  readonly value: string;
}

/** The facts of a part, then its counts, each with its breakdowns. */
export function linesOf({ facts, counts }: AnonymousPart): CountLine[] {
  return [
    ...facts.map(({ label, value }): CountLine => ({
      kind: 'line',
      words: labelWords(label),
      value: typeof value === 'number' ? figure(value) : ANONYMISED_CELLS[value],
    })),
    ...counts.flatMap((count) => countLines(count, count.by.length > 0 ? 'count' : 'line')),
  ];
}

function countLines(count: SafeCount<Label>, kind: CountLine['kind']): CountLine[] {
  const value = count.value === null ? ANONYMISED_CELLS.withheld : figure(count.value);
  return [
    { kind, words: labelWords(count.label), value },
    ...count.by.flatMap(({ title, parts }): CountLine[] => [
      {
        kind: 'title',
        words: labelWords(title),
        value: parts === null ? ANONYMISED_CELLS['left-out'] : '',
      },
      ...(parts ?? []).flatMap((part) => countLines(part, 'part')),
    ]),
  ];
}

/** Finds e-mail addresses and telephone numbers that are on file. */
import type { Person } from './person.ts';
import { escaped } from './pattern.ts';
import type { Span, Word } from './text-words.ts';

/** What finds the addresses and numbers of some people. */
export type FindPoints = (text: string, words: readonly Word[]) => Span[];

/** Fewer digits are more often a year or a count. */
const FEWEST_DIGITS = 6;
/** Of digits: `+33 1 23 45 67 89` has six. */
const MOST_GROUPS = 8;
const DIGITS = /^\d+$/;
/** What stands between the digits of a number. */
const GAP = /^[\s().+/\u2010-\u2015-]{1,4}$/;

export function pointsOf(people: readonly Person[]): FindPoints {
  const addresses = people.flatMap(({ emails }) => emails.map(({ address }) => escaped(address)));
  const pattern = new RegExp(
    String.raw`(?<![\p{L}\p{N}._%+-])(?:${addresses.join('|')})(?![\p{L}\p{N}-]|\.[\p{L}\p{N}])`,
    'giu',
  );
  const numbers = new Set(
    people
      .flatMap(({ phones }) => phones.flatMap(({ number }) => keysOf(number)))
      .filter((key) => key.length >= FEWEST_DIGITS),
  );
  return (text, words) => [
    ...(addresses.length > 0 && text.includes('@') ? placesOf(pattern, text) : []),
    ...(numbers.size > 0 ? numbersAmong(words, text, numbers) : []),
  ];
}

/** Where a pattern stands in a text. */
export function placesOf(pattern: RegExp, text: string): Span[] {
  return Array.from(text.matchAll(pattern), ({ index, 0: found }) => ({
    from: index,
    to: index + found.length,
  }));
}

/**
 * What the same number is written as: `+44 (0)20 7946 0000`, `020 7946 0000`. Without what follows it; where the record
 * tells the code of the country by its `(0)`, with and without that.
 */
function keysOf(number: string): string[] {
  const [written = ''] = number.replace(/^[^\d+]*/, '').split(/[\p{L}#,;]/u);
  const [code = '', ...local] = written.split('(0)').map((part) => part.replaceAll(/\D/g, ''));
  const rest = local.join('');
  return [comparable(code + rest), comparable(rest)];
}

function comparable(digits: string): string {
  return digits
    .replace(/^00/, '')
    .replace(/^44(?=\d{9})/, '')
    .replace(/^0/, '');
}

function numbersAmong(words: readonly Word[], text: string, numbers: ReadonlySet<string>): Span[] {
  const found: Span[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const end = endOf(words, at, text, numbers);
    const [first, last] = [words[at], words[end - 1]];
    if (end === at || !first || !last) continue;
    const before =
      /[+(]{1,2}$/.exec(text.slice(Math.max(0, first.from - 2), first.from))?.[0] ?? '';
    found.push({ from: first.from - before.length, to: last.to });
    at = end - 1;
  }
  return found;
}

/** Behind the last group of digits of a number that begins at a word; where none does, the word itself. */
function endOf(
  words: readonly Word[],
  begin: number,
  text: string,
  numbers: ReadonlySet<string>,
): number {
  let digits = '';
  let before: Word | undefined;
  for (let at = begin; at < begin + MOST_GROUPS; at += 1) {
    const group = words[at];
    if (!group || !DIGITS.test(group.word)) return begin;
    if (before && !GAP.test(text.slice(before.to, group.from))) return begin;
    const isDialledAtHome = before && text.slice(group.from - 1, group.to + 1) === '(0)';
    if (!isDialledAtHome) digits += group.word;
    if (digits.length >= FEWEST_DIGITS && numbers.has(comparable(digits))) return at + 1;
    before = group;
  }
  return begin;
}

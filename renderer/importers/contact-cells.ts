import { emailAddress } from '../domain/person.ts';

/** Between the entries of one cell; white space is single by then, so that no pattern has to try twice. */
const SEPARATORS = /[\n;,|]| ::: /;
const PHONE_SEPARATORS = /[\n;,|/]| ::: | (?:or|oder|ou|and|und|et|&) /i;

/** The e-mail addresses in a cell, and the pieces that are none. `Name <a@b.org>` and `mailto:` are understood. */
export function emailsIn(cell: string): { good: string[]; bad: string[] } {
  const good: string[] = [];
  const bad: string[] = [];
  for (const piece of singleSpaced(cell).split(SEPARATORS)) {
    if (piece.trim() === '') continue;
    const inside = /<([^<>]*)>\s*$/.exec(piece)?.[1] ?? piece;
    const address = inside.trim().replace(/^mailto:/i, '');
    if (emailAddress.safeParse(address).success) {
      good.push(address);
      continue;
    }
    const words = address.split(/\s+/);
    if (words.length > 1 && words.every((word) => emailAddress.safeParse(word).success)) {
      for (const word of words) good.push(word);
    } else {
      bad.push(piece.trim());
    }
  }
  return { good, bad };
}

/** A number has at least this many digits; fewer after a separator are another ending of the one before. */
const SHORTEST = 6;

/**
 * The phone numbers in a cell, and the pieces that are none. `07700 900 023 / 024` is two numbers, the
 * second written by its ending; `030/1234567` is one, because no number is as short as its first part.
 */
export function phonesIn(cell: string): { good: string[]; bad: string[] } {
  const good: string[] = [];
  const bad: string[] = [];
  for (const piece of singleSpaced(cell).split(PHONE_SEPARATORS)) {
    const text = piece.trim();
    const count = digits(text).length;
    const before = good.at(-1);
    if (text === '') continue;
    if (count >= SHORTEST && text.length <= 60) good.push(text);
    else if (before !== undefined && count >= 2) good.push(withEnding(before, digits(text)));
    else bad.push(text);
  }
  const whole = cell.trim();
  const wholeIsOne = bad.length > 0 && whole.length <= 60 && digits(whole).length >= 3;
  return wholeIsOne && good.length <= 1 ? { good: [whole], bad: [] } : { good, bad };
}

/** Runs of white space made one space, or one line break where there is one. */
export function singleSpaced(cell: string): string {
  return cell.replace(/\s+/g, (run) => (/[\r\n]/.test(run) ? '\n' : ' '));
}

function digits(text: string): string {
  return text.replace(/\D/g, '');
}

/** The number with its last digits replaced, spaces kept: `07700 900 023` and `024` make `07700 900 024`. */
function withEnding(number: string, ending: string): string {
  const chars = Array.from(number);
  let next = ending.length - 1;
  for (let i = chars.length - 1; i >= 0 && next >= 0; i--) {
    if (/\d/.test(chars[i] ?? '')) chars[i] = ending[next--] ?? '';
  }
  return chars.join('');
}

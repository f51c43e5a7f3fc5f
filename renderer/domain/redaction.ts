/** Texts with other people hidden behind a mark; what is hidden can be shown again with a reason. */
import type { FindNames } from './other-names.ts';
import type { Request } from './request.ts';

/** Stands where another person was. */
export const MARK = '[another person]';

/** A part of a text. `key`: it names another person; it is hidden unless it was lifted with a reason. */
export interface Piece {
  readonly text: string;
  readonly key: string | null;
  readonly shownBecause: string | null;
}

// Private-use characters: no record holds them, and they never leave this file.
const [OPEN, CLOSE] = ['\uE000', '\uE001'];
const WRAPPED = new RegExp(`${OPEN}([^${CLOSE}]*)${CLOSE}`, 'u');

/** Marks a name that is known to be another's, for `piecesOf` to find. */
export function asAnother(name: string): string {
  return `${OPEN}${name}${CLOSE}`;
}

/**
 * The pieces of a text. A redaction's key holds a print of what it hides, so that one that was lifted shows that again
 * and nothing else.
 * @param place the record and the field
 */
export function piecesOf(
  text: string,
  place: string,
  others: FindNames,
  shown: Request['shown'],
): Piece[] {
  const hide = (words: string): Piece => {
    const key = `${place}/${printOf(words)}`;
    const lifted = shown.find((one) => one.key === key);
    return { text: words, key, shownBecause: lifted?.reason ?? null };
  };
  const plain = (words: string): Piece => ({ text: words, key: null, shownBecause: null });
  return text.split(new RegExp(`(${OPEN}[^${CLOSE}]*${CLOSE})`, 'u')).flatMap((part) => {
    const wrapped = WRAPPED.exec(part)?.[1];
    if (wrapped !== undefined) return [hide(wrapped)];
    const pieces: Piece[] = [];
    let at = 0;
    for (const { from, to } of others(part)) {
      if (from > at) pieces.push(plain(part.slice(at, from)));
      pieces.push(hide(part.slice(from, to)));
      at = to;
    }
    return at < part.length ? [...pieces, plain(part.slice(at))] : pieces;
  });
}

/** What leaves of a piece. */
export function textOf({ text, key, shownBecause }: Piece): string {
  return key === null || shownBecause !== null ? text : MARK;
}

/** How many of these are hidden. */
export function hiddenIn(pieces: readonly Piece[]): number {
  return pieces.filter(({ key, shownBecause }) => key !== null && shownBecause === null).length;
}

/** A short print of words (FNV-1a, 32 bits): tells whether they are the same, and not what they are. */
function printOf(words: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(words)) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

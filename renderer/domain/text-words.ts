/** The words of a text, folded so that those compare as equal which people take for the same. */

/** A part of a text, end excluded. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A word without its genitive. */
export interface Word extends Span {
  /** Folded, for comparing. */
  readonly word: string;
  /** Begins with a small letter. */
  readonly isSmall: boolean;
}

/** Letters and digits, with the signs that shape them; a hyphen parts words, an apostrophe does not. */
const WORD = /[\p{L}\p{M}\p{N}\u00AD\u200C\u200D]+(?:['’][\p{L}\p{M}\p{N}]+)*/gu;
const GENITIVE = /['’]s$/i;
const SMALL = /^\p{Ll}/u;
const BEYOND_ASCII = /[^\0-\u007F]/;
/** Signs above and below letters that are left out at will: Latin, Greek and Cyrillic accents, Hebrew and Arabic vowels. */
const ACCENTS = /[\u0300-\u036F\u0591-\u05C7\u064B-\u065F\u0670\u00AD\u200C\u200D]/g;

/** What a reader knows of a word that it met. */
interface Met {
  readonly length: number;
  readonly word: string;
  readonly isSmall: boolean;
}

/** The words of a text, in order. */
export type ReadWords = (text: string) => Word[];

/** Reads text after text, folding each word once: what it knows goes with it. */
export function wordReader(): ReadWords {
  const met = new Map<string, Met>();
  return (text) => {
    const words: Word[] = [];
    for (const { index, 0: found } of text.matchAll(WORD)) {
      let known = met.get(found);
      if (!known) met.set(found, (known = lookedAt(found)));
      const { length, word, isSmall } = known;
      words.push({ from: index, to: index + length, word, isSmall });
    }
    return words;
  };
}

/** The words of one text, in order. */
export function wordsIn(text: string): Word[] {
  return wordReader()(text);
}

/** The words of a text, folded, and no more. */
export function foldedWords(text: string): string[] {
  return wordsIn(text).map(({ word }) => word);
}

function lookedAt(found: string): Met {
  const whole = found.replace(GENITIVE, '');
  return { length: whole.length, word: folded(whole), isSmall: SMALL.test(whole) };
}

/** Without case, accents and the ways to encode them. */
function folded(word: string): string {
  if (!BEYOND_ASCII.test(word)) return word.toUpperCase();
  const bare = word.normalize('NFKD').replaceAll(ACCENTS, '').replaceAll('’', "'");
  return bare.toUpperCase().normalize('NFC');
}

/** In order, those that overlap as one. */
export function joined(spans: readonly Span[]): Span[] {
  const found: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from || b.to - a.to)) {
    const last = found.at(-1);
    if (last && span.from < last.to)
      found[found.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    else found.push(span);
  }
  return found;
}

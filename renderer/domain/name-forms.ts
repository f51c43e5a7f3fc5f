/** The ways in which people write a name: whole, with the family name first, with initials, or by half. */
import type { Person } from './person.ts';
import { type Word, foldedWords, wordsIn } from './text-words.ts';

type Name = Person['name'];
type NameWord = Pick<Word, 'word' | 'isSmall'>;

export interface NameForm {
  readonly words: readonly NameWord[];
  /** Found only where its capitals are written: as other words, these may stand anywhere. */
  readonly isCased: boolean;
  /** The family name first: no full stop may stand between. */
  readonly isTurned: boolean;
}

/** Letters of scripts that put no blank between words, or hang others on a name. */
const UNPARTED =
  /(?:(?=[\p{L}\p{M}])[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}])+/u;
const ALL_UNPARTED = new RegExp(UNPARTED, 'gu');
const SYMBOL = /\p{So}/u;
const TITLE = /^(?:mr|mrs|ms|miss|mx|dr|prof|professor|sir|dame|lord|lady|rev)\.?$/i;
/** Behind a name: `MBE`, `PhD`. */
const LETTERS = /^(?:[A-Z]{2,5}|PhD|[BM]Sc|[BCIM]Eng)[.,]?$/;
const SMALL_LETTER = /\p{Ll}/u;
/** `(she/her)` */
const BRACKETED = /\([^()]*\)|\[[^[\]]*\]/g;

/** All of a name, in either order; a name of one word as well, where it has two letters or more. */
export function wholeForms(name: Name): NameForm[] {
  const full = bare(wordsIn(name.full));
  const [given, family] = [bare(wordsIn(name.given)), bare(wordsIn(name.family))];
  const called = given.length > 0 && family.length > 0;
  if (full.length === 1 && !called) return full[0]?.word.length === 1 ? [] : [cased(full)];
  return [
    said(full),
    said(partsOf(name.full).flatMap(({ words }) => words)),
    ...(called ? [said([...given, ...family]), turned([...family, ...given])] : []),
    ...partings(name).map((parts) => turned([...parts.family, ...parts.given])),
  ].filter((form) => form.words.length > 1 && hasWord(form));
}

/** The family name with initials before or behind it, or with the first given name alone. */
export function shortForms(name: Name): NameForm[] {
  return partings(name).flatMap(({ given, family }) => {
    const letters = given.flatMap(({ word }) => [...word].slice(0, 1));
    const initials = new Set([letters.slice(0, 1).join(''), letters.join('')]);
    return [
      ...given
        .slice(0, 1)
        .flatMap((first) => [said([first, ...family]), turned([...family, first])]),
      ...[...initials].flatMap((word) => [
        cased([{ word, isSmall: false }, ...family]),
        turned([...family, { word, isSmall: false }]),
      ]),
    ].filter(hasWord);
  });
}

/** The parts of a name that are told apart, and all of it, in any case. */
export function partForms({ full, given, family }: Name): NameForm[] {
  return [full, family, given].map((part) => said(bare(wordsIn(part)))).filter(hasWord);
}

/** The parts of a name by which somebody who is known to be meant may be called: where they are not told apart, its words. */
export function halfForms({ full, given, family }: Name): NameForm[] {
  const parts = [family, given]
    .map((part) => bare(wordsIn(part)))
    .filter(({ length }) => length > 0);
  // Two letters are more often a particle or an initial.
  const longer = partsOf(full).filter(({ part }) => part.length > 2);
  return (parts.length > 0 ? parts : longer.map(({ words }) => words)).map(cased).filter(hasWord);
}

/** Letters alone are initials, which name nobody and stand anywhere. */
function hasWord({ words }: NameForm): boolean {
  return words.some(({ word }) => word.length > 1);
}

/** Whether it has to be told from an article, a pronoun or a letter that counts. */
export function beginsWithInitial({ words, isTurned }: NameForm): boolean {
  return !isTurned && words.length > 1 && words[0]?.word.length === 1;
}

/** What is found as it stands, amid other letters: names in scripts without blanks, and those of symbols. */
export function unpartedForms({ full, given, family }: Name): string[] {
  const run = (text: string) => text.match(ALL_UNPARTED) ?? [];
  const names = [run(full), [...run(family), ...run(given)], [...run(given), ...run(family)]];
  if (foldedWords(full).length === 0 && SYMBOL.test(full)) return [full];
  return names.map((name) => name.join('')).filter((name) => [...name].length > 1);
}

/** Which words may be the given names and which the family's: where the record does not say, the last or all but the first. */
function partings(name: Name): { given: readonly NameWord[]; family: readonly NameWord[] }[] {
  const [given, family] = [bare(wordsIn(name.given)), bare(wordsIn(name.family))];
  if (given.length > 0 && family.length > 0) return [{ given, family }];
  const parts = partsOf(name.full).map(({ words }) => words);
  if (parts.length < 2) return [];
  return [...new Set([parts.length - 1, 1])].map((at) => ({
    given: parts.slice(0, at).flat(),
    family: parts.slice(at).flat(),
  }));
}

/** What blanks part in a full name, without titles before it, letters behind it and brackets, unless it is nothing else. */
function partsOf(full: string): { part: string; words: Word[] }[] {
  const all = (text: string) =>
    text
      .split(/\s+/u)
      .map((part) => ({ part, words: bare(wordsIn(part)) }))
      .filter(({ words }) => words.length > 0);
  const outside = all(full.replaceAll(BRACKETED, ' '));
  const parts = outside.length > 0 ? outside : all(full);
  while (parts.length > 1 && TITLE.test(parts[0]?.part ?? '')) parts.shift();
  if (!SMALL_LETTER.test(full)) return parts;
  // In many places the family name stands in capitals: two words are left.
  while (parts.length > 2 && LETTERS.test(parts.at(-1)?.part ?? '')) parts.pop();
  return parts;
}

/** Without the words that are found as they stand. */
function bare(words: readonly Word[]): Word[] {
  return words.filter(({ word }) => !UNPARTED.test(word));
}

/** In any case, unless it begins with an initial: `a smith` is anybody. */
function said(words: readonly NameWord[]): NameForm {
  return { words, isCased: words[0]?.word.length === 1, isTurned: false };
}

function cased(words: readonly NameWord[]): NameForm {
  return { words, isCased: true, isTurned: false };
}

function turned(words: readonly NameWord[]): NameForm {
  return { words, isCased: true, isTurned: true };
}

/** The same for forms of the same words in the same order. */
export function keyOf({ words }: NameForm): string {
  return words.map(({ word }) => word).join(' ');
}

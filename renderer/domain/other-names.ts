/** Finds people in a text, others or some: by the names of those on file, and by e-mail addresses. */
import type { Person } from './person.ts';
import type { Around } from './registers/register.ts';

/** A part of a text, end excluded. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Finds them in one text. `beside`: ids of the people that its record names, who may stand there by half a name. */
export type FindOthers = (text: string, beside: readonly string[]) => Span[];

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu;
/** The part before the sign is at most that long (RFC 5321, 4.5.3.1.1); without a bound a long word costs its square. */
const ADDRESS = /[^\s@<>,:;()"']{1,64}@[^\s@<>,:;()"']+\.[\p{L}\p{N}-]+/gu;

/** What finds everybody but one person, whose own name stays. */
export function namesOfOthers(person: Person, { all, find }: Around): FindOthers {
  const own = wordsIn(person.name.full).map(({ word }) => word);
  const ownAddresses = new Set(person.emails.map(({ address }) => address.toLowerCase()));
  const known = wholeNames([...all('person')].filter(({ id }) => id !== person.id));
  for (const way of waysToWrite(person)) known.names.delete(way);
  return (text, beside) => {
    const partly = beside.flatMap((id) => {
      const other = id === person.id ? undefined : find(id);
      return other?.kind === 'person' ? partsOf(other, own) : [];
    });
    return joined([
      ...knownIn(text, known),
      ...partly.flatMap((part) => placesOf(part, text)),
      ...addressesIn(text, (address) => !ownAddresses.has(address)),
    ]);
  };
}

/**
 * What finds some people and nobody else: by their whole names, by their e-mail addresses and, where they are `beside`
 * the text, by half a name as it is written. Others of the same name are found with them.
 */
export function namesOf(people: readonly Person[]): FindOthers {
  const known = wholeNames(people);
  const whole = people
    .map(({ name }) => name.full)
    .filter((name) => wordsIn(name).length === 1 || UNPARTED.test(name));
  const addresses = new Set(
    people.flatMap(({ emails }) => emails.map(({ address }) => address.toLowerCase())),
  );
  return (text, beside) => {
    const halves = people.filter(({ id }) => beside.includes(id)).flatMap(halvesOf);
    return joined([
      ...knownIn(text, known),
      ...whole.flatMap((name) => placesOf(name, text, 'gu')),
      ...halves.flatMap((half) => placesOf(half, text, 'gu')),
      ...addressesIn(text, (address) => addresses.has(address)),
    ]);
  };
}

function addressesIn(text: string, isWanted: (address: string) => boolean): Span[] {
  if (!text.includes('@')) return [];
  return [...text.matchAll(ADDRESS)]
    .filter(([address]) => isWanted(address.toLowerCase()))
    .map(({ index, 0: address }) => ({ from: index, to: index + address.length }));
}

/** Names of two words and more, in lower case, and how many words the longest has. */
interface WholeNames {
  readonly names: Set<string>;
  readonly longest: number;
}

function wholeNames(people: Iterable<Person>): WholeNames {
  const names = new Set<string>();
  let longest = 0;
  for (const person of people)
    for (const way of waysToWrite(person)) {
      names.add(way);
      longest = Math.max(longest, way.split(' ').length);
    }
  return { names, longest };
}

/** A name of several words as it is said, and as a list has it: `lovelace, ada`. */
function waysToWrite({ name }: Person): string[] {
  const [full, family, given] = [name.full, name.family, name.given].map((part) =>
    wordsIn(part).map(({ word }) => word),
  );
  return [
    ...(full && full.length > 1 ? [full.join(' ')] : []),
    ...(family?.length && given?.length ? [`${family.join(' ')}, ${given.join(' ')}`] : []),
  ];
}

/** Where a whole name stands, be there an initial amid it. */
function knownIn(text: string, { names, longest }: WholeNames): Span[] {
  const words = wordsIn(text);
  const found: Span[] = [];
  for (let at = 0; at < words.length; at += 1) {
    for (let count = Math.min(longest + 1, words.length - at); count > 1; count -= 1) {
      const run = words.slice(at, at + count);
      const said = run.map(({ word }) => word).join(' ');
      if (![said, listed(run, text), withoutInitials(run, text)].some((way) => names.has(way)))
        continue;
      found.push({ from: run[0]?.from ?? 0, to: run.at(-1)?.to ?? 0 });
      at += count - 1;
      break;
    }
  }
  return found;
}

/** The words of a text with the commas between them. */
function listed(run: readonly Word[], text: string): string {
  return run
    .map(({ word, to }, at) => (at < run.length - 1 && text[to] === ',' ? `${word},` : word))
    .join(' ');
}

/** The words of a text but for capitals that stand alone after the first. */
function withoutInitials(run: readonly Word[], text: string): string {
  return run
    .filter(({ from, to }, at) => at === 0 || !/^\p{Lu}$/u.test(text.slice(from, to)))
    .map(({ word }) => word)
    .join(' ');
}

/** A name whole and by its parts, but for those that the person's own name has too. */
function partsOf({ name }: Person, own: readonly string[]): string[] {
  return [name.full, name.family, name.given].filter((part) => {
    const words = wordsIn(part).map(({ word }) => word);
    return words.length > 0 && !words.every((word) => own.includes(word));
  });
}

/** The parts of a name by which somebody who is known to be meant may be called: where they are not told apart, its words. */
function halvesOf({ name }: Person): string[] {
  const { full, family, given } = name;
  const parts = [family, given].filter((part) => wordsIn(part).length > 0);
  const words = wordsIn(full).map(({ from, to }) => full.slice(from, to));
  // Two letters are more often a particle or an initial.
  return [full, ...(parts.length > 0 ? parts : words.filter((word) => word.length > 2))];
}

const UNPARTED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** Where a name stands as words of its own, and is not the month of a date; in scripts that part no words, anywhere. */
function placesOf(name: string, text: string, flags = 'giu'): Span[] {
  const words = escaped(name.trim());
  if (words === '') return [];
  const pattern = UNPARTED.test(name)
    ? words
    : String.raw`(?<![\p{L}\p{N}])${words}(?![\p{L}\p{N}]| \d{4})`;
  return [...text.matchAll(new RegExp(pattern, flags))].map(({ index, 0: hit }) => ({
    from: index,
    to: index + hit.length,
  }));
}

interface Word extends Span {
  /** In lower case, without what makes it an owner's. */
  readonly word: string;
}

function wordsIn(text: string): Word[] {
  return [...text.matchAll(WORD)].map(({ index, 0: found }) => {
    const word = found.replace(OWNS, '');
    return { from: index, to: index + word.length, word: word.normalize('NFKC').toLowerCase() };
  });
}

/** What makes a name an owner's: Lovelace’s. */
const OWNS = /['’]s$/i;

/** In order, those that overlap as one. */
function joined(spans: readonly Span[]): Span[] {
  const found: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from || b.to - a.to)) {
    const last = found.at(-1);
    if (last && span.from < last.to)
      found[found.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    else found.push(span);
  }
  return found;
}

/** A name as a pattern that finds itself. A hyphen stays: such a pattern must not escape it. */
export function escaped(name: string): string {
  return name.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
}

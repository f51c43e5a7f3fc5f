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

const LONGEST_NAME = 6;
const WORD = /[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu;
const ADDRESS = /[^\s@<>,:;()"']+@[^\s@<>,:;()"']+\.[\p{L}\p{N}-]+/gu;

/** What finds everybody but one person, whose own name stays. */
export function namesOfOthers(person: Person, { all, find }: Around): FindOthers {
  const own = wordsIn(person.name.full).map(({ word }) => word);
  const ownAddresses = new Set(person.emails.map(({ address }) => address.toLowerCase()));
  const known = new Set<string>();
  for (const { id, name } of all('person')) {
    const words = wordsIn(name.full).map(({ word }) => word);
    if (id !== person.id && words.length > 1) known.add(words.join(' '));
  }
  known.delete(own.join(' '));
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
  const known = new Set<string>();
  const whole: string[] = [];
  for (const { name } of people) {
    const words = wordsIn(name.full).map(({ word }) => word);
    if (words.length > 1) known.add(words.join(' '));
    else if (UNPARTED.test(name.full)) whole.push(name.full);
  }
  const addresses = new Set(
    people.flatMap(({ emails }) => emails.map(({ address }) => address.toLowerCase())),
  );
  return (text, beside) => {
    const halves = people.filter(({ id }) => beside.includes(id)).flatMap(halvesOf);
    return joined([
      ...knownIn(text, known),
      ...whole.flatMap((name) => placesOf(name, text)),
      ...halves.flatMap((half) => placesOf(half, text, 'gu')),
      ...addressesIn(text, (address) => addresses.has(address)),
    ]);
  };
}

function addressesIn(text: string, isWanted: (address: string) => boolean): Span[] {
  return [...text.matchAll(ADDRESS)]
    .filter(([address]) => isWanted(address.toLowerCase()))
    .map(({ index, 0: address }) => ({ from: index, to: index + address.length }));
}

/** Whole names of two words and more. */
function knownIn(text: string, known: ReadonlySet<string>): Span[] {
  const words = wordsIn(text);
  const found: Span[] = [];
  for (let at = 0; at < words.length; at += 1) {
    for (let count = Math.min(LONGEST_NAME, words.length - at); count > 1; count -= 1) {
      const run = words.slice(at, at + count);
      if (!known.has(run.map(({ word }) => word).join(' '))) continue;
      found.push({ from: run[0]?.from ?? 0, to: run.at(-1)?.to ?? 0 });
      at += count - 1;
      break;
    }
  }
  return found;
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

function wordsIn(text: string): (Span & { word: string })[] {
  return [...text.matchAll(WORD)].map(({ index, 0: word }) => ({
    from: index,
    to: index + word.length,
    word: word.normalize('NFKC').toLowerCase(),
  }));
}

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

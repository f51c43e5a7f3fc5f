/** Finds people in a text, others or some: by the names of those on file, by e-mail addresses and telephone numbers. */
import { placesOf, pointsOf } from './contact-points.ts';
import {
  halfForms,
  keyOf,
  partForms,
  shortForms,
  unpartedForms,
  wholeForms,
} from './name-forms.ts';
import { indexOf, namesAmong } from './name-finder.ts';
import { escaped } from './pattern.ts';
import type { Person } from './person.ts';
import type { Around } from './registers/register.ts';
import { type Span, foldedWords, joined, wordReader } from './text-words.ts';

/** Finds them in one text. */
export type FindNames = (text: string) => Span[];

/** @param beside ids of the people that a record names: they may stand in its texts by half a name */
export type FindOthers = (beside: readonly string[]) => FindNames;

/** The part before the sign is at most that long (RFC 5321, 4.5.3.1.1); without a bound a long word costs its square. */
const ADDRESS = /[^\s@<>,:;()"']{1,64}@[^\s@<>,:;()"']{1,255}\.[\p{L}\p{N}-]+/gu;

/** What finds everybody but one person, whose own name stays. */
export function namesOfOthers(person: Person, { all, find }: Around): FindOthers {
  const own = new Set(wholeForms(person.name).map(keyOf));
  const wordsIn = wordReader();
  const ownWords = new Set(foldedWords(person.name.full));
  const ownAddresses = new Set(person.emails.map(({ address }) => address.toLowerCase()));
  const known = indexOf(
    [...all('person')]
      .filter(({ id }) => id !== person.id)
      .flatMap(({ name }) => wholeForms(name))
      .filter((form) => form.words.length > 1 && !own.has(keyOf(form))),
  );
  return (beside) => {
    const named = beside.flatMap((id) => {
      const other = id === person.id ? undefined : find(id);
      return other?.kind === 'person' ? [other.name] : [];
    });
    const parts = named
      .flatMap(partForms)
      .filter(({ words }) => !words.every(({ word }) => ownWords.has(word)));
    const partly = indexOf(parts);
    const unparted = unpartedOf(named);
    return (text) => {
      const words = wordsIn(text);
      return joined([
        ...namesAmong(words, text, known),
        ...namesAmong(words, text, partly),
        ...unparted(text),
        ...othersAddresses(text, ownAddresses),
      ]);
    };
  };
}

/**
 * What finds some people and nobody else: by their whole names in either order and with initials, by their e-mail
 * addresses and telephone numbers and, where they are `beside` the text, by half a name with its capital. Others of the
 * same name are found with them.
 */
export function namesOf(people: readonly Person[]): FindOthers {
  if (people.length === 0) return () => () => [];
  const names = people.map(({ name }) => name);
  const whole = indexOf(names.flatMap((name) => [...wholeForms(name), ...shortForms(name)]));
  const unparted = unpartedOf(names);
  const points = pointsOf(people);
  const wordsIn = wordReader();
  return (beside) => {
    const named = new Set(beside);
    const halves = indexOf(
      people.filter(({ id }) => named.has(id)).flatMap(({ name }) => halfForms(name)),
    );
    return (text) => {
      const words = wordsIn(text);
      return joined([
        ...namesAmong(words, text, whole),
        ...namesAmong(words, text, halves),
        ...unparted(text),
        ...points(text, words),
      ]);
    };
  };
}

/** What finds names as they stand, amid other letters. */
function unpartedOf(names: readonly Person['name'][]): FindNames {
  const forms = new Set(names.flatMap(unpartedForms).flatMap(encodings));
  if (forms.size === 0) return () => [];
  const longestFirst = [...forms].sort((a, b) => b.length - a.length);
  // Between the letters of such a name there may be a blank or a dot.
  const patterns = longestFirst.map((form) => [...form].map(escaped).join(String.raw`[\s·・]?`));
  const pattern = new RegExp(patterns.join('|'), 'gu');
  return (text) => placesOf(pattern, text);
}

function encodings(text: string): string[] {
  return [text.normalize('NFC'), text.normalize('NFD'), text];
}

function othersAddresses(text: string, own: ReadonlySet<string>): Span[] {
  if (!text.includes('@')) return [];
  return [...text.matchAll(ADDRESS)]
    .filter(([address]) => !own.has(address.toLowerCase()))
    .map(({ index, 0: address }) => ({ from: index, to: index + address.length }));
}

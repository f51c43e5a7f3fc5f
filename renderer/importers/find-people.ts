/** Finds people on file by their names in a text. */
import type { PersonId } from '../domain/ids.ts';
import { nameWords } from './names.ts';

const LONGEST_NAME = 6;

export interface FindPeople {
  /** The one person of this name; null where nobody has it, or several have. */
  called(name: string): PersonId | null;
  /** The first person whose whole name stands in these words. */
  namedIn(text: string): PersonId | null;
}

/** Names are compared without case, accents, titles and order. */
export function findPeople(
  people: Iterable<{ readonly id: PersonId; readonly name: { readonly full: string } }>,
): FindPeople {
  const found = new Map<string, PersonId | null>();
  for (const { id, name } of people) {
    const key = nameWords(name.full).join(' ');
    if (key !== '') found.set(key, found.has(key) ? null : id);
  }
  const called = (name: string) => found.get(nameWords(name).join(' ')) ?? null;
  return {
    called,
    namedIn(text) {
      const words = text.split(/[^\p{L}\p{M}\p{N}'’.-]+/u).filter((word) => word !== '');
      for (let from = 0; from < words.length; from += 1) {
        // A single word is too little to know somebody by.
        for (let count = Math.min(LONGEST_NAME, words.length - from); count > 1; count -= 1) {
          const person = called(words.slice(from, from + count).join(' '));
          if (person) return person;
        }
      }
      return null;
    },
  };
}

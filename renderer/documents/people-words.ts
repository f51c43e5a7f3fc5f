/** How documents name people. */
import type { PlainDate } from '../domain/dates.ts';
import type { PersonId } from '../domain/ids.ts';
import { CATEGORIES, type Person, type PostalAddress, postsHeld } from '../domain/person.ts';
import { POSTS } from '../domain/posts.ts';
import { hanIn } from './script.ts';
import type { Inline, Run } from './tree.ts';

export type People = Pick<ReadonlyMap<PersonId, Person>, 'get'>;

/** A name, kept apart from the direction of what stands beside it. */
export function nameOf(person: Person): Run {
  return { text: person.name.full, isolate: true, han: hanOf(person) };
}

/** The name of a person by id; someone who was erased since is said to be no longer on file. */
export function namedBy(people: People, id: PersonId): Run {
  const person = people.get(id);
  return person ? nameOf(person) : { text: 'Person no longer on file', italic: true };
}

/** How Han characters in what is known of a person are to be read: their name, their addresses, their country. */
export function hanOf(person: Person): 'ja' | 'zh' {
  return hanIn(
    [person.name.full, person.organisation, ...person.addresses.flatMap(linesOf)].join('\n'),
  );
}

/** The posts held on a day, in words; empty when there are none. */
export function postsOn(person: Person, day: PlainDate): string {
  return postsHeld(person.terms, day)
    .map((post) => POSTS[post])
    .join(', ');
}

/** The posts held on a day, or else whose data it is: Member, Author, … */
export function capacityOf(person: Person, day: PlainDate): string {
  return (
    postsOn(person, day) || person.categories.map((category) => CATEGORIES[category]).join(', ')
  );
}

/** An address as it is written on a letter; empty lines left out. */
export function linesOf(address: PostalAddress): string[] {
  const town = [address.city, address.region, address.postcode].filter(Boolean).join(', ');
  return [...address.lines, town, address.country].filter((line) => line.trim() !== '');
}

/**
 * The same lines for a document. Each part finds its own direction, and postcodes run left to right: among Arabic
 * letters `81282-7194` would else be shown with its halves the other way round.
 */
export function addressLines(address: PostalAddress, han: 'ja' | 'zh'): Inline[] {
  const part = (text: string): Run => ({ text, isolate: true, han });
  const town: Run[] = [
    ...[address.city, address.region].filter(Boolean).map(part),
    ...(address.postcode ? [{ text: address.postcode, isolate: true, dir: 'ltr' } as const] : []),
  ];
  return [
    ...address.lines.map((line) => [part(line)]),
    joined(town, ', '),
    [part(address.country)],
  ].filter((line) => line.some((run) => run.text.trim() !== ''));
}

/** Runs with a plain separator between them. */
export function joined(runs: readonly Run[], separator: string): Run[] {
  return runs.flatMap((run, index) => (index === 0 ? [run] : [{ text: separator }, run]));
}

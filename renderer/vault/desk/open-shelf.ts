import type { OpenContext } from './context.ts';
import { type Shelf, peopleAmong } from './document-sources.ts';

/** The open vault as a shelf. */
export function shelfOf({ session, group, today }: OpenContext): Shelf {
  const find = (id: string) => session.state.get(id)?.record;
  return { group, today, find, people: peopleAmong(find) };
}

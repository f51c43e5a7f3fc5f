import { purposeIn } from '../../domain/processing.ts';
import type { OpenContext } from './context.ts';
import { type Shelf, peopleAmong } from './document-sources.ts';

/** The open vault as a shelf. */
export function shelfOf({ session, group, today }: OpenContext): Shelf {
  const { state } = session;
  const find = (id: string) => state.get(id)?.record;
  const purpose: Shelf['purpose'] = (id) => purposeIn(id, state.all('processing'));
  return { group, today, find, purpose, people: peopleAmong(find) };
}

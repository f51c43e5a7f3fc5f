/** How restrictions and objections reach what leaves the vault (clauses RIGHT-RESTRICT, RIGHT-OBJECT). */
import type { AnyRecord } from '../../domain/kinds.ts';
import type { Around } from '../../domain/registers/register.ts';
import { RESTRICTED_NAME } from '../../domain/restrictions.ts';
import { namedOnly } from './bundle-records.ts';
import { type Shelf, peopleAmong } from './document-sources.ts';

/** Looks records up; of people whose data may not be used, it tells that they are restricted, and nothing more. */
export function masked(find: Around['find'], restricted: ReadonlySet<string>): Around['find'] {
  if (restricted.size === 0) return find;
  return (id) => {
    const record: AnyRecord | undefined = find(id);
    return record?.kind === 'person' && restricted.has(id)
      ? namedOnly(record.id, RESTRICTED_NAME)
      : record;
  };
}

/** The same shelf without the names of people whose data may not be used. */
export function maskedShelf(shelf: Shelf, restricted: ReadonlySet<string>): Shelf {
  const find = masked(shelf.find, restricted);
  return { ...shelf, find, people: peopleAmong(find) };
}

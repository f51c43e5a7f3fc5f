/** What records are called, wherever they are looked up. */
import type { Around } from '../../domain/registers/register.ts';
import { registerOf } from '../../domain/registers/table.ts';
import type { VaultState } from '../state.ts';

/** A record's title, or a person's name; a neutral word when it is no longer here. */
export function titleOf(id: string, find: Around['find']): string {
  const record = find(id);
  return record
    ? registerOf(record.kind).title(record, (other) => titleOf(other, find))
    : '(removed)';
}

/** How records are looked up in a state. */
export function findIn(state: VaultState): Around['find'] {
  return (id) => state.get(id)?.record;
}

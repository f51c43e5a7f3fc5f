/**
 * What may not be erased yet: an open request, complaint or incident, or a stated legal duty, holds the records that it
 * names (dates.md, Retention). A hold stops an erasure, and is said wherever it does.
 */
import type { Kind } from './kinds.ts';
import type { Around } from './registers/register.ts';
import { KINDS, registerOf } from './registers/table.ts';

/** A record that keeps others from being erased. */
export interface Hold {
  /** The record that holds: a legal hold, a request, a complaint, an incident. */
  readonly by: string;
  readonly kind: Kind;
  /** Which of the records that were asked about it holds. */
  readonly held: readonly string[];
}

interface Holder {
  readonly by: string;
  readonly kind: Kind;
  readonly names: ReadonlySet<string>;
}

/** What holds any of these records, or the record that one of them is about. */
export function holdsOn(ids: Iterable<string>, around: Around): Hold[] {
  const holders = KINDS.flatMap((kind) => holdersOf(kind, around));
  if (holders.length === 0) return [];
  const asked = Array.from(ids, (id) => ({ id, owner: ownerOf(id, around) }));
  return holders.flatMap(({ by, kind, names }) => {
    const held = asked
      .filter(({ id, owner }) => names.has(id) || (owner !== null && names.has(owner)))
      .map(({ id }) => id);
    return held.length === 0 ? [] : [{ by, kind, held }];
  });
}

/** Ids of those that nothing holds. */
export function freeOf(holds: readonly Hold[], ids: readonly string[]): string[] {
  const held = new Set(holds.flatMap((hold) => hold.held));
  return ids.filter((id) => !held.has(id));
}

/** The records of a kind that hold any others as they stand today. */
function holdersOf<K extends Kind>(kind: K, around: Around): Holder[] {
  const { holds } = registerOf(kind);
  if (!holds) return [];
  const found: Holder[] = [];
  for (const record of around.all(kind)) {
    const names = holds(record, around);
    if (names.length > 0) found.push({ by: record.id, kind, names: new Set(names) });
  }
  return found;
}

/** The record that another is about and nothing else. */
function ownerOf(id: string, { find }: Around): string | null {
  const record = find(id);
  return record ? (registerOf(record.kind).belongsTo?.id(record) ?? null) : null;
}

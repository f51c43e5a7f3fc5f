import type { Kind } from '../../domain/kinds.ts';

/** How many there are of each kind, in the order in which the kinds first come. */
export function countKinds(kinds: Iterable<Kind | null>): { kind: Kind; count: number }[] {
  const counts = new Map<Kind, number>();
  for (const kind of kinds) if (kind) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => ({ kind, count }));
}

import type { ChairsLeave } from '../chair.ts';
import { type Result, fail, ok } from '../errors.ts';
import type { Post } from '../posts.ts';
import type { Around } from './register.ts';

/**
 * Whether the Chair has decided something that is the Chair's (clause GOVERN): the Chair by doing it, anybody else by a
 * recorded decision of the Chair. One such decision may cover several acts.
 * @param actor the post of the profile that acts. Errors: chair/no-reason, chair/needed; both name the field.
 */
export function checkLeave(
  actor: Post,
  { reason, decision: id }: ChairsLeave,
  around: Pick<Around, 'find' | 'today'>,
): Result<null> {
  if (reason.trim() === '') return fail('chair/no-reason', { field: 'reason' });
  if (actor === 'chair') return ok(null);
  const decision = id === null ? undefined : around.find(id);
  const isTheChairs =
    decision?.kind === 'decision' && decision.body === 'chair' && decision.on <= around.today;
  return isTheChairs ? ok(null) : fail('chair/needed', { field: 'decision' });
}

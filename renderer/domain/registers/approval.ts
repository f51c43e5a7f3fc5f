/** Approvals by the Steering Committee (clause GOVERN): decisions that a record rests on. */
import { type Result, fail, ok } from '../errors.ts';
import type { Around } from './register.ts';

/**
 * Whether this is a decision of the Steering Committee of a day that has come; a draft, which rests on none, passes. That
 * it approves nothing else is checked where every register is known (decision-use.ts).
 * Errors: approval/not-committee, record/in-future; both name the field.
 */
export function checkApproval(id: string | null, around: Around): Result<null> {
  if (id === null) return ok(null);
  const decision = around.find(id);
  if (decision?.kind !== 'decision' || decision.body !== 'committee')
    return fail('approval/not-committee', { field: 'decision' });
  return decision.on > around.today ? fail('record/in-future', { field: 'decision' }) : ok(null);
}

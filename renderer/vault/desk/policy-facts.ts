/** The registers and the trail by count: what the clauses of the policy are told by. */
import {
  type ClauseState,
  type KindFacts,
  type PolicyFacts,
  clauseState,
} from '../../domain/clause-state.ts';
import { CLAUSES } from '../../domain/clauses.ts';
import type { Kind } from '../../domain/kinds.ts';
import type { Around, Due } from '../../domain/registers/register.ts';
import { KINDS, registerOf } from '../../domain/registers/table.ts';
import type { TrailAction } from '../../domain/trail.ts';
import { aroundOf } from './around.ts';
import type { OpenContext } from './context.ts';

/** Counts each register. Only those with states, dues or clocks are read; of the others, people first, it is known how many there are. */
export function policyFacts(context: OpenContext): PolicyFacts {
  const actions = new Map<TrailAction, number>();
  for (const { action } of context.session.state.trail())
    actions.set(action, (actions.get(action) ?? 0) + 1);
  return { kinds: new Map(KINDS.map((kind) => [kind, factsOf(kind, context)])), actions };
}

/** Each clause of the policy as it stands. */
export function clauseStates(context: OpenContext): ({ id: string } & ClauseState)[] {
  const facts = policyFacts(context);
  return CLAUSES.map((clause) => ({ id: clause.id, ...clauseState(clause, facts) }));
}

function factsOf<K extends Kind>(kind: K, context: OpenContext): KindFacts {
  const { state, dues, inTime, isHidden } = registerOf(kind);
  const around = aroundOf(context);
  const byState: Record<string, number> = {};
  const facts = { total: 0, overdue: 0, inTime: 0, late: 0 };
  if (!state && !dues && !inTime && !isHidden)
    return { ...facts, byState, total: context.session.state.count(kind) };
  for (const record of around.all(kind)) {
    if (isHidden?.(record, around)) continue;
    facts.total += 1;
    const name = state?.(record, around);
    if (name !== undefined) byState[name] = (byState[name] ?? 0) + 1;
    facts.overdue += dues?.(record, around).filter((due) => isOverdue(due, around)).length ?? 0;
    const kept = inTime?.(record, around) ?? null;
    if (kept !== null) facts[kept ? 'inTime' : 'late'] += 1;
  }
  return { ...facts, byState };
}

function isOverdue({ due, at }: Due, { today, now }: Around): boolean {
  return at !== undefined ? at < now : due !== null && due < today;
}

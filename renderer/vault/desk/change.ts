import { type Result, fail, ok } from '../../domain/errors.ts';
import type { AnyRecord } from '../../domain/kinds.ts';
import type { TrailAction } from '../../domain/trail.ts';
import type { Changed } from '../protocol.ts';
import type { OpenContext } from './context.ts';
import type { Change } from '../log.ts';
import type { Step } from './desk.ts';

const UNDO_STEPS = 200;

/** Makes changes durable as one commit and remembers the step for undo. */
export async function applyChanges(
  changes: readonly Change[],
  action: TrailAction,
  { session, desk, now }: OpenContext,
): Promise<Result<Changed>> {
  const done = await session.commit(changes, action, now);
  if (!done.ok) return done;
  desk.undo.push({ changes, sequence: done.value.sequence, action });
  if (desk.undo.length > UNDO_STEPS) desk.undo.shift();
  desk.redo.length = 0;
  return ok(describe(changes, done.value.sequence));
}

/** Commits the inverse of a step; refused with record/changed-since when a record has moved on. */
export async function invert(step: Step, context: OpenContext): Promise<Result<Step>> {
  const { session, now } = context;
  for (const { id, after } of step.changes) {
    const held = session.state.get(id);
    const untouched = after === null ? held === undefined : held?.revision === step.sequence;
    if (!untouched) return fail('record/changed-since');
  }
  const changes = step.changes.map(({ id, before, after }) => ({
    id,
    before: after,
    after: before,
  }));
  const done = await session.commit(changes, 'undone', now);
  return done.ok ? ok({ changes, sequence: done.value.sequence, action: step.action }) : done;
}

/** What the screen needs to refresh after a commit. */
export function describe(changes: readonly Change[], revision: number): Changed {
  const kinds = new Set<AnyRecord['kind']>();
  for (const { before, after } of changes) {
    if (before) kinds.add(before.kind);
    if (after) kinds.add(after.kind);
  }
  return { ids: changes.slice(0, 500).map((c) => c.id), kinds: [...kinds], revision };
}

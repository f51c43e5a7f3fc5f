import { type Result, ok } from '../../domain/errors.ts';
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
  desk.undo.push({ changes, action });
  if (desk.undo.length > UNDO_STEPS) desk.undo.shift();
  desk.redo.length = 0;
  return ok(describe(changes, done.value.sequence));
}

/** The step that turns another back. The commit refuses it with record/changed-since when a record has moved on. */
export function inverse({ changes, action }: Step): Step {
  return {
    changes: changes.map(({ id, before, after }) => ({ id, before: after, after: before })),
    action,
  };
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

/** Undo and redo of the last change, in the vault. */
import type { Result } from '../domain/errors.ts';
import { TRAIL_ACTIONS } from '../domain/trail.ts';
import { vault } from '../vault/client.ts';

/** Undoes the last change; answers what it was, in words. */
export async function undo(): Promise<Result<string>> {
  const reply = await vault().ask('undo', {});
  return reply.ok ? { ok: true, value: TRAIL_ACTIONS[reply.value.undone] } : reply;
}

/** Does again what was undone last; answers what it was, in words. */
export async function redo(): Promise<Result<string>> {
  const reply = await vault().ask('redo', {});
  return reply.ok ? { ok: true, value: TRAIL_ACTIONS[reply.value.undone] } : reply;
}

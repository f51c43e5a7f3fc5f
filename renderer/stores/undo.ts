/** Undo and redo of the last change, in the vault. */
import type { Result } from '../domain/errors.ts';
import { registerOf } from '../domain/registers/table.ts';
import { TRAIL_ACTIONS, type TrailAction } from '../domain/trail.ts';
import { vault } from '../vault/client.ts';
import type { Changed } from '../vault/protocol.ts';

/** Undoes the last change; answers what it was, in words. */
export async function undo(): Promise<Result<string>> {
  const reply = await vault().ask('undo', {});
  return reply.ok ? { ok: true, value: inWords(reply.value) } : reply;
}

/** Does again what was undone last; answers what it was, in words. */
export async function redo(): Promise<Result<string>> {
  const reply = await vault().ask('redo', {});
  return reply.ok ? { ok: true, value: inWords(reply.value) } : reply;
}

/** What is done to any kind of record: its words say what only beside the kind. */
const OF_ANY_KIND: readonly TrailAction[] = ['added', 'edited', 'removed'];

/** `enquiry added`, `consent withdrawn`. */
function inWords({ undone, kinds }: Changed & { undone: TrailAction }): string {
  const words = TRAIL_ACTIONS[undone].toLowerCase();
  // The record that was changed by hand comes first, before what followed from it.
  const [kind] = kinds;
  return kind && OF_ANY_KIND.includes(undone) ? `${registerOf(kind).one} ${words}` : words;
}

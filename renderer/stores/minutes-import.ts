/** Old minutes from a Word file: chosen, read by the vault, looked at on the screen, and kept when that is said. */
import { type Result, ok } from '../domain/errors.ts';
import { vault } from '../vault/client.ts';
import type { MeetingId } from '../domain/ids.ts';
import type { Changed, GivenFile, MinutesFound, VaultAsk } from '../vault/protocol.ts';

export type { MinutesFound } from '../vault/protocol.ts';

/** Shows the open dialog for a Word file. null: cancelled. */
export async function chooseWordFile(): Promise<Result<GivenFile | null>> {
  const chosen = await window.host.ask('chooseFile', { kind: 'minutes' });
  if (!chosen.ok || !chosen.value) return chosen.ok ? ok(null) : chosen;
  const { handle, size } = chosen.value;
  return ok({ handle, size });
}

/** Reads the file, of a meeting that is here or not known yet (null); nothing of it is kept. A signal that is aborted gives `wall/cancelled`. */
export async function readMinutes(
  from: GivenFile,
  meeting: MeetingId | null,
  signal: AbortSignal,
  onProgress: (progress: { done: number; total: number }) => void,
): Promise<Result<MinutesFound>> {
  const found = await vault().ask('minutes.read', { from, meeting }, { signal, onProgress });
  if ('handle' in from) await window.host.ask('forgetHandle', { handle: from.handle });
  return found;
}

/** Keeps minutes that were read and looked at; `meeting` where theirs is new, `attendance` where it is here. */
export function bringMinutes(brought: VaultAsk<'minutes.bring'>): Promise<Result<Changed>> {
  return vault().ask('minutes.bring', brought);
}

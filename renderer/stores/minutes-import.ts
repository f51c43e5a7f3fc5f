/** Old minutes from a Word file: chosen, read by the vault, looked at on the screen, and kept when that is said. */
import { type Result, ok } from '../domain/errors.ts';
import type { Meeting, Minutes } from '../domain/meeting.ts';
import { vault } from '../vault/client.ts';
import type { Changed, GivenFile, MinutesFound } from '../vault/protocol.ts';

export type { MinutesFound } from '../vault/protocol.ts';

/** Shows the open dialog for a Word file. null: cancelled. */
export async function chooseWordFile(): Promise<Result<GivenFile | null>> {
  const chosen = await window.host.ask('chooseFile', { kind: 'minutes' });
  if (!chosen.ok || !chosen.value) return chosen.ok ? ok(null) : chosen;
  const { handle, size } = chosen.value;
  return ok({ handle, size });
}

/** Reads the file; nothing of it is kept. A signal that is aborted gives `wall/cancelled`. */
export async function readMinutes(
  from: GivenFile,
  signal: AbortSignal,
  onProgress: (progress: { done: number; total: number }) => void,
): Promise<Result<MinutesFound>> {
  const found = await vault().ask('minutes.read', { from }, { signal, onProgress });
  if ('handle' in from) await window.host.ask('forgetHandle', { handle: from.handle });
  return found;
}

/** Keeps minutes that were read and looked at; `meeting` where theirs is new. */
export function bringMinutes(meeting: Meeting | null, minutes: Minutes): Promise<Result<Changed>> {
  return vault().ask('minutes.bring', { meeting, minutes });
}

/** The way out of what leaves as something else than pages: its bytes, then the trail, then its place (see noting.ts). */
import { type Result, fail, ok } from '../../domain/errors.ts';
import type { Outgoing } from '../../domain/outgoing.ts';
import { appendAll, writeInPieces } from '../files.ts';
import type { Noted } from '../session.ts';
import { type Leaver, note, noteUnfinished } from './noting.ts';

/** Nothing else is noted. */
export function exported(about: readonly string[], left: Outgoing): Noted {
  return { action: 'exported', about, changes: [], left };
}

/** Writes it whole to a handle of the save dialog. Errors: those of the disk and of Session.commit, wall/cancelled. */
export async function leaveAsFile(
  bytes: Result<Uint8Array>,
  to: string,
  told: Noted,
  leaver: Leaver,
): Promise<Result<null>> {
  if (!bytes.ok) return bytes;
  return leaveInPieces(() => appendAll(leaver.host, to, bytes.value, leaver), to, told, leaver);
}

/** The same of a file that is not held whole. @param append writes all of it under no name */
export async function leaveInPieces(
  append: () => Promise<Result<null>>,
  to: string,
  told: Noted,
  leaver: Leaver,
): Promise<Result<null>> {
  let isNoted = false;
  const written = await writeInPieces(leaver.host, to, append, async () => {
    const kept = await note([told], leaver);
    isNoted = kept.ok;
    return kept;
  });
  if (!written.ok && isNoted) await noteUnfinished([told], leaver);
  return written;
}

/** What the host takes for the clipboard, characters. */
const LONGEST_COPY = 100_000;

/** Hands it over for the clipboard. Errors: document/too-long-to-copy, and then it is in no trail. */
export async function leaveAsText(
  text: Result<string>,
  told: Noted,
  leaver: Leaver,
): Promise<Result<{ text: string }>> {
  if (!text.ok) return text;
  if (text.value.length > LONGEST_COPY) return fail('document/too-long-to-copy');
  const kept = await note([told], leaver);
  return kept.ok ? ok({ text: text.value }) : kept;
}

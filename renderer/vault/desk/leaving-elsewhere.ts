/** The way out of a document that leaves as something else than pages: into the trail, then to its place. */
import { type Result, fail, ok } from '../../domain/errors.ts';
import type { TrailAction } from '../../domain/trail.ts';
import { writeWhole } from '../files.ts';
import type { Change } from '../log.ts';
import type { Session } from '../session.ts';
import type { Context } from './context.ts';

/** What the trail says of it. */
interface Told {
  readonly action: TrailAction;
  /** The records in it. */
  readonly ids: readonly string[];
  /** What is noted in the same step: that a letter went. */
  readonly changes: readonly Change[];
}

/** A reader without a vault keeps no trail. */
interface Leaver extends Pick<Context, 'host' | 'now' | 'progress' | 'cancelled'> {
  readonly session: Session | null;
}

/** Nothing else is noted. */
export function exported(ids: readonly string[]): Told {
  return { action: 'exported', ids, changes: [] };
}

/** Writes it whole to a handle of the save dialog; it is in the trail before the file appears. */
export async function leaveAsFile(
  bytes: Result<Uint8Array>,
  to: string,
  told: Told,
  leaver: Leaver,
): Promise<Result<null>> {
  if (!bytes.ok) return bytes;
  return writeWhole(leaver.host, to, bytes.value, leaver, () => keep(told, leaver));
}

/** What the host takes for the clipboard, characters. */
const LONGEST_COPY = 100_000;

/** Hands it over for the clipboard. Errors: document/too-long-to-copy, and then it is in no trail. */
export async function leaveAsText(
  text: Result<string>,
  told: Told,
  leaver: Leaver,
): Promise<Result<{ text: string }>> {
  if (!text.ok) return text;
  if (text.value.length > LONGEST_COPY) return fail('document/too-long-to-copy');
  const kept = await keep(told, leaver);
  return kept.ok ? ok({ text: text.value }) : kept;
}

function keep({ action, ids, changes }: Told, { session, now }: Leaver): Promise<Result<unknown>> {
  return session ? session.commit(changes, action, now, ids) : Promise.resolve(ok(null));
}

/**
 * What the trail says of everything that leaves (clause AUDIT). The rule: nothing leaves that is not in the trail.
 *
 * 1. All that can be done before is done before: the bytes lie on the disk under no name, the pages are counted. What
 *    fails or is cancelled so far is in no trail.
 * 2. The entry is made durable, one for each copy and all of them together.
 * 3. The one last step: the file takes its name, the printer or the clipboard gets the document. What fails or is
 *    cancelled here is followed by an entry that says so. The first stays: a printer that failed may have printed, and a
 *    file may have its name though the disk answered otherwise.
 *
 * When the power is cut, or the vault locked, between 2 and 3, the trail has something that did not leave: never the
 * other way round.
 */
import { type Result, ok } from '../../domain/errors.ts';
import type { Noted, Session } from '../session.ts';
import { inverse } from './change.ts';
import type { Context } from './context.ts';

/** Who lets something out. A reader without a vault keeps no trail. */
export interface Leaver extends Pick<Context, 'host' | 'now' | 'desk' | 'progress' | 'cancelled'> {
  readonly session: Session | null;
}

/** Step 2: all of these entries or none. Errors: those of Session.commit. */
export async function note(
  entries: readonly Noted[],
  { session, now }: Leaver,
): Promise<Result<unknown>> {
  return session ? session.commitAll(entries, now) : ok(null);
}

/** After a step 3 that failed or was cancelled: says so, and takes back what was noted with it, that a letter went. */
export async function noteUnfinished(
  entries: readonly Noted[],
  { session, now }: Pick<Leaver, 'session' | 'now'>,
): Promise<void> {
  if (!session) return;
  const back = entries.map((entry): Noted => ({
    ...entry,
    action: 'unfinished',
    changes: inverse(entry).changes,
  }));
  const done = await session.commitAll(back, now);
  if (done.ok || done.error.code !== 'record/changed-since') return;
  // Somebody has changed the letter's record meanwhile: it stays as it is now.
  await session.commitAll(
    back.map((entry) => ({ ...entry, changes: [] })),
    now,
  );
}

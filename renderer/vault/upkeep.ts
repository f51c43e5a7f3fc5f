/**
 * What the vault does unasked while it is open: folding and backups when it rests, the header's floor as time goes by,
 * and once after each unlock the sealed files that nothing names any more (not for a month after a restore), and the full
 * trail.
 */
import { filesNamed } from './desk/attaching.ts';
import type { Desk } from './desk/desk.ts';

const REST_MS = 300;
/** After a crash, a store that was cut shows as far as the last floor. */
const FLOOR_EVERY_MS = 5 * 60_000;
/** What a restored backup does not name, a newer one may: its files stay so long. */
const KEPT_AFTER_RESTORE_MS = 31 * 24 * 60 * 60_000;
/** How often the places of backups are looked at: a disk may have come back. */
const BACKUP_LOOK_MS = 60 * 60_000;

/**
 * Starts the upkeep of whatever session is open. What fails leaves the store and the header as they were, and is
 * tried again. Answers what is called after each request: `now` is the request's, in milliseconds UTC.
 * @param tendBackups makes those that are due, and seals anew those that have to be.
 */
export function startUpkeep(
  desk: Pick<Desk, 'session' | 'undo' | 'redo' | 'trailDamage'>,
  tendBackups: (now: number) => void,
): (now: number) => void {
  let resting: ReturnType<typeof setTimeout> | undefined;
  let floor = -1;
  let swept: Desk['session'] = null;
  let lookedAt = Number.NEGATIVE_INFINITY;

  const writeFloor = async () => {
    const { session } = desk;
    const revision = session?.state.revision ?? floor;
    // Each floor is two files made durable: none for nothing.
    if (!session || revision === floor) return;
    const written = await session.writeFloor();
    if (written.ok) floor = revision;
  };
  setInterval(() => void writeFloor(), FLOOR_EVERY_MS);

  const atRest = async (now: number) => {
    const { session } = desk;
    await session?.foldWhenDue(now);
    if (!session || session === swept) return;
    swept = session;
    const isRestored = session.state
      .trail()
      .some(({ action, at }) => action === 'restored' && now - at < KEPT_AFTER_RESTORE_MS);
    if (!isRestored) await session.blobs.sweep(() => filesNamed(desk));
    // Unlocking has checked the chain since the last fold; this is all that came before it.
    const checked = await session.verifyTrail();
    if (desk.session === session) desk.trailDamage = checked.ok ? null : checked.error;
  };

  return (now) => {
    clearTimeout(resting);
    resting = setTimeout(() => {
      void atRest(now);
      // Also when the clock went backwards.
      if (!desk.session || Math.abs(now - lookedAt) < BACKUP_LOOK_MS) return;
      lookedAt = now;
      tendBackups(now);
    }, REST_MS);
  };
}

/**
 * What was erased after a backup was made stays erased when it is restored (clause ERASE): the certificates that the
 * present store and newer backups know are carried over, and their ids go from the restored vault, by new epochs.
 */
import type { Erasure } from '../../domain/erasure.ts';
import { type Result, ok } from '../../domain/errors.ts';
import { finishErasures, removalOf } from '../erasing.ts';
import type { BackupPort } from '../host-port.ts';
import { KEY_NAMES } from '../keys.ts';
import type { Session } from '../open-session.ts';
import type { Opener } from '../vault.ts';
import { openInMemory } from './in-memory.ts';
import { fileIn, generationsIn, ownAmong, readBackup } from './read.ts';
import { ownerOf } from './write.ts';

/** The certificates in the newest backup of each place that is there, where it is newer than what is restored. */
export async function erasuresInPlaces(
  port: BackupPort,
  restored: Session,
  opener: Opener,
): Promise<Erasure[]> {
  const places = await port.backupPlaces();
  const found: Erasure[] = [];
  for (const { id: place } of places.ok ? places.value : []) {
    const generations = await generationsIn(port, place, ownerOf(restored));
    const [newest] = generations.ok ? ownAmong(generations.value) : [];
    if (!newest || newest.sequence <= restored.state.revision) continue;
    const read = await readBackup(fileIn(port, { place, name: newest.name }));
    const opened = read.ok ? await openInMemory(read.value, opener) : read;
    // One that does not open with what was given cannot be asked.
    if (opened.ok) found.push(...opened.value.session.state.all('erasure'));
  }
  return found;
}

/**
 * Removes what these certificates name, and keeps them. Errors: those of `commit` and `newEpoch`.
 * @param now milliseconds UTC.
 */
export async function replayErasures(
  session: Session,
  known: readonly Erasure[],
  now: number,
): Promise<Result<null>> {
  const missing = new Map<string, Erasure>();
  for (const one of known) if (!session.state.get(one.id)) missing.set(one.id, one);
  if (missing.size === 0) return ok(null);
  const certificates = [...missing.values()];
  const erased = certificates.flatMap((one) => one.erased.map(({ id }) => id));
  // Of this vault's own epochs: the restored keys, too, have to be left behind.
  const epochOf = new Map<string, number>(KEY_NAMES.map((name) => [name, session.epochOf(name)]));
  const kept = certificates.map((one) => ({
    id: one.id,
    before: null,
    after: {
      ...one,
      epochs: one.epochs.map(({ name, epoch }) => ({ name, epoch: epochOf.get(name) ?? epoch })),
    },
  }));
  const changes = [...removalOf(erased, session.state), ...kept];
  const removed = await session.commit(changes, 'erased', now, erased);
  return removed.ok ? finishErasures(session, now) : removed;
}

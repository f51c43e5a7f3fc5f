/**
 * What was erased after a backup was made stays erased when it is restored (clause ERASE): the certificates that the
 * present store and newer backups know are carried over, and their ids go from the restored vault, by new epochs.
 */
import type { Erasure } from '../../domain/erasure.ts';
import { type Result, fail } from '../../domain/errors.ts';
import { finishErasures, removalOf } from '../erasing.ts';
import type { BackupPort } from '../host-port.ts';
import type { Session } from '../open-session.ts';
import type { Opener } from '../vault.ts';
import { type InMemory, openInMemory } from './in-memory.ts';
import { FOREIGN, type ReadBackup, fileIn, generationsIn, isAhead, readBackup } from './read.ts';
import { ownerOf } from './write.ts';

/** What the places of backups know to be erased. */
export interface Asked {
  readonly erasures: readonly Erasure[];
  /** Names of places with a newer backup that does not open: what was erased since may come back. */
  readonly unasked: readonly string[];
}

/**
 * The certificates in the backups of each place that is there, as far as they hold what the restored one has not. They are
 * opened by the profile of what is restored, whatever the ways in have become; after a renewal by what was typed.
 */
export async function erasuresInPlaces(
  port: BackupPort,
  restored: Session,
  opener: Opener,
): Promise<Asked> {
  const places = await port.backupPlaces();
  const erasures: Erasure[] = [];
  const unasked: string[] = [];
  for (const { id: place, name: placeName, here } of places.ok ? places.value : []) {
    if (!here) continue;
    const generations = await generationsIn(port, place, ownerOf(restored));
    if (!generations.ok) unasked.push(placeName);
    const newer = (generations.ok ? generations.value : []).filter(({ sequence, listed }) =>
      listed.ok
        ? isAhead(listed.value.manifest, {
            revision: restored.state.revision,
            linkAt: (at) => restored.linkAt(at),
          })
        : sequence > restored.state.revision && !FOREIGN.includes(listed.error.code),
    );
    for (const { name } of newer) {
      const read = await readBackup(fileIn(port, { place, name }));
      const opened = read.ok ? await openAsOwn(read.value, restored, opener) : read;
      // Each of them: an earlier restoring may have left generations of another course.
      if (opened.ok) erasures.push(...opened.value.session.state.all('erasure'));
      else if (!unasked.includes(placeName)) unasked.push(placeName);
    }
  }
  return { erasures, unasked };
}

async function openAsOwn(
  read: ReadBackup,
  restored: Session,
  opener: Opener,
): Promise<Result<InMemory>> {
  const profile = restored.profile.secret();
  const opened = await openInMemory(read, { profile });
  if (opened.ok) return opened;
  const later = await openInMemory(read, opener);
  // It opens, and is by somebody who follows on this profile: another's word erases nothing.
  if (!later.ok || follows(later.value.session, restored)) return later;
  return fail('backup/forged');
}

/** Whether an open vault is by the profile of another, or by one that it was renewed to. */
function follows(later: Session, { vaultId, profile }: Session): boolean {
  const { verifyKey } = profile.secret();
  const { verifyKey: present, former } = later.profile.secret();
  const keys = [present, ...former.map((one) => one.verifyKey)];
  return later.vaultId === vaultId && keys.includes(verifyKey);
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
  // It may hold a certificate whose epoch was never made.
  if (missing.size === 0) return finishErasures(session, now);
  const certificates = [...missing.values()];
  const erased = certificates.flatMap((one) => one.erased.map(({ id }) => id));
  // Of this vault's own epochs: the restored keys, too, have to be left behind.
  const epochOf = new Map<string, number>(
    session.held().map((name) => [name, session.epochOf(name)]),
  );
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

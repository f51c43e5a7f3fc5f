/**
 * Restoring. A backup is opened and checked in memory as a vault is, compared with what is here, and only then, in one
 * transaction, takes its place.
 */
import type { Erasure } from '../../domain/erasure.ts';
import { type Result, fail, ok } from '../../domain/errors.ts';
import { attachmentsOf } from '../../domain/attachment.ts';
import { utf8 } from '../bytes.ts';
import { type Header, headerSigned, readGenerations, readHeader } from '../header.ts';
import type { BackupPort, KeyFilePort } from '../host-port.ts';
import { blobsNamed, recordsWithFiles } from '../named-files.ts';
import type { Session } from '../open-session.ts';
import { type Opener, type VaultPlaces, unlockVault } from '../vault.ts';
import { type BackupSource, type BlobEntry, soundBlobs } from './blob-files.ts';
import { type Progress, type ReadAt, readManifest } from './format.ts';
import { openInMemory } from './in-memory.ts';
import { putInPlace } from './put-in-place.ts';
import { readBackup } from './read.ts';
import { erasuresInPlaces, replayErasures } from './replay.ts';

/** What a backup tells without any key. */
export interface BackupFacts {
  readonly vaultName: string;
  /** Milliseconds UTC. */
  readonly madeAt: number;
  /** Changes since the vault was made. */
  readonly changes: number;
}

/** How a backup stands to what is on this computer. Numbers are of changes. */
export type Comparison =
  /** There is no vault here. */
  | { readonly state: 'nothing-here' }
  /** The key file is here and the store is gone; it knew of so many changes that the backup does not have. */
  | { readonly state: 'store-missing'; readonly lost: number }
  | { readonly state: 'same' }
  | { readonly state: 'backup-newer'; readonly by: number }
  | { readonly state: 'store-newer'; readonly by: number }
  /** Both went on from a common change, each in its own way. */
  | { readonly state: 'forked'; readonly here: number; readonly backup: number }
  /** What is here does not open with what was given; its key file knew of so many changes that the backup has not. */
  | { readonly state: 'unreadable'; readonly lost: number };

/** The attached files of a backup. */
export interface FilesBeside {
  /** That its records name. */
  readonly named: number;
  /** Of these, those that are missing beside it or damaged: they cannot be brought back from it. */
  readonly lost: number;
}

/** A backup that is open in memory and has replaced nothing yet. */
export interface Restoring {
  readonly comparison: Comparison;
  readonly files: FilesBeside;
  /** Names of places whose newer backups could not be asked what was erased for good since: it may come back. */
  readonly unasked: readonly string[];
  /** Puts the backup in the place of what is here. Errors: vault/store-closed and file/gone (nothing was changed), those of the disk. */
  finish(now: number): Promise<Result<Session>>;
}

/** States in which nothing here could be read. */
const UNREAD: readonly Comparison['state'][] = ['nothing-here', 'store-missing', 'unreadable'];

/** Whether restoring replaces something that may be of use: it then takes a word to confirm it. */
export function replacesSomething({ state }: Comparison): boolean {
  return state !== 'nothing-here' && state !== 'store-missing';
}

/** Errors: those of readManifest. */
export async function lookAtBackup(readAt: ReadAt): Promise<Result<BackupFacts>> {
  const listed = await readManifest(readAt);
  if (!listed.ok) return listed;
  const { header, madeAt, head } = listed.value.manifest;
  const read = readHeader(utf8(header));
  if (!read.ok) return read;
  return ok({ vaultName: read.value.body.vaultName, madeAt, changes: head.sequence });
}

/**
 * Reads, opens and checks a backup, and compares it with what is here; changes nothing.
 * Errors: those of readBackup and openInMemory; backup/other-vault, vault/header-newer, those of the disk.
 */
export async function openBackup(
  places: VaultPlaces,
  port: BackupPort,
  source: BackupSource,
  opener: Opener,
  progress?: Progress,
): Promise<Result<Restoring>> {
  const read = await readBackup(source.readAt, progress);
  if (!read.ok) return read;
  const inMemory = await openInMemory(read.value, opener);
  if (!inMemory.ok) return inMemory;
  const { session } = inMemory.value;
  const compared = await compare(places, session, opener);
  if (!compared.ok) return compared;
  const { comparison, erasures } = compared.value;
  // They keep no record from being restored.
  const sound = await soundBlobs(source.beside, read.value.manifest, progress);
  if (!sound.ok) return sound;
  const asked = await erasuresInPlaces(port, session, opener);
  let noted = false;
  return ok({
    comparison,
    files: filesBeside(session, sound.value),
    unasked: asked.unasked,
    async finish(now) {
      // Before the rows are put: what was erased never comes back to this disk.
      const replayed = await replayErasures(session, [...erasures, ...asked.erasures], now);
      if (!replayed.ok) return replayed;
      const named = blobsNamed(session.state);
      const blobs = sound.value.filter(({ id }) => named.has(id));
      // Among its rows when they are put, so that no unlock misses it: what nothing names is not swept for a while.
      noted ||= (await session.commit([], 'restored', now)).ok;
      if (!noted) return fail('vault/store-closed');
      const mayReplace = UNREAD.includes(comparison.state);
      return putInPlace(places, inMemory.value, { source, blobs, mayReplace }, opener);
    },
  });
}

function filesBeside({ state }: Session, sound: readonly BlobEntry[]): FilesBeside {
  const whole = new Set(sound.map(({ id }) => id));
  const files = [...recordsWithFiles(state)].flatMap(attachmentsOf);
  return { named: files.length, lost: files.filter(({ blob }) => !whole.has(blob.id)).length };
}

interface Compared {
  readonly comparison: Comparison;
  /** What the present vault knows to be erased, as far as it opens. */
  readonly erasures: readonly Erasure[];
}

const compared = (comparison: Comparison, erasures: readonly Erasure[] = []): Result<Compared> =>
  ok({ comparison, erasures });

async function compare(
  places: VaultPlaces,
  backup: Session,
  opener: Opener,
): Promise<Result<Compared>> {
  const files = await places.host.headerRead();
  if (!files.ok) return files;
  const headers = readGenerations(files.value);
  if (!headers.ok) {
    if (headers.error.code === 'vault/none') return compared({ state: 'nothing-here' });
    return headers.error.code === 'vault/header-damaged'
      ? compared({ state: 'unreadable', lost: 0 })
      : headers;
  }
  const [newest] = headers.value;
  if (newest.body.vaultId !== backup.vaultId) return fail('backup/other-vault');
  const present = await openPresent(places, backup, opener);
  if (present.ok) {
    const erasures = [...present.value.state.all('erasure')];
    const isWhole = present.value.damage === null;
    const comparison = isWhole ? compareChains(present.value, backup) : null;
    await present.value.close();
    if (comparison) return compared(comparison, erasures);
    return compared({ state: 'unreadable', lost: lostBy(headers.value, backup) }, erasures);
  }
  const lost = lostBy(headers.value, backup);
  const isMissing = present.error.code === 'vault/store-missing';
  return compared({ state: isMissing ? 'store-missing' : 'unreadable', lost });
}

/**
 * The vault that is here, to be looked at: not even its floor is written. By the profile of the backup, so that it opens
 * also where the ways in were changed since; after a renewal by what was typed.
 */
async function openPresent(
  places: VaultPlaces,
  backup: Session,
  opener: Opener,
): Promise<Result<Session>> {
  const host: KeyFilePort = {
    headerRead: () => places.host.headerRead(),
    headerWrite: async () => ok(null),
  };
  const looked = { ...places, host };
  const profile = backup.profile.secret();
  const present = await unlockVault(looked, { profile }, 'read-only');
  if (present.ok || present.error.code === 'vault/store-missing') return present;
  const typed = await unlockVault(looked, opener, 'read-only');
  return typed.ok ? typed : present;
}

/** Changes that the key file here knows of and the backup does not have. It is believed when the same hand wrote it. */
function lostBy(headers: readonly Header[], backup: Session): number {
  const own = headers.filter((header) => headerSigned(header, [backup.profile.card.verifyKey]));
  const floors = own.map(({ body }) => body.floor.sequence - backup.state.revision);
  return Math.max(0, ...floors);
}

/** Compares two chains of one vault. */
function compareChains(here: Session, backup: Session): Comparison {
  const ends = [here.state.revision, backup.state.revision] as const;
  const common = lastCommon(here, backup, Math.min(...ends));
  const [ahead, behind] = [ends[0] - common, ends[1] - common];
  if (ahead === 0) return behind === 0 ? { state: 'same' } : { state: 'backup-newer', by: behind };
  if (behind === 0) return { state: 'store-newer', by: ahead };
  return { state: 'forked', here: ahead, backup: behind };
}

/** The last sequence whose link is the same in both; links that differ once differ ever after. */
function lastCommon(one: Session, other: Session, upTo: number): number {
  let [low, high] = [0, upTo];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (one.linkAt(middle) === other.linkAt(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

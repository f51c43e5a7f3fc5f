/**
 * Making backups: sealed files and sealed rows to every place that lacks them, each read back before it has its name,
 * then pruned.
 */
import { type BackupName, backupName, keptBackups } from '../../domain/backup-plan.ts';
import type { PlainDate } from '../../domain/dates.ts';
import { type Failure, type Result, fail, ok } from '../../domain/errors.ts';
import { type About, type Encoded, type ReadAt, encodeBackup } from './format.ts';
import {
  type OwnGeneration,
  type Owner,
  checkBackup,
  generationsIn,
  isAhead,
  ownAmong,
  shortId,
} from './read.ts';
import type { BlobEntry } from './blob-files.ts';
import type { Watched } from './watched.ts';
import { type Files, dropUnlisted, listFiles, missingIn, putFiles } from './write-blobs.ts';
import { wipe } from '../bytes.ts';
import type { BackupFile, BackupPlace, BackupPort } from '../host-port.ts';
import { KEY_NAMES } from '../keys.ts';
import { blobsNamed } from '../named-files.ts';
import type { Session, Snapshot } from '../open-session.ts';

/** How one place came out of it. */
export interface Outcome {
  readonly place: string;
  /** `made`: a new backup is there, read back; `fresh`: there was one of this very state already. */
  readonly state: 'made' | 'fresh' | 'absent' | 'failed';
  /** Of one that was made: backup/files-left-out, when attached files could not be copied with it. */
  readonly failure: Failure | null;
}

export interface Occasion extends Watched {
  /** Milliseconds UTC. */
  readonly now: number;
  /** The same day in the vault's time zone, for the name. */
  readonly day: PlainDate;
}

/** Whose backups an open vault believes. */
export function ownerOf(session: Session): Owner {
  const { verifyKey, former } = session.profile.secret();
  return { vaultId: session.vaultId, signers: [verifyKey, ...former.map((one) => one.verifyKey)] };
}

/**
 * The certificates (ids) of what opens with no key of an open vault any more. One whose epoch has not begun, or is not
 * finished, is not among them: a backup that is made meanwhile still holds what was erased.
 */
export function certificatesOf(session: Session): string[] {
  const held = new Map<string, number>(
    KEY_NAMES.map((name) => [name, session.oldestEpochOf(name)]),
  );
  const settled = [...session.state.all('erasure')].filter(({ epochs }) =>
    epochs.every(({ name, epoch }) => epoch < (held.get(name) ?? Infinity)),
  );
  return settled.map(({ id }) => id);
}

/**
 * Backs up to every place that is there and has no backup of this state yet. What a place lets go of afterwards is
 * decided by domain/backup-plan.ts. Errors: those of the host's disk and of session.snapshot; what happened in each
 * place is its outcome, with the errors of BackupPort and backup/ahead.
 */
export async function backUp(
  port: BackupPort,
  session: Session,
  occasion: Occasion,
): Promise<Result<Outcome[]>> {
  const places = await port.backupPlaces();
  if (!places.ok) return places;
  const outcomes: Outcome[] = [];
  const known = new Map<string, BlobEntry>();
  let content: Result<Content> | null = null;
  for (const place of places.value) {
    const found = await generationsFor(port, place.id, session);
    for (const { manifest } of found.ok ? found.value : [])
      for (const entry of manifest.blobs) known.set(entry.id, entry);
    const due = found.ok ? await isDue(port, place, found.value, session) : found;
    if (found.ok && due.ok && due.value) {
      content ??= await contentOf(session, known, occasion);
      if (!content.ok && content.error.code !== 'wall/cancelled') return content;
      const made = content.ok
        ? await backUpTo(port, place.id, found.value, session, content.value, occasion)
        : content;
      outcomes.push(made.ok ? made.value : notMade(place.id, made.error));
    } else if (due.ok) outcomes.push({ place: place.id, state: 'fresh', failure: null });
    else outcomes.push(notMade(place.id, due.error));
  }
  return ok(outcomes);
}

function notMade(place: string, failure: Failure): Outcome {
  const absent = failure.code === 'backup/place-absent';
  return { place, state: absent ? 'absent' : 'failed', failure };
}

/** All of a vault at one moment. */
interface Content {
  readonly encoded: Encoded;
  readonly files: Files;
}

async function contentOf(
  session: Session,
  known: ReadonlyMap<string, BlobEntry>,
  { now, cancelled }: Occasion,
): Promise<Result<Content>> {
  const erasures = certificatesOf(session);
  // Before and after: a change may be written meanwhile.
  const before = blobsNamed(session.state);
  const snapshot = await session.snapshot();
  if (!snapshot.ok) return snapshot;
  const named = new Map([...before, ...blobsNamed(session.state)]);
  const files = await listFiles(session, named, known, { cancelled });
  if (!files.ok) return files;
  const about = { madeAt: now, erasures, blobs: files.value.entries };
  const encoded = await signed(session, snapshot.value, about);
  return ok({ encoded, files: files.value });
}

/** Lists and signs what is sealed, with the profile's own key. */
export async function signed(session: Session, snapshot: Snapshot, about: About): Promise<Encoded> {
  const seed = session.profile.signKey();
  const { verifyKey } = session.profile.card;
  const by = { vaultId: session.vaultId, verifyKey, seed };
  const encoded = await encodeBackup(snapshot, by, about);
  wipe(seed);
  return encoded;
}

/**
 * The owner's own backups in a place, where another may be put beside them.
 * Errors: backup/ahead, when one there knows changes that this chain does not have; those of generationsIn.
 */
export async function generationsFor(
  port: BackupPort,
  place: string,
  session: Session,
): Promise<Result<OwnGeneration[]>> {
  const generations = await generationsIn(port, place, ownerOf(session));
  if (!generations.ok) return generations;
  const own = ownAmong(generations.value);
  const chain = { revision: session.state.revision, linkAt: session.linkAt };
  return own.some(({ manifest }) => isAhead(manifest, chain)) ? fail('backup/ahead') : ok(own);
}

/** Whether a place lacks a good backup of this state, or files of it. What was deleted by hand is missed. */
async function isDue(
  port: BackupPort,
  { id, good }: BackupPlace,
  own: readonly OwnGeneration[],
  session: Session,
): Promise<Result<boolean>> {
  const last = own.find(({ name }) => name === good?.name);
  if (last?.sequence !== session.state.revision) return ok(true);
  const missing = await missingIn(port, id, last.manifest);
  return missing.ok ? ok(missing.value.length > 0) : missing;
}

/** Files first: a backup that has its name has all that it lists. */
async function backUpTo(
  port: BackupPort,
  place: string,
  own: readonly OwnGeneration[],
  session: Session,
  { encoded, files }: Content,
  occasion: Occasion,
): Promise<Result<Outcome>> {
  const { vaultId, head } = encoded.manifest;
  const { now, day } = occasion;
  const damaged = await putFiles(port, place, session, files, occasion);
  if (!damaged.ok) return damaged;
  const said = { vault: shortId(vaultId), day, sequence: head.sequence };
  const name = backupName(said);
  const put = await putBackup(port, { place, name }, encoded, occasion);
  if (!put.ok) return put;
  const good = await port.backupGood({ place, name }, now);
  if (!good.ok) return good;
  await prune(port, place, [...own.filter((one) => one.name !== name), { ...said, name }]);
  await dropUnlisted(port, place, ownerOf(session), encoded.manifest);
  const failure: Failure | null = damaged.value === 0 ? null : { code: 'backup/files-left-out' };
  return ok({ place, state: 'made', failure });
}

/**
 * Writes a backup and reads all of it back, and only then gives it its name: what had the name before is there until the
 * new one is whole. Errors: those of BackupPort; wall/cancelled, backup/failed (what came back is not what was written).
 */
export async function putBackup(
  port: BackupPort,
  file: BackupFile,
  encoded: Encoded,
  watched: Watched,
): Promise<Result<null>> {
  const begun = await port.backupBegin(file);
  if (!begun.ok) return begun;
  const handle = begun.value;
  const written = await writeAndReadBack(port, handle, encoded, watched);
  if (written.ok) return port.backupCommit(handle);
  await port.backupAbort(handle);
  return written;
}

async function writeAndReadBack(
  port: BackupPort,
  handle: string,
  { manifest, pieces }: Encoded,
  { progress, cancelled }: Watched,
): Promise<Result<null>> {
  let bytes = 0;
  for (const piece of pieces()) {
    if (cancelled()) return fail('wall/cancelled');
    const appended = await port.backupAppend(handle, piece);
    if (!appended.ok) return appended;
    bytes += piece.length;
    progress(bytes, 0);
  }
  let read = 0;
  const readAt: ReadAt = async (offset, length) => {
    if (cancelled()) return fail('wall/cancelled');
    progress(bytes + (read += length), 2 * bytes);
    return port.backupReadBack(handle, offset, length);
  };
  const checked = await checkBackup(readAt);
  if (!checked.ok) return checked.error.code === 'wall/cancelled' ? checked : fail('backup/failed');
  return checked.value.head.link === manifest.head.link ? ok(null) : fail('backup/failed');
}

/** Lets go of what the plan does not keep. What is not the owner's own is left alone, and counts for nothing. */
async function prune(
  port: BackupPort,
  place: string,
  own: readonly (BackupName & { readonly name: string })[],
): Promise<void> {
  const kept = new Set(keptBackups(own).map(({ name }) => name));
  for (const { name } of own) {
    // A disk that refuses keeps one more than planned.
    if (!kept.has(name)) await port.backupRemove({ place, name });
  }
}

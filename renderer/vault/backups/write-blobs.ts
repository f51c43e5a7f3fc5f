/** Sealed files to a place of backups: each written once, read back before it has its name, and gone with the last backup that lists it. */
import type { SealedBlob } from '../../domain/attachment.ts';
import { blobName } from '../../domain/backup-plan.ts';
import { type Result, fail, ok } from '../../domain/errors.ts';
import { sealedLength } from '../blobs.ts';
import type { Bytes } from '../bytes.ts';
import type { BackupFile, BackupPort } from '../host-port.ts';
import type { Session } from '../open-session.ts';
import { type BlobEntry, hashing, isAsListed } from './blob-files.ts';
import { type Manifest, PIECE } from './format.ts';
import { type Owner, generationsIn, shortId } from './read.ts';
import type { Watched } from './watched.ts';

/** The sealed files of a vault at one moment. */
export interface Files {
  /** By id. */
  readonly named: ReadonlyMap<string, SealedBlob>;
  readonly entries: readonly BlobEntry[];
  /** How many are damaged on this computer, and in no backup yet. */
  readonly damaged: number;
}

/**
 * Lists sealed files with their hashes: as earlier backups list them, or read from the store once.
 * Errors: wall/cancelled.
 */
export async function listFiles(
  { blobs }: Pick<Session, 'blobs'>,
  named: Files['named'],
  known: ReadonlyMap<string, BlobEntry>,
  { cancelled }: Pick<Watched, 'cancelled'>,
): Promise<Result<Files>> {
  const entries: BlobEntry[] = [];
  for (const blob of named.values()) {
    const listed = known.get(blob.id);
    const found = hashing();
    const read = listed
      ? ok(null)
      : await blobs.sealed(blob, async (row) => {
          found.add(row);
          return cancelled() ? fail('wall/cancelled') : ok(null);
        });
    if (read.ok)
      entries.push(listed ?? { id: blob.id, length: sealedLength(blob), hash: found.hex() });
    // One that is damaged keeps no record from being copied.
    else if (read.error.code !== 'attachment/damaged') return read;
  }
  return ok({ named, entries, damaged: named.size - entries.length });
}

/** Of the files that are listed, those that are not in a place, or have another length there. Errors: those of BackupPort. */
export async function missingIn(
  port: BackupPort,
  place: string,
  { vaultId, blobs }: Pick<Manifest, 'vaultId' | 'blobs'>,
): Promise<Result<BlobEntry[]>> {
  if (blobs.length === 0) return ok([]);
  const vault = shortId(vaultId);
  const there = await port.backupBlobs(place, vault);
  if (!there.ok) return there;
  const sizes = new Map(there.value.map(({ name, size }) => [name, size]));
  return ok(blobs.filter(({ id, length }) => sizes.get(blobName(vault, id)) !== length));
}

/**
 * Puts into a place what is not there. Answers how many files could not be, as they are damaged on this computer.
 * Errors: wall/cancelled, backup/failed (what came back is not what was written), those of BackupPort.
 */
export async function putFiles(
  port: BackupPort,
  place: string,
  { vaultId, blobs }: Session,
  files: Files,
  watched: Watched,
): Promise<Result<number>> {
  const missing = await missingIn(port, place, { vaultId, blobs: [...files.entries] });
  if (!missing.ok) return missing;
  let { damaged } = files;
  let done = 0;
  const total = 2 * missing.value.reduce((sum, { length }) => sum + length, 0);
  const count = (bytes: number) => watched.progress((done += bytes), total);
  for (const entry of missing.value) {
    const blob = files.named.get(entry.id);
    const file = { place, name: blobName(shortId(vaultId), entry.id) };
    const from = (take: (row: Bytes) => Promise<Result<null>>) =>
      blob ? blobs.sealed(blob, take) : Promise.resolve(fail('attachment/damaged'));
    const put = await putFile(port, file, entry, from, { count, cancelled: watched.cancelled });
    if (put.ok) continue;
    if (put.error.code !== 'attachment/damaged') return put;
    damaged += 1;
  }
  return ok(damaged);
}

async function putFile(
  port: BackupPort,
  file: BackupFile,
  entry: BlobEntry,
  rows: (take: (row: Bytes) => Promise<Result<null>>) => Promise<Result<null>>,
  { count, cancelled }: { count(bytes: number): void; cancelled(): boolean },
): Promise<Result<null>> {
  const begun = await port.backupBegin(file);
  if (!begun.ok) return begun;
  const handle = begun.value;
  const written = await rows(async (row) => {
    for (let at = 0; at < row.length; at += PIECE) {
      if (cancelled()) return fail('wall/cancelled');
      const appended = await port.backupAppend(handle, row.subarray(at, at + PIECE));
      if (!appended.ok) return appended;
    }
    count(row.length);
    return ok(null);
  });
  const fits = written.ok
    ? await isAsListed(
        async (offset, length) =>
          cancelled() ? fail('wall/cancelled') : port.backupReadBack(handle, offset, length),
        entry,
        count,
      )
    : written;
  if (fits.ok && fits.value) return port.backupCommit(handle);
  await port.backupAbort(handle);
  return fits.ok ? fail('backup/failed') : fits;
}

/**
 * Drops the files that no backup of a place lists. Nothing goes while one of the backups cannot be read, or may be of
 * another vault under the same short name.
 * @param newest one that is there: when it lists all, the others are not asked.
 */
export async function dropUnlisted(
  port: BackupPort,
  place: string,
  owner: Owner,
  newest?: Manifest,
): Promise<void> {
  const vault = shortId(owner.vaultId);
  const there = await port.backupBlobs(place, vault);
  if (!there.ok) return;
  const listed = new Set(newest?.blobs.map(({ id }) => blobName(vault, id)));
  if (there.value.every(({ name }) => listed.has(name))) return;
  const generations = await generationsIn(port, place, owner);
  if (!generations.ok) return;
  for (const { listed: list } of generations.value) {
    if (list.ok) for (const { id } of list.value.manifest.blobs) listed.add(blobName(vault, id));
    // One that is damaged or forged is restored by nobody.
    else if (!['backup/damaged', 'backup/forged', 'backup/not-one'].includes(list.error.code))
      return;
  }
  for (const { name } of there.value) {
    // A disk that refuses keeps one more than is needed; what was erased has no key any more.
    if (!listed.has(name)) await port.backupRemove({ place, name });
  }
}

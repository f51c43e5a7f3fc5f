/**
 * The sealed files of attachments lie beside the backups of a vault, one file for each, its sealed chunks one after
 * another. An id never changes its content, so that a file is written once and all backups of a place share it.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { blobName } from '../../domain/backup-plan.ts';
import { type Result, fail, ok } from '../../domain/errors.ts';
import { SEALED_CHUNK_BYTES, rowOf } from '../blobs.ts';
import { toHex } from '../bytes.ts';
import type { Store } from '../store.ts';
import { type Manifest, PIECE, type Progress, type ReadAt, readFully } from './format.ts';
import { shortId } from './read.ts';

export type BlobEntry = Manifest['blobs'][number];

/** A backup, and the way to the sealed files beside it, by their names. */
export interface BackupSource {
  readonly readAt: ReadAt;
  beside(name: string): ReadAt;
}

/** SHA-256 of what comes in pieces; `hex` ends it. */
export function hashing(): { add(bytes: Uint8Array): void; hex(): string } {
  const hash = sha256.create();
  return { add: (bytes) => void hash.update(bytes), hex: () => toHex(hash.digest()) };
}

/** Whether a file is what a list says, byte for byte. Errors: those of reading; a file that is not there is not one. */
export async function isAsListed(
  readAt: ReadAt,
  { length, hash }: Omit<BlobEntry, 'id'>,
  read: (bytes: number) => void,
): Promise<Result<boolean>> {
  const found = hashing();
  for (let at = 0; at < length;) {
    const piece = await readAt(at, Math.min(PIECE, length - at));
    if (!piece.ok) return isAbsence(piece.error.code) ? ok(false) : piece;
    if (piece.value.length === 0) return ok(false);
    found.add(piece.value);
    at += piece.value.length;
    read(piece.value.length);
  }
  const after = await readAt(length, 1);
  if (!after.ok) return isAbsence(after.error.code) ? ok(false) : after;
  return ok(after.value.length === 0 && found.hex() === hash);
}

function isAbsence(code: string): boolean {
  return code === 'backup/gone' || code === 'file/gone';
}

/** Of the files that a backup lists, those that lie beside it whole. Errors: those of reading. */
export async function soundBlobs(
  beside: BackupSource['beside'],
  { vaultId, blobs }: Pick<Manifest, 'vaultId' | 'blobs'>,
  progress: Progress = () => {},
): Promise<Result<BlobEntry[]>> {
  const total = blobs.reduce((sum, { length }) => sum + length, 0);
  let done = 0;
  const sound: BlobEntry[] = [];
  for (const entry of blobs) {
    const file = beside(blobName(shortId(vaultId), entry.id));
    const fits = await isAsListed(file, entry, (bytes) => progress((done += bytes), total));
    if (!fits.ok) return fits;
    if (fits.value) sound.push(entry);
  }
  return ok(sound);
}

/**
 * Puts files that were found whole back into a store, chunk by chunk, as they lay there when they were copied.
 * Errors: those of reading; file/gone (one has become shorter). Throws what the store throws.
 */
export async function restoreBlobs(
  store: Store,
  beside: BackupSource['beside'],
  { vaultId, blobs }: Pick<Manifest, 'vaultId' | 'blobs'>,
): Promise<Result<null>> {
  for (const { id, length } of blobs) {
    const file = beside(blobName(shortId(vaultId), id));
    for (let chunk = 0; chunk * SEALED_CHUNK_BYTES < length; chunk += 1) {
      const from = chunk * SEALED_CHUNK_BYTES;
      const size = Math.min(SEALED_CHUNK_BYTES, length - from);
      const row = await readFully(file, from, size);
      if (!row.ok) return row;
      if (row.value.length < size) return fail('file/gone');
      await store.putBlob({ key: rowOf({ id }, chunk), bytes: row.value });
    }
  }
  return ok(null);
}

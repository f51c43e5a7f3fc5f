/**
 * A file is replaced whole or not at all: the bytes go to a temporary file beside it, are synced, take the name by
 * rename, and the folder is synced, so that after a power cut the name holds either the old bytes or the new.
 */
import { randomBytes } from 'node:crypto';
import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fail, ok, type ErrorCode, type Result } from '../renderer/domain/errors.ts';

/** A file that is being written and has no name yet. */
export interface PendingFile {
  /** Adds bytes at the end. */
  append(bytes: Uint8Array): Promise<Result<null>>;
  /** What is on the disk so far, before it has a name: at most `length` bytes from `offset`; fewer at the end. */
  readBack(offset: number, length: number): Promise<Result<Uint8Array>>;
  /** Gives the file its name; on failure nothing remains of it, and what had the name keeps it. */
  commit(): Promise<Result<null>>;
  /** Leaves nothing behind; harmless after commit. */
  abort(): Promise<void>;
}

/** The ending of a file that was never finished. */
export const PART_SUFFIX = '.muniment-part';

/** The code for what the file system said; `otherwise` where it said nothing a person can act on. */
export function codeOf(reason: unknown, otherwise: ErrorCode = 'file/failed'): ErrorCode {
  switch (reason instanceof Error && 'code' in reason ? reason.code : undefined) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return 'file/disk-full';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return 'file/read-only';
    default:
      return otherwise;
  }
}

/** Starts a file that will be called `path`. Errors: file/disk-full, file/read-only, file/failed. */
export async function beginFile(path: string): Promise<Result<PendingFile>> {
  const part = join(
    dirname(path),
    `.${basename(path).slice(0, 100)}.${randomBytes(6).toString('hex')}${PART_SUFFIX}`,
  );
  let file: FileHandle;
  try {
    file = await open(part, 'wx+', 0o600);
  } catch (reason) {
    return fail(codeOf(reason));
  }
  let open_ = true;
  let end = 0;
  let synced = -1;

  const abort = async (): Promise<void> => {
    if (!open_) return;
    open_ = false;
    await file.close().catch(() => undefined);
    await rm(part, { force: true }).catch(() => undefined);
  };
  const attempt = async <T>(work: () => Promise<T>): Promise<Result<T>> => {
    if (!open_) return fail('file/failed');
    try {
      return ok(await work());
    } catch (reason) {
      await abort();
      return fail(codeOf(reason));
    }
  };

  return ok({
    append: (bytes) =>
      attempt(async () => {
        await writeAll(file, bytes, end);
        end += bytes.byteLength;
        return null;
      }),
    readBack: (offset, length) =>
      attempt(async () => {
        if (synced !== end) await file.sync();
        synced = end;
        return readAll(file, offset, length);
      }),
    commit: () =>
      attempt(async () => {
        await file.sync();
        await file.close();
        await rename(part, path);
        open_ = false;
        await syncFolder(dirname(path));
        return null;
      }),
    abort,
  });
}

/** Writes all of `bytes` to `path`, or nothing. Errors: file/disk-full, file/read-only, file/failed. */
export async function writeFileAtomically(path: string, bytes: Uint8Array): Promise<Result<null>> {
  const begun = await beginFile(path);
  if (!begun.ok) return begun;
  const written = await begun.value.append(bytes);
  return written.ok ? begun.value.commit() : written;
}

/** Makes names in a folder durable. Windows has no such call: NTFS journals the rename itself. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** write(2) may take fewer bytes than it was given. */
async function writeAll(file: FileHandle, bytes: Uint8Array, from: number): Promise<void> {
  let at = 0;
  while (at < bytes.byteLength) {
    const { bytesWritten } = await file.write(bytes, at, bytes.byteLength - at, from + at);
    // None at all would go on for ever.
    if (bytesWritten === 0) throw new Error('the file takes no more bytes');
    at += bytesWritten;
  }
}

/** Up to `length` bytes from `offset`; read(2) may give fewer at a time. */
export async function readAll(
  file: FileHandle,
  offset: number,
  length: number,
): Promise<Uint8Array> {
  const bytes = new Uint8Array(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await file.read(bytes, filled, length - filled, offset + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return bytes.slice(0, filled);
}

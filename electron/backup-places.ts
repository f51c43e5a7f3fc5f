/**
 * Folders that a person chose for backups. Each holds a mark with the place's id, so that an empty mount point, or
 * another disk under the same path, is not taken for it. Only files named as backups, and the sealed files of attachments
 * in a folder beside them, are read, written or removed there.
 */
import { randomBytes } from 'node:crypto';
import { lstat, mkdir, open, readdir, readFile, realpath, rm } from 'node:fs/promises';
import { basename, dirname, join, sep } from 'node:path';
import { fail, ok, type ErrorCode, type Result } from '../renderer/domain/errors.ts';
import {
  beginFile,
  codeOf,
  PART_SUFFIX,
  readAll,
  syncFolder,
  writeFileAtomically,
  type PendingFile,
} from './atomic-file.ts';
import type { BackupPlace } from './contract.ts';
import type { HostSettings, StoredPlace } from './host-settings.ts';

const MARK = '.muniment-place';
const BACKUP = /^muniment-[0-9a-f]{8}-\d{4}-\d\d-\d\d-\d{10}\.backup$/;
const BLOB = /^[0-9a-f]{32}\.blob$/;
const BLOB_FOLDER = /^muniment-[0-9a-f]{8}-blobs$/;
const PART = /^\.muniment-[0-9a-f]{8}-.*\.backup\..*$/;
const BLOB_PART = /^\.[0-9a-f]{32}\.blob\..*$/;

export interface BackupPlaces {
  /** Takes a folder as a place. Errors: backup/inside, backup/read-only, backup/disk-full, backup/failed. */
  add(folder: string): Promise<Result<BackupPlace>>;
  /** Forgets a place; its folder keeps what is in it. */
  forget(id: string): void;
  /** All places, and which of them are there. */
  all(): Promise<BackupPlace[]>;
  /** Errors of this and the rest: backup/place-absent, backup/gone, backup/disk-full, backup/read-only, backup/failed. */
  list(id: string): Promise<Result<{ name: string; size: number }[]>>;
  /** The sealed files beside the backups of a vault (8 hex digits), by their names from the place's folder on. */
  blobs(id: string, vault: string): Promise<Result<{ name: string; size: number }[]>>;
  read(id: string, name: string, offset: number, length: number): Promise<Result<Uint8Array>>;
  /** Answers a handle. What an earlier run left unfinished in the place goes. */
  begin(id: string, name: string): Promise<Result<string>>;
  append(handle: string, bytes: Uint8Array): Promise<Result<null>>;
  /** What is on the disk of it so far. */
  readBack(handle: string, offset: number, length: number): Promise<Result<Uint8Array>>;
  commit(handle: string): Promise<Result<null>>;
  abort(handle: string): Promise<void>;
  /** What is being written is left off: nothing of it stays. */
  abortAll(): Promise<void>;
  /** Whether a backup is being written and read back. */
  busy(): boolean;
  remove(id: string, name: string): Promise<Result<null>>;
  good(id: string, name: string, at: number): Promise<Result<null>>;
}

/**
 * The places that host.json names. `ownFolder`: where the program's data is, in which no place may be; `clock`:
 * milliseconds UTC.
 */
export function openBackupPlaces(
  settings: HostSettings,
  ownFolder: string,
  clock: () => number,
): BackupPlaces {
  const pending = new Map<string, PendingFile>();

  const stored = (id: string): StoredPlace | undefined =>
    settings.now.backupPlaces.find((place) => place.id === id);
  const change = (id: string, some: Partial<StoredPlace>): Promise<void> => {
    const backupPlaces = settings.now.backupPlaces.map((place) =>
      place.id === id ? { ...place, ...some } : place,
    );
    return settings.change({ backupPlaces });
  };
  const shown = async (place: StoredPlace): Promise<BackupPlace> => {
    const here = await isThere(place);
    const absentSince = here ? null : (place.absentSince ?? clock());
    if (absentSince !== place.absentSince) void change(place.id, { absentSince });
    return { id: place.id, name: basename(place.path), here, absentSince, good: place.good };
  };
  /** The folder of a place that is there. */
  const within = async <T>(
    id: string,
    otherwise: ErrorCode,
    work: (folder: string) => Promise<T>,
  ): Promise<Result<T>> => {
    const place = stored(id);
    if (!place || !(await isThere(place))) return fail('backup/place-absent');
    try {
      return ok(await work(place.path));
    } catch (reason) {
      return fail(asBackup(codeOf(reason), otherwise));
    }
  };
  const leaveOff = async (handle: string): Promise<void> => {
    const file = pending.get(handle);
    pending.delete(handle);
    await file?.abort();
  };

  /** Work on a file that is being written; when it fails, nothing of the file stays. */
  const writing = async <T>(
    handle: string,
    work: (file: PendingFile) => Promise<Result<T>>,
  ): Promise<Result<T>> => {
    const file = pending.get(handle);
    if (!file) return fail('backup/failed');
    const done = await work(file);
    if (done.ok) return done;
    await leaveOff(handle);
    return fail(asBackup(done.error.code, 'backup/failed'));
  };

  return {
    async add(folder) {
      try {
        const path = await realpath(folder);
        const own = await realpath(ownFolder);
        if (path === own || path.startsWith(own + sep)) return fail('backup/inside');
        const marked = await markOf(path);
        // The mark decides: two disks may come and go under one path, and one disk under two.
        const known = settings.now.backupPlaces.find((place) =>
          marked === null ? place.path === path : place.id === marked,
        );
        const id = marked ?? known?.id ?? randomBytes(16).toString('hex');
        const written = await writeFileAtomically(join(path, MARK), Buffer.from(`${id}\n`));
        if (!written.ok) return fail(asBackup(written.error.code, 'backup/failed'));
        const place: StoredPlace = { id, path, good: known?.good ?? null, absentSince: null };
        const others = settings.now.backupPlaces.filter((one) => one !== known);
        await settings.change({ backupPlaces: [...others, place] });
        return ok(await shown(place));
      } catch (reason) {
        return fail(asBackup(codeOf(reason), 'backup/failed'));
      }
    },

    forget(id) {
      const backupPlaces = settings.now.backupPlaces.filter((place) => place.id !== id);
      void settings.change({ backupPlaces });
    },

    all: () => Promise.all(settings.now.backupPlaces.map(shown)),

    list: (id) => within(id, 'backup/failed', (folder) => filesIn(folder, BACKUP)),

    blobs: (id, vault) =>
      within(id, 'backup/failed', async (folder) => {
        const beside = `muniment-${vault}-blobs`;
        const found = (await isFolder(join(folder, beside)))
          ? await filesIn(join(folder, beside), BLOB)
          : [];
        return found.map(({ name, size }) => ({ name: `${beside}/${name}`, size }));
      }),

    read: (id, name, offset, length) =>
      within(id, 'backup/gone', async (folder) => {
        const file = await open(join(folder, name), 'r');
        try {
          return await readAll(file, offset, length);
        } finally {
          await file.close();
        }
      }),

    async begin(id, name) {
      const begun = await within(id, 'backup/failed', async (folder) => {
        if (pending.size === 0) await removeUnfinished(folder);
        const path = join(folder, name);
        if (dirname(path) !== folder) await makeFolder(dirname(path));
        return beginFile(path);
      });
      if (!begun.ok) return begun;
      if (!begun.value.ok) return fail(asBackup(begun.value.error.code, 'backup/failed'));
      const handle = randomBytes(16).toString('hex');
      pending.set(handle, begun.value.value);
      return ok(handle);
    },

    append: (handle, bytes) => writing(handle, (file) => file.append(bytes)),
    readBack: (handle, offset, length) => writing(handle, (file) => file.readBack(offset, length)),

    async commit(handle) {
      const done = await writing(handle, (file) => file.commit());
      pending.delete(handle);
      return done;
    },

    abort: leaveOff,

    async abortAll() {
      await Promise.all([...pending.keys()].map(leaveOff));
    },

    busy: () => pending.size > 0,

    remove: (id, name) =>
      within(id, 'backup/failed', async (folder) => {
        const path = join(folder, name);
        await rm(path, { force: true });
        await syncFolder(dirname(path));
        return null;
      }),

    async good(id, name, at) {
      await change(id, { good: { name, at }, absentSince: null });
      return ok(null);
    },
  };
}

async function isThere({ id, path }: StoredPlace): Promise<boolean> {
  return (await markOf(path)) === id;
}

/** The id in a folder's mark; null: none, or no folder. */
async function markOf(folder: string): Promise<string | null> {
  try {
    const text = (await readFile(join(folder, MARK), 'utf8')).trim();
    return /^[0-9a-f]{32}$/.test(text) ? text : null;
  } catch {
    return null;
  }
}

/** Regular files whose names are of one form. */
async function filesIn(folder: string, form: RegExp): Promise<{ name: string; size: number }[]> {
  const names = (await readdir(folder)).filter((name) => form.test(name));
  const files = names.map(async (name) => {
    const found = await lstat(join(folder, name));
    return found.isFile() ? [{ name, size: found.size }] : [];
  });
  return (await Promise.all(files)).flat();
}

/** A folder itself: what is linked from there is somebody else's. */
async function isFolder(path: string): Promise<boolean> {
  try {
    return (await lstat(path)).isDirectory();
  } catch {
    return false;
  }
}

/** Makes a folder, durably. Throws where something else has its name. */
async function makeFolder(path: string): Promise<void> {
  if (await isFolder(path)) return;
  await mkdir(path, { mode: 0o700 });
  await syncFolder(dirname(path));
}

/** What a program that was ended in the middle of a backup left behind. */
async function removeUnfinished(folder: string): Promise<void> {
  const inside = (await readdir(folder)).filter((name) => BLOB_FOLDER.test(name));
  await removeParts(folder, PART);
  for (const name of inside)
    if (await isFolder(join(folder, name))) await removeParts(join(folder, name), BLOB_PART);
}

async function removeParts(folder: string, form: RegExp): Promise<void> {
  for (const name of await readdir(folder)) {
    if (form.test(name) && name.endsWith(PART_SUFFIX))
      await rm(join(folder, name), { force: true });
  }
}

function asBackup(code: ErrorCode, otherwise: ErrorCode): ErrorCode {
  if (code === 'file/disk-full') return 'backup/disk-full';
  if (code === 'file/read-only') return 'backup/read-only';
  return otherwise;
}

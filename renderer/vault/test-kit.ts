/** A disk in memory that keeps the promises of `Store` and `HostPort`; IndexedDB and the host are tested in Electron. */
import { ok } from '../domain/errors.ts';
import type { HostPort } from './host-port.ts';
import type { BlobRow, CommitRow, DraftRow, PageRow, Store } from './store.ts';
import type { VaultPlaces } from './vault.ts';

export interface Disk {
  headers: Uint8Array[];
  stores: Map<string, Rows>;
  full: boolean;
}
export interface Rows {
  pages: Map<string, PageRow>;
  commits: Map<number, CommitRow>;
  blobs: Map<string, BlobRow>;
  drafts: Map<string, DraftRow>;
}

export function emptyDisk(): Disk {
  return { headers: [], stores: new Map(), full: false };
}

/** A copy of all that is on disk, as a thief or a backup would have it. */
export function copyOf(disk: Disk): Disk {
  return structuredClone(disk);
}

/** The places of a vault on a disk; files and jobs are nobody's unless given. */
export function placesOn(disk: Disk, files: Partial<HostPort> = {}): VaultPlaces {
  const unasked = () => Promise.reject(new Error('not asked in these tests'));
  const host: HostPort = {
    headerRead: () => Promise.resolve(ok(disk.headers.map((bytes) => bytes.slice()))),
    headerWrite(bytes) {
      disk.headers = [bytes.slice(), ...disk.headers].slice(0, 2);
      return Promise.resolve(ok(null));
    },
    fileRead: unasked,
    fileAppend: unasked,
    fileCommit: unasked,
    fileAbort: unasked,
    jobAppend: unasked,
    jobPdf: unasked,
    jobPdfRead: unasked,
    jobDrop: unasked,
    ...files,
  };
  return {
    host,
    stores: {
      exists: (vaultId) => Promise.resolve(disk.stores.has(vaultId)),
      open(vaultId) {
        const rows = disk.stores.get(vaultId) ?? {
          pages: new Map(),
          commits: new Map(),
          blobs: new Map(),
          drafts: new Map(),
        };
        disk.stores.set(vaultId, rows);
        return Promise.resolve(storeOver(rows, disk));
      },
      remove: (vaultId) => Promise.resolve(void disk.stores.delete(vaultId)),
    },
  };
}

function storeOver(rows: Rows, disk: Disk): Store {
  const write = async (change: () => void) => {
    if (disk.full) throw new Error('QuotaExceededError');
    change();
  };
  return {
    pages: async () => [...rows.pages.values()],
    commits: async () => [...rows.commits.values()].sort((a, b) => a.sequence - b.sequence),
    append: (row) => write(() => rows.commits.set(row.sequence, row)),
    fold: ({ put, drop, through, draftsBefore }) =>
      write(() => {
        for (const row of put) rows.pages.set(row.key, row);
        for (const key of drop) rows.pages.delete(key);
        for (const sequence of rows.commits.keys())
          if (sequence <= through) rows.commits.delete(sequence);
        for (const [key, { epoch }] of rows.drafts)
          if (epoch < draftsBefore) rows.drafts.delete(key);
      }),
    putDraft: (row) => write(() => rows.drafts.set(row.key, row)),
    getDraft: async (key) => rows.drafts.get(key),
    dropDraft: (key) => write(() => rows.drafts.delete(key)),
    room: async () => (disk.full ? 0 : Infinity),
    putBlob: (row) => write(() => rows.blobs.set(row.key, row)),
    getBlob: async (key) => rows.blobs.get(key),
    blobKeys: async () => [...rows.blobs.keys()],
    dropBlobs: (keys) =>
      write(() => {
        for (const key of keys) rows.blobs.delete(key);
      }),
    close: () => {},
  };
}

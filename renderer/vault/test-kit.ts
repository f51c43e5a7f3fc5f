/** A disk in memory that keeps the promises of `Store` and `HostPort`; IndexedDB and the host are tested in Electron. */
import { ok } from '../domain/errors.ts';
import type { HostPort } from './host-port.ts';
import { type Rows, emptyRows, memoryStore } from './memory-store.ts';
import type { VaultPlaces } from './vault.ts';

export interface Disk {
  headers: Uint8Array[];
  stores: Map<string, Rows>;
  full: boolean;
}

export function emptyDisk(): Disk {
  return { headers: [], stores: new Map(), full: false };
}

/** A copy of all that is on disk, as a thief or a backup would have it. */
export function copyOf(disk: Disk): Disk {
  return structuredClone(disk);
}

/** The places of a vault on a disk; files and jobs are nobody's unless given. */
export function placesOn(
  disk: Disk,
  files: Partial<HostPort> = {},
): VaultPlaces & { readonly host: HostPort } {
  const unasked = () => Promise.reject(new Error('not asked in these tests'));
  const host: HostPort = {
    headerRead: () => Promise.resolve(ok(disk.headers.map((bytes) => bytes.slice()))),
    headerWrite(bytes) {
      disk.headers = [bytes.slice(), ...disk.headers].slice(0, 2);
      return Promise.resolve(ok(null));
    },
    fileRead: unasked,
    fileBeside: unasked,
    fileAppend: unasked,
    fileCommit: unasked,
    fileAbort: unasked,
    jobAppend: unasked,
    jobPdf: unasked,
    jobPdfRead: unasked,
    jobDrop: unasked,
    backupPlaces: () => Promise.resolve(ok([])),
    backupList: unasked,
    backupBlobs: unasked,
    backupRead: unasked,
    backupBegin: unasked,
    backupAppend: unasked,
    backupReadBack: unasked,
    backupCommit: unasked,
    backupAbort: unasked,
    backupRemove: unasked,
    backupGood: unasked,
    ...files,
  };
  return {
    host,
    stores: {
      exists: (vaultId) => Promise.resolve(disk.stores.has(vaultId)),
      open(vaultId) {
        const rows = disk.stores.get(vaultId) ?? emptyRows();
        disk.stores.set(vaultId, rows);
        const store = memoryStore(rows, () => refuseWhenFull(disk));
        return Promise.resolve({ ...store, room: async () => (disk.full ? 0 : Infinity) });
      },
      remove: (vaultId) => Promise.resolve(void disk.stores.delete(vaultId)),
    },
  };
}

function refuseWhenFull({ full }: Disk): void {
  if (full) throw new Error('QuotaExceededError');
}

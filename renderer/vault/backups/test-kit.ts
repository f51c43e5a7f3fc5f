/** A vault with a page, commits and a backup of it, for the tests of backups. */
import { plainDate } from '../../domain/dates.ts';
import { fail, ok } from '../../domain/errors.ts';
import { makeId } from '../../domain/ids.ts';
import { blankPerson, type Person } from '../../domain/person.ts';
import type { BackupSource } from './blob-files.ts';
import { type ReadAt, encodeBackup } from './format.ts';
import { type Bytes, owned, randomBytes } from '../bytes.ts';
import { makeVault, valueOf } from '../commands/test-kit.ts';
import type { BackupFile, BackupPlace, BackupPort } from '../host-port.ts';
import type { Session, Snapshot } from '../open-session.ts';
import { type Disk, copyOf, placesOn } from '../test-kit.ts';
import { unlockVault } from '../vault.ts';

const NOW = Date.parse('2026-11-24T12:00:00Z');
/** As much in one record makes the vault fold. */
const FOLD_BYTES = 4 * 1024 * 1024;

export function readerOf(file: Uint8Array): ReadAt {
  return async (offset, length) => ok(file.slice(offset, offset + length));
}

/** A backup with no file beside it. */
export function alone(file: Uint8Array): BackupSource {
  return { readAt: readerOf(file), beside: () => async () => fail('file/gone') };
}

export function asFile(pieces: Iterable<Bytes>): Bytes {
  return owned(Buffer.concat([...pieces]));
}

function somebody(full: string): Person {
  const draft = blankPerson('direct');
  return { ...draft, id: makeId('person', randomBytes(16)), name: { ...draft.name, full } };
}

/** Adds people, one commit each; answers their ids. */
export async function addPeople(session: Session, ...names: string[]): Promise<string[]> {
  const ids: string[] = [];
  for (const name of names) {
    const person = somebody(name);
    valueOf(await session.commit([{ id: person.id, before: null, after: person }], 'added', NOW));
    ids.push(person.id);
  }
  return ids;
}

/** Slow (a passphrase is stretched): made once in a file. The vault has been folded once and has commits since. */
export async function backupKit() {
  const { disk, recoveryKey } = await makeVault('Jo Example', 'GB');
  const opener = { recoveryKey };
  const unlock = async (on: Disk): Promise<Session> =>
    valueOf(await unlockVault(placesOn(on), opener));
  const session = await unlock(disk);
  await addPeople(session, 'Anna Kowalska');
  const long = somebody('Lea Long');
  const after = { ...long, notes: 'x'.repeat(FOLD_BYTES) };
  valueOf(await session.commit([{ id: long.id, before: null, after }], 'added', NOW));
  valueOf(await session.foldWhenDue(NOW));
  await addPeople(session, 'Berta Fold', 'Cai Later');
  const snapshot = valueOf(await session.snapshot());
  const by = {
    vaultId: session.vaultId,
    verifyKey: session.profile.card.verifyKey,
    seed: session.profile.signKey(),
  };
  await session.close();
  const encode = async (sealed: Snapshot) =>
    asFile((await encodeBackup(sealed, by, { madeAt: NOW, erasures: [], blobs: [] })).pieces());
  return {
    /** The vault's own disk, locked; each test takes a copy. */
    disk: () => copyOf(disk),
    opener,
    unlock,
    by,
    header: () => snapshot.header,
    encode,
    file: () => encode(snapshot),
  };
}
export type BackupKit = Awaited<ReturnType<typeof backupKit>>;

/** Disks in memory for backups. `full`: bytes that still fit; `flips`: the next read back gives other bytes. */
export function disksInMemory(...ids: string[]) {
  const disks = new Map(
    ids.map((id) => [
      id,
      {
        files: new Map<string, Uint8Array>(),
        here: true,
        full: Number.POSITIVE_INFINITY,
        flips: false,
        good: null as BackupPlace['good'],
      },
    ]),
  );
  const pending = new Map<string, { file: BackupFile; bytes: Uint8Array }>();
  let count = 0;
  const diskOf = (id: string) => {
    const disk = disks.get(id);
    if (!disk) throw new Error(`no disk ${id}`);
    return disk;
  };
  const cut = (bytes: Uint8Array, offset: number, length: number) =>
    bytes.slice(offset, offset + length);
  const sizesOf = (files: Map<string, Uint8Array>, isOne: (name: string) => boolean) =>
    [...files].flatMap(([name, { length }]) => (isOne(name) ? [{ name, size: length }] : []));
  const port: BackupPort = {
    backupPlaces: async () =>
      ok(
        [...disks].map(([id, { here, good }]) => ({
          id,
          name: `Disk ${id}`,
          here,
          absentSince: here ? null : NOW,
          good,
        })),
      ),
    async backupList(place) {
      const { here, files } = diskOf(place);
      if (!here) return fail('backup/place-absent');
      return ok(sizesOf(files, (name) => name.endsWith('.backup')));
    },
    async backupBlobs(place, vault) {
      const { here, files } = diskOf(place);
      if (!here) return fail('backup/place-absent');
      return ok(sizesOf(files, (name) => name.startsWith(`muniment-${vault}-blobs/`)));
    },
    async backupRead({ place, name }, offset, length) {
      const bytes = diskOf(place).files.get(name);
      return bytes ? ok(cut(bytes, offset, length)) : fail('backup/gone');
    },
    async backupBegin(file) {
      if (!diskOf(file.place).here) return fail('backup/place-absent');
      const handle = String((count += 1));
      pending.set(handle, { file, bytes: new Uint8Array() });
      return ok(handle);
    },
    async backupAppend(handle, bytes) {
      const writing = pending.get(handle);
      if (!writing) return fail('backup/failed');
      if (writing.bytes.length + bytes.length > diskOf(writing.file.place).full) {
        pending.delete(handle);
        return fail('backup/disk-full');
      }
      writing.bytes = Buffer.concat([writing.bytes, bytes]);
      return ok(null);
    },
    async backupReadBack(handle, offset, length) {
      const writing = pending.get(handle);
      if (!writing) return fail('backup/failed');
      const bytes = owned(cut(writing.bytes, offset, length));
      const last = bytes.length - 1;
      if (diskOf(writing.file.place).flips) bytes[last] = (bytes[last] ?? 0) ^ 1;
      return ok(bytes);
    },
    async backupCommit(handle) {
      const writing = pending.get(handle);
      if (!writing) return fail('backup/failed');
      pending.delete(handle);
      diskOf(writing.file.place).files.set(writing.file.name, writing.bytes);
      return ok(null);
    },
    async backupAbort(handle) {
      pending.delete(handle);
      return ok(null);
    },
    async backupRemove({ place, name }) {
      diskOf(place).files.delete(name);
      return ok(null);
    },
    async backupGood({ place, name }, at) {
      diskOf(place).good = { name, at };
      return ok(null);
    },
  };
  return {
    port,
    disk: diskOf,
    pending,
    /** Of the backups. */
    names: (id: string) =>
      [...diskOf(id).files.keys()].filter((name) => name.endsWith('.backup')).sort(),
    /** Of the sealed files beside them. */
    blobs: (id: string) =>
      [...diskOf(id).files.keys()].filter((name) => name.endsWith('.blob')).sort(),
    /** The newest backup of a disk, as it is chosen to be restored. */
    source(id: string): BackupSource {
      const { files } = diskOf(id);
      const [newest = ''] = [...files.keys()]
        .filter((name) => name.endsWith('.backup'))
        .sort()
        .reverse();
      const beside =
        (name: string): ReadAt =>
        async (offset, length) => {
          const bytes = files.get(name);
          return bytes ? ok(cut(bytes, offset, length)) : fail('file/gone');
        };
      return { readAt: beside(newest), beside };
    },
    /** The bytes under the one name that holds this sequence. */
    file(id: string, sequence: number) {
      const ending = `-${String(sequence).padStart(10, '0')}.backup`;
      const [found] = [...diskOf(id).files].filter(([name]) => name.endsWith(ending));
      if (!found) throw new Error(`no backup of ${sequence}`);
      return { name: found[0], bytes: found[1] };
    },
  };
}

/** Nobody watches, and nobody stops it. */
export const UNWATCHED = { progress: () => {}, cancelled: () => false };

/** Noon of a day, and the day itself. */
export function onDay(text: string) {
  const now = Date.parse(`${text}T12:00:00Z`);
  return { now, day: plainDate.parse(text), ...UNWATCHED };
}

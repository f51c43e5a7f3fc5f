/** Restoring over disks in memory: what is said before, what is replaced, what never comes back. */
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { type Result, fail } from '../../domain/errors.ts';
import { codeOf, makeVault, valueOf } from '../commands/test-kit.ts';
import { eraseForGood } from '../erasing.ts';
import type { Session } from '../open-session.ts';
import { type Disk, emptyDisk, placesOn } from '../test-kit.ts';
import { inspectVault, unlockVault } from '../vault.ts';
import { type Comparison, lookAtBackup, openBackup } from './restore.ts';
import {
  type BackupKit,
  addPeople,
  alone,
  backupKit,
  disksInMemory,
  onDay,
  readerOf,
} from './test-kit.ts';
import { backUp } from './write.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const MONDAY = onDay('2026-11-23');
const none = disksInMemory();
let kit: BackupKit;
let file: Uint8Array;
beforeAll(async () => {
  kit = await backupKit();
  file = await kit.file();
});

const open = (disk: Disk, bytes = file, port = none.port) =>
  openBackup(placesOn(disk), port, alone(bytes), kit.opener);
const compare = async (disk: Disk, bytes = file): Promise<Comparison> =>
  valueOf(await open(disk, bytes)).comparison;
const names = (session: Session) =>
  Array.from(session.state.all('person'), ({ name }) => name.full).sort();

/** The bytes of a backup of a vault as it is now. */
async function backupOf(session: Session): Promise<Uint8Array> {
  const disks = disksInMemory('a');
  valueOf(await backUp(disks.port, session, MONDAY));
  return disks.file('a', session.state.revision).bytes;
}

describe('restoring', () => {
  it('says what a backup is before it is opened, and puts it where there was nothing', async () => {
    expect(await lookAtBackup(readerOf(file))).toMatchObject({
      ok: true,
      value: { vaultName: 'IMSIG' },
    });
    const disk = emptyDisk();
    const restoring = valueOf(await open(disk));
    expect(restoring.comparison).toEqual({ state: 'nothing-here' });
    expect(disk).toEqual(emptyDisk());
    const session = valueOf(await restoring.finish(MONDAY.now));
    expect(names(session)).toEqual(['Anna Kowalska', 'Berta Fold', 'Cai Later', 'Lea Long']);
    expect(session.state.trail().at(-1)?.action).toBe('restored');
    await session.close();
    const again = await kit.unlock(disk);
    expect(names(again)).toHaveLength(4);
    expect(codeOf(await again.verifyTrail())).toBe('ok');
  });

  it('needs the passphrase or recovery key that the vault had', async () => {
    const wrong = await openBackup(placesOn(emptyDisk()), none.port, alone(file), {
      passphrase: 'not the one that it was',
    });
    expect(codeOf(wrong)).toBe('vault/passphrase-wrong');
    const misread = await openBackup(placesOn(emptyDisk()), none.port, alone(file), {
      recoveryKey: 'AAAAA',
    });
    expect(codeOf(misread)).toBe('vault/recovery-misread');
  });

  it('says which is newer: the backup, what is here, both or neither', async () => {
    const disk = kit.disk();
    expect(await compare(disk)).toEqual({ state: 'same' });
    const session = await kit.unlock(disk);
    await addPeople(session, 'One', 'Two');
    const newer = await backupOf(session);
    await session.close();
    expect(await compare(disk)).toEqual({ state: 'store-newer', by: 2 });
    expect(await compare(kit.disk(), newer)).toEqual({ state: 'backup-newer', by: 2 });
    const other = kit.disk();
    const gone = await kit.unlock(other);
    await addPeople(gone, 'Three');
    await gone.close();
    expect(await compare(other, newer)).toEqual({ state: 'forked', here: 1, backup: 2 });
  });

  it('replaces what is here, drafts and all, and the key file in both its generations', async () => {
    const disk = kit.disk();
    const session = await kit.unlock(disk);
    await addPeople(session, 'Only here');
    await session.close();
    const restoring = valueOf(await open(disk));
    const restored = valueOf(await restoring.finish(MONDAY.now));
    expect(names(restored)).not.toContain('Only here');
    await restored.close();
    disk.headers = disk.headers.slice(1);
    expect(names(await kit.unlock(disk))).toHaveLength(4);
  });

  it('tells what is lost when the store is gone or does not open', async () => {
    const disk = kit.disk();
    const session = await kit.unlock(disk);
    await addPeople(session, 'One', 'Two', 'Three');
    await session.close();
    const [rows] = disk.stores.values();
    rows?.commits.delete(session.state.revision - 1);
    expect(await compare(disk)).toEqual({ state: 'unreadable', lost: 3 });
    disk.stores.clear();
    const restoring = valueOf(await open(disk));
    expect(restoring.comparison).toEqual({ state: 'store-missing', lost: 3 });
    expect(names(valueOf(await restoring.finish(MONDAY.now)))).toHaveLength(4);
    const damaged = kit.disk();
    damaged.headers = damaged.headers.map((bytes) => bytes.slice(0, 100));
    expect(await compare(damaged)).toEqual({ state: 'unreadable', lost: 0 });
  });

  it('never goes over another vault', async () => {
    const { disk } = await makeVault('Somebody Else', 'FR');
    const before = structuredClone(disk);
    expect(codeOf(await open(disk))).toBe('backup/other-vault');
    expect(disk).toEqual(before);
  });

  it('that is cut off before the key file is written is done again from the backup', async () => {
    for (const writes of [0, 1]) {
      const disk = kit.disk();
      const session = await kit.unlock(disk);
      await addPeople(session, 'Only here');
      await session.close();
      const places = placesOn(disk);
      let count = 0;
      const host = {
        ...places.host,
        headerWrite: async (bytes: Uint8Array): Promise<Result<null>> =>
          count++ < writes ? places.host.headerWrite(bytes) : fail('file/disk-full'),
      };
      const cut = valueOf(await openBackup(places, none.port, alone(file), kit.opener));
      expect(cut.comparison).toEqual({ state: 'store-newer', by: 1 });
      const failing = valueOf(
        await openBackup({ ...places, host }, none.port, alone(file), kit.opener),
      );
      expect(codeOf(await failing.finish(MONDAY.now))).toBe('file/disk-full');
      const again = valueOf(await open(disk));
      expect(names(valueOf(await again.finish(MONDAY.now)))).toHaveLength(4);
    }
  });

  it('on a full disk changes nothing', async () => {
    const disk = emptyDisk();
    const restoring = valueOf(await open(disk));
    disk.full = true;
    expect(codeOf(await restoring.finish(MONDAY.now))).toBe('vault/store-closed');
    expect(await inspectVault(placesOn(disk))).toMatchObject({ value: { state: 'none' } });
  });
});

describe('what was erased after a backup was made', () => {
  it('does not come back with it: the present store knows, or a newer backup does', async () => {
    const before = kit.disk();
    const first = await kit.unlock(before);
    const [erased = ''] = await addPeople(first, 'Erased Later');
    const old = await backupOf(first);
    valueOf(
      await eraseForGood(first, [erased], { reason: 'request', places: [], now: MONDAY.now }),
    );
    const disks = disksInMemory('a', 'b');
    disks.disk('b').here = false;
    valueOf(await backUp(disks.port, first, MONDAY));
    await first.close();

    const fresh = emptyDisk();
    for (const [disk, port] of [
      [before, none.port],
      [fresh, disks.port],
    ] as const) {
      const restoring = valueOf(await open(disk, old, port));
      const session = valueOf(await restoring.finish(MONDAY.now));
      expect(names(session)).not.toContain('Erased Later');
      const [certificate] = session.state.all('erasure');
      expect(certificate?.erased.map(({ id }) => id)).toEqual([erased]);
      // Under keys that the backup did not have.
      expect(session.epochOf('people')).toBeGreaterThan(1);
      await session.close();
      expect(codeOf(await unlockVault(placesOn(disk), kit.opener))).toBe('ok');
    }
    // Where nobody knows, it does come back: the promise ends there.
    const unknown = valueOf(await open(emptyDisk(), old));
    expect(names(valueOf(await unknown.finish(MONDAY.now)))).toContain('Erased Later');
  });
});

/** Backups over disks in memory: made, read back, pruned, and never at the cost of an earlier one. */
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { backupName, readBackupName } from '../../domain/backup-plan.ts';
import { plusDays } from '../../domain/dates.ts';
import { valueOf } from '../commands/test-kit.ts';
import type { Session } from '../open-session.ts';
import { checkBackup } from './read.ts';
import {
  type BackupKit,
  addPeople,
  backupKit,
  disksInMemory,
  onDay,
  readerOf,
} from './test-kit.ts';
import { backUp } from './write.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let kit: BackupKit;
beforeAll(async () => {
  kit = await backupKit();
});

const MONDAY = onDay('2026-11-23');
const states = async (disks: ReturnType<typeof disksInMemory>, session: Session, when = MONDAY) =>
  valueOf(await backUp(disks.port, session, when)).map(({ state, failure }) =>
    failure ? failure.code : state,
  );

describe('a backup', () => {
  it('goes to every place that is there, under a name that tells of nobody, and only when something changed', async () => {
    const session = await kit.unlock(kit.disk());
    const disks = disksInMemory('a', 'b', 'c');
    disks.disk('c').here = false;
    expect(await states(disks, session)).toEqual(['made', 'made', 'backup/place-absent']);
    const { revision } = session.state;
    const vault = session.vaultId.slice(0, 8);
    const name = backupName({ vault, day: MONDAY.day, sequence: revision });
    expect(disks.names('a')).toEqual([name]);
    expect(disks.disk('a').good).toEqual({ name, at: MONDAY.now });
    const { bytes } = disks.file('b', revision);
    expect(valueOf(await checkBackup(readerOf(bytes))).head.sequence).toBe(revision);

    expect(await states(disks, session)).toEqual(['fresh', 'fresh', 'backup/place-absent']);
    disks.disk('c').here = true;
    disks.disk('b').files.clear();
    // One that was deleted by hand is missed.
    expect(await states(disks, session)).toEqual(['fresh', 'made', 'made']);
    await addPeople(session, 'Dora New');
    expect(await states(disks, session)).toEqual(['made', 'made', 'made']);
  });

  it('that does not come back as it was written gets no name, and the earlier one stays the last good one', async () => {
    const session = await kit.unlock(kit.disk());
    const disks = disksInMemory('a');
    await states(disks, session);
    const before = disks.names('a');
    await addPeople(session, 'Dora New');
    disks.disk('a').flips = true;
    expect(await states(disks, session)).toEqual(['backup/failed']);
    expect(disks.names('a')).toEqual(before);
    expect(disks.disk('a').good?.name).toBe(before[0]);
    expect(disks.pending.size).toBe(0);
  });

  it('for which there is no room leaves the earlier ones, also when it is stopped half-way', async () => {
    const session = await kit.unlock(kit.disk());
    const disks = disksInMemory('a');
    await states(disks, session);
    const before = disks.names('a');
    await addPeople(session, 'Dora New');
    disks.disk('a').full = 5_000;
    expect(await states(disks, session)).toEqual(['backup/disk-full']);
    disks.disk('a').full = Number.POSITIVE_INFINITY;
    let asked = 0;
    const stopped = { ...MONDAY, cancelled: () => (asked += 1) > 1 };
    expect(await states(disks, session, stopped)).toEqual(['wall/cancelled']);
    expect(disks.names('a')).toEqual(before);
    expect(disks.pending.size).toBe(0);
  });

  it('is pruned by days, weeks and months, and a clock that goes back costs nothing newer', async () => {
    const session = await kit.unlock(kit.disk());
    const disks = disksInMemory('a');
    // Two of one day, then days, weeks and months on.
    const gaps = [0, 0, 1, 1, 1, 1, 1, 1, 1, 7, 7, 30];
    let { day } = MONDAY;
    for (const gap of gaps) {
      day = plusDays(day, gap);
      await addPeople(session, `On ${day}`);
      expect(await states(disks, session, onDay(day))).toEqual(['made']);
    }
    const days = () => disks.names('a').map((name) => readBackupName(name)?.day);
    expect(days()).toEqual([
      '2026-11-27',
      '2026-11-28',
      '2026-11-29',
      '2026-11-30',
      '2026-12-07',
      '2026-12-14',
      '2027-01-13',
    ]);
    const before = days();
    await addPeople(session, 'In the past');
    expect(await states(disks, session, onDay('2020-01-01'))).toEqual(['made']);
    expect(disks.disk('a').good?.name).toContain('-2020-01-01-');
    // A day that never was takes the place of one of seven; weeks and months stay, and the newest by sequence.
    expect(days()).toEqual(['2020-01-01', ...before.slice(1)]);
  });

  it('is not written where a newer one is, nor where the vault went on otherwise', async () => {
    const [older, other] = [await kit.unlock(kit.disk()), await kit.unlock(kit.disk())];
    const newer = await kit.unlock(kit.disk());
    const disks = disksInMemory('a');
    await addPeople(newer, 'Newer', 'Newest');
    expect(await states(disks, newer)).toEqual(['made']);
    const before = disks.names('a');
    expect(await states(disks, older)).toEqual(['backup/ahead']);
    await addPeople(other, 'One', 'Two', 'Three');
    expect(await states(disks, other)).toEqual(['backup/ahead']);
    expect(disks.names('a')).toEqual(before);
  });

  it('leaves alone what is not the owner’s, whatever its name says', async () => {
    const session = await kit.unlock(kit.disk());
    const disks = disksInMemory('a');
    const vault = session.vaultId.slice(0, 8);
    const file = await kit.file();
    const strange = [
      backupName({ vault: 'ffffffff', day: MONDAY.day, sequence: 7 }),
      backupName({ vault, day: MONDAY.day, sequence: 9_999_999_999 }),
      backupName({ vault, day: MONDAY.day, sequence: 9_999_999_998 }),
    ];
    const contents = [file, file, new Uint8Array([1, 2, 3])];
    for (const [at, name] of strange.entries())
      disks.disk('a').files.set(name, contents[at] ?? file);
    expect(await states(disks, session)).toEqual(['made']);
    for (const [at, name] of strange.entries())
      expect(disks.disk('a').files.get(name)).toBe(contents[at]);
    expect(disks.names('a')).toHaveLength(4);
  });
});

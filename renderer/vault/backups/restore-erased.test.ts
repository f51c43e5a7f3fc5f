/** Restoring never brings back what was erased without a word, whatever became of the ways in, and whenever it is cut off. */
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { type Result, fail } from '../../domain/errors.ts';
import { randomBytes } from '../bytes.ts';
import { codeOf, valueOf } from '../commands/test-kit.ts';
import { eraseForGood } from '../erasing.ts';
import { recoverySlot } from '../keyslots.ts';
import type { Session } from '../open-session.ts';
import { renewProfile, sealProfile } from '../profile.ts';
import { newRecoveryKey } from '../recovery-key.ts';
import { type Disk, copyOf, emptyDisk, placesOn } from '../test-kit.ts';
import { type Opener, unlockVault } from '../vault.ts';
import { profileKeyOf } from '../ways-in.ts';
import { openBackup } from './restore.ts';
import { type BackupKit, addPeople, backupKit, disksInMemory, onDay, alone } from './test-kit.ts';
import { backUp } from './write.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const MONDAY = onDay('2026-11-23');
const none = disksInMemory();
let kit: BackupKit;
beforeAll(async () => {
  kit = await backupKit();
});

const names = (session: Session) => Array.from(session.state.all('person'), (one) => one.name.full);
const erase = async (session: Session, id: string) =>
  valueOf(await eraseForGood(session, [id], { reason: 'request', places: [], now: MONDAY.now }));
async function backupOf(session: Session): Promise<Uint8Array> {
  const disks = disksInMemory('a');
  valueOf(await backUp(disks.port, session, MONDAY));
  return disks.file('a', session.state.revision).bytes;
}

/** A vault with somebody in a backup who was erased since, and whose recovery key was made anew in between. */
async function erasedSince(change: (session: Session) => Promise<Opener>) {
  const disk = kit.disk();
  const session = await kit.unlock(disk);
  const [gone = ''] = await addPeople(session, 'Erased Later');
  const old = await backupOf(session);
  const opener = await change(session);
  await erase(session, gone);
  const disks = disksInMemory('a');
  valueOf(await backUp(disks.port, session, MONDAY));
  await session.close();
  return { disk, old, opener, disks };
}

/** A routine change: another recovery key for the same profile. */
async function otherWayIn(session: Session): Promise<Opener> {
  const key = valueOf(await profileKeyOf(session, kit.opener));
  const { secret, groups } = newRecoveryKey();
  valueOf(await session.writeSlots([await recoverySlot(session.vaultId, key, secret)]));
  return { recoveryKey: groups.join(' ') };
}

async function renewed(session: Session): Promise<Opener> {
  const old = session.profile.secret();
  const owner = { name: old.name, post: old.post, country: old.country };
  const profile = await renewProfile(old, owner, session.state.revision);
  const profileKey = randomBytes(32);
  const { secret, groups } = newRecoveryKey();
  const slots = [await recoverySlot(old.vaultId, profileKey, secret)];
  const sealedProfile = await sealProfile(profileKey, profile);
  valueOf(
    await session.renew(
      async () => ({ profile, sealedProfile, slots }),
      session.held(),
      MONDAY.now,
    ),
  );
  return { recoveryKey: groups.join(' ') };
}

const open = async (disk: Disk, bytes: Uint8Array, { port } = none) =>
  valueOf(await openBackup(placesOn(disk), port, alone(bytes), kit.opener));

describe('with a way in from before', () => {
  it('what was erased stays erased: the vault here and a newer backup are opened by the profile', async () => {
    const { disk, old, disks } = await erasedSince(otherWayIn);
    for (const [on, places] of [
      [disk, none],
      [emptyDisk(), disks],
    ] as const) {
      const restoring = await open(on, old, places);
      expect(restoring.comparison.state).toBe(on === disk ? 'store-newer' : 'nothing-here');
      expect(restoring.unasked).toEqual([]);
      const session = valueOf(await restoring.finish(MONDAY.now));
      expect(names(session)).not.toContain('Erased Later');
      expect(session.state.count('erasure')).toBe(1);
    }
  });

  it('after a renewal says which place could not be asked, and that the vault here does not open', async () => {
    const { disk, old, disks } = await erasedSince(renewed);
    const restoring = await open(disk, old, disks);
    expect(restoring).toMatchObject({
      comparison: { state: 'unreadable' },
      unasked: ['Disk a'],
    });
  });
});

describe('comparing', () => {
  it('writes nothing at all, not even where the chain ends', async () => {
    const disk = kit.disk();
    const before = copyOf(disk);
    await open(disk, await kit.file());
    expect(disk).toEqual(before);
  });
});

describe('a restoring that is cut off', () => {
  it('at any write leaves the vault that was or the restored one, and forgets no erasure', async () => {
    const made = kit.disk();
    const session = await kit.unlock(made);
    const [gone = ''] = await addPeople(session, 'Erased Later', 'Only Here');
    const old = await backupOf(session);
    await erase(session, gone);
    await addPeople(session, 'Later Still');
    await session.close();
    for (const writes of [0, 1, 2, 3, 4]) {
      const disk = copyOf(made);
      const { host, stores } = placesOn(disk);
      let left = Infinity;
      const cut = {
        host: {
          ...host,
          async headerWrite(bytes: Uint8Array): Promise<Result<null>> {
            if (left-- > 0) return host.headerWrite(bytes);
            return fail('file/disk-full');
          },
        },
        stores: {
          ...stores,
          async open(id: string) {
            const store = await stores.open(id);
            const replace: typeof store.replace = async (rows) => {
              if (left-- <= 0) throw new Error('QuotaExceededError');
              return store.replace(rows);
            };
            return { ...store, replace };
          },
        },
      };
      // Twice over: what was cut off is tried again, and cut off again.
      for (let time = 0; time < 2; time += 1) {
        left = Infinity;
        const failing = valueOf(await openBackup(cut, none.port, alone(old), kit.opener));
        left = writes;
        expect(codeOf(await failing.finish(MONDAY.now))).not.toBe('ok');
      }

      const again = copyOf(disk);
      const opened = valueOf(await unlockVault(placesOn(again), kit.opener));
      expect(names(opened)).not.toContain('Erased Later');
      expect(names(opened).includes('Later Still')).toBe(writes < 3);
      await opened.close();
      expect(codeOf(await unlockVault(placesOn(again), kit.opener))).toBe('ok');

      const restored = valueOf(await (await open(disk, old)).finish(MONDAY.now));
      expect(names(restored)).not.toContain('Erased Later');
      expect(restored.state.count('erasure')).toBe(1);
    }
  });
});

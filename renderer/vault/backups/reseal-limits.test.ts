/** What sealing anew does not do: call done what is owed, sign what somebody planted, remove what may be whole. */
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { fail } from '../../domain/errors.ts';
import { randomBytes } from '../bytes.ts';
import { codeOf, valueOf } from '../commands/test-kit.ts';
import { eraseForGood, finishErasures } from '../erasing.ts';
import { recoverySlot } from '../keyslots.ts';
import type { Session } from '../open-session.ts';
import { renewProfile, sealProfile } from '../profile.ts';
import { newRecoveryKey } from '../recovery-key.ts';
import { placesOn } from '../test-kit.ts';
import { unlockVault } from '../vault.ts';
import { resealPlaces } from './reseal.ts';
import {
  type BackupKit,
  UNWATCHED,
  addPeople,
  backupKit,
  disksInMemory,
  onDay,
} from './test-kit.ts';
import { backUp } from './write.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

type Disks = ReturnType<typeof disksInMemory>;
const MONDAY = onDay('2026-11-23');
const PLACES = [{ id: 'a', name: 'Disk a' }];
let kit: BackupKit;
beforeAll(async () => {
  kit = await backupKit();
});

const sealAnew = async ({ port }: Pick<Disks, 'port'>, session: Session) =>
  valueOf(await resealPlaces(port, session, MONDAY.now, UNWATCHED));
const erase = (session: Session, id: string) =>
  eraseForGood(session, [id], { reason: 'request', places: PLACES, now: MONDAY.now });
const placesOf = (session: Session) =>
  Array.from(session.state.all('erasure'), ({ places }) => places.map(({ state }) => state)).flat();

async function renew(session: Session): Promise<void> {
  const old = session.profile.secret();
  const owner = { name: old.name, post: old.post, country: old.country };
  const profile = await renewProfile(old, owner, session.state.revision);
  const profileKey = randomBytes(32);
  const slots = [await recoverySlot(old.vaultId, profileKey, newRecoveryKey().secret)];
  const sealedProfile = await sealProfile(profileKey, profile);
  valueOf(
    await session.renew(
      async () => ({ profile, sealedProfile, slots }),
      session.held(),
      MONDAY.now,
    ),
  );
}

describe('an erasure that is not finished', () => {
  it('is called done in no place, and a backup made meanwhile is sealed anew once it is', async () => {
    const disk = kit.disk();
    const places = placesOn(disk);
    let isFull = false;
    const host: typeof places.host = {
      ...places.host,
      headerWrite: async (bytes) =>
        isFull ? fail('file/disk-full') : places.host.headerWrite(bytes),
    };
    const session = valueOf(await unlockVault({ ...places, host }, kit.opener));
    const disks = disksInMemory('a');
    const [gone = ''] = await addPeople(session, 'Gone Soon');
    isFull = true;
    expect(codeOf(await erase(session, gone))).toBe('erasure/unfinished');
    isFull = false;
    expect(await sealAnew(disks, session)).toMatchObject([{ state: 'done', count: 0 }]);
    expect(placesOf(session)).toEqual(['open']);
    valueOf(await backUp(disks.port, session, MONDAY));
    await session.close();

    const again = await kit.unlock(disk);
    valueOf(await finishErasures(again, MONDAY.now));
    expect(await sealAnew(disks, again)).toMatchObject([{ state: 'done', count: 1 }]);
    expect(placesOf(again)).toEqual(['done']);
    expect(await sealAnew(disks, again)).toMatchObject([{ count: 0 }]);
  });
});

describe('a place stays open', () => {
  it('while the list of one of its backups cannot be read, for whatever reason', async () => {
    const session = await kit.unlock(kit.disk());
    const disks = disksInMemory('a');
    const [gone = ''] = await addPeople(session, 'Gone Soon');
    valueOf(await backUp(disks.port, session, MONDAY));
    valueOf(await erase(session, gone));
    for (const code of ['backup/gone', 'backup/read-only', 'backup/failed'] as const) {
      const port = { ...disks.port, backupRead: async () => fail(code) };
      expect(await sealAnew({ port }, session)).toMatchObject([
        { state: 'open', failure: { code } },
      ]);
    }
    expect(placesOf(session)).toEqual(['open']);
    // A file of somebody else under such a name holds nothing of this vault.
    const { name } = disks.file('a', session.state.revision - 1);
    disks.disk('a').files.set(name.replace('-23-', '-22-'), randomBytes(3_000));
    expect(await sealAnew(disks, session)).toMatchObject([{ state: 'done', count: 1 }]);
    expect(disks.names('a')).toHaveLength(2);
  });

  it('for what a former key signed beside the chain, and today’s key does not sign it', async () => {
    const disk = kit.disk();
    const stolen = kit.disk();
    const session = await kit.unlock(disk);
    await addPeople(session, 'Honest', 'Honest Too', 'Honest Three');
    const thief = await kit.unlock(stolen);
    const [branched, late] = [disksInMemory('a'), disksInMemory('a')];
    await addPeople(thief, 'Planted');
    valueOf(await backUp(branched.port, thief, MONDAY));
    // The very chain, taken further than the renewal allows.
    const further = await kit.unlock(structuredClone(disk));
    await renew(session);
    await addPeople(session, 'After');
    await addPeople(further, 'Planted Too');
    valueOf(await backUp(late.port, further, MONDAY));
    for (const [disks, code] of [
      [branched, 'backup/ahead'],
      [late, 'backup/forged'],
    ] as const) {
      const [name = ''] = disks.names('a');
      const bytes = disks.disk('a').files.get(name);
      expect(await sealAnew(disks, session)).toMatchObject([
        { state: 'open', count: 0, failure: { code } },
      ]);
      expect(disks.disk('a').files.get(name)).toBe(bytes);
    }
  });
});

describe('a damaged backup is left alone', () => {
  it('while nothing was erased and no key renewed, and while none of the owner’s own is whole', async () => {
    const session = await kit.unlock(kit.disk());
    const disks = disksInMemory('a');
    const [gone = ''] = await addPeople(session, 'Gone Soon');
    valueOf(await backUp(disks.port, session, MONDAY));
    const { name, bytes } = disks.file('a', session.state.revision);
    const older = name.replace('-23-', '-22-');
    disks.disk('a').files.set(older, bytes.slice(0, 300));
    expect(await sealAnew(disks, session)).toMatchObject([{ failure: { code: 'backup/damaged' } }]);
    expect(disks.names('a')).toEqual([older, name]);

    disks.disk('a').files.set(name, randomBytes(3_000));
    valueOf(await erase(session, gone));
    await sealAnew(disks, session);
    expect(disks.names('a')).toEqual([older, name]);
  });
});

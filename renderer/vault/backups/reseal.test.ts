/** ERASE, step 4: no backup that can be reached holds what was erased, under any key that is left. */
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { randomBytes } from '../bytes.ts';
import { codeOf, valueOf } from '../commands/test-kit.ts';
import { eraseForGood } from '../erasing.ts';
import { recoverySlot } from '../keyslots.ts';
import type { Session } from '../open-session.ts';
import { renewProfile, sealProfile } from '../profile.ts';
import { newRecoveryKey } from '../recovery-key.ts';
import { openInMemory } from './in-memory.ts';
import { readBackup } from './read.ts';
import { resealPlaces } from './reseal.ts';
import {
  type BackupKit,
  UNWATCHED,
  addPeople,
  backupKit,
  disksInMemory,
  onDay,
  readerOf,
} from './test-kit.ts';
import { backUp } from './write.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

type Disks = ReturnType<typeof disksInMemory>;
const MONDAY = onDay('2026-11-23');
const TUESDAY = onDay('2026-11-24');
let kit: BackupKit;
beforeAll(async () => {
  kit = await backupKit();
});

/** A vault with somebody to be erased, and a backup of two days in each place. */
async function twoDays(...ids: string[]) {
  const session = await kit.unlock(kit.disk());
  const disks = disksInMemory(...ids);
  const [gone = ''] = await addPeople(session, 'Gone Soon');
  valueOf(await backUp(disks.port, session, MONDAY));
  await addPeople(session, 'Stays Here');
  valueOf(await backUp(disks.port, session, TUESDAY));
  const places = ids.map((id) => ({ id, name: `Disk ${id}` }));
  const erase = async () =>
    valueOf(await eraseForGood(session, [gone], { reason: 'request', places, now: TUESDAY.now }));
  return { session, disks, gone, erase };
}

const sealAnew = async (disks: Disks, session: Session) =>
  valueOf(await resealPlaces(disks.port, session, TUESDAY.now, UNWATCHED));

/** The names in each backup of a place, oldest first; the code of one that does not open. */
async function namesIn(disks: Disks, id: string, opener = kit.opener): Promise<unknown[]> {
  const found = disks.names(id).map(async (name) => {
    const read = await readBackup(readerOf(disks.disk(id).files.get(name) ?? new Uint8Array()));
    const opened = read.ok ? await openInMemory(read.value, opener) : read;
    if (!opened.ok) return opened.error.code;
    const people = [...opened.value.session.state.all('person')].map(({ name: { full } }) => full);
    return people.filter((full) => full.endsWith('Soon') || full.endsWith('Here'));
  });
  return Promise.all(found);
}

const openPlaces = (session: Session) =>
  Array.from(session.state.all('erasure'), ({ places }) =>
    places.map(({ id, state }) => `${id} ${state}`),
  );

describe('sealing backups anew', () => {
  it('takes what was erased out of each, and leaves all else, their names and their days', async () => {
    const { session, disks, erase } = await twoDays('a');
    const names = disks.names('a');
    expect(await namesIn(disks, 'a')).toEqual([['Gone Soon'], ['Gone Soon', 'Stays Here']]);
    await erase();
    expect(openPlaces(session)).toEqual([['a open']]);
    expect(await sealAnew(disks, session)).toEqual([
      { place: 'a', state: 'done', count: 2, failure: null },
    ]);
    expect(disks.names('a')).toEqual(names);
    expect(await namesIn(disks, 'a')).toEqual([[], ['Stays Here']]);
    expect(openPlaces(session)).toEqual([['a done']]);
    // Asked again, nothing is written.
    const bytes = disks.file('a', session.state.revision - 3).bytes;
    expect(await sealAnew(disks, session)).toMatchObject([{ state: 'done', count: 0 }]);
    expect(disks.file('a', session.state.revision - 3).bytes).toBe(bytes);
    // The chain is still the vault's own: the next backup goes beside them.
    expect(valueOf(await backUp(disks.port, session, TUESDAY))).toMatchObject([{ state: 'made' }]);
  });

  it('leaves a place that is absent open, by its name, until it is seen', async () => {
    const { session, disks, erase } = await twoDays('a', 'b');
    await erase();
    disks.disk('b').here = false;
    expect(await sealAnew(disks, session)).toMatchObject([
      { state: 'done' },
      { state: 'open', failure: { code: 'backup/place-absent' } },
    ]);
    expect(openPlaces(session)).toEqual([['a done', 'b open']]);
    disks.disk('b').here = true;
    expect(await namesIn(disks, 'b')).toEqual([['Gone Soon'], ['Gone Soon', 'Stays Here']]);
    expect(await sealAnew(disks, session)).toMatchObject([
      { count: 0 },
      { state: 'done', count: 2 },
    ]);
    expect(openPlaces(session)).toEqual([['a done', 'b done']]);
    expect(await namesIn(disks, 'b')).toEqual([[], ['Stays Here']]);
  });

  it('that was interrupted keeps every backup, and is taken up where it stopped', async () => {
    const { session, disks, erase } = await twoDays('a');
    await erase();
    let writes = 0;
    const failing: Disks['port'] = {
      ...disks.port,
      async backupCommit(handle) {
        writes += 1;
        if (writes === 1) return disks.port.backupCommit(handle);
        await disks.port.backupAbort(handle);
        return { ok: false, error: { code: 'backup/failed' } };
      },
    };
    const cut = valueOf(await resealPlaces(failing, session, TUESDAY.now, UNWATCHED));
    expect(cut).toMatchObject([{ state: 'open', count: 1 }]);
    expect(await namesIn(disks, 'a')).toEqual([['Gone Soon'], ['Stays Here']]);
    expect(await sealAnew(disks, session)).toMatchObject([{ state: 'done', count: 1 }]);
    expect(await namesIn(disks, 'a')).toEqual([[], ['Stays Here']]);
  });

  it('removes a backup that cannot be read any more, when a newer one is whole, and never the last', async () => {
    const { session, disks, erase } = await twoDays('a');
    const [older = '', newer = ''] = disks.names('a');
    const harm = (name: string) => {
      const bytes = disks.disk('a').files.get(name);
      disks.disk('a').files.set(name, bytes?.slice(0, bytes.length - 10) ?? new Uint8Array());
    };
    harm(older);
    await erase();
    expect(await sealAnew(disks, session)).toMatchObject([{ state: 'done', count: 1 }]);
    expect(disks.names('a')).toEqual([newer]);

    const second = await twoDays('a');
    for (const name of second.disks.names('a')) {
      const bytes = second.disks.disk('a').files.get(name);
      second.disks.disk('a').files.set(name, bytes?.slice(0, -10) ?? new Uint8Array());
    }
    await second.erase();
    expect(await sealAnew(second.disks, second.session)).toMatchObject([
      { state: 'open', failure: { code: 'backup/damaged' } },
    ]);
    expect(second.disks.names('a')).toHaveLength(2);
  });

  it('after a renewal of keys opens them with the new key only', async () => {
    const { session, disks } = await twoDays('a', 'b');
    disks.disk('b').here = false;
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
        TUESDAY.now,
      ),
    );
    await sealAnew(disks, session);
    disks.disk('b').here = true;
    const opener = { recoveryKey: groups.join(' ') };
    expect(await namesIn(disks, 'a')).toEqual(['vault/recovery-wrong', 'vault/recovery-wrong']);
    expect(await namesIn(disks, 'a', opener)).toEqual([['Gone Soon'], ['Gone Soon', 'Stays Here']]);
    // The old key opens what could not be reached, until it is.
    expect(await namesIn(disks, 'b')).toEqual([['Gone Soon'], ['Gone Soon', 'Stays Here']]);
    expect(await sealAnew(disks, session)).toMatchObject([
      { count: 0 },
      { state: 'done', count: 2 },
    ]);
    expect(await namesIn(disks, 'b')).toEqual(['vault/recovery-wrong', 'vault/recovery-wrong']);
    expect(codeOf(await backUp(disks.port, session, TUESDAY))).toBe('ok');
  });
});

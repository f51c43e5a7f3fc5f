/** Fresh keys for everything: what opened the vault before opens nothing that is written from then on. */
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { SHIPPED_MATRIX, compartmentsFor } from '../domain/access.ts';
import { type Result, fail } from '../domain/errors.ts';
import { makeId } from '../domain/ids.ts';
import { type Person, blankPerson } from '../domain/person.ts';
import { randomBytes } from './bytes.ts';
import type { Renewal } from './custody.ts';
import { namesFor } from './keys.ts';
import { recoverySlot } from './keyslots.ts';
import type { Session } from './open-session.ts';
import { renewProfile, sealProfile } from './profile.ts';
import { newRecoveryKey } from './recovery-key.ts';
import { reseal } from './reseal.ts';
import { type Disk, copyOf, emptyDisk, placesOn } from './test-kit.ts';
import { type VaultPlaces, prepareVault, unlockVault } from './vault.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const NOW = 1_790_000_000_000;
const owner = { name: 'Jo Example', post: 'secretary', country: 'GB' } as const;

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

function somebody(full: string): Person {
  const draft = blankPerson('direct');
  return { ...draft, id: makeId('person', randomBytes(16)), name: { ...draft.name, full } };
}
const added = (after: Person) => ({ id: after.id, before: null, after });
const anna = somebody('Anna');

let made: Disk;
let oldKey: string;

beforeAll(async () => {
  made = emptyDisk();
  const prepared = must(
    await prepareVault(
      placesOn(made),
      {
        vaultName: 'IMSIG',
        owner,
        passphrase: 'seven brown otters at the quay',
        group: {
          kind: 'group',
          id: makeId('group', randomBytes(16)),
          purpose: 'steering',
          name: 'IMSIG',
          timeZone: 'Europe/London',
          owner: { ...owner, person: null },
        },
      },
      { memoryKiB: 65_536, passes: 3, lanes: 1 },
    ),
  );
  oldKey = prepared.recoveryKey.join(' ');
  const session = must(await prepared.finish(NOW));
  must(await session.commit([added(anna)], 'added', NOW));
  must(await session.close());
});

/** New keys that only a new recovery key opens. */
async function renewal(session: Session): Promise<{ renewal: Renewal; key: string }> {
  const old = session.profile.secret();
  const profile = await renewProfile(old, owner, session.state.revision);
  const profileKey = randomBytes(32);
  const { secret, groups } = newRecoveryKey();
  const slots = [await recoverySlot(old.vaultId, profileKey, secret)];
  const sealedProfile = await sealProfile(profileKey, profile);
  return { renewal: { profile, sealedProfile, slots }, key: groups.join(' ') };
}

const unlock = (places: VaultPlaces, recoveryKey: string) => unlockVault(places, { recoveryKey });

/** The host stops answering at this write of the key file, before it or after it. */
function failing(disk: Disk, nth: number, took: boolean): VaultPlaces {
  const places = placesOn(disk);
  let count = 0;
  return {
    ...places,
    host: {
      ...places.host,
      async headerWrite(bytes) {
        count += 1;
        if (count < nth || (count === nth && took)) await places.host.headerWrite(bytes);
        return count < nth ? { ok: true, value: null } : fail('file/failed');
      },
    },
  };
}

describe('a renewal', () => {
  it('opens with the new secret only, keeps everything, and believes the chain of before', async () => {
    const disk = copyOf(made);
    const session = must(await unlock(placesOn(disk), oldKey));
    const { renewal: next, key } = await renewal(session);
    must(await session.renew(async () => next, session.held(), NOW));
    must(await session.commit([added(somebody('Berta'))], 'added', NOW));
    must(await session.close());
    expect(await unlock(placesOn(disk), oldKey)).toEqual(fail('vault/recovery-wrong'));
    const again = must(await unlock(placesOn(disk), key));
    expect(again.state.get(anna.id)?.record).toEqual(anna);
    expect(again.state.count('person')).toBe(2);
    expect(must(await again.verifyTrail()).commits).toBe(3);
  });

  it('believes a change that was under way when it was asked for', async () => {
    const disk = copyOf(made);
    const session = must(await unlock(placesOn(disk), oldKey));
    let key = '';
    const changed = session.commit([added(somebody('Berta'))], 'added', NOW);
    const renewed = session.renew(
      async () => {
        const next = await renewal(session);
        ({ key } = next);
        return next.renewal;
      },
      session.held(),
      NOW,
    );
    must(await changed);
    must(await renewed);
    must(await session.close());
    const again = must(await unlock(placesOn(disk), key));
    expect(again.state.count('person')).toBe(2);
    expect((await again.verifyTrail()).ok).toBe(true);
  });

  it('is safe from an old key file put back with the old secret', async () => {
    const disk = copyOf(made);
    const session = must(await unlock(placesOn(disk), oldKey));
    const { renewal: next } = await renewal(session);
    must(await session.renew(async () => next, session.held(), NOW));
    must(await session.commit([added(somebody('Berta'))], 'added', NOW));
    must(await session.close());
    disk.headers = copyOf(made).headers;
    const opened = await unlock(placesOn(disk), oldKey);
    expect(opened).toEqual(fail('vault/store-damaged', { what: 'root' }));
  });

  for (const [nth, took] of [
    [1, false],
    [1, true],
    [2, false],
    [2, true],
    [3, false],
    [3, true],
    [4, false],
    [4, true],
  ] as const) {
    it(`loses nothing when it stops ${took ? 'after' : 'before'} write ${nth} of the key file`, async () => {
      const disk = copyOf(made);
      const session = must(await unlock(failing(disk, nth, took), oldKey));
      const { renewal: next, key } = await renewal(session);
      expect((await session.renew(async () => next, session.held(), NOW)).ok).toBe(false);
      const begun = nth > 1 || took;
      const again = must(await unlock(placesOn(disk), begun ? key : oldKey));
      must(await again.resume(NOW));
      expect(again.state.get(anna.id)?.record).toEqual(anna);
      must(await again.commit([added(somebody('Berta'))], 'added', NOW));
      must(await again.close());
      expect((await unlock(placesOn(disk), oldKey)).ok).toBe(!begun);
      const last = must(await unlock(placesOn(disk), begun ? key : oldKey));
      expect(last.state.count('person')).toBe(2);
      expect((await last.verifyTrail()).ok).toBe(true);
    });
  }
});

describe('a renewal for a post that opens less', () => {
  const less = namesFor(compartmentsFor('treasurer', SHIPPED_MATRIX));
  const holds = (session: Session) => session.holds('consents');

  it('leaves no key of what the post does not open, and a later one makes it anew (ACCESS)', async () => {
    const disk = copyOf(made);
    const session = must(await unlock(placesOn(disk), oldKey));
    const all = session.held();
    const first = await renewal(session);
    must(await session.renew(async () => first.renewal, less, NOW));
    expect(session.held()).toEqual(less);
    must(await session.close());
    const narrow = must(await unlock(placesOn(disk), first.key));
    expect(narrow.held()).toEqual(less);
    expect(narrow.state.get(anna.id)?.record).toEqual(anna);
    const second = await renewal(narrow);
    must(await narrow.renew(async () => second.renewal, all, NOW));
    must(await narrow.close());
    const wide = must(await unlock(placesOn(disk), second.key));
    expect(wide.held()).toEqual(all);
    must(await wide.commit([added(somebody('Berta'))], 'added', NOW));
    expect((await wide.verifyTrail()).ok).toBe(true);
  });

  it('is refused when it would lose records, and nothing is changed (ACCESS)', async () => {
    const disk = copyOf(made);
    const session = must(await unlock(placesOn(disk), oldKey));
    const before = copyOf(disk);
    const { renewal: next } = await renewal(session);
    const names = less.filter((name) => name !== 'people');
    expect(await session.renew(async () => next, names, NOW)).toEqual(fail('access/would-lose'));
    expect(disk).toEqual(before);
  });

  for (const nth of [2, 3, 4]) {
    it(`keeps nothing of it when it stops at write ${nth} of the key file, and loses nothing (ACCESS)`, async () => {
      const disk = copyOf(made);
      const session = must(await unlock(failing(disk, nth, false), oldKey));
      const { renewal: next, key } = await renewal(session);
      expect((await session.renew(async () => next, less, NOW)).ok).toBe(false);
      // What is about to go is not written to any more, or it would be lost with its key.
      expect(holds(session)).toBe(false);
      const again = must(await unlock(placesOn(disk), key));
      expect(holds(again)).toBe(false);
      must(await again.resume(NOW));
      must(await again.commit([added(somebody('Berta'))], 'added', NOW));
      must(await again.close());
      const last = must(await unlock(placesOn(disk), key));
      expect(last.held()).toEqual(less);
      expect(last.state.count('person')).toBe(2);
      expect((await last.verifyTrail()).ok).toBe(true);
    });
  }
});

describe('a renewal whose rows cannot be written', () => {
  it('leaves no key file that opens with the old secret, and is finished at the next unlock', async () => {
    const disk = copyOf(made);
    const places = placesOn(disk);
    const full: VaultPlaces = {
      ...places,
      stores: {
        ...places.stores,
        open: async (vaultId) => ({
          ...(await places.stores.open(vaultId)),
          fold: () => Promise.reject(new Error('QuotaExceededError')),
        }),
      },
    };
    const session = must(await unlock(full, oldKey));
    const { renewal: next, key } = await renewal(session);
    expect(await session.renew(async () => next, session.held(), NOW)).toEqual(
      fail('vault/read-only'),
    );
    expect((await unlock(placesOn(disk), oldKey)).ok).toBe(false);
    const again = must(await unlock(placesOn(disk), key));
    must(await again.resume(NOW));
    expect(again.state.get(anna.id)?.record).toEqual(anna);
    expect((await again.verifyTrail()).ok).toBe(true);
  });
});

describe('a copy that is sealed anew', () => {
  it('holds the same chain without what was erased, and opens with today’s secret', async () => {
    const disk = copyOf(made);
    const session = must(await unlock(placesOn(disk), oldKey));
    const berta = somebody('Berta');
    must(await session.commit([added(berta)], 'added', NOW));
    const copy = must(await session.snapshot());
    const { renewal: next, key } = await renewal(session);
    must(await session.renew(async () => next, session.held(), NOW));
    const anew = must(await reseal(copy, { session, erased: [anna.id], now: NOW }));
    expect(anew.head).toEqual(copy.head);

    const restored = emptyDisk();
    restored.headers = [anew.header];
    const rows = { pages: new Map(anew.pages.map((row) => [row.key, row])) };
    const { vaultId } = session;
    restored.stores.set(vaultId, {
      ...rows,
      commits: new Map(),
      blobs: new Map(),
      drafts: new Map(),
    });
    expect((await unlock(placesOn(restored), oldKey)).ok).toBe(false);
    const opened = must(await unlock(placesOn(restored), key));
    expect(opened.state.get(anna.id)).toBeUndefined();
    expect(opened.state.get(berta.id)?.record).toEqual(berta);
    expect((await opened.verifyTrail()).ok).toBe(true);
  });

  it('is refused when it is another vault’s', async () => {
    const session = must(await unlock(placesOn(copyOf(made)), oldKey));
    const copy = must(await session.snapshot());
    const other = { ...session.profile.secret(), vaultId: '0'.repeat(32) };
    const profile = { ...session.profile, secret: () => other };
    const asked = { session: { ...session, profile }, erased: [], now: NOW };
    expect(await reseal(copy, asked)).toEqual(fail('vault/header-forged'));
  });
});

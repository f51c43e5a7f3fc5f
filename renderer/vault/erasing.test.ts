/**
 * Erasing for good, with every row and key file that was ever written saved first, as if nothing on a disk ever went:
 * the proof is that no key in the files that are left opens what was erased.
 */
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { type Result, fail } from '../domain/errors.ts';
import { makeId } from '../domain/ids.ts';
import { type Person, blankPerson } from '../domain/person.ts';
import type { Group } from '../domain/sharing.ts';
import { fromHex, randomBytes } from './bytes.ts';
import { eraseForGood, finishErasures, removedIds } from './erasing.ts';
import { readHeader } from './header.ts';
import { KEY_NAMES, type Keyring, keyringOf, unwrapKeys } from './keys.ts';
import { openRecoverySlot } from './keyslots.ts';
import type { Session } from './open-session.ts';
import { unpack } from './packing.ts';
import { openProfile } from './profile.ts';
import { readRecoveryKey } from './recovery-key.ts';
import { type Place, unseal } from './sealing.ts';
import type { CommitRow, DraftRow, PageRow, Store } from './store.ts';
import { type Disk, copyOf, emptyDisk, placesOn } from './test-kit.ts';
import { type VaultPlaces, prepareVault, unlockVault } from './vault.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const NOW = 1_790_000_000_000;
const MARK = 'Quintessa';
const owner = { name: 'Jo Example', post: 'secretary', country: 'GB' } as const;
const group: Group = {
  kind: 'group',
  id: makeId('group', randomBytes(16)),
  purpose: 'steering',
  name: 'IMSIG',
  timeZone: 'Europe/London',
  owner: { ...owner, person: null },
};

function somebody(full: string): Person {
  const draft = blankPerson('direct');
  return { ...draft, id: makeId('person', randomBytes(16)), name: { ...draft.name, full } };
}

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

/** Everything that was ever on the disk. */
interface Remnants {
  readonly pages: PageRow[];
  readonly commits: CommitRow[];
  readonly drafts: DraftRow[];
  readonly headers: Uint8Array[];
}

/** The nth call of a kind fails, after it took effect or before. */
interface Fault {
  readonly call: 'header' | 'fold';
  readonly nth: number;
  readonly took: boolean;
}

/** The disk's places, with an eye on all that is written and, if asked, one call that goes wrong. */
function watched(disk: Disk, remnants: Remnants, fault?: Fault): VaultPlaces {
  const places = placesOn(disk);
  const count = { header: 0, fold: 0 };
  const goesWrong = (call: Fault['call']) => {
    count[call] += 1;
    return fault?.call === call && fault.nth === count[call];
  };
  const watch = (store: Store): Store => ({
    ...store,
    async append(rows) {
      remnants.commits.push(...rows);
      await store.append(rows);
    },
    async fold(change) {
      const wrong = goesWrong('fold');
      if (!wrong || fault?.took) await store.fold(change);
      remnants.pages.push(...change.put);
      if (wrong) throw new Error('QuotaExceededError');
    },
    async putDraft(row) {
      remnants.drafts.push(row);
      await store.putDraft(row);
    },
  });
  return {
    host: {
      ...places.host,
      async headerWrite(bytes) {
        const wrong = goesWrong('header');
        remnants.headers.push(bytes);
        if (!wrong || fault?.took) await places.host.headerWrite(bytes);
        return wrong ? fail('file/failed') : { ok: true, value: null };
      },
    },
    stores: {
      ...places.stores,
      open: async (vaultId) => watch(await places.stores.open(vaultId)),
    },
  };
}

let made: Disk;
let recoveryKey: string;
let remnantsThen: Remnants;
const gone = somebody(`${MARK} Vanish`);
const stays = somebody('Mark Stays');

beforeAll(async () => {
  made = emptyDisk();
  remnantsThen = { pages: [], commits: [], drafts: [], headers: [] };
  const places = watched(made, remnantsThen);
  const wanted = { vaultName: 'IMSIG', group, owner, passphrase: 'seven brown otters at the quay' };
  const argon = { memoryKiB: 65_536, passes: 3, lanes: 1 };
  const prepared = must(await prepareVault(places, wanted, argon));
  recoveryKey = prepared.recoveryKey.join(' ');
  const session = must(await prepared.finish(NOW));
  must(await session.commit([added(gone), added(stays)], 'added', NOW));
  // Enough text to make a fold due.
  const filler = { ...somebody('Filler'), notes: 'x'.repeat(4 * 1024 * 1024) };
  must(await session.commit([added(filler)], 'added', NOW));
  if (!must(await session.foldWhenDue(NOW))) throw new Error('nothing was folded');
  // In a page, in a commit, in an import's earlier version, in a draft.
  const moved = { ...gone, notes: `${MARK} moved` };
  const batch = {
    kind: 'import' as const,
    id: makeId('import', randomBytes(16)),
    purpose: 'steering' as const,
    at: NOW,
    format: 'CSV',
    created: [],
    changed: [
      { id: gone.id, before: gone },
      { id: stays.id, before: stays },
    ],
    undone: false,
  };
  const changes = [
    { id: gone.id, before: gone, after: moved },
    { id: batch.id, before: null, after: batch },
  ];
  must(await session.commit(changes, 'imported', NOW));
  must(await session.drafts.put('new-consent', `{"name":"${MARK}"}`));
  must(await session.close());
});

const added = (after: Person) => ({ id: after.id, before: null, after });

async function unlocked(places: VaultPlaces): Promise<Session> {
  return must(await unlockVault(places, { recoveryKey }));
}

const decision = { reason: 'request', places: [], now: NOW } as const;

/** Keyrings that the recovery key opens in these key files. */
async function keyringsIn(headers: readonly Uint8Array[]): Promise<Keyring[]> {
  const secret = must(readRecoveryKey(recoveryKey));
  const found: Keyring[] = [];
  for (const bytes of headers) {
    const { body } = must(readHeader(bytes));
    const slot = body.slots.find(({ kind }) => kind === 'recovery');
    if (slot?.kind !== 'recovery') throw new Error('no recovery slot');
    const profileKey = await openRecoverySlot(body.vaultId, slot, secret);
    const profile = profileKey && (await openProfile(profileKey, body.vaultId, body.profile));
    const raw = profile && (await unwrapKeys(profile.identity, fromHex(body.keys)));
    if (!raw) throw new Error('a key file that does not open');
    found.push(await keyringOf(raw));
  }
  return found;
}

/** Pages have tables of numbers among their text; search segments hold names in lower case. */
function namesThem(plain: Uint8Array): boolean {
  return Buffer.from(plain).toString('latin1').toLowerCase().includes(MARK.toLowerCase());
}

/** How many remnants can be opened with these keys and name the person. */
async function readable(remnants: Remnants, keyrings: readonly Keyring[]): Promise<number> {
  const { vaultId } = must(readHeader(remnants.headers[0] ?? new Uint8Array())).body;
  let count = 0;
  const look = async (place: Omit<Place, 'vault' | 'chunk' | 'last'>, sealed: PageRow['bytes']) => {
    for (const keys of keyrings) {
      const name = KEY_NAMES.find((one) => one === place.compartment);
      const key = name && keys.at(name, place.epoch);
      const whole = { ...place, vault: vaultId, chunk: 0, last: true };
      const packed = key && (await unseal(key, whole, sealed));
      if (packed && namesThem(await unpack(packed))) count += 1;
    }
  };
  for (const { key: row, epoch, generation, bytes } of remnants.pages)
    for (const compartment of KEY_NAMES) {
      const place = { table: 'pages', compartment, epoch, generation, row, sequence: 0 } as const;
      await look(place, bytes);
    }
  for (const { sequence, generation, parts } of remnants.commits)
    for (const { compartment, epoch, bytes } of parts) {
      const place = { table: 'commits', compartment, epoch, generation, row: 'part' } as const;
      await look({ ...place, sequence }, bytes);
    }
  for (const { key: row, epoch, bytes } of remnants.drafts) {
    const place = { table: 'drafts', compartment: 'drafts', epoch, generation: 0, row } as const;
    await look({ ...place, sequence: 0 }, bytes);
  }
  return count;
}

async function provesGone(disk: Disk, remnants: Remnants): Promise<void> {
  // The control: with the keys of before, page, segment, commits and draft are all read.
  expect(await readable(remnants, await keyringsIn(made.headers))).toBeGreaterThanOrEqual(5);
  expect(await readable(remnants, await keyringsIn(disk.headers))).toBe(0);
  const session = await unlocked(placesOn(disk));
  expect(session.state.get(gone.id)).toBeUndefined();
  expect(session.state.get(stays.id)?.record).toEqual(stays);
  expect(session.search.find(MARK, ['person'], 5)).toEqual([]);
  expect(JSON.stringify([...session.state.all('import')])).not.toContain(MARK);
  expect([...session.state.all('erasure')]).toMatchObject([
    { erased: [{ kind: 'person', id: gone.id }], reason: 'request' },
  ]);
  expect((await session.drafts.get('new-consent')).ok).toBe(true);
  expect((await session.verifyTrail()).ok).toBe(true);
  const done = await session.commit([added(somebody('After'))], 'added', NOW);
  expect(done.ok).toBe(true);
}

function copied(): { disk: Disk; remnants: Remnants } {
  const { pages, commits, drafts, headers } = remnantsThen;
  const remnants = {
    pages: [...pages],
    commits: [...commits],
    drafts: [...drafts],
    headers: [...headers],
  };
  return { disk: copyOf(made), remnants };
}

describe('erasing for good', () => {
  it('leaves no key that opens what was erased, in whatever is left of any row (ERASE)', async () => {
    const { disk, remnants } = copied();
    const session = await unlocked(watched(disk, remnants));
    must(await eraseForGood(session, [gone.id], decision));
    must(await session.close());
    await provesGone(disk, remnants);
  });

  const faults: Fault[] = [
    { call: 'header', nth: 1, took: false },
    { call: 'header', nth: 1, took: true },
    { call: 'fold', nth: 1, took: false },
    { call: 'fold', nth: 1, took: true },
    { call: 'header', nth: 2, took: false },
    { call: 'header', nth: 2, took: true },
    { call: 'header', nth: 3, took: false },
    { call: 'header', nth: 3, took: true },
    { call: 'header', nth: 4, took: false },
    { call: 'header', nth: 4, took: true },
  ];
  for (const fault of faults) {
    const when = fault.took ? 'after' : 'before';
    it(`is finished at the next unlock when it stops ${when} ${fault.call} write ${fault.nth}`, async () => {
      const { disk, remnants } = copied();
      const session = await unlocked(watched(disk, remnants, fault));
      expect((await eraseForGood(session, [gone.id], decision)).ok).toBe(false);
      // No close: the program has died here.
      const next = await unlocked(watched(disk, remnants));
      must(await finishErasures(next, NOW));
      must(await next.close());
      await provesGone(disk, remnants);
    });
  }

  it('reaches what was removed before and is in no list any more', async () => {
    const { disk, remnants } = copied();
    const session = await unlocked(watched(disk, remnants));
    const before = session.state.get(gone.id)?.record ?? null;
    must(await session.commit([{ id: gone.id, before, after: null }], 'removed', NOW));
    expect(await readable(remnants, await keyringsIn(disk.headers))).toBeGreaterThanOrEqual(5);
    expect(removedIds(session)).toEqual([gone.id]);
    must(await eraseForGood(session, removedIds(session), decision));
    expect(removedIds(session)).toEqual([]);
    must(await session.close());
    await provesGone(disk, remnants);
  });

  it('is not begun again by an unlock that owes nothing', async () => {
    const { disk, remnants } = copied();
    const session = await unlocked(watched(disk, remnants));
    must(await eraseForGood(session, [gone.id], decision));
    must(await session.close());
    const again = await unlocked(placesOn(disk));
    const epoch = again.epochOf('people');
    must(await finishErasures(again, NOW));
    expect(again.epochOf('people')).toBe(epoch);
    expect(epoch).toBe(2);
    expect(again.epochOf('steering')).toBe(1);
  });

  it('refuses what is not here, and changes nothing', async () => {
    const { disk, remnants } = copied();
    const session = await unlocked(watched(disk, remnants));
    const nobody = somebody('Nobody').id;
    expect(await eraseForGood(session, [nobody], decision)).toEqual(fail('record/gone'));
    expect(session.epochOf('people')).toBe(1);
  });
});

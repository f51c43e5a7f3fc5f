/** The vault over a disk in memory. */
import { randomBytes as nodeRandom } from 'node:crypto';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { ok } from '../domain/errors.ts';
import { makeId } from '../domain/ids.ts';
import { blankPerson, type Person } from '../domain/person.ts';
import type { Group } from '../domain/sharing.ts';
import { randomBytes } from './bytes.ts';
import type { Rows } from './memory-store.ts';
import type { Session } from './open-session.ts';
import { ROOT_KEY } from './root.ts';
import { type Disk, copyOf, emptyDisk, placesOn } from './test-kit.ts';
import { type Opener, inspectVault, prepareVault, unlockVault } from './vault.ts';

// Argon2 and five hundred signatures take their time, and more on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const PASSPHRASE = 'seven brown otters at the quay';
const QUICK = { memoryKiB: 65_536, passes: 3, lanes: 1 };
const NOW = 1_790_000_000_000;

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
  return {
    ...draft,
    id: makeId('person', randomBytes(16)),
    name: { ...draft.name, full },
  };
}

async function create(disk: Disk): Promise<{ session: Session; recoveryKey: string }> {
  const wanted = { vaultName: 'IMSIG', group, owner, passphrase: PASSPHRASE };
  const prepared = await prepareVault(placesOn(disk), wanted, QUICK);
  if (!prepared.ok) throw new Error(prepared.error.code);
  const session = await prepared.value.finish(NOW);
  if (!session.ok) throw new Error(session.error.code);
  return { session: session.value, recoveryKey: prepared.value.recoveryKey.join(' ') };
}

/** By the recovery key, which is as strict and does not take the second that a passphrase takes. */
const unlock = (disk: Disk) => unlockVault(placesOn(disk), { recoveryKey });

async function reopen(disk: Disk, opener: Opener = { recoveryKey }): Promise<Session> {
  const session = await unlockVault(placesOn(disk), opener);
  if (!session.ok) throw new Error(session.error.code);
  return session.value;
}

async function add(session: Session, ...people: Person[]): Promise<void> {
  const changes = people.map((person) => ({ id: person.id, before: null, after: person }));
  const done = await session.commit(changes, 'added', NOW);
  if (!done.ok) throw new Error(done.error.code);
}

const codeOf = (result: { ok: true } | { ok: false; error: { code: string } }) =>
  result.ok ? 'ok' : result.error.code;

function onlyRows(disk: Disk): Rows {
  const [rows] = disk.stores.values();
  if (!rows) throw new Error('no store');
  return rows;
}

/** A vault with one person, locked: made once, copied by each test. */
let made: Disk;
let recoveryKey: string;
const anna = somebody('Anna Kowalska');

beforeAll(async () => {
  made = emptyDisk();
  const created = await create(made);
  recoveryKey = created.recoveryKey;
  await add(created.session, anna);
  await created.session.close();
});

describe('a vault', () => {
  it('is not there before it is made, and leaves nothing when set-up is not finished', async () => {
    const disk = emptyDisk();
    const wanted = { vaultName: 'IMSIG', group, owner, passphrase: PASSPHRASE };
    expect((await prepareVault(placesOn(disk), wanted, QUICK)).ok).toBe(true);
    expect(await inspectVault(placesOn(disk))).toEqual(ok({ state: 'none' }));
    expect(disk.stores.size).toBe(0);
  });

  it('opens with its passphrase and holds what was saved', async () => {
    const session = await reopen(copyOf(made), { passphrase: PASSPHRASE });
    expect(session.state.get(anna.id)).toEqual({ record: anna, revision: 2 });
    expect([...session.state.all('group')]).toEqual([group]);
    expect(session.search.find('kowlaska', ['person'], 10)).toEqual([anna.id]);
    expect(session.state.trail().map(({ action }) => action)).toEqual(['created', 'added']);
  });

  it('opens with its recovery key, however it is typed', async () => {
    const typed = recoveryKey.toLowerCase().replaceAll(' ', '-');
    const opened = await unlockVault(placesOn(copyOf(made)), { recoveryKey: typed });
    expect(codeOf(opened)).toBe('ok');
  });

  it('stays closed to a wrong passphrase and to another recovery key', async () => {
    const places = placesOn(copyOf(made));
    expect(codeOf(await unlockVault(places, { passphrase: `${PASSPHRASE}.` }))).toBe(
      'vault/passphrase-wrong',
    );
    const other = await prepareVault(
      placesOn(emptyDisk()),
      { vaultName: 'Other', group, owner, passphrase: PASSPHRASE },
      QUICK,
    );
    const otherKey = other.ok ? other.value.recoveryKey.join('') : '';
    expect(codeOf(await unlockVault(places, { recoveryKey: otherKey }))).toBe(
      'vault/recovery-wrong',
    );
  });

  it('is never made over another', async () => {
    const wanted = { vaultName: 'New', group, owner, passphrase: PASSPHRASE };
    expect(codeOf(await prepareVault(placesOn(copyOf(made)), wanted, QUICK))).toBe('vault/exists');
    const disk = emptyDisk();
    const late = await prepareVault(placesOn(disk), wanted, QUICK);
    disk.headers = made.headers;
    expect(late.ok && codeOf(await late.value.finish(NOW))).toBe('vault/exists');
  });

  it('is named when its store is gone, and nothing is made in its place', async () => {
    const disk = copyOf(made);
    disk.stores.clear();
    const found = await inspectVault(placesOn(disk));
    expect(found.ok && found.value).toMatchObject({ state: 'store-missing', vaultName: 'IMSIG' });
    expect(codeOf(await unlock(disk))).toBe('vault/store-missing');
    expect(disk.stores.size).toBe(0);
  });

  it('counts an empty store as gone', async () => {
    const disk = copyOf(made);
    onlyRows(disk).pages.clear();
    onlyRows(disk).commits.clear();
    expect(codeOf(await unlock(disk))).toBe('vault/store-missing');
  });
});

describe('a change', () => {
  it('is refused whole when a record is no longer what it started from', async () => {
    const session = await reopen(copyOf(made));
    const stale = { ...anna, notes: 'something else' };
    const fresh = somebody('Ben Other');
    const done = await session.commit(
      [
        { id: fresh.id, before: null, after: fresh },
        { id: anna.id, before: stale, after: anna },
      ],
      'edited',
      NOW,
    );
    expect(codeOf(done)).toBe('record/changed-since');
    expect(session.state.count('person')).toBe(1);
  });

  it('shows nothing that is not durable, and a full disk makes the session read-only', async () => {
    const disk = copyOf(made);
    const session = await reopen(disk);
    disk.full = true;
    const ben = somebody('Ben Other');
    const change = { id: ben.id, before: null, after: ben };
    expect(codeOf(await session.commit([change], 'added', NOW))).toBe('vault/read-only');
    expect(session.state.get(ben.id)).toBeUndefined();
    disk.full = false;
    expect(codeOf(await session.commit([change], 'added', NOW))).toBe('vault/read-only');
    expect(codeOf(await (await reopen(disk)).commit([change], 'added', NOW))).toBe('ok');
  });

  it('can be removed, and stays so', async () => {
    const disk = copyOf(made);
    const session = await reopen(disk);
    await session.commit([{ id: anna.id, before: anna, after: null }], 'removed', NOW);
    for (const open of [session, await reopen(disk)]) {
      expect(open.state.get(anna.id)).toBeUndefined();
      expect(open.search.find('anna', ['person'], 10)).toEqual([]);
      expect(open.state.sorted('person')).toEqual([]);
    }
  });

  it('may be an event alone, which only the trail keeps', async () => {
    const disk = copyOf(made);
    await (await reopen(disk)).commit([], 'printed', NOW, [anna.id]);
    const last = (await reopen(disk)).state.trail().at(-1);
    expect(last).toMatchObject({ action: 'printed', records: [anna.id], count: 1, at: NOW });
  });

  it('leaves rows of a multiple of 4 KiB and no plain text', async () => {
    const rows = onlyRows(made);
    const sealed = [...rows.commits.values()].flatMap((row) => [
      row.envelope,
      ...row.parts.map((part) => part.bytes),
    ]);
    for (const bytes of sealed) expect((bytes.length - 29) % 4096).toBe(0);
    const everything = Buffer.concat([...sealed, ...made.headers]).toString('latin1');
    expect(everything).not.toContain('Kowalska');
    expect(everything).toContain('IMSIG');
  });
});

describe('a store that was tampered with', () => {
  const refusals: [string, string, (rows: Rows) => void][] = [
    ['a flipped bit in a part', 'vault/store-damaged', (rows) => flip(rows, 2, 'part')],
    ['a flipped bit in an envelope', 'vault/store-damaged', (rows) => flip(rows, 2, 'envelope')],
    ['a flipped bit in a signature', 'vault/store-damaged', (rows) => flip(rows, 2, 'signature')],
    [
      'a commit in the place of another',
      'vault/store-damaged',
      ({ commits }) => {
        const first = commits.get(1);
        if (first) commits.set(2, { ...first, sequence: 2 });
      },
    ],
    ['a commit taken out', 'vault/store-damaged', ({ commits }) => void commits.delete(1)],
    ['the last commit cut off', 'vault/store-rolled-back', ({ commits }) => void commits.delete(2)],
    ['no root', 'vault/store-damaged', ({ pages }) => void pages.delete(ROOT_KEY)],
    [
      'a flipped bit in the root',
      'vault/store-damaged',
      ({ pages }) => {
        const root = pages.get(ROOT_KEY);
        if (root) root.bytes[40] = (root.bytes[40] ?? 0) ^ 1;
      },
    ],
  ];
  function flip({ commits }: Rows, sequence: number, what: 'part' | 'envelope' | 'signature') {
    const row = commits.get(sequence);
    const bytes = what === 'part' ? row?.parts[0]?.bytes : row?.[what];
    if (bytes) bytes[30] = (bytes[30] ?? 0) ^ 1;
  }

  it.each(refusals)('is refused: %s', async (_what, code, tamper) => {
    const disk = copyOf(made);
    expect(codeOf(await unlock(copyOf(disk)))).toBe('ok');
    tamper(onlyRows(disk));
    expect(codeOf(await unlock(disk))).toBe(code);
  });

  it('is refused when it was rolled back behind the floor', async () => {
    const disk = copyOf(made);
    const old = copyOf(disk);
    const session = await reopen(disk);
    await add(session, somebody('Ben Other'));
    await session.close();
    old.headers = disk.headers;
    expect(codeOf(await unlock(old))).toBe('vault/store-rolled-back');
  });

  it('is refused when the same place in the chain holds another history', async () => {
    const mine = copyOf(made);
    const other = copyOf(made);
    for (const disk of [mine, other]) {
      const session = await reopen(disk);
      await add(session, somebody('Ben Other'));
      await session.close();
    }
    other.headers = mine.headers;
    expect(codeOf(await unlock(other))).toBe('vault/store-rolled-back');
  });
});

describe('the header', () => {
  it('is taken from the older generation when the newest is damaged, and written above both', async () => {
    const disk = copyOf(made);
    expect(disk.headers).toHaveLength(2);
    disk.headers[0] = disk.headers[0]?.slice(0, 100) ?? new Uint8Array();
    const session = await reopen(disk);
    await session.close();
    expect(codeOf(await unlock(disk))).toBe('ok');
  });

  it('is refused as forged when its floor was lowered', async () => {
    const disk = copyOf(made);
    disk.headers = disk.headers.slice(0, 1).map((bytes) => {
      const text = new TextDecoder().decode(bytes);
      const lowered = text.replace(String.raw`\"sequence\":2`, String.raw`\"sequence\":1`);
      expect(lowered).not.toBe(text);
      return new TextEncoder().encode(lowered);
    });
    expect(codeOf(await unlock(disk))).toBe('vault/header-forged');
  });

  it('is damaged when neither generation can be read', async () => {
    const disk = copyOf(made);
    disk.headers = disk.headers.map((bytes) => bytes.slice(0, bytes.length - 1));
    expect(await inspectVault(placesOn(disk))).toEqual(ok({ state: 'header-damaged' }));
    expect(codeOf(await unlock(disk))).toBe('vault/header-damaged');
  });
});

describe('drafts', () => {
  it('are kept sealed, come back after a lock, and go when they are dropped', async () => {
    const disk = copyOf(made);
    await (await reopen(disk)).drafts.put('note', 'half a sentence');
    const session = await reopen(disk);
    expect(await session.drafts.get('note')).toEqual(ok('half a sentence'));
    const [row] = onlyRows(disk).drafts.values();
    expect(Buffer.from(row?.bytes ?? []).toString('latin1')).not.toContain('sentence');
    await session.drafts.drop('note');
    expect(await session.drafts.get('note')).toEqual(ok(null));
  });
});

describe('folding', () => {
  it('turns 500 commits into pages while others go on, and loses nothing', async () => {
    const disk = copyOf(made);
    const session = await reopen(disk);
    const people = Array.from({ length: 500 }, (_, index) => somebody(`Person ${index}`));
    for (const person of people) await add(session, person);
    const [first] = people;
    if (!first) throw new Error('nobody');
    const folding = session.foldWhenDue(NOW);
    const renamed = { ...first, notes: 'changed while folding' };
    const late = somebody('Late Comer');
    await session.commit([{ id: first.id, before: first, after: renamed }], 'edited', NOW);
    await add(session, late);
    await session.commit([{ id: anna.id, before: anna, after: null }], 'removed', NOW);
    expect(await folding).toEqual(ok(true));
    const rows = onlyRows(disk);
    expect([...rows.commits.keys()]).toEqual([503, 504, 505]);
    expect([...rows.pages.keys()].filter((key) => key.endsWith('-search'))).toHaveLength(2);

    for (const open of [session, await reopen(disk)]) {
      expect(open.state.count('person')).toBe(501);
      expect(open.state.get(first.id)).toEqual({ record: renamed, revision: 503 });
      expect(open.state.get(people[9]?.id ?? '')).toEqual({ record: people[9], revision: 12 });
      expect(open.state.get(late.id)?.record).toEqual(late);
      expect(open.state.get(anna.id)).toBeUndefined();
      expect(open.search.find('Person 499', ['person'], 1)).toEqual([people[499]?.id]);
      expect(open.state.trail()).toHaveLength(505);
    }
  });

  it('rewrites only the pages that changed, keeps the trail whole, and refuses an old page', async () => {
    const disk = copyOf(made);
    const session = await reopen(disk);
    const noise = (bytes: number) => nodeRandom(bytes).toString('hex');
    const people = Array.from({ length: 600 }, (_, index) => ({
      ...somebody(`Person ${index}`),
      notes: noise(8_000),
    }));
    await add(session, ...people.slice(0, 300));
    await add(session, ...people.slice(300));
    expect(await session.foldWhenDue(NOW)).toEqual(ok(true));
    const before = new Map(onlyRows(disk).pages);
    const recordPages = [...before.keys()].filter((key) => /^people-\d+$/.test(key));
    expect(recordPages.length).toBeGreaterThan(3);

    const [first] = people;
    if (!first) throw new Error('nobody');
    let current = first;
    for (const notes of [noise(2_200_000), 'short again']) {
      const next = { ...current, notes };
      await session.commit([{ id: first.id, before: current, after: next }], 'edited', NOW);
      current = next;
    }
    expect(await session.foldWhenDue(NOW)).toEqual(ok(true));
    const after = onlyRows(disk).pages;
    expect(recordPages.filter((key) => after.get(key) !== before.get(key))).toHaveLength(1);
    const again = await reopen(disk);
    expect(again.state.get(first.id)?.record).toEqual(current);
    expect(again.state.count('person')).toBe(601);
    await session.close();

    const changed = recordPages.find((key) => after.get(key) !== before.get(key)) ?? '';
    const old = before.get(changed);
    if (!old) throw new Error('no page');
    const tampered = copyOf(disk);
    onlyRows(tampered).pages.set(changed, old);
    expect(codeOf(await unlock(tampered))).toBe('vault/store-damaged');
  });
});

describe('verifying the trail', () => {
  it('passes an intact chain, before and after more commits (AUDIT)', async () => {
    const session = await reopen(copyOf(made));
    expect(await session.verifyTrail()).toEqual(ok({ commits: 2, entries: 2 }));
    await add(session, somebody('Ben Other'));
    expect(await session.verifyTrail()).toEqual(ok({ commits: 3, entries: 3 }));
  });

  it('finds a signature that does not fit, which unlocking alone does not look for (AUDIT)', async () => {
    const disk = copyOf(made);
    const signature = onlyRows(disk).commits.get(1)?.signature;
    if (signature) signature[0] = (signature[0] ?? 0) ^ 1;
    const session = await reopen(disk);
    expect(codeOf(await session.verifyTrail())).toBe('vault/store-damaged');
  });
});

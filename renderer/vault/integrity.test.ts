/**
 * What was done to a store behind the vault's back is noticed and named, and the choice is to restore or to look: opened
 * read-only, nothing is written, not even the floor that showed it.
 */
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { type Result, fail } from '../domain/errors.ts';
import { makeId } from '../domain/ids.ts';
import { type Person, blankPerson } from '../domain/person.ts';
import { fromHex, randomBytes, toHex } from './bytes.ts';
import { readHeader, writeHeader } from './header.ts';
import { KEY_NAMES, freshKeys, wrapKeys } from './keys.ts';
import type { Rows } from './memory-store.ts';
import type { Session } from './open-session.ts';
import { newSigningKey } from './signing.ts';
import { type Disk, copyOf, emptyDisk, placesOn } from './test-kit.ts';
import { prepareVault, unlockVault } from './vault.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const NOW = 1_790_000_000_000;
const owner = { name: 'Jo Example', post: 'secretary', country: 'GB' } as const;

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}
function somebody(full: string, notes = ''): Person {
  const draft = blankPerson('direct');
  const name = { ...draft.name, full };
  return { ...draft, id: makeId('person', randomBytes(16)), name, notes };
}
const added = (after: Person) => ({ id: after.id, before: null, after });
function rowsOf(disk: Disk): Rows {
  const [rows] = disk.stores.values();
  if (!rows) throw new Error('no store');
  return rows;
}

interface Made {
  disk: Disk;
  recoveryKey: string;
  recipient: string;
  /** The same store when its first fold was new. */
  early: Disk;
}

/** Two folds of two pages, and three commits after them. */
async function make(): Promise<Made> {
  const disk = emptyDisk();
  const group = {
    kind: 'group' as const,
    id: makeId('group', randomBytes(16)),
    purpose: 'steering' as const,
    name: 'IMSIG',
    timeZone: 'Europe/London',
    owner: { ...owner, person: null },
  };
  const wanted = { vaultName: 'IMSIG', group, owner, passphrase: 'seven brown otters at the quay' };
  const argon = { memoryKiB: 65_536, passes: 3, lanes: 1 };
  const prepared = must(await prepareVault(placesOn(disk), wanted, argon));
  const session = must(await prepared.finish(NOW));
  const long = 'x'.repeat(1024 * 1024);
  const fold = async (people: Person[]) => {
    must(await session.commit(people.map(added), 'added', NOW));
    if (!must(await session.foldWhenDue(NOW))) throw new Error('nothing was folded');
  };
  await fold([first, ...[1, 2, 3, 4].map((n) => somebody(`Filler ${n}`, long))]);
  const early = copyOf(disk);
  const renamed = { ...first, notes: 'renamed' };
  must(await session.commit([{ id: first.id, before: first, after: renamed }], 'edited', NOW));
  await fold([5, 6, 7, 8].map((n) => somebody(`Filler ${n}`, long)));
  for (const one of later) must(await session.commit([added(one)], 'added', NOW));
  const { recipient } = session.profile.card;
  must(await session.close());
  return { disk, recoveryKey: prepared.recoveryKey.join(' '), recipient, early };
}

const first = somebody('Anna First');
const later = [somebody('Berta'), somebody('Carla'), somebody('Dora')];
let made: Made;
let another: Made;
beforeAll(async () => {
  made = await make();
  another = await make();
});

const open = (disk: Disk) => unlockVault(placesOn(disk), { recoveryKey: made.recoveryKey });
const look = (disk: Disk) =>
  unlockVault(placesOn(disk), { recoveryKey: made.recoveryKey }, 'read-only');

/** The commits after the last fold, in order. */
const lastThree = ({ commits }: Rows) => [...commits.keys()].sort((a, b) => a - b).slice(-3);
/** Keys of pages with people, the oldest first: Anna is in that. */
const peoplePages = ({ pages }: Rows) =>
  [...pages.keys()]
    .filter((key) => /^people-\d+$/.test(key))
    .sort((a, b) => Number(a.slice(7)) - Number(b.slice(7)));

interface Harm {
  readonly what: string;
  readonly code: 'vault/store-damaged' | 'vault/store-rolled-back';
  /** Which of Anna, Berta, Carla and Dora are still shown when it is only looked at. */
  readonly shown: string;
  harm(rows: Rows, disk: Disk): void;
}

const harms: Harm[] = [
  {
    what: 'rolled back behind the floor',
    code: 'vault/store-rolled-back',
    shown: 'A',
    harm: (_rows, disk) => (disk.stores = copyOf(made.early).stores),
  },
  {
    what: 'cut below the floor',
    code: 'vault/store-rolled-back',
    shown: 'ABC',
    harm: (rows) => rows.commits.delete(lastThree(rows)[2] ?? 0),
  },
  {
    what: 'with two commits in each other’s place',
    code: 'vault/store-damaged',
    shown: 'A',
    harm(rows) {
      const [one = 0, two = 0] = lastThree(rows);
      const [a, b] = [rows.commits.get(one), rows.commits.get(two)];
      if (!a || !b) throw new Error('no commits');
      rows.commits.set(one, { ...b, sequence: one });
      rows.commits.set(two, { ...a, sequence: two });
    },
  },
  {
    what: 'with a commit of another vault',
    code: 'vault/store-damaged',
    shown: 'AB',
    harm(rows) {
      const [, two = 0] = lastThree(rows);
      const other = rowsOf(another.disk).commits.get(two);
      if (!other) throw new Error('no commit');
      rows.commits.set(two, other);
    },
  },
  {
    what: 'with a page of another vault',
    code: 'vault/store-damaged',
    shown: 'BCD',
    harm(rows) {
      const [key = ''] = peoplePages(rows);
      const other = rowsOf(another.disk).pages.get(key);
      if (!other) throw new Error('no page');
      rows.pages.set(key, other);
    },
  },
  {
    what: 'with one row swapped for its neighbour',
    code: 'vault/store-damaged',
    shown: 'BCD',
    harm(rows) {
      const [one = '', two = ''] = peoplePages(rows);
      const b = rows.pages.get(two);
      if (!b) throw new Error('no page');
      rows.pages.set(one, { ...b, key: one });
    },
  },
  {
    what: 'with a page of an earlier fold put back',
    code: 'vault/store-damaged',
    shown: 'BCD',
    harm(rows) {
      const [key = ''] = peoplePages(rows);
      const old = rowsOf(made.early).pages.get(key);
      if (!old) throw new Error('no page');
      rows.pages.set(key, old);
    },
  },
];

function shownIn(session: Session): string {
  const letters = [first, ...later].map(({ id }, index) =>
    session.state.get(id) ? (['A', 'B', 'C', 'D'][index] ?? '') : '',
  );
  return letters.join('');
}

describe('a store that is not what it was', () => {
  for (const { what, code, shown, harm } of harms) {
    it(`is noticed when it is ${what}, and may be looked at`, async () => {
      const disk = copyOf(made.disk);
      // The control: unharmed it opens, also in this way, and may be written.
      const whole = must(await look(copyOf(disk)));
      expect(whole.damage).toBeNull();
      expect(shownIn(whole)).toBe('ABCD');

      harm(rowsOf(disk), disk);
      const refused = await open(disk);
      expect(refused).toMatchObject({ ok: false, error: { code } });

      const before = copyOf(disk);
      const session = must(await look(disk));
      expect(session.damage?.code).toBe(code);
      expect(shownIn(session)).toBe(shown);
      const readOnly = fail('vault/read-only');
      expect(await session.commit([added(somebody('New'))], 'added', NOW)).toEqual(readOnly);
      expect(await session.newEpoch(['people'], NOW)).toEqual(readOnly);
      expect(await session.snapshot()).toEqual(readOnly);
      expect(await session.foldWhenDue(NOW)).toEqual({ ok: true, value: false });
      must(await session.close());
      expect(disk).toEqual(before);
      // Looking has made nothing better or worse.
      expect(await open(disk)).toEqual(refused);
    });
  }

  it('is refused under a key file that somebody else wrapped to the owner’s public card', async () => {
    const disk = copyOf(made.disk);
    const [bytes = new Uint8Array()] = disk.headers;
    const { body } = must(readHeader(bytes));
    const forger = newSigningKey();
    const keys = toHex(await wrapKeys(made.recipient, freshKeys(KEY_NAMES)));
    disk.headers = [writeHeader({ ...body, keys, generation: body.generation + 1 }, forger.seed)];
    expect(await open(disk)).toEqual(fail('vault/header-forged'));
    expect(await look(disk)).toEqual(fail('vault/header-forged'));
    expect(fromHex(body.keys).length).toBeGreaterThan(100);
  });

  it('has nothing to look at when its root is damaged', async () => {
    const disk = copyOf(made.disk);
    rowsOf(disk).pages.delete('root');
    expect(await look(disk)).toEqual(fail('vault/store-damaged', { what: 'root' }));
  });
});

/**
 * Each call that a session makes over its two boundaries fails in turn, in every way that a call can fail. Whatever
 * fails: what was acknowledged is there when the vault is opened again, what was refused is not there (or wholly there,
 * when only the answer was lost), the answer is a failure with a name, and a second try succeeds or the vault is
 * read-only. A rejection that nobody handles fails the run by itself.
 */
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { type ErrorCode, type Result } from '../../domain/errors.ts';
import { makeId } from '../../domain/ids.ts';
import type { Person } from '../../domain/person.ts';
import type { Group } from '../../domain/sharing.ts';
import {
  type MadeVault,
  codeOf,
  deskOver,
  hostInMemory,
  makeVault,
  PASSPHRASE,
  person,
  valueOf,
} from '../commands/test-kit.ts';
import { eraseForGood, finishErasures } from '../erasing.ts';
import type { Session } from '../open-session.ts';
import { type Disk, copyOf, emptyDisk, placesOn } from '../test-kit.ts';
import { inspectVault, prepareVault, unlockVault } from '../vault.ts';
import { type Fault, FAULTS, faultyPlaces, mayMeet } from './test-kit.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const TODAY = '2026-03-10';
const NOW = Date.parse(`${TODAY}T12:00:00Z`);
/** The step that writes a file, and the handle that it writes to. */
const WRITE = 'write the contact list to a file';
const TO = 'a'.repeat(32);
const LIST = 'Name,E-mail\nBrought One,one@example.org\nBrought Two,two@example.org\n';
/** Larger than what is folded at once, and small once it is packed. */
const LONG = { ...person('Ludovica Long'), notes: 'x'.repeat(4_300_000) };
const edited = person('Edgar Edited');
const removed = person('Rhoda Removed');
const added = person('Ada Added');
const late = person('Late Comer');

let made: MadeVault;
/** The same with so much in it that it is folded at the next rest. */
let due: Disk;
beforeAll(async () => {
  made = await makeVault('Jo Example', 'GB');
  const keep = async (disk: Disk, ...people: Person[]) => {
    const session = await opened(disk);
    const changes = people.map((after) => ({ id: after.id, before: null, after }));
    valueOf(await session.commit(changes, 'added', NOW));
    valueOf(await session.close());
  };
  await keep(made.disk, edited, removed);
  due = copyOf(made.disk);
  await keep(due, LONG);
});

const opened = async (disk: Disk): Promise<Session> =>
  valueOf(await unlockVault(placesOn(disk), { recoveryKey: made.recoveryKey }));

/** One thing that is done in a session. */
interface Step {
  readonly name: string;
  run(office: Office): Promise<Result<unknown>>;
  /** Whether its effect is in an open vault; null: half of it. */
  there?(session: Session): Promise<boolean | null>;
  /** When it fails, it may be done all the same: the next unlock finishes it. */
  readonly isResumed?: true;
}

interface Office {
  readonly unlock: () => Promise<Result<Session>>;
  readonly hostOf: ReturnType<typeof faultyPlaces>['places']['host'];
  readonly file: { from: { handle: string; size: number } };
  session: Session | null;
  desk: ReturnType<typeof deskOver> | null;
}

function sessionOf({ session }: Office): Session {
  if (!session) throw new Error('it is locked');
  return session;
}

const atDeskOf = (office: Office) =>
  (office.desk ??= deskOver(sessionOf(office), office.hostOf, TODAY));

const unlock: Step['run'] = async (office) => {
  const done = await office.unlock();
  if (!done.ok) return done;
  office.session = done.value;
  office.desk = null;
  return done;
};

const commit = (changes: Parameters<Session['commit']>[0]) => (office: Office) =>
  sessionOf(office).commit(changes, 'edited', NOW);

const add: Step = {
  name: 'add',
  run: commit([{ id: added.id, before: null, after: added }]),
  there: async ({ state }) => state.get(added.id) !== undefined,
};
const lock: Step = { name: 'lock', run: (office) => sessionOf(office).close() };

const A_DAY: readonly Step[] = [
  { name: 'unlock', run: unlock },
  add,
  {
    name: 'keep a draft',
    run: (office) => sessionOf(office).drafts.put('person/new', 'half a name'),
    there: async ({ drafts }) => valueOf(await drafts.get('person/new')) === 'half a name',
  },
  {
    name: 'edit',
    run: commit([{ id: edited.id, before: edited, after: { ...edited, notes: 'edited' } }]),
    there: async ({ state }) => {
      const { record } = state.get(edited.id) ?? {};
      return record?.kind === 'person' && record.notes === 'edited';
    },
  },
  { name: 'read a draft', run: (office) => sessionOf(office).drafts.get('person/new') },
  {
    name: 'remove',
    run: commit([{ id: removed.id, before: removed, after: null }]),
    there: async ({ state }) => state.get(removed.id) === undefined,
  },
  {
    name: 'read a list',
    run: (office) => atDeskOf(office).ask('import.read', { ...office.file, route: 'direct' }),
  },
  {
    name: 'bring it in',
    run: (office) => atDeskOf(office).ask('import.apply', {}),
    there: async ({ state }) => {
      const people = [...state.all('person')].filter(({ name }) => name.full.startsWith('Brought'));
      const whole = people.length === 2 && [...state.all('import')].length === 1;
      return people.length === 0 ? false : whole || null;
    },
  },
  {
    name: WRITE,
    run: (office) =>
      atDeskOf(office).ask('contacts.write', { format: 'csv', filter: 'all', text: '', to: TO }),
  },
  { name: 'write the floor', run: (office) => sessionOf(office).writeFloor() },
  lock,
];

const A_FOLD: readonly Step[] = [
  { name: 'unlock', run: unlock },
  { name: 'fold', run: (office) => sessionOf(office).foldWhenDue(NOW) },
  add,
  lock,
];

const AN_ERASURE: readonly Step[] = [
  { name: 'unlock', run: unlock },
  {
    name: 'erase',
    run: (office) =>
      eraseForGood(sessionOf(office), [removed.id], { reason: 'request', places: [], now: NOW }),
    there: async ({ state, epochOf }) => {
      const gone = state.get(removed.id) === undefined;
      const whole = gone && [...state.all('erasure')].length === 1 && epochOf('people') > 1;
      return gone ? whole || null : false;
    },
    isResumed: true,
  },
  { name: 'copy for a backup', run: (office) => sessionOf(office).snapshot() },
  add,
  lock,
];

/** What a step may answer besides a success when the fault is over: until the next unlock nothing is changed. */
const READ_ONLY: Partial<Record<ErrorCode, readonly string[]>> = {
  'vault/read-only': ['add', 'edit', 'remove', 'bring it in', 'erase', WRITE],
  // It was removed, and the rest is left to the next unlock.
  'record/gone': ['erase'],
};

/** The reply of a step; a step that hangs fails the test. */
async function inTime<T>(name: string, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const over = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`${name} hangs`)), 10_000);
  });
  return Promise.race([work, over]).finally(() => clearTimeout(timer));
}

/** What came of the steps with one fault amid them. */
interface Lived {
  /** The calls that were made. */
  readonly calls: readonly string[];
  /** The step that met the fault. */
  readonly met: string | null;
  /** What must not be, in words. */
  readonly wrong: readonly string[];
}

async function live(steps: readonly Step[], call: number, fault: Fault): Promise<Lived> {
  const disk = copyOf(steps === A_FOLD ? due : made.disk);
  const files = hostInMemory();
  const faulty = faultyPlaces(disk, files.port);
  const killed = faulty.failAt(call, fault);
  const office: Office = {
    unlock: () => unlockVault(faulty.places, { recoveryKey: made.recoveryKey }),
    hostOf: faulty.places.host,
    file: files.putText(LIST),
    session: null,
    desk: null,
  };
  const wrong: string[] = [];
  const acknowledged = new Set<string>();
  const refused = new Set<string>();
  let met: string | null = null;
  for (const step of steps) {
    const { name } = step;
    const attempt = () => inTime(name, Promise.race([step.run(office), killed]));
    const before = faulty.calls.length;
    let reply = await attempt();
    const isMet = before < call && call <= faulty.calls.length;
    if (isMet) met = name;
    if (reply !== 'killed' && !reply.ok) {
      if (!isMet || fault !== 'answer lost') refused.add(name);
      // A failure with a name; the second try is without the fault.
      if (isMet) reply = await attempt();
    }
    if (reply === 'killed') break;
    if (reply.ok) acknowledged.add(name);
    else if (met === null || !READ_ONLY[reply.error.code]?.includes(name))
      wrong.push(`${name} answers ${reply.error.code}`);
  }

  const after = await opened(disk);
  if (!(await finishErasures(after, NOW)).ok) wrong.push('the erasure is not finished');
  const verified = valueOf(await after.verifyTrail());
  if (verified.commits !== after.state.revision) wrong.push('the trail is shorter than the chain');
  for (const { name, there, isResumed } of steps) {
    if (!there) continue;
    const found = await there(after);
    if (found === null) wrong.push(`${name} is half done`);
    if (acknowledged.has(name)) {
      if (!found) wrong.push(`${name} was acknowledged and is lost`);
    } else if (found && !isResumed && (refused.has(name) || name !== met))
      wrong.push(`${name} was refused and is there`);
  }
  if (steps === A_FOLD && JSON.stringify(after.state.get(LONG.id)?.record) !== JSON.stringify(LONG))
    wrong.push('what was folded is not what it was');
  const isWritten = files.files.has(TO);
  if (acknowledged.has(WRITE) ? !isWritten : isWritten && refused.has(WRITE))
    wrong.push('the file is not as it was said');
  const change = { id: late.id, before: null, after: late };
  if (!(await after.commit([change], 'added', NOW)).ok) wrong.push('nothing more can be saved');
  return { calls: [...faulty.calls], met, wrong };
}

const LIVES = { 'a day': A_DAY, 'a fold': A_FOLD, 'an erasure': AN_ERASURE };

test('every call over the boundaries is made when nothing fails', async () => {
  const calls = new Set<string>();
  for (const steps of Object.values(LIVES)) {
    const lived = await live(steps, 0, 'refused');
    expect(lived.met).toBe(null);
    expect(lived.wrong).toEqual([]);
    for (const call of lived.calls) calls.add(call);
  }
  const ofFiles = ['headerRead', 'headerWrite', 'fileRead', 'fileAppend', 'fileCommit'];
  const ofRows = ['exists', 'open', 'pages', 'commits', 'append', 'fold', 'putDraft', 'getDraft'];
  expect(calls).toEqual(new Set(ofFiles.concat(ofRows)));
});

describe.each(Object.entries(LIVES))('%s loses nothing and says so', (_name, steps) => {
  test.each(FAULTS)('when any one of its calls is: %s', async (fault) => {
    const { calls } = await live(steps, 0, fault);
    const found: string[] = [];
    for (const [at, name] of calls.entries()) {
      if (!mayMeet(name, fault)) continue;
      const { met, wrong } = await live(steps, at + 1, fault);
      for (const what of wrong) found.push(`${at + 1} ${name} in ${met}: ${what}`);
      if (met === null) found.push(`${at + 1} ${name} did not meet the fault`);
    }
    expect(found).toEqual([]);
  });
});

describe('a new vault', () => {
  const owner = { name: 'Jo Example', post: 'secretary', country: 'GB' } as const;
  const group: Group = {
    kind: 'group',
    id: makeId('group', crypto.getRandomValues(new Uint8Array(16))),
    purpose: 'steering',
    name: 'IMSIG',
    timeZone: 'Europe/London',
    owner: { ...owner, person: null },
  };
  const quick = { memoryKiB: 65_536, passes: 3, lanes: 1 };

  test('is made whole or leaves nothing, whichever call fails, and can then be made', async () => {
    const wanted = { vaultName: 'IMSIG', group, owner, passphrase: PASSPHRASE };
    const disk = emptyDisk();
    const faulty = faultyPlaces(disk);
    const prepared = valueOf(await prepareVault(faulty.places, wanted, quick));
    const recoveryKey = prepared.recoveryKey.join(' ');
    const opens = async () => codeOf(await unlockVault(placesOn(disk), { recoveryKey }));
    const before = faulty.calls.length;
    valueOf(await prepared.finish(NOW));
    const calls = faulty.calls.slice(before);
    expect(calls).toContain('headerWrite');
    const found: string[] = [];
    // The host's first key file is never torn: it takes its name when it is whole (electron/disk-faults.test.ts).
    for (const fault of FAULTS.filter((one) => one !== 'torn'))
      for (const [at, name] of calls.entries()) {
        Object.assign(disk, emptyDisk());
        const killed = faulty.failAt(at + 1, fault);
        const done = await Promise.race([prepared.finish(NOW), killed]);
        const isMade = done === 'killed' ? disk.headers.length > 0 : done.ok;
        const state = valueOf(await inspectVault(placesOn(disk))).state;
        // A worker that was killed may leave a store that no key file names.
        const isNothing = state === 'none' && (done === 'killed' || disk.stores.size === 0);
        if (!isMade && !(isNothing && (await prepared.finish(NOW)).ok))
          found.push(`${name}, ${fault}: ${state}`);
        if ((await opens()) !== 'ok') found.push(`${name}, ${fault}: it does not open`);
      }
    expect(found).toEqual([]);
  });
});

test('the controls: a change that is lost, or acknowledged and never written, is missed', async () => {
  const disk = copyOf(made.disk);
  const session = await opened(disk);
  valueOf(await session.commit([{ id: added.id, before: null, after: added }], 'added', NOW));
  expect(await add.there?.(await opened(disk))).toBe(true);
  for (const rows of disk.stores.values()) rows.commits.delete(session.state.revision);
  expect(await add.there?.(await opened(disk))).toBe(false);
});

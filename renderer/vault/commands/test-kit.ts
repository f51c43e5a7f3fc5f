/** An open vault in memory and what is asked of it, for the tests of this folder. */
import { randomBytes as nodeRandom } from 'node:crypto';
import { beforeAll, expect, vi } from 'vitest';
import { plainDate, type PlainDate } from '../../domain/dates.ts';
import { ok } from '../../domain/errors.ts';
import { makeId } from '../../domain/ids.ts';
import type { AnyRecord } from '../../domain/kinds.ts';
import type { Meeting, Minutes } from '../../domain/meeting.ts';
import { blankPerson, type Person } from '../../domain/person.ts';
import type { Post } from '../../domain/posts.ts';
import { type Context, opened } from '../desk/context.ts';
import { clearDesk } from '../desk/desk.ts';
import type { HostPort } from '../host-port.ts';
import type { Session } from '../open-session.ts';
import type { Replies, VaultAsk } from '../protocol.ts';
import { copyOf, emptyDisk, placesOn } from '../test-kit.ts';
import { prepareVault, unlockVault } from '../vault.ts';
import { anywhere, whenOpen } from './table.ts';

export const day = (text: string): PlainDate => plainDate.parse(text);
/** Of every vault in these tests; made up here. */
export const PASSPHRASE = 'seven brown otters at the quay';
const random = () => crypto.getRandomValues(new Uint8Array(16));
/** The least that the engine takes. */
const QUICK = { memoryKiB: 65_536, passes: 3, lanes: 1 };

/** Noon in London. */
const noon = (text: string) => Date.parse(`${text}T12:00:00Z`);

/** An officer's empty vault on a disk of its own. Slow (a passphrase is stretched): made once, copied by each test. */
export async function makeVault(name: string, country: string, post: Post = 'secretary') {
  const disk = emptyDisk();
  const owner = { name, post, country };
  const prepared = await prepareVault(
    placesOn(disk),
    {
      vaultName: 'IMSIG',
      owner,
      passphrase: PASSPHRASE,
      group: {
        kind: 'group',
        id: makeId('group', random()),
        purpose: 'steering',
        name: 'IMSIG',
        timeZone: 'Europe/London',
        owner: { ...owner, person: null },
      },
    },
    QUICK,
  );
  if (!prepared.ok) throw new Error(prepared.error.code);
  const made = await prepared.value.finish(noon('2026-01-01'));
  if (!made.ok) throw new Error(made.error.code);
  await made.value.close();
  return { disk, recoveryKey: prepared.value.recoveryKey.join(' ') };
}
export type MadeVault = Awaited<ReturnType<typeof makeVault>>;

/**
 * Files and jobs of the host, kept in memory: what the real host does with bytes is its own tests' matter, and what
 * the vault sends and reads back is what these tests look at. A PDF is the HTML that it would be made of.
 */
export function hostInMemory() {
  const files = new Map<string, Uint8Array>();
  const unfinished = new Map<string, Uint8Array>();
  const jobs = new Map<string, Uint8Array>();
  const joined = (a: Uint8Array | undefined, b: Uint8Array) => new Uint8Array([...(a ?? []), ...b]);
  const failing = { commit: false };
  const port: Partial<HostPort> = {
    fileRead: async (handle, offset, length) =>
      ok((files.get(handle) ?? new Uint8Array()).slice(offset, offset + length)),
    async fileAppend(handle, bytes) {
      unfinished.set(handle, joined(unfinished.get(handle), bytes));
      return ok(null);
    },
    async fileCommit(handle) {
      const bytes = unfinished.get(handle);
      unfinished.delete(handle);
      if (failing.commit || !bytes) return { ok: false, error: { code: 'file/failed' } };
      files.set(handle, bytes);
      return ok(null);
    },
    async fileAbort(handle) {
      unfinished.delete(handle);
      return ok(null);
    },
    async jobAppend(job, bytes) {
      const name = job ?? nodeRandom(16).toString('hex');
      jobs.set(name, joined(jobs.get(name), bytes));
      return ok(name);
    },
    jobPdf: async (job) => ok({ bytes: jobs.get(job)?.length ?? 0, pages: 1 }),
    jobPdfRead: async (job, offset, length) =>
      ok((jobs.get(job) ?? new Uint8Array()).slice(offset, offset + length)),
    async jobDrop(job) {
      jobs.delete(job);
      return ok(null);
    },
  };
  const put = (bytes: Uint8Array) => {
    const handle = nodeRandom(16).toString('hex');
    files.set(handle, bytes);
    return { from: { handle, size: bytes.length } };
  };
  return {
    port,
    files,
    unfinished,
    jobs,
    failing,
    put,
    putText: (text: string) => put(new TextEncoder().encode(text)),
  };
}

/** An officer at the desk: an unlocked copy of their vault, a host, and a clock that stands still until it is moved. */
export async function atDesk(
  { disk, recoveryKey }: MadeVault,
  today: string,
  more: Partial<HostPort> = {},
) {
  const host = hostInMemory();
  const own = copyOf(disk);
  const places = placesOn(own, { ...host.port, ...more });
  const session = await unlockVault(places, { recoveryKey });
  if (!session.ok) throw new Error(session.error.code);
  return { ...deskOver(session.value, places.host, today), host, disk: own, recoveryKey };
}
export type AtDesk = Awaited<ReturnType<typeof atDesk>>;

const officers = new Map<string, Promise<MadeVault>>();

/**
 * An officer whom the tests of a file put at a desk, on a day, each time at a copy of the same vault. It is made before
 * the first test, once for all files that this process tests; stretching its passphrase takes long on a busy machine.
 */
export function deskOf(name: string, country: string, post?: Post) {
  vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
  const officer = [name, country, post].join();
  let made: MadeVault;
  beforeAll(async () => {
    const making = officers.get(officer) ?? makeVault(name, country, post);
    officers.set(officer, making);
    made = await making;
  });
  return async (today: string, more?: Partial<HostPort>) => atDesk(made, today, more);
}

/** The desk of an open vault. */
export function deskOver(session: Session, host: HostPort, today: string) {
  const desk = { ...clearDesk(), session };
  const clock = { now: noon(today) };
  const cancel = { asked: false };
  const context = (): Context => ({
    host,
    now: clock.now,
    desk,
    progress: () => {},
    cancelled: () => cancel.asked,
    // Node has no such workers; most tests read no Word file.
    readWord: async (bytes) => (await import('../../importers/docx.ts')).readDocx(bytes),
  });
  const table = { ...anywhere, ...whenOpen };
  /** Asks as the worker does. */
  async function ask<K extends keyof typeof table>(kind: K, asked: VaultAsk<K>) {
    const open = kind in anywhere ? ok(context()) : opened(context());
    if (!open.ok) throw new Error(open.error.code);
    // As in worker.ts: the table pairs each kind with its own command, and TypeScript loses the pairing.
    const command = table[kind] as unknown as (
      asked: VaultAsk<K> & { kind: K },
      context: Context,
    ) => Promise<Replies[K]> | Replies[K];
    return command({ kind, ...asked }, open.value);
  }
  /** Saves a new record, or the next state of one that is here. */
  const save = (record: AnyRecord) =>
    ask('save', { record, base: session.state.get(record.id)?.revision ?? null });
  /** Saves records that must be right. */
  const keep = async (...records: AnyRecord[]) => {
    for (const record of records) expect(await save(record)).toMatchObject({ ok: true });
  };
  return {
    ask,
    context,
    save,
    keep,
    desk,
    cancel,
    session,
    record: (id: string) => session.state.get(id)?.record,
    isOn(text: string) {
      clock.now = noon(text);
    },
    actions: () => session.state.trail().map(({ action }) => action),
  };
}

/** The code of a failure; `ok` for a success. */
export const codeOf = (reply: { ok: true } | { ok: false; error: { code: string } }) =>
  reply.ok ? 'ok' : reply.error.code;

/** The value of a success; a failure fails the test. */
export function valueOf<T>(reply: { ok: true; value: T } | { ok: false; error: { code: string } }) {
  if (!reply.ok) throw new Error(reply.error.code);
  return reply.value;
}

export function person(full: string, changes: Partial<Person> = {}): Person {
  const blank = blankPerson('steering-group');
  return { ...blank, id: makeId('person', random()), name: { ...blank.name, full }, ...changes };
}

export function meeting(date: string, changes: Partial<Meeting> = {}): Meeting {
  return {
    kind: 'meeting',
    id: makeId('meeting', random()),
    purpose: 'steering',
    title: 'Steering group meeting',
    date: day(date),
    time: '',
    place: '',
    chair: null,
    quorum: null,
    attendance: [],
    ...changes,
  };
}

export function minutesOf(of: Meeting, changes: Partial<Minutes> = {}): Minutes {
  return {
    kind: 'minutes',
    id: makeId('minutes', random()),
    purpose: 'steering',
    meeting: of.id,
    meetingDate: of.date,
    items: [],
    nextMeeting: null,
    approved: null,
    ...changes,
  };
}

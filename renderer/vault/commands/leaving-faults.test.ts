/**
 * Documents and files on their way out, with a fault at each call that they make: the disk refuses, its answer is lost,
 * the power is cut. Nothing leaves that is in no trail, and copies are in it all or none (clause AUDIT).
 */
import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { Result } from '../../domain/errors.ts';
import { makeId } from '../../domain/ids.ts';
import { requests } from '../../domain/registers/requests.ts';
import type { Request } from '../../domain/request.ts';
import type { TrailEntry } from '../../domain/trail.ts';
import { faultyPlaces, mayMeet } from '../faults/test-kit.ts';
import { type Disk, copyOf, placesOn } from '../test-kit.ts';
import { unlockVault } from '../vault.ts';
import {
  type MadeVault,
  atDesk,
  codeOf,
  day,
  deskOver,
  hostInMemory,
  makeVault,
  person,
  valueOf,
} from './test-kit.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const TODAY = '2026-03-10';
const TO = 'ab'.repeat(16);
const anna = person('Anna Kowalska');
const ben = person('Ben Okafor');
const cara = person('Cara Lindqvist');
const copies = [anna.id, ben.id, cara.id];
const contacts = { filter: 'all', text: '' } as const;
const list = { what: 'contacts', ...contacts } as const;
const letter = new TextEncoder().encode('Dear Secretary, '.repeat(20_000));

let jo: MadeVault;
/** The same with three people, and a file attached to the first. */
let disk: Disk;
let fileId = '';
beforeAll(async () => {
  jo = await makeVault('Jo Example', 'GB');
  const at = await atDesk(jo, TODAY);
  await at.keep(anna, ben, cara);
  const add = { record: anna.id, ...at.host.put(letter), name: 'letter.txt', keepDetails: false };
  valueOf(await at.ask('attachment.add', add));
  fileId = valueOf(await at.ask('open', { id: anna.id })).attachments[0]?.id ?? '';
  valueOf(await at.session.close());
  disk = at.disk;
});

type Desk = ReturnType<typeof deskOver>;
const WAYS: Record<string, (desk: Desk) => Promise<Result<unknown>>> = {
  'a data file': ({ ask }) => ask('contacts.write', { ...contacts, format: 'csv', to: TO }),
  'an attached file': ({ ask }) =>
    ask('attachment.save', { record: anna.id, id: fileId as never, to: TO }),
  text: ({ ask }) => ask('document.text', { name: list }),
  'three copies on paper': ({ ask }) => ask('document', { name: list, for: 'print', copies }),
};

/** What these leave when they fail is the host's to put away: electron/disk-faults.test.ts; a job lives in its memory only. */
const HOSTS_OWN = ['fileCommit', 'jobAppend'];

/** Lets something out with a fault at one of its calls; the trail and the file are as the next unlock finds them. */
async function letOut(
  way: (desk: Desk) => Promise<Result<unknown>>,
  call: number,
  fault: Parameters<ReturnType<typeof faultyPlaces>['failAt']>[1],
) {
  const own = copyOf(disk);
  const files = hostInMemory();
  const { recoveryKey } = jo;
  const faulty = faultyPlaces(own, files.port);
  const session = valueOf(await unlockVault(faulty.places, { recoveryKey }));
  const desk = deskOver(session, faulty.places.host, TODAY);
  const before = faulty.calls.length;
  const killed = faulty.failAt(call, fault);
  const reply = await Promise.race([way(desk), killed]);
  const calls = faulty.calls.slice(before);
  const { state } = valueOf(await unlockVault(placesOn(own), { recoveryKey }));
  const count = (action: TrailEntry['action']) =>
    state.trail().filter((entry) => entry.action === action).length;
  return {
    reply: reply === 'killed' ? 'killed' : codeOf(reply),
    calls,
    left: count('printed') + count('exported'),
    unfinished: count('unfinished'),
    /** A file, or a job that was handed over and not dropped. */
    isOut: files.files.has(TO) || (reply !== 'killed' && reply.ok),
    halves: reply === 'killed' ? 0 : files.unfinished.size + (reply.ok ? 0 : files.jobs.size),
  };
}

describe.each(Object.entries(WAYS))('%s', (name, way) => {
  const entries = name.startsWith('three') ? 3 : 1;

  test('that leaves is in the trail, once for each copy (AUDIT)', async () => {
    const sound = await letOut(way, 0, 'refused');
    expect(sound).toMatchObject({ reply: 'ok', left: entries, unfinished: 0, halves: 0 });
  });

  test.each(['refused', 'answer lost', 'killed before', 'killed after'] as const)(
    'is in no trail or all of it is, and never out without an entry, when any call is: %s',
    async (fault) => {
      const { calls } = await letOut(way, 0, fault);
      const wrong: string[] = [];
      for (const [at, call] of calls.entries()) {
        if (!mayMeet(call, fault)) continue;
        const found = await letOut(way, at + 1, fault);
        const say = (what: string) => wrong.push(`${at + 1} ${call}: ${what}`);
        if (found.left !== 0 && found.left !== entries) say(`${found.left} entries`);
        if (found.isOut && found.left === 0) say('it is out and in no trail');
        if (found.reply === 'ok') say('it is said to be done');
        if (found.halves > 0 && !HOSTS_OWN.includes(call)) say('half of it is left');
        if (fault === 'refused' && found.left !== found.unfinished) say('the trail says it left');
      }
      expect(wrong).toEqual([]);
    },
  );
});

/** A letter about a request, handed over to be printed. */
async function printed() {
  const at = await atDesk(jo, TODAY);
  const asked = {
    kind: 'request',
    id: makeId('request', crypto.getRandomValues(new Uint8Array(16))),
    ...requests.blank?.(day(TODAY)),
    person: anna.id,
    received: day('2026-03-09'),
  } as Request; // The blank holds every other field.
  await at.keep(anna, asked);
  const name = { what: 'request-letter', id: asked.id, letter: 'acknowledgement' } as const;
  const { job } = valueOf(await at.ask('document', { name, for: 'print' }));
  return { at, asked, job };
}

test('what the printer did not take is said in the trail, once, and the letter is not noted as sent (AUDIT)', async () => {
  const { at, asked, job } = await printed();
  expect(at.record(asked.id)).toMatchObject({ letters: [{ what: 'acknowledgement' }] });
  valueOf(await at.ask('document.unfinished', { job }));
  valueOf(await at.ask('document.unfinished', { job }));
  expect(at.record(asked.id)).toMatchObject({ letters: [] });
  const left = { what: 'request-letter', form: 'paper' };
  const sheets = { pages: 1, copy: 1, copies: 1 };
  expect(at.session.state.trail().slice(-2)).toMatchObject([
    { action: 'printed', records: [asked.id], left, sheets },
    { action: 'unfinished', records: [asked.id], left, sheets },
  ]);
});

test('a record that somebody changed meanwhile stays as it is, and the trail says it all the same', async () => {
  const { at, asked, job } = await printed();
  const sent = at.record(asked.id);
  if (sent?.kind !== 'request') throw new Error('the request is gone');
  await at.keep({ ...sent, details: 'Rang back' });
  valueOf(await at.ask('document.unfinished', { job }));
  expect(at.record(asked.id)).toMatchObject({ details: 'Rang back' });
  expect(at.actions().at(-1)).toBe('unfinished');
});

test('a print that is cancelled after something else was saved is said in the trail all the same (AUDIT)', async () => {
  const { at, asked, job } = await printed();
  const name = { what: 'contacts', filter: 'all', text: '' } as const;
  const other = valueOf(await at.ask('document', { name, for: 'pdf' }));
  valueOf(await at.ask('document.unfinished', { job }));
  expect(at.record(asked.id)).toMatchObject({ letters: [] });
  expect(at.actions().at(-1)).toBe('unfinished');
  valueOf(await at.ask('document.unfinished', { job: other.job }));
  expect(at.actions().slice(-2)).toEqual(['unfinished', 'unfinished']);
});

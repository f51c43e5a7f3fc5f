/** The access matrix at work: which keys a vault holds, and what a bundle holds. */
import { describe, expect, it } from 'vitest';
import { SHIPPED_MATRIX, cellsOf } from '../../domain/access.ts';
import { makeId } from '../../domain/ids.ts';
import type { RecordOf } from '../../domain/kinds.ts';
import { POST_ORDER } from '../../domain/posts.ts';
import { SHARED_KINDS } from '../../domain/registers/sharing-rules.ts';
import { fromHex } from '../bytes.ts';
import { readHeader } from '../header.ts';
import { unwrapKeys } from '../keys.ts';
import { copyOf, placesOn } from '../test-kit.ts';
import { unlockVault } from '../vault.ts';
import { readRecords, writeRecords } from '../desk/bundle-records.ts';
import {
  type AtDesk,
  codeOf,
  day,
  deskOf,
  meeting,
  minutesOf,
  person,
  valueOf,
} from './test-kit.ts';

const TODAY = '2026-03-10';
const NEW = 'nine grey herons under the weir';
const to = 'ab'.repeat(16);
const random = () => crypto.getRandomValues(new Uint8Array(16));

const tom = deskOf('Tom Example', 'GB', 'treasurer');
const jo = deskOf('Jo Example', 'GB');

/** Names of the keys in the newest key file, read as its owner would. */
async function keyNames({ disk, session }: Pick<AtDesk, 'disk' | 'session'>): Promise<string[]> {
  const header = valueOf(readHeader(disk.headers[0] ?? new Uint8Array()));
  const { identity } = session.profile.secret();
  const keys = await unwrapKeys(identity, fromHex(header.body.keys));
  return [...new Set(keys?.map(({ name }) => name))].sort();
}

const anna = person('Anna Kowalska', {
  emails: [{ label: '', address: 'anna@example.org' }],
  notes: 'Prefers the telephone.',
  terms: [{ post: 'chair', from: day('2025-01-01'), until: null }],
});
const ben = person('Ben Okafor', { route: 'direct', purpose: 'enquiries' });
const enquiry: RecordOf<'enquiry'> = {
  kind: 'enquiry',
  id: makeId('enquiry', random()),
  purpose: 'enquiries',
  person: ben.id,
  received: day('2026-03-01'),
  channel: 'website',
  officer: anna.id,
  need: 'A speaker.',
  outcome: '',
  closed: null,
  sharings: [],
};
const decision = (body: 'committee' | 'chair'): RecordOf<'decision'> => ({
  kind: 'decision',
  id: makeId('decision', random()),
  purpose: 'accountability',
  body,
  on: day('2026-03-01'),
  resolution: 'Resolved.',
});

/** Each open bundle has the form that its recipient sends back. */
const ACKNOWLEDGEMENT = 'Acknowledgement, to sign and send back';

describe('the keys of a vault', () => {
  it('are those of what its post may open: a treasurer’s holds none for consents (ACCESS)', async () => {
    const treasurer = await tom(TODAY);
    const names = await keyNames(treasurer);
    expect(names).not.toContain('consents');
    expect(names).not.toContain('enquiries');
    expect(names).toEqual(expect.arrayContaining(['finance', 'people', 'trail', 'drafts']));
    expect(await keyNames(await jo(TODAY))).toEqual(
      expect.arrayContaining([...names, 'consents', 'enquiries', 'publications']),
    );
  });

  it('neither show nor keep a record of a compartment that they do not open (ACCESS)', async () => {
    const { ask, keep, save, session } = await tom(TODAY);
    await keep(anna, ben);
    expect(codeOf(await save(enquiry))).toBe('access/not-your-post');
    expect(session.state.count('enquiry')).toBe(0);
    expect(codeOf(await ask('open', { id: enquiry.id }))).toBe('access/not-your-post');
    const query = { text: '', filter: 'all', sort: { by: 'day', descending: true } };
    const list = { ...query, list: 'register:enquiry', offset: 0, limit: 10 } as const;
    expect(codeOf(await ask('query', list))).toBe('access/not-your-post');
    // A commit that goes around the commands meets the same wall.
    const change = { id: enquiry.id, before: null, after: enquiry };
    expect(codeOf(await session.commit([change], 'added', 0))).toBe('access/not-your-post');
    expect((await session.verifyTrail()).ok).toBe(true);
  });
});

describe('a handover', () => {
  const handOverTo = { name: 'Kim Successor', post: 'treasurer', country: 'IE' } as const;
  async function handOver(desk: AtDesk) {
    const present = { slot: 'recovery', recoveryKey: desk.recoveryKey } as const;
    const begun = await desk.ask('renewal.begin', {
      passphrase: NEW,
      shares: null,
      handOverTo,
      present,
    });
    if (!begun.ok) return begun;
    const { recoveryKey, ask: group } = begun.value;
    valueOf(await desk.ask('renewal.finish', { group, typed: recoveryKey[group] ?? '' }));
    return { ok: true, value: recoveryKey.join(' ') } as const;
  }

  it('to a post that may not open what lies here is refused before anything is changed (ACCESS)', async () => {
    const desk = await jo(TODAY);
    await desk.keep(anna, ben, enquiry);
    const before = copyOf(desk.disk);
    expect(codeOf(await handOver(desk))).toBe('access/would-lose');
    expect(desk.disk).toEqual(before);
    expect(desk.session.profile.card.post).toBe('secretary');

    // The committee may decide that the treasurer sees enquiries.
    const decided = decision('committee');
    const cells = cellsOf(SHIPPED_MATRIX, POST_ORDER, SHARED_KINDS).map((cell) =>
      cell.post === 'treasurer' && cell.of === 'enquiry' ? { ...cell, sees: 'all' as const } : cell,
    );
    const matrix: RecordOf<'access'> = {
      kind: 'access',
      id: makeId('access', random()),
      purpose: 'accountability',
      version: 1,
      from: day(TODAY),
      decision: decided.id,
      cells,
    };
    await desk.keep(decided, matrix);
    const key = valueOf(await handOver(desk));
    const names = await keyNames(desk);
    expect(names).toContain('enquiries');
    expect(names).not.toContain('consents');
    expect(desk.record(enquiry.id)).toEqual(enquiry);

    valueOf(await desk.session.close());
    const reopened = valueOf(await unlockVault(placesOn(desk.disk), { recoveryKey: key }));
    expect(reopened.state.get(enquiry.id)?.record).toEqual(enquiry);
    expect(reopened.holds('consents')).toBe(false);
    expect((await reopened.verifyTrail()).ok).toBe(true);
  });
});

describe('a bundle', () => {
  const asked = {
    purpose: 'The accounts',
    footing: null,
    safeguard: '',
    wider: null,
    expires: day('2026-04-10'),
    handle: to,
  } as const;

  /** The secretary, with people, minutes and an enquiry, and the treasurer; each has the other's card. */
  async function both() {
    const sender = await jo(TODAY);
    const reader = await tom(TODAY);
    const march = meeting('2026-03-05');
    const chairs = decision('chair');
    await sender.keep(anna, ben, enquiry, march, minutesOf(march), chairs);
    const cardOf = async ({ ask }: AtDesk) => valueOf(await ask('card.own', {})).content;
    const { ids } = valueOf(await sender.ask('card.add', { content: await cardOf(reader) }));
    await reader.ask('card.add', { content: await cardOf(sender) });
    const seal = (kinds: RecordOf<'access'>['cells'][number]['of'][], changes: object = {}) =>
      sender.ask('bundle.seal', {
        ...asked,
        kinds: SHARED_KINDS.filter((kind) => kinds.includes(kind)),
        // The id of the card that was added.
        to: { method: 'card', cards: [ids[0] as never] },
        ...changes,
      });
    const read = async () => {
      const file = reader.host.put(sender.host.files.get(to) ?? new Uint8Array());
      const opened = valueOf(
        await reader.ask('bundle.open', { ...file, passphrase: null, acceptUnknown: false }),
      );
      if (opened.state !== 'open') throw new Error('the sender is known');
      return opened.bundle;
    };
    return { sender, reader, seal, read, chairs };
  }

  it('holds people of the committee without what the post does not need, and says so (ACCESS, MINIMISE)', async () => {
    const { sender, reader, seal, read } = await both();
    valueOf(await seal(['person', 'minutes', 'enquiry']));
    const bundle = await read();
    expect(bundle.people.map(({ name, email }) => [name, email])).toEqual([
      ['Anna Kowalska', 'anna@example.org'],
    ]);
    expect(bundle.leftOut).toEqual([
      { kind: 'people', fields: expect.arrayContaining(['Notes', 'Postal address']) },
    ]);
    expect(bundle.documents.map(({ title }) => title)).toEqual([
      'Contact list',
      'Minutes of 5 Mar 2026',
      ACKNOWLEDGEMENT,
    ]);
    const job = valueOf(
      await reader.ask('bundle.document', { name: 'contacts', for: 'preview' }),
    ).job;
    const page = new TextDecoder().decode(reader.host.jobs.get(job));
    expect(page).toContain('Anna Kowalska');
    expect(page).not.toMatch(/Ben Okafor|telephone\./);
    const [transfer] = sender.session.state.all('transfer');
    expect(transfer).toMatchObject({ wider: null, acknowledged: null });
  });

  it('holds more only with the Chair’s decision and a reason, which the register keeps (ACCESS, GOVERN)', async () => {
    const { sender, seal, read, chairs } = await both();
    const reason = 'The auditor asks who wrote.';
    const wider = (changes: object) =>
      seal(['enquiry'], { wider: { reason, decision: chairs.id, ...changes } });
    expect(codeOf(await seal(['enquiry']))).toBe('bundle/nothing-inside');
    expect(codeOf(await wider({ decision: null }))).toBe('chair/needed');
    expect(codeOf(await wider({ reason: ' ' }))).toBe('chair/no-reason');
    valueOf(await wider({}));
    const [transfer] = sender.session.state.all('transfer');
    expect(transfer?.wider).toEqual({ reason, decision: chairs.id });
    const { documents } = await read();
    expect(documents.map(({ title }) => title)).toEqual(['Enquiries (1)', ACKNOWLEDGEMENT]);
  });

  it('of minutes is refused to somebody who has left the committee, leave or not (RETAIN-MINUTES)', async () => {
    const { sender, seal, chairs } = await both();
    const left = person('Tom Example', {
      terms: [{ post: 'treasurer', from: day('2024-01-01'), until: day('2026-03-09') }],
    });
    await sender.keep(left);
    const wider = { reason: 'He asks for them.', decision: chairs.id };
    expect(codeOf(await seal(['minutes']))).toBe('minutes/not-committee');
    expect(codeOf(await seal(['minutes'], { wider }))).toBe('minutes/not-committee');
    expect(sender.host.files.size).toBe(0);
    expect(codeOf(await seal(['person']))).toBe('ok');
  });

  it('is acknowledged in the register, of which nothing else is changed or taken out (TRANSFER)', async () => {
    const { sender, seal } = await both();
    valueOf(await seal(['person']));
    const [transfer] = sender.session.state.all('transfer');
    if (!transfer) throw new Error('nothing was registered');
    const what = async () =>
      valueOf(await sender.ask('today', {}))
        .lines.filter(({ id }) => id === transfer.id)
        .map((line) => line.what);
    expect(await what()).toEqual([]);
    sender.isOn('2026-03-24');
    expect(await what()).toEqual(['Bundle not acknowledged']);
    const on = (text: string) => ({ ...transfer, acknowledged: day(text) });
    expect(codeOf(await sender.save(on('2026-03-09')))).toBe('record/ends-before-start');
    expect(codeOf(await sender.save(on('2026-03-25')))).toBe('record/in-future');
    expect(codeOf(await sender.save({ ...transfer, safeguard: 'Another' }))).toBe('register/kept');
    await sender.keep(on('2026-03-20'));
    expect(await what()).toEqual([]);
    const base = sender.session.state.get(transfer.id)?.revision ?? 0;
    expect(codeOf(await sender.ask('remove', { id: transfer.id, base }))).toBe('register/kept');
  });

  it('from before the matrix, which says nothing of fields, is read as it was (ACCESS)', async () => {
    const { session } = await jo(TODAY);
    const [group] = session.state.all('group');
    if (!group) throw new Error('a vault without a group');
    const files = writeRecords({ group, records: [anna], names: new Map(), leftOut: [] });
    expect(files.map(({ name }) => name)).toEqual(['records/group.json', 'records/people.json']);
    expect(readRecords(files)).toMatchObject({ value: { records: [anna], leftOut: [] } });
  });
});

describe('a decision', () => {
  it('that something rests on is neither changed nor removed (GOVERN)', async () => {
    const { ask, keep, save, session } = await jo(TODAY);
    const approval = decision('committee');
    const role: RecordOf<'role'> = {
      kind: 'role',
      id: makeId('role', random()),
      purpose: 'accountability',
      post: 'chair',
      version: 1,
      responsibilities: 'Answers for the group.',
      needs: 'Everything, to answer for it.',
      decision: approval.id,
    };
    await keep(anna, approval);
    const missing = async () =>
      valueOf(await ask('today', {})).lines.filter(({ id }) => id === 'posts').length;
    expect(await missing()).toBe(1);
    await keep(role);
    expect(await missing()).toBe(0);
    const view = valueOf(await ask('posts', {})).find(({ post }) => post === 'chair');
    expect(view).toMatchObject({
      holders: [{ name: 'Anna Kowalska' }],
      role: { version: 1, state: 'in-force' },
    });
    expect(codeOf(await save({ ...approval, resolution: 'Other.' }))).toBe('decision/in-use');
    const base = session.state.get(approval.id)?.revision ?? 0;
    expect(codeOf(await ask('remove', { id: approval.id, base }))).toBe('decision/in-use');
    const other = { ...role, id: makeId('role', random()), post: 'secretary' as const };
    expect(await save(other)).toMatchObject({
      error: { code: 'approval/used', detail: { field: 'decision' } },
    });
  });
});

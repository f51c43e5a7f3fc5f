import { describe, expect, test } from 'vitest';
import { CONSENT_WORDINGS, type Consent } from '../../domain/consent.ts';
import { makeId } from '../../domain/ids.ts';
import { fromPlainText } from '../../domain/rich-text.ts';
import { codeOf, day, deskOf, meeting, minutesOf, person, valueOf } from './test-kit.ts';

const jo = deskOf('Jo Example', 'GB');
const desk = (today = '2026-03-10') => jo(today);

const anna = person('Anna Kowalska', {
  emails: [{ label: '', address: 'anna@example.org' }],
  terms: [{ post: 'chair', from: day('2025-01-01'), until: null }],
});
const ben = person('Ben Okafor', { organisation: 'Port of Leith' });
const march = meeting('2026-03-05', { attendance: [{ person: anna.id, mark: 'present' }] });
const draft = minutesOf(march, {
  items: [
    {
      title: 'Matters arising',
      discussion: fromPlainText('The lighthouse fund was discussed.'),
      decision: '',
      proposer: null,
      seconder: null,
      actions: [
        { what: 'Write to the harbour', owner: anna.id, due: day('2026-03-20'), done: false },
      ],
    },
  ],
});
const approved = { by: anna.id, on: day('2026-03-09'), recordedAt: 0 };
const [wording] = CONSENT_WORDINGS;
if (!wording) throw new Error('no wording is shipped');
const consent: Consent = {
  kind: 'consent',
  id: makeId('consent', crypto.getRandomValues(new Uint8Array(16))),
  person: anna.id,
  purpose: wording.purpose,
  wording: { ...wording, dataTypes: [...wording.dataTypes] },
  language: 'en',
  given: { on: day('2026-03-01'), how: 'email', recordedAt: 0 },
  withdrawn: null,
  expires: day('2026-04-01'),
  notes: '',
};
const everyPerson = {
  list: 'people',
  text: '',
  filter: 'all',
  sort: { by: 'name', descending: false },
  offset: 0,
  limit: 100,
} as const;

describe('saving', () => {
  test('the route of the CQI form is refused for a new person and for one who is here (COLLECT-CQI)', async () => {
    const { save, keep, record } = await desk();
    expect(codeOf(await save({ ...anna, route: 'cqi-form' }))).toBe('person/cqi-route');
    await keep(anna);
    expect(codeOf(await save({ ...anna, route: 'cqi-form' }))).toBe('person/cqi-route');
    expect(record(anna.id)).toEqual(anna);
  });

  test('an edit of what has changed since is refused, and so is one of what is gone', async () => {
    const { ask, keep, session } = await desk();
    await keep(anna);
    const base = session.state.get(anna.id)?.revision ?? 0;
    await keep({ ...anna, notes: 'Meanwhile' });
    expect(codeOf(await ask('save', { record: anna, base }))).toBe('record/changed-since');
    expect(codeOf(await ask('save', { record: anna, base: null }))).toBe('record/changed-since');
    expect(codeOf(await ask('save', { record: ben, base }))).toBe('record/gone');
  });

  test('nobody who is not here is mentioned, but one removed since may stay mentioned', async () => {
    const { ask, save, keep, session } = await desk();
    expect(codeOf(await save(march))).toBe('record/gone');
    expect(codeOf(await save(consent))).toBe('record/gone');
    await keep(anna, march);
    const base = session.state.get(anna.id)?.revision ?? 0;
    await ask('remove', { id: anna.id, base });
    expect(codeOf(await save({ ...march, place: 'Online' }))).toBe('ok');
    expect(codeOf(await save({ ...march, chair: ben.id }))).toBe('record/gone');
  });

  test('the vault writes the group and the registers itself', async () => {
    const { save, session } = await desk();
    const [group] = session.state.all('group');
    if (!group) throw new Error('no group');
    expect(codeOf(await save({ ...group, name: 'Another' }))).toBe('wall/refused');
    expect(codeOf(await save({ ...group, id: makeId('group', new Uint8Array(16)) }))).toBe(
      'wall/refused',
    );
  });

  test('a meeting has minutes once, and its date goes with them', async () => {
    const { save, keep, record } = await desk();
    await keep(anna, march, draft);
    expect(codeOf(await save(minutesOf(march)))).toBe('minutes/twice');
    await keep({ ...march, date: day('2026-03-06') });
    expect(record(draft.id)).toMatchObject({ meetingDate: '2026-03-06' });
    await keep({ ...draft, meetingDate: day('2030-01-01') });
    expect(record(draft.id)).toMatchObject({ meetingDate: '2026-03-06' });
  });

  test('of approved minutes only the approval can be taken back, and an action ticked off', async () => {
    const { save, keep, record, actions } = await desk();
    await keep(anna, march, draft, { ...draft, approved });
    expect(actions().at(-1)).toBe('approved');
    expect(codeOf(await save({ ...draft, approved, items: [] }))).toBe('minutes/approved');
    expect(codeOf(await save({ ...draft, items: [] }))).toBe('minutes/approved');
    const items = draft.items.map((item) => ({
      ...item,
      actions: item.actions.map((action) => ({ ...action, done: true })),
    }));
    await keep({ ...draft, approved, items });
    expect(record(draft.id)).toMatchObject({ items, approved });
    const later = { ...approved, on: day('2026-03-30') };
    expect(codeOf(await save({ ...draft, approved: later }))).toBe('minutes/approved');
    await keep(draft, { ...draft, items: [] });
    expect(record(draft.id)).toMatchObject({ items: [] });
  });

  test('the trail tells giving and withdrawing a consent from other edits (AUDIT, CONSENT)', async () => {
    const { keep, actions } = await desk();
    const withdrawn = { on: day('2026-03-10'), how: 'email', recordedAt: 0 } as const;
    await keep(anna, { ...consent, given: null }, consent, { ...consent, notes: 'Scan kept' });
    await keep({ ...consent, withdrawn });
    expect(actions().slice(-4)).toEqual(['added', 'consent-given', 'edited', 'consent-withdrawn']);
  });
});

describe('undo', () => {
  test('goes back change by change on one record, and redo forward again', async () => {
    const { ask, keep, record, actions } = await desk();
    const second = { ...anna, notes: 'Second' };
    const third = { ...anna, notes: 'Third' };
    await keep(anna, second, third);
    expect(valueOf(await ask('undo', {})).undone).toBe('edited');
    expect(record(anna.id)).toEqual(second);
    expect(codeOf(await ask('undo', {}))).toBe('ok');
    expect(record(anna.id)).toEqual(anna);
    expect(valueOf(await ask('undo', {})).undone).toBe('added');
    expect(record(anna.id)).toBeUndefined();
    expect(codeOf(await ask('undo', {}))).toBe('record/nothing-to-undo');
    for (const _ of [1, 2, 3]) expect(codeOf(await ask('redo', {}))).toBe('ok');
    expect(record(anna.id)).toEqual(third);
    const since = actions().slice(-6);
    expect(since.join(' ')).toBe('undone undone undone added edited edited');
    expect(codeOf(await ask('redo', {}))).toBe('record/nothing-to-undo');
  });

  test('is refused when the record has changed since, and loses nothing', async () => {
    const { ask, keep, record, session } = await desk();
    await keep(anna);
    const after = { ...anna, notes: 'By another way' };
    await session.commit([{ id: anna.id, before: anna, after }], 'edited', 0);
    expect(codeOf(await ask('undo', {}))).toBe('record/changed-since');
    expect(record(anna.id)).toEqual(after);
  });

  test('brings a removed meeting back with its minutes', async () => {
    const { ask, keep, record, session } = await desk();
    await keep(anna, march, draft);
    const base = session.state.get(march.id)?.revision ?? 0;
    await ask('remove', { id: march.id, base });
    expect(record(draft.id)).toBeUndefined();
    await ask('undo', {});
    expect([record(march.id), record(draft.id)]).toEqual([march, draft]);
  });
});

test('after their last day minutes are nowhere to be had (RETAIN-MINUTES)', async () => {
  const { ask, keep, isOn, save } = await desk();
  await keep(anna, march, draft);
  const seen = async () => {
    const meetings = valueOf(
      await ask('query', {
        ...everyPerson,
        list: 'meetings',
        sort: { by: 'date', descending: true },
      }),
    );
    return {
      open: codeOf(await ask('open', { id: draft.id })),
      found: valueOf(await ask('find', { text: 'lighthouse', kinds: ['minutes'], limit: 5 }))
        .length,
      listed: meetings.rows.map((row) => 'minutes' in row && row.minutes !== null),
      beside: valueOf(await ask('open', { id: march.id })).related.length,
      printed: codeOf(
        await ask('document', { name: { what: 'minutes', id: draft.id }, for: 'print' }),
      ),
      sealed: valueOf(
        await ask('bundle.contents', { post: 'chair', kinds: ['minutes'], wider: false }),
      ).map((one) => one.count),
      owed: valueOf(await ask('today', {}))
        .lines.filter((line) => line.kind === 'minutes')
        .map((line) => line.what),
      saved: codeOf(await save(draft)),
    };
  };
  isOn('2027-03-05');
  expect(await seen()).toEqual({
    open: 'ok',
    found: 1,
    listed: [true],
    beside: 1,
    printed: 'ok',
    sealed: [1, 1],
    owed: ['Action', 'Last week of minutes', 'Minutes to approve'],
    saved: 'ok',
  });
  isOn('2027-03-06');
  expect(await seen()).toEqual({
    open: 'minutes/expired',
    found: 0,
    listed: [false],
    beside: 0,
    printed: 'minutes/expired',
    sealed: [0],
    owed: [],
    saved: 'minutes/expired',
  });
});

describe('reading', () => {
  test('a register is filtered, searched with a slip forgiven, sorted and cut to a window', async () => {
    const { ask, keep } = await desk();
    await keep(anna, ben);
    const names = async (part: object) => {
      const window = valueOf(await ask('query', { ...everyPerson, ...part }));
      return [window.total, window.all, window.rows.map((row) => ('name' in row ? row.name : ''))];
    };
    expect(await names({})).toEqual([2, 2, ['Anna Kowalska', 'Ben Okafor']]);
    expect(await names({ filter: 'committee' })).toEqual([1, 2, ['Anna Kowalska']]);
    expect(await names({ text: 'kowlaska' })).toEqual([1, 2, ['Anna Kowalska']]);
    expect(await names({ text: 'leith' })).toEqual([1, 2, ['Ben Okafor']]);
    const byOrganisation = { sort: { by: 'organisation', descending: true } };
    expect(await names(byOrganisation)).toEqual([2, 2, ['Ben Okafor', 'Anna Kowalska']]);
    expect(await names({ offset: 1, limit: 1 })).toEqual([2, 2, ['Ben Okafor']]);
  });

  test('Today shows what is owed, by when, and how that was worked out', async () => {
    const { ask, keep } = await desk();
    await keep(anna, march, draft, consent, meeting('2026-02-05', { title: 'Annual meeting' }));
    const { lines } = valueOf(await ask('today', {}));
    expect(lines.map(({ what, days, working }) => [what, days, working])).toEqual([
      ['Action', 10, '\u2068Anna Kowalska\u2069; agreed on 5 Mar 2026.'],
      ['Consent expires', 22, `${consent.wording.title}: expires at the end of 1 Apr 2026.`],
      ['Minutes to write', null, 'Met on 5 Feb 2026; no minutes are written.'],
      ['Minutes to approve', null, 'Draft of 5 Mar 2026, not approved.'],
      [
        'Role descriptions missing',
        null,
        'Posts that are held, without a description that the Steering Committee has approved.',
      ],
      [
        'Privacy notice to give',
        null,
        'Version 2026-1: a welcome letter carries it, and the person’s record notes it.',
      ],
    ]);
  });

  test('looking at a person is one entry in a quarter of an hour; each print is its own (AUDIT)', async () => {
    const { ask, keep, actions, host } = await desk();
    await keep(anna);
    await ask('open', { id: anna.id });
    await ask('open', { id: anna.id });
    const name = { what: 'contacts', filter: 'all', text: '' } as const;
    const { job } = valueOf(await ask('document', { name, for: 'print' }));
    await ask('document', { name, for: 'pdf' });
    expect(actions().slice(2)).toEqual(['viewed', 'printed', 'exported']);
    expect(new TextDecoder().decode(host.jobs.get(job))).toContain('Anna Kowalska');
  });
});

test('locking clears the desk: an open bundle and the undo history go with the session', async () => {
  const { ask, keep, desk: left } = await desk();
  await keep(anna);
  expect(codeOf(await ask('lock', {}))).toBe('ok');
  expect(left).toMatchObject({ session: null, undo: [], redo: [], reading: null, preview: null });
});

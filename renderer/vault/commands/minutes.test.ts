import { expect, test } from 'vitest';
import { openActions } from '../../domain/actions.ts';
import { makeId } from '../../domain/ids.ts';
import type { Minutes } from '../../domain/meeting.ts';
import { EMPTY_TEXT } from '../../domain/rich-text.ts';
import { oldMinutes, paragraph, wordFile } from '../../importers/testing/word-file.ts';
import { stepsKept } from '../desk/kept-steps.ts';
import { atDesk, codeOf, day, deskOf, meeting, minutesOf, person, valueOf } from './test-kit.ts';

const secretary = deskOf('Jo Example', 'GB');
const desk = () => secretary('2026-11-23');

const anna = person('Anna Kowalska');
const jo = person('Jo Bloggs');
const october = meeting('2026-10-14');
const november = meeting('2026-11-11');
const item = (what: string) => ({
  title: 'Website',
  discussion: EMPTY_TEXT,
  decision: '',
  proposer: null,
  seconder: null,
  actions: [{ what, owner: jo.id, due: day('2026-11-20'), done: false }],
});

test('minutes begin with what those before left open, and an action stays one in the action list', async () => {
  const { ask, keep, record, session, save } = await desk();
  // From before actions had ids, and approved: it is given one all the same.
  const approved = { by: anna.id, on: day('2026-10-20'), recordedAt: 0 };
  const old = minutesOf(october, { items: [item('Renew the domain')], approved });
  await keep(anna, jo, october, november, old);
  expect(valueOf(await ask('minutes.before', { meeting: november.id }))).toEqual({
    before: { title: october.title, date: '2026-10-14', like: 'title' },
    titles: ['Website'],
  });

  const due = async () =>
    valueOf(await ask('today', {}))
      .lines.filter(({ what }) => what === 'Action')
      .map(({ title, id }) => [title, id]);
  expect(await due()).toEqual([['Renew the domain', old.id]]);
  const { ids } = valueOf(await ask('minutes.begin', { meeting: november.id }));
  const begun = ids.map(record).find((one) => one?.kind === 'minutes' && one.id !== old.id);
  if (begun?.kind !== 'minutes') throw new Error('no minutes');
  expect(begun.previous).toEqual({ of: '2026-10-14', outcome: null, amendments: '' });
  expect(begun.arising).toMatchObject([
    { title: 'Website', actions: [{ what: 'Renew the domain', owner: jo.id }] },
  ]);
  expect(record(old.id)).toMatchObject({ approved });
  // It is ticked where it stands last.
  const [carried] = begun.arising?.flatMap(({ actions }) => actions) ?? [];
  expect(valueOf(await ask('minutes.carried', { minutes: old.id })).actions).toEqual([carried?.id]);
  expect(valueOf(await ask('minutes.carried', { minutes: begun.id })).actions).toEqual([]);
  expect(await due()).toEqual([['Renew the domain', begun.id]]);

  const [matter] = begun.arising ?? [];
  if (!matter) throw new Error('no matter');
  const actions = matter.actions.map((action) => ({ ...action, done: true }));
  await save({ ...begun, arising: [{ ...matter, outcome: 'Renewed.', actions }] });
  expect(await due()).toEqual([]);
  const all = [...session.state.all('minutes')];
  expect(all.flatMap((one) => openActions(one, all))).toEqual([]);
  expect(codeOf(await ask('minutes.begin', { meeting: november.id }))).toBe('minutes/twice');
});

test('what another body left open is neither carried on nor on the agenda', async () => {
  const { ask, keep, record } = await desk();
  const finance = meeting('2026-10-28', { title: 'Finance sub-committee' });
  const identified = (what: string, at: number) => {
    const actions = item(what).actions.map((action) => ({
      ...action,
      id: makeId('action', new Uint8Array(16).fill(at)),
    }));
    return { items: [{ ...item(what), actions }] };
  };
  const own = minutesOf(october, identified('Renew the domain', 1));
  await keep(jo, october, finance, november, own, minutesOf(finance, identified('Ask a bank', 2)));
  const name = { what: 'agenda', id: november.id } as const;
  const agenda = valueOf(await ask('document.text', { name }));
  expect(agenda.text).toContain('Minutes of Wed 14 Oct 2026');
  expect(agenda.text).toContain('Renew the domain');
  expect(agenda.text).not.toContain('Ask a bank');
  const { ids } = valueOf(await ask('minutes.begin', { meeting: november.id }));
  expect(ids.map(record).find((one) => one?.kind === 'minutes')).toMatchObject({
    previous: { of: october.date },
    arising: [{ actions: [{ what: 'Renew the domain' }] }],
  });
});

test('a Word file of old minutes is read, and kept with its meeting in one change that can be undone', async () => {
  const { ask, keep, record, host, actions } = await desk();
  await keep(anna, jo);
  const names = { chair: 'Anna Kowalska', present: 'Jo Bloggs', apologies: 'Nobody Here' };
  const found = valueOf(
    await ask('minutes.read', { ...host.put(oldMinutes(names)), meeting: null }),
  );
  expect(found).toMatchObject({
    date: '2026-10-14',
    chair: anna.id,
    strangers: ['Somebody Unknown', 'Nobody Here'],
    names: { [anna.id]: 'Anna Kowalska', [jo.id]: 'Jo Bloggs' },
    leftOut: [],
    meeting: null,
  });
  expect(actions().filter((action) => action === 'imported')).toEqual([]);

  const { attendance, chair, items } = found;
  const met = meeting('2026-10-14', { chair, attendance, type: 'extraordinary' });
  const minutes = minutesOf(met, { items });
  valueOf(await ask('minutes.bring', { meeting: met, minutes, attendance: null }));
  expect(record(minutes.id)).toMatchObject({ meetingDate: '2026-10-14' });
  expect(actions().at(-1)).toBe('imported');
  const again = valueOf(
    await ask('minutes.read', { ...host.put(oldMinutes(names)), meeting: null }),
  );
  expect(again.meeting).toBeNull();
  valueOf(await ask('undo', {}));
  expect([record(met.id), record(minutes.id)]).toEqual([undefined, undefined]);
});

test('of attendance in a Word file a meeting that is here takes over what was chosen, in the same change', async () => {
  const { ask, keep, record, save, host } = await desk();
  const note = 'items 1 to 4';
  const here = meeting('2026-10-14', { attendance: [{ person: anna.id, mark: 'present', note }] });
  await keep(anna, jo, here);
  const file = oldMinutes({ chair: 'Jo Bloggs', present: 'Anna Kowalska', apologies: 'Nobody' });
  const read = async (of: typeof here | null) =>
    valueOf(await ask('minutes.read', { ...host.put(file), meeting: of?.id ?? null }));
  const found = await read(null);
  expect(found.meeting).toMatchObject({ id: here.id, chair: null, attendance: here.attendance });
  const base = found.meeting?.revision ?? 0;
  const marks = [
    { person: jo.id, mark: 'present' },
    { person: anna.id, mark: 'apologies' },
  ] as const;
  const attendance = { base, marks: [...marks], chair: jo.id };
  const minutes = minutesOf(here, { items: found.items });
  const bring = async () =>
    codeOf(await ask('minutes.bring', { meeting: null, minutes, attendance }));
  expect(await bring()).toBe('ok');
  expect(record(here.id)).toMatchObject({
    chair: jo.id,
    attendance: [
      { person: anna.id, mark: 'apologies', note },
      { person: jo.id, mark: 'present' },
    ],
  });
  valueOf(await ask('undo', {}));
  expect([record(here.id), record(minutes.id)]).toEqual([here, undefined]);
  await save({ ...here, place: 'Leith' });
  expect(await bring()).toBe('record/changed-since');
  expect((await read(here)).meeting?.id).toBe(here.id);
});

test('a Word file that holds more than minutes do is refused before it is looked through', async () => {
  const { ask, host } = await desk();
  const list = wordFile(paragraph('item', { list: 0 }).repeat(2_001));
  expect(codeOf(await ask('minutes.read', { ...host.put(list), meeting: null }))).toBe(
    'file/too-large',
  );
});

test('what a Word file brings is held to the rules of minutes', async () => {
  const { ask, keep } = await desk();
  const bring = async (met: typeof october | null, minutes: Minutes) =>
    codeOf(await ask('minutes.bring', { meeting: met, minutes, attendance: null }));
  const past = meeting('2025-11-22');
  expect(await bring(past, minutesOf(past))).toBe('minutes/expired');
  expect(await bring(null, minutesOf(october))).toBe('record/gone');
  const stranger = { ...item('Write'), proposer: makeId('person', new Uint8Array(16)) };
  await keep(october);
  expect(await bring(null, minutesOf(october, { items: [stranger] }))).toBe('record/gone');
  expect(await bring(null, minutesOf(october))).toBe('ok');
  expect(await bring(null, minutesOf(october))).toBe('minutes/twice');
});

test('what was changed last in minutes is undone after a lock too, and nothing once they have changed without one', async () => {
  type Office = Awaited<ReturnType<typeof desk>>;
  const opened = async (left: Office) => {
    const next = await atDesk(left, '2026-11-23');
    next.desk.undo = await stepsKept(next.session);
    return next;
  };
  const lockedAndOpened = async (office: Office) => {
    valueOf(await office.ask('lock', {}));
    return opened(office);
  };
  const draft = minutesOf(october, { items: [item('Write')] });
  const [said] = draft.items;
  if (!said) throw new Error('no item');
  const titled = { ...draft, items: [{ ...said, title: 'Domain' }] };
  const decided = { ...draft, items: [{ ...said, title: 'Domain', decision: 'Renew it.' }] };
  let office = await desk();
  await office.keep(jo, october, draft, titled, decided);
  office = await lockedAndOpened(office);
  valueOf(await office.ask('undo', {}));
  expect(office.record(draft.id)).toEqual(titled);
  office = await lockedAndOpened(office);
  valueOf(await office.ask('undo', {}));
  expect(office.record(draft.id)).toEqual(draft);
  // That they were begun is not a change of them.
  expect(codeOf(await office.ask('undo', {}))).toBe('record/nothing-to-undo');
  valueOf(await office.ask('redo', {}));
  office = await lockedAndOpened(office);
  expect(office.desk.undo).toHaveLength(1);
  await office.keep({ ...titled, nextMeeting: day('2026-12-08') });
  office = await opened(office);
  expect(codeOf(await office.ask('undo', {}))).toBe('record/nothing-to-undo');
});

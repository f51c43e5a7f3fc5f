import { beforeAll, expect, test, vi } from 'vitest';
import { openActions } from '../../domain/actions.ts';
import { makeId } from '../../domain/ids.ts';
import type { Minutes } from '../../domain/meeting.ts';
import { EMPTY_TEXT } from '../../domain/rich-text.ts';
import { oldMinutes, paragraph, wordFile } from '../../importers/testing/word-file.ts';
import {
  type MadeVault,
  atDesk,
  codeOf,
  day,
  makeVault,
  meeting,
  minutesOf,
  person,
  valueOf,
} from './test-kit.ts';

// A passphrase is stretched once, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let vault: MadeVault;
beforeAll(async () => {
  vault = await makeVault('Anna Kowalska', 'GB');
});
const desk = () => atDesk(vault, '2026-11-23');

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
    of: '2026-10-14',
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

test('a Word file of old minutes is read, and kept with its meeting in one change that can be undone', async () => {
  const { ask, keep, record, host, actions } = await desk();
  await keep(anna, jo);
  const names = { chair: 'Anna Kowalska', present: 'Jo Bloggs', apologies: 'Nobody Here' };
  const found = valueOf(await ask('minutes.read', host.put(oldMinutes(names))));
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
  valueOf(await ask('minutes.bring', { meeting: met, minutes }));
  expect(record(minutes.id)).toMatchObject({ meetingDate: '2026-10-14' });
  expect(actions().at(-1)).toBe('imported');
  const again = valueOf(await ask('minutes.read', host.put(oldMinutes(names))));
  expect(again.meeting).toBeNull();
  valueOf(await ask('undo', {}));
  expect([record(met.id), record(minutes.id)]).toEqual([undefined, undefined]);
});

test('a Word file that holds more than minutes do is refused before it is looked through', async () => {
  const { ask, host } = await desk();
  const list = wordFile(paragraph('item', { list: 0 }).repeat(2_001));
  expect(codeOf(await ask('minutes.read', host.put(list)))).toBe('file/too-large');
});

test('what a Word file brings is held to the rules of minutes', async () => {
  const { ask, keep } = await desk();
  const bring = async (met: typeof october | null, minutes: Minutes) =>
    codeOf(await ask('minutes.bring', { meeting: met, minutes }));
  const past = meeting('2025-11-22');
  expect(await bring(past, minutesOf(past))).toBe('minutes/expired');
  expect(await bring(null, minutesOf(october))).toBe('record/gone');
  const stranger = { ...item('Write'), proposer: makeId('person', new Uint8Array(16)) };
  await keep(october);
  expect(await bring(null, minutesOf(october, { items: [stranger] }))).toBe('record/gone');
  expect(await bring(null, minutesOf(october))).toBe('ok');
  expect(await bring(null, minutesOf(october))).toBe('minutes/twice');
});

import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import type { Complaint } from '../../domain/complaint.ts';
import { makeId } from '../../domain/ids.ts';
import type { Incident } from '../../domain/incident.ts';
import { codeOf, day, deskOf, person, valueOf } from './test-kit.ts';

const jo = deskOf('Jo Example', 'GB');
const random = () => crypto.getRandomValues(new Uint8Array(16));

const anna = person('Anna Kowalska');
const ben = person('Ben Okafor');

function complaint(received: string, changes: Partial<Complaint> = {}): Complaint {
  return {
    kind: 'complaint',
    id: makeId('complaint', random()),
    purpose: 'accountability',
    person: null,
    name: 'Kim Visitor',
    received: day(received),
    about: 'A photograph.',
    acknowledged: null,
    investigator: null,
    outcome: '',
    responded: null,
    ...changes,
  };
}

const AWARE = Date.parse('2026-11-20T18:00Z');
const HOUR = 3_600_000;

function incident(changes: Partial<Incident> = {}): Incident {
  return {
    kind: 'incident',
    id: makeId('incident', random()),
    purpose: 'accountability',
    summary: 'A list sent to the wrong address',
    aware: AWARE,
    occurred: AWARE - HOUR,
    what: 'A contact list went to another society.',
    howDiscovered: '',
    isCyber: false,
    losses: [],
    impact: '',
    recovery: '',
    data: ['identifiers'],
    records: 40,
    people: 40,
    peopleCategories: ['member'],
    affected: [],
    likelihood: null,
    severity: null,
    consequences: '',
    measuresBefore: '',
    training: '',
    actionTaken: '',
    actionPlanned: '',
    reportWhy: '',
    report: 'undecided',
    reported: null,
    lateReason: '',
    tellWhy: '',
    tell: 'undecided',
    told: null,
    othersTold: '',
    followUp: '',
    closed: null,
    ...changes,
  };
}

describe('complaints', () => {
  test('Today tells both days, with the working, until each is done (COMPLAINT)', async () => {
    const { ask, keep } = await jo('2026-11-25');
    const asked = complaint('2026-11-25');
    await keep(asked);
    const owed = async () =>
      valueOf(await ask('today', {})).lines.map(({ what, due }) => [what, due]);
    expect(await owed()).toEqual([
      ['Answer the complaint', '2026-12-25'],
      ['Acknowledge the complaint', '2026-12-29'],
    ]);
    await keep({ ...asked, acknowledged: day('2026-11-25') });
    expect(await owed()).toEqual([['Answer the complaint', '2026-12-25']]);
    await keep({ ...asked, outcome: 'Taken down.', responded: day('2026-11-25') });
    expect(await owed()).toEqual([]);
  });

  test('its state warns on the 29th day, and says when it is late (COMPLAINT)', async () => {
    const { keep, ask, isOn } = await jo('2026-11-23');
    const asked = complaint('2026-11-23');
    await keep(asked);
    const stateOn = async (today: string) => {
      isOn(today);
      return valueOf(await ask('open', { id: asked.id })).state;
    };
    expect(await stateOn('2026-12-21')).toBe('received');
    expect(await stateOn('2026-12-22')).toBe('pressing');
    expect(await stateOn('2026-12-24')).toBe('late');
  });

  test.each([
    [{ name: ' ' }, 'complaint/nobody'],
    [{ responded: day('2026-11-24') }, 'complaint/no-outcome'],
    [{ acknowledged: day('2026-11-22') }, 'record/ends-before-start'],
    [{ acknowledged: day('2026-11-26') }, 'record/in-future'],
  ])('one that cannot be so is refused: %#', async (changes, code) => {
    const { save } = await jo('2026-11-25');
    expect(codeOf(await save(complaint('2026-11-23', changes)))).toBe(code);
  });

  test('its letters are stamped, and name where else to go (COMPLAINT)', async () => {
    const { ask, keep, host } = await jo('2026-11-25');
    const asked = complaint('2026-11-23', { outcome: 'It was taken down.' });
    const silent = complaint('2026-11-23');
    await keep(asked, silent);
    const letter = (id: Complaint['id'], which: 'acknowledgement' | 'response') =>
      ask('document', { name: { what: 'complaint-letter', id, letter: which }, for: 'pdf' });
    const { job } = valueOf(await letter(asked.id, 'response'));
    const html = new TextDecoder().decode(host.jobs.get(job));
    for (const words of ['CONFIDENTIAL', 'Kim Visitor', 'It was taken down.', 'SK9 5AF'])
      expect(html).toContain(words);
    const first = valueOf(await letter(silent.id, 'acknowledgement'));
    expect(new TextDecoder().decode(host.jobs.get(first.job))).toContain('23 Dec 2026');
    expect(codeOf(await letter(silent.id, 'response'))).toBe('complaint/no-outcome');
  });
});

describe('incidents', () => {
  const reported = (at: number, changes: Partial<Incident> = {}) =>
    incident({ report: 'tell', reportWhy: 'A risk is likely.', reported: at, ...changes });

  test.each([
    [incident({ aware: AWARE + 100 * HOUR }), 'record/in-future'],
    [incident({ occurred: AWARE + HOUR }), 'incident/known-too-early'],
    [incident({ report: 'not' }), 'incident/no-reason'],
    [incident({ tell: 'not' }), 'incident/no-reason'],
    [incident({ reported: AWARE + HOUR }), 'incident/not-decided'],
    [reported(AWARE + 71.5 * HOUR), 'incident/late-without-reason'],
    [reported(AWARE + 71.5 * HOUR, { lateReason: 'Nobody was there.' }), 'ok'],
    [reported(AWARE + 70 * HOUR), 'ok'],
    [reported(AWARE + HOUR, { closed: day('2026-11-23') }), 'incident/undecided'],
    [incident({ report: 'not', reportWhy: 'No risk is likely.' }), 'ok'],
    [
      incident({ what: 'Anna Kowalska was on it.', affected: [anna.id] }),
      'incident/names-somebody',
    ],
  ])('is kept only as it may be: %# (BREACH)', async (record, code) => {
    const { keep, save } = await jo('2026-11-24');
    await keep(anna);
    expect(codeOf(await save(record))).toBe(code);
  });

  test('Today tells the earlier of both clocks, with the hours left (BREACH)', async () => {
    const { ask, keep } = await jo('2026-11-21');
    await keep(incident());
    const [line] = valueOf(await ask('today', {})).lines;
    expect(line).toMatchObject({
      what: 'Assess the breach',
      due: '2026-11-23',
      at: AWARE + 71 * HOUR,
    });
    expect(line?.working).toBe(
      'Aware 20 Nov 2026, 18:00 + 72 hours = 23 Nov 2026, 18:00. Occurred 20 Nov 2026, 17:00 + 72 hours = 23 Nov 2026, 17:00. 53 hours left.',
    );
  });

  test('who is to be told gets a task and a letter, and is never on the form (BREACH)', async () => {
    const { ask, keep, host, session } = await jo('2026-11-21');
    await keep(anna, ben);
    const risky = incident({ affected: [anna.id], likelihood: 'likely', severity: 'serious' });
    await keep(risky);
    const tasks = () =>
      [...session.state.all('task')].map(({ about, because }) => [about, because]);
    expect(tasks()).toEqual([]);
    const told = { ...risky, tell: 'tell', tellWhy: 'The risk is high.' } as const;
    await keep(told, { ...told, affected: [anna.id, ben.id] });
    expect(tasks()).toEqual([
      [anna.id, risky.id],
      [ben.id, risky.id],
    ]);
    const textOf = async (name: Parameters<typeof ask<'document'>>[1]['name']) => {
      const { job } = valueOf(await ask('document', { name, for: 'preview' }));
      return new TextDecoder().decode(host.jobs.get(job));
    };
    const form = await textOf({ what: 'breach-report', id: risky.id, form: 'initial' });
    expect(form).toContain('CONFIDENTIAL');
    expect(form).not.toContain('Kowalska');
    const letter = await textOf({ what: 'breach-letter', id: risky.id, person: anna.id });
    expect(letter).toContain('Dear');
    expect(letter).toContain('Anna Kowalska');
  });

  test('no letter goes where the risk is not high and nobody decided to tell them (BREACH)', async () => {
    const { ask, keep } = await jo('2026-11-21');
    const small = incident({ affected: [anna.id], likelihood: 'unlikely', severity: 'minor' });
    await keep(anna, small);
    const name = { what: 'breach-letter', id: small.id, person: anna.id } as const;
    expect(codeOf(await ask('document', { name, for: 'print' }))).toBe('incident/no-letter');
  });
});

describe('working days', () => {
  test('a table edited wrong is refused with the field, and nothing of it is saved', async () => {
    const { save, keep, ask, record } = await jo('2026-11-25');
    const table = {
      kind: 'calendar',
      id: makeId('calendar', random()),
      purpose: 'accountability',
      changes: [{ day: day('2026-12-29'), name: 'Announced', isHoliday: true }],
    } as const;
    const right = { ...table, changes: [...table.changes] };
    await keep(right, complaint('2026-11-25'));
    const lines = valueOf(await ask('today', {})).lines;
    expect(lines.map(({ due }) => due)).toEqual(['2026-12-25', '2026-12-30']);
    const twice = { ...right, changes: [...table.changes, ...table.changes] };
    expect(await save(twice)).toEqual({
      ok: false,
      error: { code: 'calendar/twice', detail: { field: 'changes.1.day' } },
    });
    expect(record(table.id)).toEqual(right);
    const second = { ...right, id: makeId('calendar', random()) };
    expect(codeOf(await save(second))).toBe('calendar/one-only');
  });
});

test('the calendar file has every deadline and no name, and the trail knows that it went', async () => {
  const { ask, keep, host, actions } = await jo('2026-11-25');
  await keep(complaint('2026-11-25'));
  const to = host.put(new Uint8Array()).from.handle;
  expect(valueOf(await ask('calendar.write', { to }))).toEqual({ count: 2 });
  const text = new TextDecoder().decode(host.files.get(to));
  expect(text).not.toContain('Kim');
  expect(new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').length).toBe(2);
  expect(actions().at(-1)).toBe('exported');
});

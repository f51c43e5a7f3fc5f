/** Approvals, role descriptions and the versions of the access matrix. */
import { describe, expect, it } from 'vitest';
import { plainDate } from '../dates.ts';
import { makeId } from '../ids.ts';
import type { AnyRecord, RecordOf } from '../kinds.ts';
import { accessVersions } from './access-versions.ts';
import { checkLeave } from './chairs-leave.ts';
import { checkDecisions, checkUnused, decisionUsedBy } from './decision-use.ts';
import { roles } from './roles.ts';
import type { Around } from './register.ts';

const day = (text: string) => plainDate.parse(text);
const random = () => crypto.getRandomValues(new Uint8Array(16));
const TODAY = day('2026-11-23');

function decision(
  body: 'committee' | 'chair',
  on: string,
  resolution = 'Approved as tabled.',
): RecordOf<'decision'> {
  const id = makeId('decision', random());
  return { kind: 'decision', id, purpose: 'steering', body, on: day(on), resolution };
}
function role(changes: Partial<RecordOf<'role'>> = {}): RecordOf<'role'> {
  return {
    kind: 'role',
    id: makeId('role', random()),
    purpose: 'steering',
    post: 'treasurer',
    version: 1,
    responsibilities: 'Keeps the accounts.',
    needs: 'Invoices, to collect and pay them.',
    decision: null,
    ...changes,
  };
}
function matrix(changes: Partial<RecordOf<'access'>> = {}): RecordOf<'access'> {
  return {
    kind: 'access',
    id: makeId('access', random()),
    purpose: 'steering',
    version: 1,
    from: TODAY,
    decision: null,
    cells: [],
    ...changes,
  };
}
function around(...records: AnyRecord[]): Around {
  return {
    today: TODAY,
    now: Date.parse('2026-11-23T12:00Z'),
    timeZone: 'Europe/London',
    holidays: new Set(),
    trail: () => [],
    find: (id) => records.find((one) => one.id === id),
    // Only records of the kind pass, and TypeScript does not see it.
    all: (kind) => records.filter((one) => one.kind === kind) as never,
    newId: (kind) => makeId(kind, random()),
  };
}

const committees = decision('committee', '2026-11-20');
const chairs = decision('chair', '2026-11-20');

describe('GOVERN: a role description', () => {
  it('is in force only with a decision of the Steering Committee, of a day that has come (GOVERN)', () => {
    const world = around(committees, chairs, decision('committee', '2026-11-20'));
    const check = (changes: Partial<RecordOf<'role'>>) => roles.check?.(role(changes), null, world);
    expect(check({ decision: committees.id })).toMatchObject({ ok: true });
    expect(check({ decision: chairs.id })).toMatchObject({
      error: { code: 'approval/not-committee', detail: { field: 'decision' } },
    });
    const later = { ...committees, on: day('2026-11-24') };
    expect(roles.check?.(role({ decision: later.id }), null, around(later))).toMatchObject({
      error: { code: 'record/in-future', detail: { field: 'decision' } },
    });
    expect(roles.state?.(role(), world)).toBe('draft');
    expect(roles.state?.(role({ decision: committees.id }), world)).toBe('in-force');
  });

  it('is not edited once approved, and gives way to a later version (GOVERN)', () => {
    const first = role({ decision: committees.id });
    const second = role({ version: 2, decision: chairs.id });
    const edited = { ...first, responsibilities: 'Keeps nothing.' };
    expect(roles.check?.(edited, first, around(committees, first))).toMatchObject({
      error: { code: 'approval/stands' },
    });
    expect(roles.checkRemoval?.(first, around())).toMatchObject({ ok: false });
    expect(roles.state?.(first, around(first, second))).toBe('earlier');
    expect(roles.check?.(role(), null, around(first))).toMatchObject({
      error: { code: 'role/version-taken', detail: { field: 'version' } },
    });
  });
});

describe('GOVERN: a decision', () => {
  it('approves one thing: two posts, or a post and the matrix, cannot claim one approval (GOVERN)', () => {
    const first = role({ decision: committees.id });
    const world = around(committees, first);
    const refused = { error: { code: 'approval/used', detail: { field: 'decision' } } };
    const secretary = role({ post: 'secretary', decision: committees.id });
    expect(checkDecisions(secretary, null, world)).toMatchObject(refused);
    expect(checkDecisions(matrix({ decision: committees.id }), null, world)).toMatchObject(refused);
    expect(checkDecisions(first, first, world)).toMatchObject({ ok: true });
    expect(decisionUsedBy(committees.id, world)).toEqual([{ record: first, field: 'decision' }]);
    expect(decisionUsedBy(chairs.id, world)).toEqual([]);
  });

  it('stays as it was recorded while something rests on it (GOVERN)', () => {
    const world = around(committees, role({ decision: committees.id }));
    const other = { ...committees, body: 'chair' as const };
    expect(checkDecisions(other, committees, world)).toMatchObject({
      error: { code: 'decision/in-use' },
    });
    expect(checkUnused(committees.id, world)).toMatchObject({ ok: false });
    expect(checkUnused(chairs.id, world)).toMatchObject({ ok: true });
  });
});

describe('ACCESS: a version of the matrix', () => {
  it('begins on the day of its decision at the earliest, and is never edited then (ACCESS)', () => {
    const world = around(committees);
    const early = matrix({ decision: committees.id, from: day('2026-11-19') });
    expect(accessVersions.check?.(early, null, world)).toMatchObject({
      error: { code: 'access/from-before-decision', detail: { field: 'from' } },
    });
    const decided = matrix({ decision: committees.id });
    expect(accessVersions.check?.(decided, null, world)).toMatchObject({ ok: true });
    expect(accessVersions.check?.({ ...decided, cells: [] }, decided, world)).toMatchObject({
      error: { code: 'approval/stands' },
    });
    expect(accessVersions.check?.(matrix(), null, around(decided))).toMatchObject({
      error: { code: 'access/version-taken' },
    });
    const state = (one: RecordOf<'access'>) => accessVersions.state?.(one, around(decided, one));
    expect(state(decided)).toBe('in-force');
    expect(state(matrix({ version: 2 }))).toBe('draft');
    const next = matrix({ version: 2, decision: chairs.id, from: day('2026-12-01') });
    expect(state(next)).toBe('to-come');
  });
});

describe('GOVERN: what is the Chair’s to decide', () => {
  it('asks for a reason, and of anybody else for the Chair’s decision (GOVERN)', () => {
    const world = around(committees, chairs);
    const reason = 'The auditor asks for it.';
    const ask = (
      actor: 'chair' | 'secretary',
      id: RecordOf<'decision'>['id'] | null,
      why = reason,
    ) => checkLeave(actor, { reason: why, decision: id }, world);
    expect(ask('chair', null)).toMatchObject({ ok: true });
    expect(ask('chair', null, ' ')).toMatchObject({ error: { code: 'chair/no-reason' } });
    expect(ask('secretary', null)).toMatchObject({ error: { code: 'chair/needed' } });
    expect(ask('secretary', committees.id)).toMatchObject({ error: { code: 'chair/needed' } });
    expect(ask('secretary', chairs.id)).toMatchObject({ ok: true });
  });
});

import { describe, expect, it, test } from 'vitest';
import {
  SHIPPED_MATRIX,
  cellsOf,
  compartmentsFor,
  matrixOf,
  matrixOn,
  sameCell,
} from './access.ts';
import { transferView } from './countries.ts';
import { plainDate } from './dates.ts';
import { makeId } from './ids.ts';
import { type AnyRecord, COMPARTMENTS, anyRecord } from './kinds.ts';
import { blankPerson } from './person.ts';
import { isDoubled, standingOf } from './post-terms.ts';
import { POST_ORDER } from './posts.ts';
import { SHARED_KINDS, accessFieldsOf, leftOut, projected } from './registers/sharing-rules.ts';

const day = (text: string) => plainDate.parse(text);
const random = () => crypto.getRandomValues(new Uint8Array(16));

describe('ACCESS: the matrix as shipped', () => {
  it('gives each post what its work needs (ACCESS)', () => {
    const sees = (post: (typeof POST_ORDER)[number]) =>
      (['person', 'minutes', 'consent', 'enquiry'] as const).map(
        (kind) => SHIPPED_MATRIX.cell(post, kind).sees,
      );
    expect(sees('secretary')).toEqual(['all', 'all', 'all', 'all']);
    expect(sees('chair')).toEqual(['all', 'all', 'all', 'all']);
    expect(sees('treasurer')).toEqual(['some', 'all', 'none', 'none']);
    expect(sees('publications-officer')).toEqual(['some', 'all', 'all', 'none']);
    expect(sees('membership-officer')).toEqual(['all', 'all', 'none', 'all']);
    expect(SHIPPED_MATRIX.cell('treasurer', 'person').committeeOnly).toBe(true);
  });

  it('opens the compartments of what a post is given, and the trail to every one (ACCESS)', () => {
    expect(compartmentsFor('secretary', SHIPPED_MATRIX)).toEqual([...COMPARTMENTS]);
    expect(compartmentsFor('chair', SHIPPED_MATRIX)).toEqual([...COMPARTMENTS]);
    const treasurer = compartmentsFor('treasurer', SHIPPED_MATRIX);
    expect(treasurer).not.toContain('consents');
    expect(treasurer).not.toContain('enquiries');
    expect(treasurer).toEqual(expect.arrayContaining(['trail', 'governance', 'people']));
  });

  it('is copied cell by cell, and a version gives a kind that it does not know as shipped (ACCESS)', () => {
    const cells = cellsOf(SHIPPED_MATRIX, POST_ORDER, SHARED_KINDS);
    const copy = matrixOf({ version: 1, cells });
    const without = matrixOf({ version: 2, cells: cells.filter(({ of }) => of !== 'enquiry') });
    for (const post of POST_ORDER)
      for (const kind of SHARED_KINDS) {
        expect(sameCell(copy.cell(post, kind), SHIPPED_MATRIX.cell(post, kind))).toBe(true);
        expect(sameCell(without.cell(post, kind), copy.cell(post, kind))).toBe(true);
      }
  });

  it('gives way to the highest version that was decided and has begun (ACCESS)', () => {
    const version = (number: number, from: string, isDecided = true) => ({
      kind: 'access' as const,
      id: makeId('access', random()),
      purpose: 'steering' as const,
      version: number,
      from: day(from),
      decision: isDecided ? makeId('decision', random()) : null,
      cells: [],
    });
    const versions = [
      version(1, '2026-01-01'),
      version(2, '2026-06-01'),
      version(3, '2026-07-01', false),
    ];
    const on = (text: string) => matrixOn(versions, day(text)).version;
    expect([on('2025-12-31'), on('2026-01-01'), on('2026-06-01'), on('2026-12-01')]).toEqual([
      0, 1, 2, 2,
    ]);
  });
});

describe('ACCESS: a record for a post', () => {
  const anna: AnyRecord = {
    ...blankPerson('steering-group'),
    id: makeId('person', random()),
    name: { full: 'Anna Kowalska', prefix: '', given: '', family: '' },
    emails: [{ label: '', address: 'anna@example.org' }],
    notes: 'Prefers the telephone.',
    collectedOn: day('2026-01-01'),
  };

  it('has nothing in the fields that the post is not given, and is a record still (ACCESS)', () => {
    const given = projected(anna, { sees: 'some', fields: ['emails'] });
    expect(given).toMatchObject({ name: anna.name, emails: anna.emails, notes: '' });
    expect(given).toMatchObject({ collectedOn: null, phones: [] });
    expect(anyRecord.safeParse(given).success).toBe(true);
    expect(JSON.stringify(given)).not.toContain('telephone');
    expect(leftOut('person', { sees: 'some', fields: ['emails'] })).toContain('Notes');
    expect(projected(anna, { sees: 'all', fields: [] })).toEqual(anna);
  });

  test('of every kind, what names it always goes, and nothing else has to (MINIMISE)', () => {
    const always = (kind: (typeof SHARED_KINDS)[number]) =>
      accessFieldsOf(kind)
        .filter((field) => field.always)
        .map(({ name }) => name);
    expect(always('person')).toEqual(['name', 'categories', 'holder', 'route']);
    expect(always('enquiry')).toEqual(['person', 'received', 'channel']);
  });
});

describe('GOVERN: posts', () => {
  const held = (full: string, from: string, until: string | null) => ({
    id: makeId('person', random()),
    name: { full, prefix: '', given: '', family: '' },
    terms: [{ post: 'chair' as const, from: day(from), until: until === null ? null : day(until) }],
  });

  it('have their holders, the former ones with their terms, and vacancies (GOVERN)', () => {
    const people = [
      held('Anna', '2024-01-01', '2025-12-31'),
      held('Berta', '2026-01-01', null),
      held('Cleo', '2027-01-01', null),
    ];
    const standing = standingOf('chair', people, day('2026-11-23'));
    expect(standing.holders.map(({ name }) => name)).toEqual(['Berta']);
    expect(standing.others.map(({ name }) => name)).toEqual(['Cleo', 'Anna']);
    expect(standingOf('treasurer', people, day('2026-11-23')).holders).toEqual([]);
  });

  it('are warned of when two hold the Chair at once, and not when two are members (GOVERN)', () => {
    expect(isDoubled('chair', [1, 2])).toBe(true);
    expect(isDoubled('chair', [1])).toBe(false);
    expect(isDoubled('committee-member', [1, 2])).toBe(false);
  });
});

describe('TRANSFER: adequacy', () => {
  const us = { country: 'US', from: day('2026-06-01'), source: 'A regulation' };
  const changes = [
    { ...us, standing: 'adequate' as const },
    { ...us, from: day('2026-09-01'), standing: 'none' as const, source: 'Repealed' },
  ];

  it.each([
    ['US', '2026-05-31', false],
    ['US', '2026-06-01', true],
    ['US', '2026-09-01', false],
    ['NZ', '2026-09-01', true],
    ['EG', '2026-09-01', false],
    ['GB', '2026-09-01', true],
  ])('%s on %s is adequate: %s (TRANSFER)', (code, on, adequate) => {
    expect(transferView(code, day(on), changes).adequate).toBe(adequate);
  });

  it('tells both views, and where it is written (TRANSFER)', () => {
    expect(transferView('US', day('2026-10-01'), changes)).toEqual({
      outsideEu: true,
      outsideUk: true,
      adequate: false,
      source: 'Repealed',
    });
    expect(transferView('FR', day('2026-10-01'), changes)).toMatchObject({
      outsideEu: false,
      outsideUk: true,
    });
  });
});

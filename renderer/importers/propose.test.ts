import { describe, expect, test } from 'vitest';
import { plainDate } from '../domain/dates.ts';
import { makeId } from '../domain/ids.ts';
import { type Person, type PersonDraft, blankPerson } from '../domain/person.ts';
import { propose } from './propose.ts';
import type { ReadPeople } from './read-types.ts';

const idOf = (n: number) =>
  makeId('person', Uint8Array.of(n >> 16, n >> 8, n, ...Array(13).fill(0)));

function draft(
  full: string,
  more: { email?: string; phone?: string; street?: string } = {},
): PersonDraft {
  const { email, phone, street } = more;
  const place = { label: '', city: 'Ham', region: '', postcode: 'AB1 2CD', country: '' };
  return {
    ...blankPerson('direct'),
    name: { full, prefix: '', given: '', family: '' },
    emails: email ? [{ label: '', address: email }] : [],
    phones: phone ? [{ label: '', number: phone }] : [],
    addresses: street ? [{ ...place, lines: [street] }] : [],
  };
}
const person = (n: number, value: PersonDraft): Person => ({ ...value, id: idOf(n) });
const file = (...drafts: PersonDraft[]): ReadPeople => ({
  what: 'people',
  format: 'CSV',
  details: '',
  columns: [],
  rows: drafts.map((d, i) => ({ row: i + 2, label: d.name.full, draft: d, problems: [] })),
});

describe('who is a duplicate of whom', () => {
  const here = [
    person(
      1,
      draft('Dr Ann Bell', { email: 'Ann@Example.org', phone: '07700 900001', street: '1 Lane' }),
    ),
  ];

  test.each([
    [
      'the same e-mail in other letters',
      draft('Ann Bell', { email: 'ann@example.ORG' }),
      ['email'],
    ],
    [
      'the name in capitals with the number',
      draft('BELL, ANN', { phone: '+44 7700 900001' }),
      ['name-phone'],
    ],
    ['the name and the address', draft('Ann Bell', { street: '1, LANE' }), ['name-address']],
  ])('%s', (_, said, reasons) => {
    const [row] = propose(file(said), here).rows;
    expect(row).toMatchObject({ state: 'duplicate', of: { person: idOf(1) }, reasons, adds: [] });
  });

  test.each([
    ['the name alone', draft('Dr Ann Bell')],
    ['the name with another e-mail', draft('Dr Ann Bell', { email: 'bell@example.org' })],
    ['the number alone', draft('Bob Hall', { phone: '07700 900001' })],
    ['the address alone', draft('Bob Hall', { street: '1 Lane' })],
  ])('never by %s', (_, said) => {
    expect(propose(file(said), here).rows[0]?.state).toBe('new');
  });

  test('two people who share an address for e-mail stay two, and both are found again', () => {
    const bob = draft('Bob Hall', { email: 'ann@example.org' });
    const first = propose(file(bob), here);
    expect(first.rows[0]).toMatchObject({ state: 'new', problems: [{ code: 'email-shared' }] });
    const both = [...here, person(2, bob)];
    const again = propose(file(bob, draft('Ann Bell', { email: 'ann@example.org' })), both);
    expect(again.rows).toMatchObject([
      { state: 'duplicate', of: { person: idOf(2) } },
      { state: 'duplicate', of: { person: idOf(1) } },
    ]);
  });
});

describe('what a file adds', () => {
  test('is merged into the person, and nothing is taken away', () => {
    const here = person(1, {
      ...draft('Ann Bell', { email: 'ann@example.org', phone: '07700 900001' }),
      jobTitle: 'Clerk',
      organisation: 'Works',
      notes: 'kind',
      route: 'event',
      noticeVersion: '1',
    });
    const joined = plainDate.parse('2020-01-01');
    const said: PersonDraft = {
      ...draft('A. Bell', { email: 'ANN@example.org', phone: '07700 900002', street: '1 Lane' }),
      jobTitle: 'Head',
      terms: [{ post: 'chair', from: joined, until: null }],
      notes: 'kind\ntall',
    };
    const [row] = propose(file(said), [here]).rows;
    expect(row).toMatchObject({ state: 'changed', person: here.id });
    if (row?.state !== 'changed') throw new Error('not changed');
    expect([...row.fields].sort()).toEqual(
      ['address', 'categories', 'job title', 'notes', 'phone', 'posts'].sort(),
    );
    expect(row.record).toEqual({
      ...here,
      jobTitle: 'Head',
      phones: [...here.phones, ...said.phones],
      addresses: said.addresses,
      terms: said.terms,
      categories: ['public', 'officer'],
      notes: 'kind\ntall\nName as given: A. Bell',
    });
    const [again] = propose(file(said), [row.record]).rows;
    expect(again).toMatchObject({ state: 'duplicate', adds: [] });
  });

  test('by a later row is in the earlier row’s draft or record', () => {
    const one = draft('Ann Bell', { email: 'ann@example.org' });
    const two = draft('Ann Bell', { email: 'ann@example.org', phone: '07700 900001' });
    const three = draft('Ann Bell', { phone: '07700900001', street: '1 Lane' });
    const fresh = propose(file(one, two, three), []);
    expect(fresh.counts).toEqual({ new: 1, changed: 0, duplicate: 2, cannot: 0 });
    expect(fresh.rows).toMatchObject([
      { state: 'new', draft: { phones: two.phones, addresses: three.addresses } },
      { of: { row: 2 }, adds: ['phone'] },
      { of: { row: 2 }, adds: ['address'] },
    ]);
    const known = propose(file(one, two, three), [person(1, one)]);
    expect(known.rows).toMatchObject([
      { state: 'duplicate', of: { person: idOf(1) }, adds: [] },
      { state: 'changed', fields: ['phone', 'address'], record: { addresses: three.addresses } },
      { state: 'duplicate', of: { row: 3 }, adds: ['address'] },
    ]);
  });

  test('is refused when the record could not hold it', () => {
    const here = person(1, {
      ...draft('Ann', { email: 'a@example.org' }),
      notes: 'x'.repeat(9_999),
    });
    const said = { ...draft('Ann', { email: 'a@example.org' }), notes: 'more' };
    expect(propose(file(said), [here]).rows[0]).toMatchObject({
      state: 'cannot',
      problems: [{ code: 'too-many' }],
    });
  });
});

test('100,000 people and 10,000 rows are compared in about a second of the processor', () => {
  const make = (i: number) =>
    draft(`Ann Bell${i}`, {
      email: `a${i}@example.org`,
      phone: `07700 ${100_000 + i}`,
      street: `${i} Lane`,
    });
  const existing = Array.from({ length: 100_000 }, (_, i) => person(i, make(i)));
  const rows = Array.from({ length: 10_000 }, (_, i) => make(i * 20));
  const started = process.cpuUsage();
  const { counts } = propose(file(...rows), existing);
  const { user, system } = process.cpuUsage(started);
  expect(counts).toEqual({ new: 5_000, changed: 0, duplicate: 5_000, cannot: 0 });
  // In microseconds; the bound is there to catch a loop inside a loop, which takes minutes.
  expect(user + system).toBeLessThan(5_000_000);
}, 30_000);

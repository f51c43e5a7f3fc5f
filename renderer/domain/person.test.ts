import { describe, expect, test } from 'vitest';
import { plainDate } from './dates.ts';
import {
  type Term,
  blankPerson,
  checkPerson,
  emailAddress,
  onCommittee,
  person,
  postsHeld,
} from './person.ts';
import { postFromWords } from './posts.ts';
import { PURPOSES, retentionInWords } from './purposes.ts';

const day = (text: string) => plainDate.parse(text);
const chair: Term = { post: 'chair', from: day('2024-01-10'), until: day('2025-01-09') };

describe('whose data it is', () => {
  const well = { ...blankPerson('direct'), id: `per_${'a'.repeat(26)}` };
  const named = { ...well, name: { ...well.name, full: 'Anna Kowalska' } };

  test('every person has a category and a holder, of those that the policy names (SCOPE)', () => {
    expect(person.safeParse(named).success).toBe(true);
    expect(person.safeParse({ ...named, categories: [] }).success).toBe(false);
    expect(person.safeParse({ ...named, categories: ['customer'] }).success).toBe(false);
    expect(person.safeParse({ ...named, holder: 'another' }).success).toBe(false);
  });

  test('whoever joins the LinkedIn group is a member, and nothing of a profile has a place (COLLECT-LINKEDIN)', () => {
    expect(blankPerson('linkedin')).toMatchObject({ purpose: 'members', categories: ['member'] });
    const kept = person.parse({ ...named, profile: 'https://example.org', photo: 'AAAA' });
    expect(Object.keys(kept).sort()).toEqual(Object.keys(named).sort());
  });

  test('key contacts in the CQI are kept for a purpose of their own, reviewed every year (COLLECT-CQI-CONTACTS)', () => {
    expect(blankPerson('cqi-contact').purpose).toBe('cqi-contacts');
    expect(retentionInWords(PURPOSES['cqi-contacts'])).toContain('reviewed every year');
  });
});

describe('the CQI form (COLLECT-CQI)', () => {
  test('a person who came directly is accepted, and the same person by the CQI form is refused', () => {
    expect(checkPerson(blankPerson('direct')).ok).toBe(true);
    expect(checkPerson(blankPerson('cqi-form'))).toEqual({
      ok: false,
      error: { code: 'person/cqi-route' },
    });
  });
});

describe('terms of office', () => {
  test('a term that ends before it starts is refused with its place', () => {
    const terms = [chair, { ...chair, until: day('2024-01-09') }];
    expect(checkPerson({ ...blankPerson('steering-group'), terms })).toEqual({
      ok: false,
      error: { code: 'person/term-backwards', detail: { field: 'terms.1' } },
    });
  });

  test.each([
    ['2024-01-09', []],
    ['2024-01-10', ['chair']],
    ['2025-01-09', ['chair']],
    ['2025-01-10', []],
  ])('on %s the posts held are %j', (on, posts) => {
    expect(postsHeld([chair], day(on))).toEqual(posts);
    expect(onCommittee({ terms: [chair] }, day(on))).toBe(posts.length > 0);
  });

  test('the secretary’s own words for a post are understood', () => {
    expect(postFromWords('Secretary')).toBe('secretary');
    expect(postFromWords(' vice chair ')).toBe('vice-chair');
    expect(postFromWords('Caretaker')).toBeNull();
  });
});

test.each([
  ['a.b@example.org', true],
  ['jürgen@example.org', true],
  ['none', false],
  ['a@b', false],
  ['a b@example.org', false],
  ['a@example.org, b@example.org', false],
])('%s is an address to write to: %s', (text, good) => {
  expect(emailAddress.safeParse(text).success).toBe(good);
});

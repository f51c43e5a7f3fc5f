import { expect, test } from 'vitest';
import { parsePlainDate } from '../../domain/dates.ts';
import { makeId } from '../../domain/ids.ts';
import { checkPerson, person } from '../../domain/person.ts';
import { EMPTY_FORM, personFrom, problemsOf, readForm } from './new-person-draft.ts';

const today = parsePlainDate('2026-11-23') ?? expect.fail('a day that exists');
const id = makeId('person', new Uint8Array(16));
const filled = { ...EMPTY_FORM, name: ' Anna Ekberg ', email: 'anna@example.org ', phone: '1' };

test('a filled form becomes a person that the vault takes', () => {
  const made = personFrom({ ...filled, post: 'chair' }, 'steering-group', id, today);
  expect(person.safeParse(made).success).toBe(true);
  expect(checkPerson(made).ok).toBe(true);
  expect(made.name.full).toBe('Anna Ekberg');
  expect(made.categories).toEqual(['officer']);
  expect(made.terms).toEqual([{ post: 'chair', from: today, until: null }]);
});

test('a post is kept only for those who joined the steering group', () => {
  expect(personFrom({ ...filled, post: 'chair' }, 'event', id, today).terms).toEqual([]);
});

test('whoever holds no post is a member', () => {
  expect(personFrom(filled, 'steering-group', id, today).categories).toEqual(['member']);
});

test('a prospective member is kept on consent, and nobody of another route is one (CONSENT-PROSPECTS)', () => {
  const asked = { ...filled, isProspect: true };
  expect(personFrom(asked, 'direct', id, today).purpose).toBe('prospects');
  expect(personFrom(asked, 'invoice', id, today).purpose).toBe('invoices');
  expect(personFrom(filled, 'direct', id, today).purpose).toBe('enquiries');
});

test('a missing name and an address nobody can write to are named', () => {
  expect(Object.keys(problemsOf({ ...EMPTY_FORM, email: 'anna@' }))).toEqual(['name', 'email']);
  expect(problemsOf(filled)).toEqual({});
});

test('a draft comes back as it was, and one of another shape does not', () => {
  expect(readForm(JSON.stringify(filled))).toEqual(filled);
  expect(readForm('{"name":1}')).toBeNull();
  expect(readForm('not JSON')).toBeNull();
});

import { askForNews } from '../prospects.ts';
import { CATEGORIES, HOLDERS, ROUTES, checkPerson } from '../person.ts';
import { POSTS } from '../posts.ts';
import type { FieldTable } from '../fields.ts';
import type { Register } from './register.ts';

const ADDRESS: FieldTable = {
  label: { label: 'Which', why: 'Tells addresses apart.', as: 'text', most: 200 },
  lines: { label: 'Street and house', why: 'Where letters go.', as: 'kept', words: inLines },
  city: { label: 'Town', why: 'Where letters go.', as: 'text', most: 200 },
  region: { label: 'County or region', why: 'Where letters go.', as: 'text', most: 200 },
  postcode: { label: 'Postcode', why: 'Where letters go.', as: 'text', most: 200 },
  country: { label: 'Country', why: 'Where letters go.', as: 'text', most: 200 },
};

export const people: Register<'person'> = {
  one: 'person',
  many: 'people',
  byHand: true,
  fields: {
    name: {
      label: 'Name',
      why: 'To know whom we deal with.',
      as: 'part',
      of: {
        full: { label: 'Name', why: 'To know whom we deal with.', as: 'text', most: 300 },
        prefix: { label: 'Title', why: 'To address letters.', as: 'text', most: 200 },
        given: { label: 'Given name', why: 'To address letters.', as: 'text', most: 200 },
        family: { label: 'Family name', why: 'To put people in order.', as: 'text', most: 200 },
      },
    },
    categories: {
      label: 'Categories',
      why: 'Whose data it is: what the policy promises depends on it.',
      as: 'choices',
      of: CATEGORIES,
    },
    holder: { label: 'Held by', why: 'Who answers for the data.', as: 'choice', of: HOLDERS },
    route: {
      label: 'How it came',
      why: 'The source, which people may ask for.',
      as: 'choice',
      of: ROUTES,
    },
    collectedOn: { label: 'Collected on', why: 'How old the data is, for the review.', as: 'day' },
    organisation: {
      label: 'Organisation',
      why: 'To reach the person in their role.',
      as: 'text',
      most: 200,
    },
    jobTitle: {
      label: 'Job title',
      why: 'To reach the person in their role.',
      as: 'text',
      most: 200,
    },
    emails: {
      label: 'E-mail',
      why: 'To write to the person.',
      as: 'rows',
      one: 'e-mail address',
      of: {
        label: { label: 'Which', why: 'Tells addresses apart.', as: 'text', most: 200 },
        address: { label: 'Address', why: 'To write to the person.', as: 'text', most: 254 },
      },
    },
    phones: {
      label: 'Telephone',
      why: 'To call the person.',
      as: 'rows',
      one: 'number',
      of: {
        label: { label: 'Which', why: 'Tells numbers apart.', as: 'text', most: 200 },
        number: { label: 'Number', why: 'To call the person.', as: 'text', most: 60 },
      },
    },
    addresses: {
      label: 'Postal address',
      why: 'To send letters.',
      as: 'rows',
      one: 'address',
      of: ADDRESS,
    },
    terms: {
      label: 'Posts',
      why: 'Who holds which office and when: it decides who may see what.',
      as: 'rows',
      one: 'term',
      of: {
        post: { label: 'Post', why: 'Which office.', as: 'choice', of: POSTS },
        from: { label: 'From', why: 'When the term starts.', as: 'day' },
        until: { label: 'Until', why: 'When the term ends.', as: 'day' },
      },
    },
    noticeVersion: {
      label: 'Privacy notice given',
      why: 'Which version of the notice the person was given.',
      as: 'kept',
      words: (version) => version ?? 'None noted',
    },
    notes: {
      label: 'Notes',
      why: 'What the group needs to know for its purpose.',
      as: 'long-text',
      most: 10_000,
    },
  },
  title: (person) => person.name.full,
  check: (person) => checkPerson(person),
  follows: askForNews,
};

function inLines(lines: unknown): string {
  return Array.isArray(lines) ? lines.filter((line) => String(line).trim() !== '').join(', ') : '';
}

import { RELEASE_STATES, checkCovered, coverageDues, releaseState } from '../coverage.ts';
import { PUBLICATION_TYPES } from '../publishing.ts';
import { settled } from '../take-down.ts';
import type { Register } from './register.ts';
import { checkSteps, stepFields } from './release.ts';

const NEEDS_CONSENT = 'Each of them has to have consented before it is published.';

/** COLLECT-AUTHORS: published only with a consent in force from each author and each person named. */
export const publications: Register<'publication'> = {
  one: 'publication',
  many: 'publications',
  byHand: true,
  columns: ['type', 'published', 'authors'],
  fields: {
    title: {
      label: 'Title',
      why: 'To tell publications apart.',
      as: 'text',
      most: 300,
      isNeeded: true,
      atStart: true,
    },
    type: {
      label: 'Type',
      why: 'To know what it is.',
      as: 'choice',
      of: PUBLICATION_TYPES,
      atStart: true,
    },
    authors: { label: 'Authors', why: NEEDS_CONSENT, as: 'people', atStart: true },
    named: {
      label: 'Others named in it',
      why: NEEDS_CONSENT,
      help: 'Also those who are shown, or whose address is given.',
      as: 'people',
      atStart: true,
    },
    address: {
      label: 'Address on the web',
      why: 'To find it when it has to be taken down.',
      as: 'text',
      most: 500,
    },
    ...stepFields('Removed', 'it was taken off the web'),
    notes: { label: 'Notes', why: 'What has to be known of it.', as: 'long-text', most: 2_000 },
  },
  title: (publication) => publication.title,
  day: ({ published, publishable }) => published ?? publishable,
  states: { ...RELEASE_STATES, removed: { words: 'Removed', tone: 'plain' } },
  state: releaseState,
  check(publication, before, around) {
    const steps = checkSteps(publication, around.today);
    if (!steps.ok) return steps;
    return checkCovered({ ...publication, purpose: 'publications' }, before, around);
  },
  follows: (publication, _before, around) => settled(publication, around),
  dues: coverageDues,
  blank: () => ({
    purpose: 'publications',
    type: 'article',
    publishable: null,
    published: null,
    removed: null,
  }),
};

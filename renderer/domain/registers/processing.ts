import { BASIS_WORDS, KEEP_UNTIL, PURPOSES } from '../purposes.ts';
import type { Register } from './register.ts';

const ART_30 = 'UK GDPR Art 30(1) asks for it.';
const HOW_LONG = 'So that nothing is kept for longer than it is needed.';
const CHANGED = 'To prove who decided on the basis.';
const NAMES = Object.fromEntries(Object.entries(PURPOSES).map(([id, { name }]) => [id, name]));

/** BASIS: what this vault says of a purpose in place of what is shipped. It is changed by a command of its own. */
export const processings: Register<'processing'> = {
  one: 'changed purpose',
  many: 'changed purposes',
  byHand: false,
  fields: {
    about: { label: 'Purpose', why: 'Which one it speaks of.', as: 'choice', of: NAMES },
    name: { label: 'Name', why: 'To tell purposes apart.', as: 'text', most: 120, isNeeded: true },
    why: { label: 'What it is for', why: ART_30, as: 'long-text', most: 2_000, isNeeded: true },
    bases: {
      label: 'Changes of the basis',
      why: CHANGED,
      as: 'rows',
      one: 'change',
      of: {
        basis: { label: 'Basis', why: CHANGED, as: 'choice', of: BASIS_WORDS },
        on: { label: 'On', why: CHANGED, as: 'day' },
        decision: { label: 'Decision', why: CHANGED, as: 'record', of: ['decision'] },
      },
    },
    balance: {
      label: 'Balance of interests',
      why: 'To show that the basis is the right one.',
      as: 'long-text',
      most: 2_000,
      isNeeded: true,
    },
    people: { label: 'Whose data', why: ART_30, as: 'long-text', most: 2_000, isNeeded: true },
    data: { label: 'Which data', why: ART_30, as: 'long-text', most: 2_000, isNeeded: true },
    recipients: {
      label: 'Who receives it',
      why: ART_30,
      as: 'long-text',
      most: 2_000,
      isNeeded: true,
    },
    transfers: {
      label: 'Countries and safeguards',
      why: ART_30,
      as: 'long-text',
      most: 2_000,
      isNeeded: true,
    },
    keepUntil: { label: 'Kept until', why: HOW_LONG, as: 'choice', of: KEEP_UNTIL },
    keepMonths: {
      label: 'Months after that',
      why: HOW_LONG,
      as: 'count',
      most: 240,
      isNeeded: true,
    },
    keepAlso: {
      label: 'With a time of its own',
      why: HOW_LONG,
      help: 'In a sentence; empty when there is none.',
      as: 'text',
      most: 500,
    },
    reviewEvery: {
      label: 'Months between reviews',
      why: 'The policy promises a review every year.',
      help: 'Twelve at most.',
      as: 'count',
      most: 12,
      isNeeded: true,
    },
    security: {
      label: 'How it is kept safe',
      why: ART_30,
      as: 'long-text',
      most: 2_000,
      isNeeded: true,
    },
  },
  title: ({ name }) => name,
};

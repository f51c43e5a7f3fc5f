import { daysBetween, formatDay, plusMonths } from '../dates.ts';
import type { Register } from './register.ts';

const PROOF = 'To prove that it was reviewed, by whom, and what was decided.';
/** The policy promises a review every year; Today says it this many days before. */
const EVERY_MONTHS = 12;
const NOTICE_DAYS = 30;

/** REVIEW: begun and finished on Office → Review, and by no form. */
export const reviews: Register<'review'> = {
  one: 'review',
  many: 'reviews',
  byHand: false,
  columns: ['begun', 'finished'],
  fields: {
    scope: {
      label: 'Of',
      why: PROOF,
      as: 'choice',
      of: { all: 'All that is held', due: 'What is due' },
    },
    begun: { label: 'Begun', why: PROOF, as: 'day' },
    finished: { label: 'Finished', why: 'The next is due a year later.', as: 'day' },
    decisions: {
      label: 'Decided',
      why: PROOF,
      as: 'kept',
      words: (decisions) =>
        `${decisions.reduce((sum, { records }) => sum + records.length, 0)} records`,
    },
  },
  title: ({ scope, begun }) =>
    `${scope === 'all' ? 'Annual review' : 'Review of what is due'}, ${formatDay(begun)}`,
  day: (review) => review.begun,
  states: {
    open: { words: 'Not finished', tone: 'warning' },
    finished: { words: 'Finished', tone: 'plain' },
  },
  state: ({ finished }) => (finished === null ? 'open' : 'finished'),
  dues(review, { all, today }) {
    if (review.finished === null) {
      const what = review.scope === 'all' ? 'Annual review to finish' : 'Decisions to finish';
      return [{ what, due: null, working: `Begun on ${formatDay(review.begun)}.` }];
    }
    if (review.scope === 'due') return [];
    for (const other of all('review'))
      if (other.scope === 'all' && (other.finished === null || other.finished > review.finished))
        return [];
    const due = plusMonths(review.finished, EVERY_MONTHS);
    const working = `Last finished on ${formatDay(review.finished)} + 12 months = ${formatDay(due)}.`;
    return daysBetween(today, due) <= NOTICE_DAYS ? [{ what: 'Annual review', due, working }] : [];
  },
};

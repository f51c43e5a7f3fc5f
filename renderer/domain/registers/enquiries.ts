import { formatDay } from '../dates.ts';
import { SHARED_WITH } from '../enquiry.ts';
import { fail, ok } from '../errors.ts';
import type { Register } from './register.ts';

/** COLLECT-DIRECT: an officer establishes what is needed; shared only within IMSIG or the CQI, each time noted. */
export const enquiries: Register<'enquiry'> = {
  one: 'enquiry',
  many: 'enquiries',
  byHand: true,
  belongsTo: { kind: 'person', id: (enquiry) => enquiry.person },
  columns: ['received', 'officer', 'closed'],
  fields: {
    person: {
      label: 'Who asks',
      why: 'To answer them.',
      as: 'person',
      isNeeded: true,
      atStart: true,
      isFixed: true,
    },
    received: {
      label: 'Received',
      why: 'To see how long an answer has taken.',
      as: 'day',
      isNeeded: true,
      atStart: true,
    },
    channel: {
      label: 'Came by',
      why: 'The source, which people may ask for.',
      as: 'choice',
      of: { website: 'Website', event: 'Network event', email: 'E-mail', linkedin: 'LinkedIn' },
      atStart: true,
    },
    officer: { label: 'Officer', why: 'Who answers it.', as: 'person', atStart: true },
    need: {
      label: 'What they need',
      why: 'To fulfil the request.',
      as: 'long-text',
      most: 2_000,
      atStart: true,
    },
    sharings: {
      label: 'Shared with',
      why: 'The policy has it shared only within IMSIG or the CQI, as needed for the request.',
      as: 'rows',
      one: 'sharing',
      of: {
        on: { label: 'On', why: 'When it was shared.', as: 'day', isNeeded: true },
        with: { label: 'With', why: 'With whom it was shared.', as: 'choice', of: SHARED_WITH },
        what: { label: 'What', why: 'What was shared.', as: 'text', most: 300 },
      },
    },
    outcome: { label: 'Outcome', why: 'What became of it.', as: 'long-text', most: 2_000 },
    closed: { label: 'Closed', why: 'From then on it is reviewed and erased.', as: 'day' },
  },
  title: (enquiry, names) => names(enquiry.person),
  day: (enquiry) => enquiry.received,
  states: {
    unassigned: { words: 'Nobody yet', tone: 'warning' },
    open: { words: 'Open', tone: 'accent' },
    closed: { words: 'Closed', tone: 'plain' },
  },
  state: ({ closed, officer }) =>
    closed !== null ? 'closed' : officer === null ? 'unassigned' : 'open',
  check(enquiry, before, { today }) {
    if (enquiry.received > today) return fail('record/in-future', { field: 'received' });
    if (enquiry.closed !== null && enquiry.closed < enquiry.received)
      return fail('record/ends-before-start', { field: 'closed' });
    if (enquiry.closed !== null && enquiry.outcome.trim() === '')
      return fail('enquiry/no-outcome', { field: 'outcome' });
    const early = enquiry.sharings.findIndex(({ on }) => on < enquiry.received || on > today);
    if (early >= 0) return fail('enquiry/sharing-day', { field: `sharings.${early}` });
    if (before && before.person !== enquiry.person) return fail('wall/refused');
    return ok(enquiry);
  },
  endedOn: (enquiry) => enquiry.closed,
  dues({ closed, received, officer }) {
    if (closed !== null) return [];
    const what = officer === null ? 'Enquiry without an officer' : 'Enquiry to answer';
    return [{ what, due: null, working: `Received on ${formatDay(received)}, not closed.` }];
  },
  blank: (today) => ({
    purpose: 'enquiries',
    received: today,
    channel: 'website',
    officer: null,
    need: '',
    outcome: '',
    closed: null,
    sharings: [],
  }),
};

import { formatDay } from '../dates.ts';
import { fail, ok } from '../errors.ts';
import { HOLD_REASONS } from '../hold.ts';
import type { Register } from './register.ts';

const WHY = 'To keep what a law or an open matter needs, and nothing for longer.';

/** Legal holds: an open matter or a stated legal duty stops an erasure visibly. */
export const holds: Register<'hold'> = {
  one: 'legal hold',
  many: 'legal holds',
  byHand: true,
  columns: ['why', 'from', 'until'],
  fields: {
    why: { label: 'Because of', why: WHY, as: 'choice', of: HOLD_REASONS, atStart: true },
    reason: {
      label: 'In a sentence',
      why: WHY,
      help: 'Without a name: it outlives what it holds.',
      as: 'long-text',
      most: 1_000,
      isNeeded: true,
      atStart: true,
    },
    records: {
      label: 'Holds',
      why: 'What may not be erased meanwhile.',
      as: 'records',
      of: ['person', 'meeting', 'minutes', 'consent', 'enquiry'],
      isNeeded: true,
      atStart: true,
    },
    from: { label: 'From', why: WHY, as: 'day', isNeeded: true, atStart: true },
    until: {
      label: 'Until',
      why: 'From the next day on nothing is held by it.',
      as: 'day',
      atStart: true,
    },
  },
  title: (hold) => hold.reason,
  day: (hold) => hold.from,
  states: {
    held: { words: 'In force', tone: 'warning' },
    planned: { words: 'To come', tone: 'plain' },
    lifted: { words: 'Lifted', tone: 'plain' },
  },
  state: ({ from, until }, { today }) =>
    from > today ? 'planned' : until !== null && until < today ? 'lifted' : 'held',
  check: (hold) =>
    hold.until !== null && hold.until < hold.from
      ? fail('record/ends-before-start', { field: 'until' })
      : ok(hold),
  holds: ({ from, until, records }, { today }) =>
    from <= today && (until === null || today <= until) ? records : [],
  dues: ({ until, from }, { today }) =>
    until !== null && until < today
      ? []
      : [
          {
            what: 'Legal hold in force',
            due: until,
            working: `Since ${formatDay(from)}; until it is lifted, nothing it names is erased.`,
          },
        ],
  blank: (today) => ({
    purpose: 'accountability',
    why: 'legal-duty',
    reason: '',
    records: [],
    from: today,
    until: null,
  }),
};

import { BODIES } from '../decision.ts';
import { fail, ok } from '../errors.ts';
import type { Register } from './register.ts';

/** GOVERN: approvals as records of their own, which never depend on minutes that will be erased. */
export const decisions: Register<'decision'> = {
  one: 'decision',
  many: 'decisions',
  byHand: true,
  columns: ['body', 'on'],
  fields: {
    resolution: {
      label: 'Resolution',
      why: 'What was decided.',
      help: 'Without names: it is kept for longer than the minutes.',
      as: 'long-text',
      most: 2_000,
      isNeeded: true,
      atStart: true,
    },
    body: {
      label: 'Decided by',
      why: 'Who may decide it.',
      as: 'choice',
      of: BODIES,
      atStart: true,
    },
    on: { label: 'On', why: 'Since when it holds.', as: 'day', isNeeded: true, atStart: true },
  },
  title: (decision) => decision.resolution,
  day: (decision) => decision.on,
  check: (decision, _before, { today }) =>
    decision.on > today ? fail('record/in-future', { field: 'on' }) : ok(decision),
  blank: (today) => ({ purpose: 'accountability', body: 'committee', on: today }),
};

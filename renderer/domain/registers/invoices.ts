import { formatDay } from '../dates.ts';
import { fail, ok } from '../errors.ts';
import { DIRECTIONS } from '../invoice.ts';
import type { Register } from './register.ts';

const ACCOUNTS = 'To collect or pay it, and to account for it.';

/** COLLECT-INVOICES: payers and payees, references, amounts and dates, in a compartment of their own. */
export const invoices: Register<'invoice'> = {
  one: 'invoice',
  many: 'invoices',
  byHand: true,
  columns: ['direction', 'person', 'organisation', 'amount', 'due'],
  fields: {
    reference: {
      label: 'Reference',
      why: 'To tell invoices apart.',
      as: 'text',
      most: 80,
      isNeeded: true,
      atStart: true,
    },
    direction: { label: 'Direction', why: ACCOUNTS, as: 'choice', of: DIRECTIONS, atStart: true },
    person: { label: 'Person', why: 'Who pays or is paid.', as: 'person', atStart: true },
    organisation: {
      label: 'Organisation',
      why: 'Who pays or is paid.',
      as: 'text',
      most: 200,
      atStart: true,
    },
    amount: { label: 'Amount (£)', why: ACCOUNTS, as: 'money', atStart: true },
    issued: { label: 'Issued', why: ACCOUNTS, as: 'day', isNeeded: true, atStart: true },
    due: { label: 'Due', why: ACCOUNTS, as: 'day', atStart: true },
    paid: { label: 'Paid on', why: ACCOUNTS, as: 'day' },
    what: {
      label: 'For what',
      why: ACCOUNTS,
      help: 'Without a name: accounts are kept for longer than a person.',
      as: 'text',
      most: 500,
      atStart: true,
    },
  },
  title: ({ reference }) => reference,
  day: ({ issued }) => issued,
  states: {
    open: { words: 'Open', tone: 'accent' },
    overdue: { words: 'Overdue', tone: 'alarm' },
    paid: { words: 'Paid', tone: 'plain' },
  },
  state: ({ paid, due }, { today }) =>
    paid !== null ? 'paid' : due !== null && due < today ? 'overdue' : 'open',
  check(invoice, _before, { today }) {
    const { person, organisation, issued, due, paid } = invoice;
    if (person === null && organisation.trim() === '')
      return fail('invoice/nobody', { field: 'organisation' });
    if (issued > today) return fail('record/in-future', { field: 'issued' });
    if (due !== null && due < issued) return fail('record/ends-before-start', { field: 'due' });
    if (paid !== null && paid > today) return fail('record/in-future', { field: 'paid' });
    return ok(invoice);
  },
  dues({ direction, issued, due, paid }) {
    if (paid !== null) return [];
    const what = direction === 'pay' ? 'Invoice to pay' : 'Invoice to collect';
    const by = due === null ? 'without a day to be paid by' : `due on ${formatDay(due)}`;
    return [{ what, due, working: `Issued on ${formatDay(issued)}, ${by}.` }];
  },
  blank: (today) => ({ purpose: 'invoices', direction: 'pay', issued: today }),
};

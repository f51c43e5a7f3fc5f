import { transferView } from '../countries.ts';
import { daysBetween, formatDay, plusMonths } from '../dates.ts';
import { fail, ok } from '../errors.ts';
import type { RecordOf } from '../kinds.ts';
import { SERVICES } from '../supplier.ts';
import type { Due, Register } from './register.ts';

const REVIEW_NOTICE = 30;
const REVIEW_MONTHS = 12;
const STANDARD = 'To see that its standard is equivalent.';

/** SUPPLIERS: who provides a service, what they are given, and what shows that they take care of it. */
export const suppliers: Register<'supplier'> = {
  one: 'supplier',
  many: 'suppliers',
  byHand: true,
  columns: ['service', 'country', 'nextReview'],
  fields: {
    name: {
      label: 'Name',
      why: 'Who provides the service.',
      help: 'The firm, not a person in it.',
      as: 'text',
      most: 200,
      isNeeded: true,
      atStart: true,
    },
    service: { label: 'Service', why: STANDARD, as: 'choice', of: SERVICES, atStart: true },
    data: {
      label: 'Data it gets',
      why: 'To answer who receives which data.',
      as: 'long-text',
      most: 1_000,
      atStart: true,
    },
    country: {
      label: 'Country',
      why: 'Where the data lies: some countries need a safeguard.',
      as: 'country',
      atStart: true,
    },
    safeguard: {
      label: 'Safeguard',
      why: 'What protects the data outside the UK.',
      help: 'Needed where the UK does not find protection adequate: IDTA, Addendum, certified under the US bridge …',
      as: 'long-text',
      most: 1_000,
    },
    evidence: {
      label: 'Evidence',
      why: STANDARD,
      help: 'What shows it: a certificate, their policy, a contract. Attach the papers below.',
      as: 'long-text',
      most: 2_000,
    },
    reviewed: { label: 'Reviewed on', why: STANDARD, as: 'day' },
    nextReview: {
      label: 'Next review',
      why: STANDARD,
      help: 'Twelve months after the last, unless you say otherwise.',
      as: 'day',
    },
    until: { label: 'Used until', why: 'From then on it is given nothing.', as: 'day' },
  },
  title: ({ name }) => name,
  day: ({ nextReview }) => nextReview,
  states: {
    unreviewed: { words: 'To review', tone: 'warning' },
    reviewed: { words: 'Reviewed', tone: 'accent' },
    ended: { words: 'No longer used', tone: 'plain' },
  },
  state(supplier, { today }) {
    if (hasEnded(supplier, today)) return 'ended';
    return supplier.nextReview === null || supplier.nextReview < today ? 'unreviewed' : 'reviewed';
  },
  check(supplier, before, { today, all }) {
    const { reviewed, nextReview, country, safeguard } = supplier;
    if (reviewed === null) return ok(supplier);
    if (reviewed > today) return fail('record/in-future', { field: 'reviewed' });
    if (supplier.evidence.trim() === '') return fail('supplier/no-evidence', { field: 'evidence' });
    const isSafe = country !== '' && transferView(country, today, all('adequacy')).adequate;
    if (country === '' || (!isSafe && safeguard.trim() === ''))
      return fail('supplier/no-safeguard', { field: 'safeguard' });
    if (reviewed !== before?.reviewed && nextReview === (before?.nextReview ?? null))
      return ok({ ...supplier, nextReview: plusMonths(reviewed, REVIEW_MONTHS) });
    if (nextReview !== null && nextReview < reviewed)
      return fail('record/ends-before-start', { field: 'nextReview' });
    return ok(supplier);
  },
  dues(supplier, { today }): Due[] {
    const { reviewed, nextReview } = supplier;
    if (hasEnded(supplier, today)) return [];
    const what = 'Supplier to review';
    if (nextReview === null) return [{ what, due: null, working: 'Not reviewed yet.' }];
    if (daysBetween(today, nextReview) > REVIEW_NOTICE) return [];
    const working =
      reviewed === null
        ? `Review due on ${formatDay(nextReview)}.`
        : `Last reviewed on ${formatDay(reviewed)}; next review on ${formatDay(nextReview)}.`;
    return [{ what, due: nextReview, working }];
  },
  blank: () => ({ purpose: 'accountability' }),
};

function hasEnded({ until }: RecordOf<'supplier'>, today: string): boolean {
  return until !== null && until < today;
}

import { checkCovered, missingOf } from '../coverage.ts';
import { fail } from '../errors.ts';
import { AUDIENCES } from '../publishing.ts';
import { settled } from '../take-down.ts';
import type { Register } from './register.ts';

/** CONSENT-PROSPECTS: prospective members are written to only on a consent in force. */
export const mailings: Register<'mailing'> = {
  one: 'mailing',
  many: 'mailings',
  byHand: true,
  columns: ['audience', 'sent'],
  fields: {
    title: {
      label: 'Title',
      why: 'To tell mailings apart.',
      as: 'text',
      most: 300,
      isNeeded: true,
      atStart: true,
    },
    audience: {
      label: 'For',
      why: 'What it is sent for: prospective members have to have consented.',
      as: 'choice',
      of: AUDIENCES,
      atStart: true,
    },
    recipients: { label: 'Recipients', why: 'Who was written to.', as: 'people', atStart: true },
    sent: { label: 'Sent on', why: 'When they were written to.', as: 'day' },
    notes: { label: 'Notes', why: 'What has to be known of it.', as: 'long-text', most: 2_000 },
  },
  title: (mailing) => mailing.title,
  day: (mailing) => mailing.sent,
  states: {
    draft: { words: 'Not sent', tone: 'plain' },
    missing: { words: 'Consent missing', tone: 'warning' },
    sent: { words: 'Sent', tone: 'accent' },
  },
  state(mailing, around) {
    if (mailing.sent !== null) return 'sent';
    return missingOf(mailing, around).length === 0 ? 'draft' : 'missing';
  },
  check(mailing, before, around) {
    if (mailing.sent !== null && mailing.sent > around.today)
      return fail('record/in-future', { field: 'sent' });
    return checkCovered({ ...mailing, purpose: mailing.audience }, before, around);
  },
  follows: (mailing, _before, around) => settled(mailing, around),
  blank: () => ({ purpose: 'prospects', audience: 'prospects', sent: null }),
};

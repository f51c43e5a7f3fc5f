import { CONSENT_STATES, METHODS, checkConsent, consentState } from '../consent.ts';
import { daysBetween, formatDay } from '../dates.ts';
import type { FieldTable } from '../fields.ts';
import { purposeIn } from '../processing.ts';
import { isWithoutNews } from '../prospects.ts';
import { takeDowns } from '../take-down.ts';
import type { Register } from './register.ts';

const EXPIRY_NOTICE = 30;
const PROOF = 'To prove what was agreed to.';

const EVENT: FieldTable = {
  on: { label: 'On', why: PROOF, as: 'day' },
  how: { label: 'How', why: PROOF, as: 'choice', of: METHODS },
  recordedAt: { label: 'Recorded', why: PROOF, as: 'moment' },
};

export const consents: Register<'consent'> = {
  one: 'consent',
  many: 'consents',
  byHand: true,
  belongsTo: { kind: 'person', id: (consent) => consent.person },
  fields: {
    person: { label: 'Person', why: 'Whose consent it is.', as: 'person' },
    wording: {
      label: 'Wording',
      why: PROOF,
      as: 'kept',
      words: ({ title, version, text }) => `${title}, version ${version}: ${text}`,
    },
    language: { label: 'Language', why: PROOF, as: 'text', most: 35 },
    given: { label: 'Given', why: PROOF, as: 'part', of: EVENT },
    withdrawn: { label: 'Withdrawn', why: 'To prove that it ended.', as: 'part', of: EVENT },
    expires: { label: 'Expires', why: 'How long it holds.', as: 'day' },
    notes: { label: 'Notes', why: 'How it came about.', as: 'long-text', most: 5_000 },
  },
  title: (consent, names) => `${names(consent.person)}: ${consent.wording.title}`,
  day: (consent) => consent.given?.on ?? null,
  states: {
    asked: { words: CONSENT_STATES.asked, tone: 'warning' },
    'in-force': { words: CONSENT_STATES['in-force'], tone: 'accent' },
    expired: { words: CONSENT_STATES.expired, tone: 'plain' },
    withdrawn: { words: CONSENT_STATES.withdrawn, tone: 'plain' },
  },
  state: (consent, { today }) => consentState(consent, today),
  check: (consent, before, { today, all }) =>
    checkConsent(consent, before, today, purposeIn(consent.purpose, all('processing')).basis),
  endedOn: ({ withdrawn, expires }, { today }) =>
    withdrawn?.on ?? (expires !== null && expires < today ? expires : null),
  follows: (consent, before, around) =>
    consent.withdrawn && before && !before.withdrawn ? takeDowns(consent, around) : [],
  action(consent, before) {
    if (consent.withdrawn && !before?.withdrawn) return 'consent-withdrawn';
    return consent.given && !before?.given ? 'consent-given' : null;
  },
  dues(consent, around) {
    const { today } = around;
    const person = around.find(consent.person);
    const title = person?.kind === 'person' ? person.name.full : '(removed)';
    const about = consent.wording.title;
    const state = consentState(consent, today);
    if (state === 'asked')
      return [
        {
          what: 'Consent asked for',
          title,
          due: null,
          working: `${about}: asked for, not given yet.`,
        },
      ];
    if (state !== 'in-force' && isWithoutNews(consent, around))
      return [
        {
          what: 'May not be written to',
          title,
          due: null,
          working: `${about}: ${CONSENT_STATES[state].toLowerCase()}, and no other is in force. Ask again, or erase.`,
        },
      ];
    if (state !== 'in-force' || consent.expires === null) return [];
    if (daysBetween(today, consent.expires) > EXPIRY_NOTICE) return [];
    const working = `${about}: expires at the end of ${formatDay(consent.expires)}.`;
    return [{ what: 'Consent expires', title, due: consent.expires, working }];
  },
};

import type { Fields } from '../fields.ts';
import { DATA_CATEGORIES, DECISIONS, type Incident, LOSSES } from '../incident.ts';
import { CATEGORIES } from '../person.ts';
import { LIKELIHOODS, SEVERITIES } from '../risk.ts';

const FORM = 'The ICO’s form asks for it.';
const CLOCK = 'The 72 hours are counted from it.';
const RISK = 'Whom has to be told depends on it.';
const PROOF = 'To prove what was decided, and why.';
const long = { as: 'long-text', most: 5_000 } as const;

/** The fields of an incident, in the order of the ICO's form, then what was decided. */
export const INCIDENT_FIELDS: Fields<Incident> = {
  summary: {
    label: 'In a few words',
    why: 'What it is called.',
    help: 'Without names.',
    as: 'text',
    most: 120,
    isNeeded: true,
    atStart: true,
  },
  aware: { label: 'Became aware', why: CLOCK, as: 'moment', isNeeded: true, atStart: true },
  occurred: {
    label: 'Happened',
    why: CLOCK,
    help: 'Empty while it is not known.',
    as: 'moment',
    atStart: true,
  },
  what: {
    label: 'What happened',
    why: FORM,
    help: 'Without names of those affected: it goes on the form.',
    ...long,
    atStart: true,
  },
  isCyber: { label: 'It is an incident of computers', why: FORM, as: 'yes-no' },
  losses: { label: 'What was lost of', why: FORM, as: 'choices', of: LOSSES },
  impact: { label: 'Impact on systems', why: FORM, ...long },
  recovery: { label: 'Time to recover', why: FORM, as: 'text', most: 300 },
  howDiscovered: { label: 'How it was discovered', why: FORM, ...long },
  data: { label: 'Categories of data', why: FORM, as: 'choices', of: DATA_CATEGORIES },
  records: { label: 'Number of records', why: FORM, as: 'count', most: 999_999_999 },
  people: { label: 'Number of people', why: FORM, as: 'count', most: 999_999_999 },
  peopleCategories: { label: 'Categories of people', why: FORM, as: 'choices', of: CATEGORIES },
  affected: {
    label: 'People affected',
    why: 'To tell them, if the risk is high.',
    help: 'They are never named on the form.',
    as: 'people',
  },
  likelihood: {
    label: 'Likelihood',
    why: RISK,
    as: 'kept',
    words: (value) => (value === null ? '' : LIKELIHOODS[value]),
  },
  severity: {
    label: 'Severity',
    why: RISK,
    as: 'kept',
    words: (value) => (value === null ? '' : SEVERITIES[value]),
  },
  consequences: { label: 'Likely consequences', why: FORM, ...long },
  measuresBefore: { label: 'Measures in place before', why: FORM, ...long },
  training: { label: 'Training in the last two years', why: FORM, ...long },
  actionTaken: { label: 'Action taken', why: FORM, ...long },
  actionPlanned: { label: 'Action planned', why: FORM, ...long },
  othersTold: { label: 'Other organisations told', why: FORM, ...long },
  reportWhy: {
    label: 'Why it is, or is not, reported',
    why: PROOF,
    help: 'Written before the decision.',
    ...long,
  },
  report: { label: 'Report to the ICO', why: PROOF, as: 'choice', of: DECISIONS },
  lateReason: {
    label: 'Why it is reported late',
    why: 'The law asks for it, after 72 hours.',
    ...long,
  },
  reference: {
    label: 'The ICO’s reference',
    why: 'The follow-up report names the case by it.',
    help: 'As its answer to the first report has it.',
    as: 'text',
    most: 60,
  },
  reported: { label: 'Reported', why: 'To prove when the ICO was told.', as: 'moment' },
  tellWhy: {
    label: 'Why the people are, or are not, told',
    why: PROOF,
    help: 'Written before the decision.',
    ...long,
  },
  tell: { label: 'Tell the people affected', why: PROOF, as: 'choice', of: DECISIONS },
  told: { label: 'People told on', why: 'To prove when they were told.', as: 'day' },
  followUp: { label: 'What was learned, and what follows', why: PROOF, ...long },
  closed: { label: 'Closed', why: 'From then on it is reviewed and erased.', as: 'day' },
};

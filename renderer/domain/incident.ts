import { z } from 'zod';
import { attachments } from './attachment.ts';
import { instant, plainDate } from './dates.ts';
import { incidentId, personId } from './ids.ts';
import { CATEGORIES, type Category } from './person.ts';
import { purposeId } from './purposes.ts';

/** What of a system's security was lost, where an incident is one of computers. */
export const LOSSES = {
  confidentiality: 'Confidentiality',
  integrity: 'Integrity',
  availability: 'Availability',
} as const;

/** Categories of data as the ICO's form has them. */
export const DATA_CATEGORIES = {
  identifiers: 'Names and contact details',
  identification: 'User names and passwords',
  financial: 'Economic and financial data',
  documents: 'Official documents',
  location: 'Location data',
  special: 'Special categories: health, beliefs, origin, orientation',
  criminal: 'Criminal convictions and offences',
  other: 'Other',
  unknown: 'Not yet known',
} as const;

/** What was decided of telling somebody. */
export const DECISIONS = {
  undecided: 'Not decided yet',
  tell: 'Yes',
  not: 'No',
} as const;

const account = z.string().max(5_000);
const decided = z.enum(['undecided', 'tell', 'not']);
const count = z.number().int().min(0).max(999_999_999).nullable();

/** A personal data breach, or what may be one (clause BREACH). Its texts go on the ICO's form, so they name nobody. */
export const incident = z.object({
  kind: z.literal('incident'),
  id: incidentId,
  purpose: purposeId,
  /** In a few words, without names: what it is called in lists. */
  summary: z.string().trim().min(1).max(120),
  /** When the group became aware of it: the law's clock starts. */
  aware: instant,
  /** When it happened; null while that is not known. */
  occurred: instant.nullable(),
  what: account,
  howDiscovered: account,
  isCyber: z.boolean(),
  losses: z.array(z.enum(['confidentiality', 'integrity', 'availability'])).max(3),
  impact: account,
  /** How long it takes to recover, in words. */
  recovery: z.string().max(300),
  // Object.keys widens to string[]; the keys are exactly the categories.
  data: z.array(z.enum(Object.keys(DATA_CATEGORIES) as (keyof typeof DATA_CATEGORIES)[])).max(20),
  records: count,
  people: count,
  peopleCategories: z.array(z.enum(Object.keys(CATEGORIES) as Category[])).max(20),
  /** Those of the register whom it affects; they are never on the form. */
  affected: z.array(personId).max(5_000),
  likelihood: z.enum(['unlikely', 'possible', 'likely']).nullable(),
  severity: z.enum(['minor', 'serious', 'severe']).nullable(),
  consequences: account,
  measuresBefore: account,
  training: account,
  actionTaken: account,
  actionPlanned: account,
  reportWhy: account,
  report: decided,
  /** When the ICO was told; null: not yet. */
  reported: instant.nullable(),
  lateReason: account,
  /** What the ICO calls the case; none before its answer. */
  reference: z.string().max(60).optional(),
  tellWhy: account,
  tell: decided,
  /** When the people were told. */
  told: plainDate.nullable(),
  othersTold: account,
  followUp: account,
  /** null while it is open. */
  closed: plainDate.nullable(),
  attachments,
});
export type Incident = z.infer<typeof incident>;

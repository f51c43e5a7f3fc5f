import { z } from 'zod';
import { attachments } from './attachment.ts';
import { plainDate } from './dates.ts';
import { consentId, disclosureId, personId } from './ids.ts';
import { purposeId } from './purposes.ts';

/** Whether it stayed with those who hold the data. */
export const WHERE = {
  imsig: 'Within IMSIG',
  cqi: 'The CQI',
  outside: 'Outside IMSIG and the CQI',
} as const;

/** Why it was lawful. There is none for marketing, and none for money (clause DISCLOSE). */
export const GROUNDS = {
  purpose: 'Needed for its purpose',
  consent: 'Consent of each person',
  'legal-duty': 'A legal duty',
} as const;

/** Personal data was given to somebody (clause DISCLOSE). It names records, and no person in its own words. */
export const disclosure = z.object({
  kind: z.literal('disclosure'),
  id: disclosureId,
  purpose: purposeId,
  on: plainDate,
  /** To whom: an office, a firm, an authority. */
  to: z.string().trim().min(1).max(200),
  where: z.enum(['imsig', 'cqi', 'outside']),
  people: z.array(personId).min(1).max(1_000),
  what: z.string().trim().min(1).max(1_000),
  ground: z.enum(['purpose', 'consent', 'legal-duty']),
  /** Those it rests on; one for each person, where consent is the ground. */
  consents: z.array(consentId).max(1_000),
  /** The law, where that is the ground. */
  duty: z.string().max(500),
  attachments,
});

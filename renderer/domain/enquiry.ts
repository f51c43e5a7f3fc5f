import { z } from 'zod';
import { attachments } from './attachment.ts';
import { plainDate } from './dates.ts';
import { enquiryId, personId } from './ids.ts';
import { purposeId } from './purposes.ts';

/** With whom an enquiry may be shared; there is no other choice (clause COLLECT-DIRECT). */
export const SHARED_WITH = { imsig: 'Within IMSIG', cqi: 'The CQI' } as const;

/** Somebody makes direct contact, and an officer establishes what they need (clause COLLECT-DIRECT). */
export const enquiry = z.object({
  kind: z.literal('enquiry'),
  id: enquiryId,
  purpose: purposeId,
  /** Who asks. */
  person: personId,
  received: plainDate,
  channel: z.enum(['website', 'event', 'email', 'linkedin']),
  /** Who looks after it; null: nobody yet. */
  officer: personId.nullable(),
  need: z.string().max(2_000),
  outcome: z.string().max(2_000),
  /** null while it is open. */
  closed: plainDate.nullable(),
  sharings: z
    .array(z.object({ on: plainDate, with: z.enum(['imsig', 'cqi']), what: z.string().max(300) }))
    .max(50),
  attachments,
});

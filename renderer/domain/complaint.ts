import { z } from 'zod';
import { attachments } from './attachment.ts';
import { plainDate } from './dates.ts';
import { complaintId, personId } from './ids.ts';
import { purposeId } from './purposes.ts';

/** Somebody complains of how their data is handled (clause COMPLAINT; Data Protection Act 2018 s.164A). */
export const complaint = z.object({
  kind: z.literal('complaint'),
  id: complaintId,
  purpose: purposeId,
  /** Who complains, where they are in the register; else `name` says it. */
  person: personId.nullable(),
  name: z.string().max(200),
  received: plainDate,
  about: z.string().max(5_000),
  acknowledged: plainDate.nullable(),
  /** Who looks into it. */
  investigator: personId.nullable(),
  outcome: z.string().max(5_000),
  responded: plainDate.nullable(),
  attachments,
});
export type Complaint = z.infer<typeof complaint>;

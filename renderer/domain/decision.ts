import { z } from 'zod';
import { attachments } from './attachment.ts';
import { plainDate } from './dates.ts';
import { decisionId } from './ids.ts';
import { purposeId } from './purposes.ts';

/** Who decides in the group. What the policy reserves for one of them asks for that one (clause GOVERN). */
export const BODIES = {
  committee: 'Steering Committee',
  chair: 'Chair',
} as const;

/**
 * A decision or approval as a record of its own: body, day, resolution, without names. It outlives the minutes that it
 * was noted in (clause GOVERN).
 */
export const decision = z.object({
  kind: z.literal('decision'),
  id: decisionId,
  purpose: purposeId,
  body: z.enum(['committee', 'chair']),
  on: plainDate,
  /** The resolution's wording. */
  resolution: z.string().trim().min(1).max(2_000),
  attachments,
});

import { z } from 'zod';
import { decisionId } from './ids.ts';

/** The Chair's leave for what is the Chair's to decide (clause GOVERN): why, and by which decision where another acts. */
export const chairsLeave = z.object({
  reason: z.string().max(1_000),
  decision: decisionId.nullable(),
});
export type ChairsLeave = z.infer<typeof chairsLeave>;

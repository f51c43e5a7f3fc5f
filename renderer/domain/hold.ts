import { z } from 'zod';
import { plainDate } from './dates.ts';
import { holdId } from './ids.ts';
import { purposeId } from './purposes.ts';

/** Why something may not be erased yet, though its time is over. */
export const HOLD_REASONS = {
  request: 'A request about rights',
  complaint: 'A complaint',
  incident: 'A personal data breach',
  'legal-duty': 'A legal duty',
} as const;

/** A legal hold: these records are kept beyond their last day, for a stated reason, until it is lifted. */
export const hold = z.object({
  kind: z.literal('hold'),
  id: holdId,
  purpose: purposeId,
  why: z.enum(['request', 'complaint', 'incident', 'legal-duty']),
  /** In a sentence, without a name. */
  reason: z.string().trim().min(1).max(1_000),
  /** Records of any kind. */
  records: z.array(z.string().max(40)).min(1).max(500),
  from: plainDate,
  /** The last day; null: until it is lifted. */
  until: plainDate.nullable(),
});

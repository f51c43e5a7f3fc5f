/**
 * The certificate of an erasure (clause ERASE; UK GDPR Art 17): that records went for good, when, why and from where.
 * It holds no personal data: ids are chance, and what they named is gone.
 */
import { z } from 'zod';
import { instant } from './dates.ts';
import { erasureId } from './ids.ts';
import { post } from './posts.ts';
import { purposeId } from './purposes.ts';

/** What a person types before something goes for good. */
export const ERASE_WORD = 'ERASE';

export const ERASURE_REASONS = {
  request: 'The person asked for it',
  'no-longer-needed': 'No longer needed for its purpose',
  'consent-withdrawn': 'Consent was withdrawn',
  retention: 'Kept as long as it may be',
  mistake: 'Should never have been recorded',
} as const;
export type ErasureReason = keyof typeof ERASURE_REASONS;
// Object.keys widens to string[]; the keys are exactly the reasons.
export const erasureReason = z.enum(
  Object.keys(ERASURE_REASONS) as [ErasureReason, ...ErasureReason[]],
);

export const erasure = z.object({
  kind: z.literal('erasure'),
  id: erasureId,
  purpose: purposeId,
  at: instant,
  /** The post of whoever decided it. */
  by: post,
  reason: erasureReason,
  /** What went. Restoring an older backup erases the same ids again. */
  erased: z.array(z.object({ kind: z.string().max(40), id: z.string().max(40) })).min(1),
  /** The epoch of each key that could open it: the erasure is not done before each has been left behind. */
  epochs: z.array(z.object({ name: z.string().max(40), epoch: z.number().int().min(1) })),
  /** Where backups are kept, by the names that the program shows; open until each was sealed anew without it. */
  places: z.array(
    z.object({
      id: z.string().max(40),
      name: z.string().max(200),
      state: z.enum(['open', 'done']),
    }),
  ),
});
export type Erasure = z.infer<typeof erasure>;

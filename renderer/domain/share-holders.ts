import { z } from 'zod';
import { plainDate } from './dates.ts';
import { sharesId } from './ids.ts';
import { purposeId } from './purposes.ts';

/** Who was given which recovery share of the present set: one record, and no part of any share. */
export const shareHolders = z.object({
  kind: z.literal('shares'),
  id: sharesId,
  purpose: purposeId,
  set: z.number().int().min(1).max(65_535),
  /** How many of them open the vault together. */
  threshold: z.number().int().min(2).max(9),
  /** Names by number of the share, from 1; empty where none was written down. */
  holders: z.array(z.string().max(200)).min(2).max(9),
  madeOn: plainDate,
});
export type ShareHolders = z.infer<typeof shareHolders>;

import { z } from 'zod';
import { country } from './countries.ts';
import { plainDate } from './dates.ts';
import { adequacyId } from './ids.ts';
import { purposeId } from './purposes.ts';

/** How the law of the United Kingdom sees a country that data goes to. */
export const ADEQUACY = {
  adequate: 'Adequate by UK regulations',
  none: 'Not adequate: a safeguard is needed',
} as const;

/** A change of the shipped list of adequate countries, with its day and where it was read (clause TRANSFER). */
export const adequacy = z.object({
  kind: z.literal('adequacy'),
  id: adequacyId,
  purpose: purposeId,
  country,
  from: plainDate,
  standing: z.enum(['adequate', 'none']),
  /** The regulation, or the page it was read on. */
  source: z.string().trim().min(1).max(500),
});

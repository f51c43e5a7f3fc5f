import { z } from 'zod';
import { attachments } from './attachment.ts';
import { country } from './countries.ts';
import { plainDate } from './dates.ts';
import { supplierId } from './ids.ts';
import { purposeId } from './purposes.ts';

/** What a supplier does for the group. */
export const SERVICES = {
  website: 'Website host',
  network: 'Network (LinkedIn)',
  analytics: 'Website statistics',
  mail: 'E-mail and mailings',
  storage: 'Storage and backups',
  other: 'Another service',
} as const;

/** Somebody whose service the group uses, and the evidence that they meet an equivalent standard (clause SUPPLIERS). */
export const supplier = z.object({
  kind: z.literal('supplier'),
  id: supplierId,
  purpose: purposeId,
  /** A firm, never a person. */
  name: z.string().trim().min(1).max(200),
  service: z.enum(['website', 'network', 'analytics', 'mail', 'storage', 'other']),
  /** What personal data it gets. */
  data: z.string().max(1_000),
  /** Where it keeps the data; empty: not known yet. */
  country: z.union([country, z.literal('')]),
  safeguard: z.string().max(1_000),
  /** What shows that its standard is equivalent; the papers themselves are attached. */
  evidence: z.string().max(2_000),
  reviewed: plainDate.nullable(),
  /** null: worked out from the last review, or at once. */
  nextReview: plainDate.nullable(),
  /** The last day of its service; null while it is used. */
  until: plainDate.nullable(),
  attachments,
});

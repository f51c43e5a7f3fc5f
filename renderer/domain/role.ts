import { z } from 'zod';
import { attachments } from './attachment.ts';
import { decisionId, roleId } from './ids.ts';
import { post } from './posts.ts';
import { purposeId } from './purposes.ts';

/**
 * What a post answers for, and which data its holder needs (clause GOVERN). In force only with an approval by the Steering
 * Committee, which is a record of its own and outlives the minutes.
 */
export const role = z.object({
  kind: z.literal('role'),
  id: roleId,
  purpose: purposeId,
  post,
  version: z.number().int().min(1).max(999),
  responsibilities: z.string().trim().min(1).max(10_000),
  /** Which data the holder needs, and why (clause ACCESS). */
  needs: z.string().max(5_000),
  /** The decision that approves it; null while it is a draft. */
  decision: decisionId.nullable(),
  attachments,
});
export type Role = z.infer<typeof role>;

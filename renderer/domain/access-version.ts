import { z } from 'zod';
import { attachments } from './attachment.ts';
import { plainDate } from './dates.ts';
import { accessId, decisionId } from './ids.ts';
import { post } from './posts.ts';
import { purposeId } from './purposes.ts';

/** What one post is given of one kind of record. */
export const accessCell = z.object({
  post,
  /** The kind of record. Not checked against the kinds there are: an earlier program knows fewer of them. */
  of: z.string().min(1).max(40),
  sees: z.enum(['none', 'some', 'all']),
  /** Names of the fields, where it is given some. */
  fields: z.array(z.string().max(60)).max(80),
  /** Of people: those in post only. */
  committeeOnly: z.boolean(),
});
export type AccessCell = z.infer<typeof accessCell>;

/** A version of the access matrix (clause ACCESS): in force from a day on, by a decision of the Steering Committee. */
export const accessVersion = z.object({
  kind: z.literal('access'),
  id: accessId,
  purpose: purposeId,
  version: z.number().int().min(1).max(9_999),
  from: plainDate,
  /** null while it is a draft. */
  decision: decisionId.nullable(),
  cells: z.array(accessCell).max(2_000),
  attachments,
});
export type AccessVersion = z.infer<typeof accessVersion>;

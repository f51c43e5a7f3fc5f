import { z } from 'zod';
import { country } from './countries.ts';
import { instant, plainDate, zoneName } from './dates.ts';
import { cardId, groupId, importId, personId, transferId } from './ids.ts';
import { post } from './posts.ts';
import { purposeId } from './purposes.ts';

/**
 * An officer's card: the public half of a profile, safe to send by any means.
 * `recipient` is an age recipient (hybrid post-quantum), `verifyKey` an Ed25519 public key in hex.
 */
export const cardContent = z.object({
  format: z.literal('muniment-card'),
  version: z.literal(1),
  name: z.string().min(1).max(200),
  post,
  country,
  recipient: z.string().min(20).max(4_000),
  verifyKey: z.string().regex(/^[0-9a-f]{64}$/),
});
export type CardContent = z.infer<typeof cardContent>;

/** A card of another officer that this vault trusts, after its fingerprint was read out. */
export const card = z.object({
  kind: z.literal('card'),
  id: cardId,
  purpose: purposeId,
  content: cardContent,
  checkedOn: plainDate,
});
export type Card = z.infer<typeof card>;

/** A bundle that left, in the transfer register (clause TRANSFER). */
export const transfer = z.object({
  kind: z.literal('transfer'),
  id: transferId,
  purpose: purposeId,
  bundle: z.string().max(80),
  /** Cards it was sealed for; empty when sealed by a passphrase. */
  recipients: z.array(cardId),
  recipientPost: post,
  /** Where the recipients are, each country once. */
  countries: z.array(country).min(1),
  method: z.enum(['card', 'passphrase']),
  safeguard: z.string().max(1_000),
  sealedAt: instant,
  expires: plainDate,
  /** Number of records by kind: what went, without saying whose. */
  contents: z.array(z.object({ kind: z.string().max(40), count: z.number().int().min(0) })),
});
export type Transfer = z.infer<typeof transfer>;

/** One import, kept so that it can be undone. */
export const importBatch = z.object({
  kind: z.literal('import'),
  id: importId,
  purpose: purposeId,
  at: instant,
  format: z.string().max(40),
  /** Ids of the records that came. They have the batch's own revision until they change: undo refuses then. */
  created: z.array(z.string().max(40)),
  /** The records as they were, for those that the import changed. */
  changed: z.array(z.object({ id: z.string().max(40), before: z.unknown() })),
  undone: z.boolean(),
});
export type ImportBatch = z.infer<typeof importBatch>;

/** The group that keeps this vault: one record. */
export const group = z.object({
  kind: z.literal('group'),
  id: groupId,
  purpose: purposeId,
  name: z.string().min(1).max(200),
  /** Every calendar day in the program is a day there. */
  timeZone: zoneName,
  owner: z.object({
    name: z.string().min(1).max(200),
    post,
    country,
    person: personId.nullable(),
  }),
});
export type Group = z.infer<typeof group>;

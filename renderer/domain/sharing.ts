import { z } from 'zod';
import { attachment } from './attachment.ts';
import { chairsLeave } from './chair.ts';
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

/**
 * On what a transfer to a country without adequacy rests (clause TRANSFER). An officer who acts inside IMSIG may not be a
 * separate legal entity: then the reasoning is written down, and it is encrypted all the same.
 */
export const FOOTINGS = {
  idta: 'International data transfer agreement',
  addendum: 'UK Addendum to the EU’s contract clauses',
  inside: 'The officer acts inside IMSIG',
  other: 'Another reason',
} as const;
export const footing = z.enum(['idta', 'addendum', 'inside', 'other']);
export type Footing = keyof typeof FOOTINGS;

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
  /** On what it rests, where the country is not adequate; records from before it have none. */
  footing: footing.nullable().optional(),
  /** Its particulars, or the reasoning. */
  safeguard: z.string().max(1_000),
  sealedAt: instant,
  expires: plainDate,
  /** Number of records by kind: what went, without saying whose. */
  contents: z.array(z.object({ kind: z.string().max(40), count: z.number().int().min(0) })),
  /** What it was sealed for, in the sender's words; records from before it was kept have none. */
  use: z.string().max(500).optional(),
  /** Who sealed it, with the words of their card as they were then; records from before have none. */
  sender: z.object({ post, country, words: z.array(z.string().max(20)).max(8) }).optional(),
  /** Why more than the post needs went, with the Chair's leave; null or absent: it did not. */
  wider: chairsLeave.nullable().optional(),
  /** The day on which a recipient said that it came; null or absent: none has yet. */
  acknowledged: plainDate.nullable().optional(),
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

/** In characters: it is one line. */
export const LONGEST_SENDER = 120;

/** The group that keeps this vault: one record. */
export const group = z.object({
  kind: z.literal('group'),
  id: groupId,
  purpose: purposeId,
  name: z.string().min(1).max(200),
  /** What its documents are printed on; absent: A4. */
  paper: z.enum(['a4', 'letter']).optional(),
  /** A line under its name in the head of its documents: where it is reached. */
  sender: z.string().max(LONGEST_SENDER).optional(),
  /** The logo in the head of its documents, a PNG without details. */
  attachments: z.array(attachment).max(1).optional(),
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

/** What of it may be changed. */
export const letterhead = group.pick({ paper: true, sender: true });
export type Letterhead = z.infer<typeof letterhead>;

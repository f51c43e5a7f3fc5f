/** What the group publishes or sends: articles, photographs of its events, mailings (clauses COLLECT-AUTHORS, COLLECT-PHOTOS). */
import { z } from 'zod';
import { attachments } from './attachment.ts';
import { plainDate } from './dates.ts';
import { eventId, mailingId, personId, photographId, publicationId } from './ids.ts';
import { purposeId } from './purposes.ts';

export const PUBLICATION_TYPES = {
  article: 'Article',
  document: 'Document',
  other: 'Other',
} as const;

/** Whom a mailing is for, each with the purpose of that name. */
export const AUDIENCES = {
  prospects: 'Prospective members',
  members: 'Members',
  steering: 'The steering group',
  'cqi-contacts': 'Contacts in the CQI',
} as const;

const people = z.array(personId).max(200);

/** How far it is: the days of each step, null while it has not been taken. */
const steps = {
  publishable: plainDate.nullable(),
  published: plainDate.nullable(),
  /** Taken off the web again. */
  removed: plainDate.nullable(),
};

export const publication = z.object({
  kind: z.literal('publication'),
  id: publicationId,
  purpose: purposeId,
  title: z.string().trim().min(1).max(300),
  type: z.enum(['article', 'document', 'other']),
  /** On the web. */
  address: z.string().max(500),
  authors: people,
  /** Those who are named in it besides its authors. */
  named: people,
  ...steps,
  notes: z.string().max(2_000),
  attachments,
});
export type Publication = z.infer<typeof publication>;

export const event = z.object({
  kind: z.literal('event'),
  id: eventId,
  purpose: purposeId,
  title: z.string().trim().min(1).max(300),
  date: plainDate,
  place: z.string().max(300),
  participants: z.array(personId).max(2_000),
  /** When the photographer was told who does not want to be recognised; null: not yet. */
  photographerTold: plainDate.nullable(),
  notes: z.string().max(2_000),
});

/** The picture itself is an attachment. */
export const photograph = z.object({
  kind: z.literal('photograph'),
  id: photographId,
  purpose: purposeId,
  event: eventId.nullable(),
  taken: plainDate.nullable(),
  caption: z.string().trim().min(1).max(300),
  recognisable: people,
  /** Somebody looked, and stated that nobody can be recognised in it. */
  nobody: z.boolean(),
  where: z.string().max(500),
  ...steps,
  attachments,
});
export type Photograph = z.infer<typeof photograph>;

export const mailing = z.object({
  kind: z.literal('mailing'),
  id: mailingId,
  purpose: purposeId,
  title: z.string().trim().min(1).max(300),
  audience: z.enum(['prospects', 'members', 'steering', 'cqi-contacts']),
  recipients: z.array(personId).max(2_000),
  sent: plainDate.nullable(),
  notes: z.string().max(2_000),
});
export type Mailing = z.infer<typeof mailing>;

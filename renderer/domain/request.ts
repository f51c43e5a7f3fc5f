import { z } from 'zod';
import { attachments } from './attachment.ts';
import { plainDate } from './dates.ts';
import type { RequestClock } from './deadlines.ts';
import { personId, requestId } from './ids.ts';
import { purposeId } from './purposes.ts';

/** What a person may ask for (clauses RIGHT-*; UK GDPR Art 15 to 21). */
export const REQUEST_TYPES = {
  access: 'Access to what is held',
  rectification: 'Correction',
  erasure: 'Erasure',
  restriction: 'Restriction of use',
  objection: 'Objection to use',
  portability: 'Transfer of data',
  removal: 'Removal of a publication',
} as const;

export const CHANNELS = {
  email: 'E-mail',
  letter: 'Letter',
  telephone: 'Telephone',
  'in-person': 'In person',
  website: 'Website',
} as const;

export const DECISIONS = {
  open: 'Not decided yet',
  upheld: 'Upheld',
  partly: 'Upheld in part',
  refused: 'Refused',
} as const;

/** The letters that a request may need; `answer` is the letter of its decision. */
export const LETTERS = {
  acknowledgement: 'Acknowledgement',
  identity: 'Asking for proof of identity',
  clarification: 'Asking what is meant',
  extension: 'Telling of an extension',
  answer: 'Answer',
  lifting: 'Telling that a restriction ends',
  pack: 'Everything held, with the answer',
  data: 'Data files to take along',
} as const;
export type Letter = keyof typeof LETTERS;

const keysOf = <K extends string>(table: Record<K, string>) =>
  // Object.keys widens to string[]; the keys are exactly K, and no table here is empty.
  z.enum(Object.keys(table) as [K, ...K[]]);
export const letter = keysOf(LETTERS);

/** A passage of the answer, or a redaction in it: which record, which field, and a print of the words. */
const passageKey = z.string().max(160);

/** A request about rights, from its receipt to its answer. It outlives the person, and then names nobody. */
export const request = z.object({
  kind: z.literal('request'),
  id: requestId,
  purpose: purposeId,
  type: keysOf(REQUEST_TYPES),
  person: personId,
  received: plainDate,
  channel: keysOf(CHANNELS),
  /** In a sentence, without a name. */
  details: z.string().max(2_000),
  /** The record that it is about: a publication, a photograph. */
  about: z.string().max(40).nullable(),
  /** null: no proof is needed. */
  identityAsked: plainDate.nullable(),
  identityProven: plainDate.nullable(),
  /** Who acts for the person; null: nobody. */
  authorityBy: personId.nullable(),
  authorityAsked: plainDate.nullable(),
  authorityProven: plainDate.nullable(),
  pauses: z.array(z.object({ asked: plainDate, answered: plainDate.nullable() })).max(20),
  /** When the person was told that the time is extended, with reasons. */
  extendedOn: plainDate.nullable(),
  extensionReasons: z.string().max(2_000),
  decision: keysOf(DECISIONS),
  reasons: z.string().max(4_000),
  answered: plainDate.nullable(),
  /** When a restriction, or what an objection had stopped, came to its end. */
  lifted: plainDate.nullable(),
  /** What was sent when: proof without content. */
  letters: z.array(z.object({ what: letter, on: plainDate })).max(200),
  /** Passages that were left out of the answer by hand. */
  leftOut: z.array(passageKey).max(2_000),
  /** Redactions that were lifted, each with its reason. */
  shown: z
    .array(z.object({ key: passageKey, reason: z.string().trim().min(1).max(300) }))
    .max(2_000),
  attachments,
});
export type Request = z.infer<typeof request>;

/** What the deadline is worked out from. */
export function clockOf(value: Request): RequestClock {
  return {
    received: value.received,
    identityProven: value.identityProven,
    authorityProven: value.authorityProven,
    pauses: value.pauses,
    isExtended: value.extendedOn !== null,
  };
}

/** What the clock waits for before it starts; null: it runs. */
export function awaited(value: Request): 'identity' | 'authority' | null {
  if (value.identityAsked !== null && value.identityProven === null) return 'identity';
  return value.authorityAsked !== null && value.authorityProven === null ? 'authority' : null;
}

/** Whether the person has been asked what is meant and has not answered. */
export function isPaused(value: Pick<Request, 'pauses'>): boolean {
  return value.pauses.some(({ answered }) => answered === null);
}

/** A restriction holds from its receipt until it is refused or lifted; so does an objection (Art 18(1)(d)). */
export function stands({ type, decision, answered, lifted }: Request): boolean {
  if (type !== 'restriction' && type !== 'objection') return false;
  return lifted === null && !(decision === 'refused' && answered !== null);
}

/**
 * What the screen may ask of the vault. The worker parses every request. Anything over 1 MiB goes over the
 * host's port instead.
 */
import { z } from 'zod';
import { SHARED_KINDS } from '../domain/access.ts';
import { country } from '../domain/countries.ts';
import { plainDate } from '../domain/dates.ts';
import { ERASE_WORD, erasureReason } from '../domain/erasure.ts';
import { cardId, consentId, importId, minutesId } from '../domain/ids.ts';
import { anyRecord } from '../domain/kinds.ts';
import { ROUTES } from '../domain/person.ts';
import { post } from '../domain/posts.ts';
import { cardContent } from '../domain/sharing.ts';

const handle = z.string().regex(/^[0-9a-f]{32}$/);
const passphrase = z.string().min(1).max(1_000);
const sharedKinds = z.array(z.enum(SHARED_KINDS)).max(SHARED_KINDS.length);
const recordId = z.string().max(40);

const LISTS = [
  'people',
  'meetings',
  'consents',
  'cards',
  'transfers',
  'imports',
  'erasures',
  'trail',
] as const;
export type ListName = (typeof LISTS)[number];

const query = z.object({
  kind: z.literal('query'),
  list: z.enum(LISTS),
  text: z.string().max(200),
  filter: z.string().max(40),
  sort: z.object({ by: z.string().max(40), descending: z.boolean() }),
  offset: z.number().int().min(0),
  limit: z.number().int().min(0).max(500),
});

/** Which document: the record it is made of. */
export const documentName = z.discriminatedUnion('what', [
  z.object({ what: z.literal('minutes'), id: minutesId }),
  z.object({ what: z.literal('contacts'), filter: z.string().max(40), text: z.string().max(200) }),
  z.object({ what: z.literal('consent'), id: consentId }),
  z.object({ what: z.literal('consent-form'), wording: z.string().max(60) }),
]);
export type DocumentName = z.infer<typeof documentName>;

export const request = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('status') }),
  z.object({
    kind: z.literal('create'),
    groupName: z.string().trim().min(1).max(200),
    owner: z.object({ name: z.string().trim().min(1).max(200), post, country }),
    passphrase,
  }),
  /** The last step of set-up: one group of the recovery key, typed back from paper. */
  z.object({
    kind: z.literal('create.finish'),
    group: z.number().int().min(0),
    typed: z.string().max(40),
  }),
  z.object({
    kind: z.literal('unlock'),
    with: z.discriminatedUnion('slot', [
      z.object({ slot: z.literal('passphrase'), passphrase }),
      z.object({ slot: z.literal('recovery'), recoveryKey: z.string().max(400) }),
    ]),
    /** To look at a store that is damaged or older than it should be, and write nothing. */
    readOnly: z.boolean().optional(),
  }),
  /** Seals what is left, writes the floor; the worker answers and may then be ended. */
  z.object({ kind: z.literal('lock') }),
  /** Strength of a passphrase, 0 to 4, without storing it. */
  z.object({
    kind: z.literal('strength'),
    passphrase: z.string().max(1_000),
    hints: z.array(z.string().max(200)).max(10),
  }),

  query,
  z.object({
    kind: z.literal('find'),
    text: z.string().max(200),
    kinds: z.array(z.enum(SHARED_KINDS)).max(SHARED_KINDS.length),
    limit: z.number().int().min(1).max(50),
  }),
  z.object({ kind: z.literal('open'), id: recordId }),
  z.object({ kind: z.literal('today') }),
  /** `base`: the revision that was edited; null for a new record, whose id the page made. */
  z.object({ kind: z.literal('save'), record: anyRecord, base: z.number().int().nullable() }),
  z.object({ kind: z.literal('remove'), id: recordId, base: z.number().int() }),
  /** What erasing a record would take, and what it cannot reach. */
  z.object({ kind: z.literal('erase.look'), id: recordId }),
  /** Erases for good. The word is what the person has typed. The worker is to be ended right after. */
  z.object({
    kind: z.literal('erase'),
    id: recordId,
    reason: erasureReason,
    word: z.literal(ERASE_WORD),
  }),
  z.object({ kind: z.literal('undo') }),
  z.object({ kind: z.literal('redo') }),
  z.object({
    kind: z.literal('draft.put'),
    key: z.string().max(80),
    value: z.string().max(200_000),
  }),
  z.object({ kind: z.literal('draft.get'), key: z.string().max(80) }),
  z.object({ kind: z.literal('draft.drop'), key: z.string().max(80) }),
  z.object({ kind: z.literal('verify') }),

  z.object({
    kind: z.literal('import.read'),
    handle,
    size: z.number(),
    // Object.keys widens to string[]; the keys are exactly the routes.
    route: z.enum(Object.keys(ROUTES) as [keyof typeof ROUTES, ...(keyof typeof ROUTES)[]]),
  }),
  z.object({
    kind: z.literal('import.rows'),
    state: z.enum(['all', 'new', 'changed', 'duplicate', 'cannot']),
    offset: z.number().int().min(0),
    limit: z.number().int().min(0).max(500),
  }),
  z.object({ kind: z.literal('import.apply') }),
  z.object({ kind: z.literal('import.drop') }),
  z.object({ kind: z.literal('import.undo'), id: importId }),

  /** Puts the stamped document as a job with the host; `for` is what the trail records. */
  z.object({
    kind: z.literal('document'),
    name: documentName,
    for: z.enum(['preview', 'print', 'pdf']),
  }),
  /** Writes the contact list as a data file to a handle of the save dialog. */
  z.object({
    kind: z.literal('contacts.write'),
    format: z.enum(['csv', 'vcf']),
    filter: z.string().max(40),
    text: z.string().max(200),
    to: handle,
  }),

  z.object({ kind: z.literal('card.own') }),
  z.object({ kind: z.literal('card.write'), to: handle }),
  /** Reads a card for showing its words; nothing is kept. */
  z.object({ kind: z.literal('card.read'), handle, size: z.number() }),
  /** Keeps a card whose words were compared with its owner. */
  z.object({ kind: z.literal('card.add'), content: cardContent }),
  z.object({ kind: z.literal('bundle.passphrase') }),
  /** What a post would be given of the chosen kinds. */
  z.object({ kind: z.literal('bundle.contents'), post, kinds: sharedKinds }),
  z.object({
    kind: z.literal('bundle.seal'),
    to: z.discriminatedUnion('method', [
      z.object({ method: z.literal('card'), cards: z.array(cardId).max(20) }),
      z.object({ method: z.literal('passphrase'), passphrase, post, country }),
    ]),
    kinds: sharedKinds,
    purpose: z.string().max(500),
    safeguard: z.string().max(1_000),
    expires: plainDate,
    handle,
  }),
  /** Works locked too, as a reader: then only with a passphrase. */
  z.object({
    kind: z.literal('bundle.open'),
    handle,
    size: z.number(),
    passphrase: passphrase.nullable(),
    /** The person has compared the sender's words over the phone. */
    acceptUnknown: z.boolean(),
  }),
  /** A document of the open bundle, as a job to preview, print or save. */
  z.object({ kind: z.literal('bundle.document'), name: z.string().max(200) }),
  z.object({ kind: z.literal('bundle.close') }),
]);
export type VaultRequest = z.infer<typeof request>;
export type VaultAsk<K extends VaultRequest['kind']> = Omit<
  Extract<VaultRequest, { kind: K }>,
  'kind'
>;

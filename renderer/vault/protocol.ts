/**
 * What the screen may ask of the vault, and what it answers. The worker parses every request (zod);
 * its replies are trusted. Anything over 1 MiB goes over the host's port instead.
 */
import { z } from 'zod';
import { SHARED_KINDS, type SharedKind } from '../domain/access.ts';
import type { CONSENT_STATES, ConsentState } from '../domain/consent.ts';
import { type PlainDate, plainDate } from '../domain/dates.ts';
import type { Result } from '../domain/errors.ts';
import { cardId, consentId, importId, minutesId } from '../domain/ids.ts';
import { type AnyRecord, type Kind, anyRecord } from '../domain/kinds.ts';
import { CATEGORIES, type Category, ROUTES } from '../domain/person.ts';
import { type Post, post } from '../domain/posts.ts';
import { type CardContent, type Group, cardContent } from '../domain/sharing.ts';
import type { TrailAction } from '../domain/trail.ts';

const handle = z.string().regex(/^[0-9a-f]{32}$/);
const passphrase = z.string().min(1).max(1_000);
const country = z.string().regex(/^[A-Z]{2}$/);
const recordId = z.string().max(40);

export const LISTS = [
  'people',
  'meetings',
  'consents',
  'cards',
  'transfers',
  'imports',
  'trail',
] as const;
export type ListName = (typeof LISTS)[number];

/** Filters of the lists; `all` suits every list. */
export const LIST_FILTERS = {
  people: ['all', 'committee', ...Object.keys(CATEGORIES)] as ('all' | 'committee' | Category)[],
  meetings: ['all', 'without-minutes', 'draft', 'approved'],
  consents: ['all', 'asked', 'in-force', 'expired', 'withdrawn'] satisfies (
    'all' | keyof typeof CONSENT_STATES
  )[],
} as const;

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
  }),
  /** Seals what is left, writes the floor; the worker answers and may then be ended. */
  z.object({ kind: z.literal('lock') }),
  /** Strength of a passphrase, 0 to 4, without storing it. */
  z.object({
    kind: z.literal('strength'),
    passphrase: z.string().max(1_000),
    hints: z.array(z.string().max(200)),
  }),

  query,
  z.object({
    kind: z.literal('find'),
    text: z.string().max(200),
    kinds: z.array(z.enum(['person', 'meeting', 'minutes', 'consent'])),
    limit: z.number().int().min(1).max(50),
  }),
  z.object({ kind: z.literal('open'), id: recordId }),
  z.object({ kind: z.literal('today') }),
  /** `base`: the revision that was edited; null for a new record, whose id the page made. */
  z.object({ kind: z.literal('save'), record: anyRecord, base: z.number().int().nullable() }),
  z.object({ kind: z.literal('remove'), id: recordId, base: z.number().int() }),
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
  z.object({ kind: z.literal('bundle.contents'), post, kinds: z.array(z.enum(SHARED_KINDS)) }),
  z.object({
    kind: z.literal('bundle.seal'),
    to: z.discriminatedUnion('method', [
      z.object({ method: z.literal('card'), cards: z.array(cardId).max(20) }),
      z.object({ method: z.literal('passphrase'), passphrase, post, country }),
    ]),
    kinds: z.array(z.enum(SHARED_KINDS)),
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

export type VaultStatus =
  | { state: 'none' }
  | { state: 'locked'; vaultName: string }
  | { state: 'store-missing'; vaultName: string }
  | { state: 'header-damaged' };

export interface Opened {
  group: Group;
  profile: { name: string; post: Post; country: string; words: string[] };
}

export interface PersonRow {
  id: string;
  name: string;
  posts: Post[];
  categories: Category[];
  email: string;
  phone: string;
  organisation: string;
  country: string;
}
export interface MeetingRow {
  id: string;
  date: PlainDate;
  title: string;
  place: string;
  present: number;
  apologies: number;
  minutes: { id: string; state: 'draft' | 'approved'; lastDay: PlainDate } | null;
}
export interface ConsentRow {
  id: string;
  person: string;
  name: string;
  title: string;
  version: string;
  state: ConsentState;
  given: PlainDate | null;
  withdrawn: PlainDate | null;
  expires: PlainDate | null;
}
export interface CardRow {
  id: string;
  name: string;
  post: Post;
  country: string;
  words: string[];
  checkedOn: PlainDate;
  outsideEu: boolean;
  outsideUk: boolean;
  adequate: boolean;
}
export interface TransferRow {
  id: string;
  sealedAt: number;
  recipients: string;
  post: Post;
  country: string;
  method: 'card' | 'passphrase';
  expires: PlainDate;
  count: number;
}
export interface ImportRow {
  id: string;
  at: number;
  format: string;
  created: number;
  changed: number;
  undone: boolean;
}
export interface TrailRow {
  id: string;
  at: number;
  actor: Post;
  action: TrailAction;
  count: number;
}
export interface RowOf {
  people: PersonRow;
  meetings: MeetingRow;
  consents: ConsentRow;
  cards: CardRow;
  transfers: TransferRow;
  imports: ImportRow;
  trail: TrailRow;
}

export interface Window<Row> {
  /** Rows that the query finds in all; `rows` holds those from `offset`. */
  total: number;
  /** Rows in the list without text or filter. */
  all: number;
  offset: number;
  rows: Row[];
  revision: number;
}

/** One record with what its screen needs beside it. */
export interface OpenRecord {
  record: AnyRecord;
  revision: number;
  /** Names of the people the record mentions. */
  names: Record<string, string>;
  /** Records that belong to it: consents and meetings of a person, the minutes of a meeting. */
  related: { id: string; kind: Kind; title: string; detail: string }[];
  /** For minutes: the last day they may be kept. */
  lastDay: PlainDate | null;
}

/** What a change did: the screen refreshes what it shows of these. */
export interface Changed {
  ids: string[];
  kinds: Kind[];
  revision: number;
}

export interface Hit {
  id: string;
  kind: Kind;
  title: string;
  detail: string;
}

/** A line of Today: what is owed, by when, and the record where it is done. */
export interface TodayLine {
  what:
    | 'minutes-draft'
    | 'minutes-missing'
    | 'minutes-last-day'
    | 'consent-asked'
    | 'consent-expires'
    | 'action-due'
    | 'bundle-expires';
  id: string;
  kind: Kind;
  title: string;
  due: PlainDate | null;
  /** Days from today to `due`; negative when overdue. */
  days: number | null;
  /** How the date was worked out, in words. */
  working: string;
}

export interface ImportSummary {
  what: 'people' | 'attendance';
  format: string;
  /** Encoding, delimiter, card versions: in words. */
  details: string;
  columns: { header: string; field: string | null }[];
  counts: { new: number; changed: number; duplicate: number; cannot: number };
  /** Meetings that an attendance file brings. */
  meetings: {
    date: PlainDate;
    title: string;
    marks: number;
    state: 'new' | 'changed' | 'duplicate';
  }[];
}
export interface ImportRowView {
  /** Line, card or sheet row, from 1, as the person would find it. */
  row: number;
  label: string;
  state: 'new' | 'changed' | 'duplicate' | 'cannot';
  /** Why, in plain sentences. */
  reasons: string[];
  /** Problems that do not stop the row, in plain sentences. */
  notices: string[];
}

export interface OpenBundle {
  sender: { name: string; post: Post; country: string; words: string[]; known: boolean };
  created: number;
  expires: PlainDate;
  purpose: string;
  entries: { name: string; size: number }[];
  /** Documents that can be shown, printed and saved. */
  documents: { name: string; title: string }[];
  people: { name: string; post: string; email: string; phone: string; address: string }[];
}

/** The reply of each request. `Result` failures carry a code of domain/errors.ts. */
export interface Replies {
  status: Result<VaultStatus>;
  create: Result<{ recoveryKey: string[]; ask: number }>;
  'create.finish': Result<Opened>;
  unlock: Result<Opened>;
  lock: Result<null>;
  strength: Result<{ score: number; crackTime: string; advice: string }>;
  query: Result<Window<RowOf[ListName]>>;
  find: Result<Hit[]>;
  open: Result<OpenRecord>;
  today: Result<TodayLine[]>;
  save: Result<Changed>;
  remove: Result<Changed>;
  undo: Result<Changed & { undone: TrailAction }>;
  redo: Result<Changed & { undone: TrailAction }>;
  'draft.put': Result<null>;
  'draft.get': Result<string | null>;
  'draft.drop': Result<null>;
  verify: Result<{ commits: number; entries: number }>;
  'import.read': Result<ImportSummary>;
  'import.rows': Result<{ total: number; rows: ImportRowView[] }>;
  'import.apply': Result<Changed & { import: string; created: number; changed: number }>;
  'import.drop': Result<null>;
  'import.undo': Result<Changed>;
  document: Result<{ job: string; title: string; suggestedName: string }>;
  'contacts.write': Result<{ count: number }>;
  'card.own': Result<{ content: CardContent; words: string[] }>;
  'card.write': Result<null>;
  'card.read': Result<{ content: CardContent; words: string[] }>;
  'card.add': Result<Changed>;
  'bundle.passphrase': Result<string>;
  'bundle.contents': Result<{ kind: SharedKind; count: number; allowed: boolean }[]>;
  'bundle.seal': Result<Changed & { bytes: number }>;
  'bundle.open': Result<
    | { state: 'open'; bundle: OpenBundle }
    | { state: 'sender-unknown'; sender: CardContent; words: string[] }
  >;
  'bundle.document': Result<{ job: string; title: string; suggestedName: string }>;
  'bundle.close': Result<null>;
}

/** page → worker. The very first message carries the host's port instead. */
export type ToWorker =
  { port: true } | { id: number; now: number; request: unknown } | { cancel: number };

/** worker → page. */
export type FromWorker =
  | { id: number; reply: Replies[keyof Replies] }
  | { id: number; progress: { done: number; total: number } }
  /** A bug: the message names code, never content. */
  | { id: number; bug: string };

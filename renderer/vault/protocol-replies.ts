/** What the vault answers; the page trusts it. */
import type { AttachmentView } from '../domain/attachment.ts';
import type { ClauseState } from '../domain/clause-state.ts';
import type { ConsentState } from '../domain/consent.ts';
import type { TransferView } from '../domain/countries.ts';
import type { CoveringView } from '../domain/coverage.ts';
import type { PlainDate } from '../domain/dates.ts';
import type { ErasureReason } from '../domain/erasure.ts';
import type { Failure, Result } from '../domain/errors.ts';
import type { AnyRecord, Kind } from '../domain/kinds.ts';
import type { Category } from '../domain/person.ts';
import type { Gathered } from '../domain/gathering.ts';
import type { TransferId } from '../domain/ids.ts';
import type { Due } from '../domain/registers/register.ts';
import type { Restriction } from '../domain/restrictions.ts';
import type { Post } from '../domain/posts.ts';
import type { CardContent, Group } from '../domain/sharing.ts';
import type { WordingView } from '../domain/wording.ts';
import type { TrailAction, TrailEntry } from '../domain/trail.ts';
import type { BackupFacts, Comparison, FilesBeside } from './backups/restore.ts';
import type { Outcome } from './backups/write.ts';
import type { DocumentJob } from './protocol-documents.ts';
import type { PurposeView } from './protocol-purposes.ts';
import type { TodayLine } from './protocol-today.ts';
import type { ClockQuestion, ErasureView } from './protocol-retention.ts';
import type { MinutesAnswers } from './protocol-minutes.ts';
import type { ReviewAnswers } from './protocol-review.ts';
import type { ImportRowView, ImportSummary } from './protocol-imports.ts';
import type { AccessVersionView, OpenBundle, PostView, TransferRow } from './protocol-views.ts';
import type { ListName, RegisterList } from './protocol-requests.ts';

export type VaultStatus =
  | { state: 'none' }
  | { state: 'locked'; vaultName: string }
  | { state: 'store-missing'; vaultName: string }
  | { state: 'header-damaged' };

export interface Opened {
  group: Group;
  profile: { name: string; post: Post; country: string; words: string[] };
  /** Why the vault may only be looked at; null: it is whole. */
  damage: Failure | null;
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
export interface ImportRow {
  id: string;
  at: number;
  format: string;
  created: number;
  changed: number;
  undone: boolean;
}
export interface ErasureRow {
  id: string;
  at: number;
  by: Post;
  reason: ErasureReason;
  /** What went, by kind. */
  erased: { kind: Kind; count: number }[];
  /** Older rows still open: the disk refused, and the next unlock tries again. */
  unfinished: boolean;
  /** Places of backups where it still is. */
  open: string[];
}
export type TrailRow = Pick<
  TrailEntry,
  'id' | 'at' | 'actor' | 'action' | 'count' | 'sheets' | 'left'
>;
/** A record as the list of its kind shows it. */
export interface RegisterRow {
  id: string;
  title: string;
  /** One of the states of its register; null where it has none. */
  state: string | null;
  day: PlainDate | null;
  /** By the fields that the list shows: in words, and as they are sorted. */
  cells: Record<string, { words: string; sort: string | number }>;
}
interface OwnRows {
  people: PersonRow;
  meetings: MeetingRow;
  consents: ConsentRow;
  cards: CardRow;
  transfers: TransferRow;
  imports: ImportRow;
  erasures: ErasureRow;
  trail: TrailRow;
}
export type RowOf = OwnRows & { [L in RegisterList]: RegisterRow };

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
  /** Without its attachments: their keys stay in the vault. */
  record: AnyRecord;
  attachments: AttachmentView[];
  revision: number;
  /** Names of the people, and titles of the records, that the record names. */
  names: Record<string, string>;
  /** Records that name it, and those that it names: consents and meetings of a person, the minutes of a meeting. */
  related: { id: string; kind: Kind; title: string; detail: string }[];
  /** One of the states of its register; null where it has none. */
  state: string | null;
  /** What it owes, by when, and how that was worked out. */
  dues: Due[];
  /** For a person: why their data may not be used, where it may not. */
  restrictions: Restriction[];
  /** Whose consent it needs, and where that stands: a photograph's people, a publication's, a mailing's. */
  covering: CoveringView[];
  /** For a consent: what rests on it, and is to be taken down when it is withdrawn. */
  resting: OpenRecord['related'];
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

/** The ways into the open vault. */
export interface Ways {
  shares: {
    set: number;
    threshold: number;
    count: number;
    /** Names by number of the share, from 1; empty where none was written down. */
    holders: string[];
    /** null: not noted. */
    madeOn: PlainDate | null;
  } | null;
}

/** Shares that were just made, by number, with who is to have each. */
export interface MadeShares {
  set: number;
  threshold: number;
  shares: { index: number; holder: string }[];
}

/** A place of backups. */
export interface PlaceView {
  id: string;
  /** The last part of its path. */
  name: string;
  here: boolean;
  /** The day it was first found absent; null while it is there. */
  absentSince: PlainDate | null;
  /** Why the last backup there was not made. */
  failure: Failure | null;
  /**
   * The last backup that was read back whole: the day it was made, how many days ago that was (negative when the clock
   * was moved back), and how many changes there were since.
   */
  good: { name: string; day: PlainDate; days: number; since: number } | null;
}
export interface GenerationView {
  name: string;
  day: PlainDate;
  /** Bytes. */
  size: number;
  /** Changes since the vault was made that it holds. */
  changes: number;
  /** Milliseconds UTC; null when it cannot be read. */
  madeAt: number | null;
  failure: Failure | null;
}
export type * from './protocol-retention.ts';
export type { MinutesFound } from './protocol-minutes.ts';
export type { ReviewMember, ReviewStep, ReviewView } from './protocol-review.ts';
export type { BackupFacts, Comparison, FilesBeside } from './backups/restore.ts';

/** What each request is answered with when it succeeds. */
interface Answers extends MinutesAnswers, ReviewAnswers {
  status: VaultStatus;
  create: { recoveryKey: string[]; ask: number };
  'create.finish': Opened;
  unlock: Opened;
  lock: null;
  strength: { score: number; crackTime: string; advice: string };
  'shares.bring': { brought: number[]; threshold: number; count: number; set: number };
  'shares.takeBack': null;
  'recovery.sheet': { job: string; title: string; suggestedName: string };
  ways: Ways;
  'passphrase.change': null;
  'recovery.test': null;
  'renewal.begin': { recoveryKey: string[]; ask: number };
  'renewal.finish': Changed & { opened: Opened; made: MadeShares | null };
  'renewal.drop': null;
  'shares.make': Changed & { made: MadeShares };
  'share.document': { job: string; title: string; suggestedName: string };
  'share.write': null;
  'shares.putAway': null;
  query: Window<RowOf[ListName]>;
  find: Hit[];
  open: OpenRecord;
  wordings: WordingView[];
  /** `damage`: what is wrong with the trail, when its check in idle time has found something. */
  today: {
    lines: TodayLine[];
    damage: Failure | null;
    clock: ClockQuestion | null;
    /** Days of the meetings whose minutes an unlock has erased, until a person puts that away. */
    erased: readonly PlainDate[];
  };
  'erased.seen': null;
  'minutes.begin': Changed;
  'minutes.bring': Changed;
  'review.begin': Changed;
  'review.decide': Changed;
  'review.finish': Changed;
  'clock.confirm': Changed;
  save: Changed;
  remove: Changed;
  'erase.look': ErasureView;
  erase: Changed;
  undo: Changed & { undone: TrailAction };
  redo: Changed & { undone: TrailAction };
  'draft.put': null;
  'draft.get': string | null;
  'draft.drop': null;
  verify: { commits: number; entries: number };
  'logo.set': Changed;
  'logo.remove': Changed;
  'letterhead.change': Changed;
  'attachment.add': Changed;
  'attachment.remove': Changed;
  'attachment.renew': Changed;
  'attachment.save': null;
  /** null: it has no picture that can be drawn. */
  'attachment.show': Uint8Array | null;
  'backup.status': PlaceView[];
  'backup.generations': GenerationView[];
  'backup.run': Outcome[];
  'backup.check': { rows: number };
  'restore.look': BackupFacts;
  'restore.open': {
    comparison: Comparison;
    files: FilesBeside;
    unasked: readonly string[];
    word: string | null;
  };
  'restore.finish': Opened;
  'restore.drop': null;
  'import.read': ImportSummary;
  'import.rows': { total: number; rows: ImportRowView[] };
  'import.apply': Changed & { import: string; created: number; changed: number };
  'import.drop': null;
  'import.undo': Changed;
  purposes: PurposeView[];
  'purpose.change': Changed;
  document: DocumentJob;
  'document.unfinished': null;
  'document.write': null;
  'document.text': { text: string };
  /** How many deadlines are in it. */
  'calendar.write': { count: number };
  'contacts.write': { count: number; leftOut: number };
  'request.gather': Gathered;
  'request.data': Changed;
  policy: ({ id: string } & ClauseState)[];
  'summary.write': null;
  'card.own': { content: CardContent; words: string[] };
  'card.write': null;
  'card.read': { content: CardContent; words: string[] };
  'card.add': Changed;
  'bundle.passphrase': string;
  'bundle.contents': {
    kind: Kind;
    count: number;
    allowed: boolean;
    committeeOnly: boolean;
    /** Labels of the fields that do not go. */
    without: string[];
    /** How many are not among them, because their data may not be used. */
    restricted: number;
    /** In how many of them a name is left out for the same reason; null: nobody’s may not be used. */
    masked: number | null;
  }[];
  'transfer.views': (TransferView & { code: string })[];
  posts: PostView[];
  'access.versions': AccessVersionView[];
  'bundle.seal': Changed & { bundle: TransferId; bytes: number };
  'bundle.open':
    | { state: 'open'; bundle: OpenBundle }
    | { state: 'sender-unknown'; sender: CardContent; words: string[] };
  'bundle.document': DocumentJob;
  'bundle.write': null;
  'bundle.text': { text: string };
  'bundle.close': null;
}

/** The reply of each request; a failure carries a code of domain/errors.ts. */
export type Replies = { [K in keyof Answers]: Result<Answers[K]> };

/** What the program knows of each kind of record beyond its shape: its fields, its rules, its dates. */
import type { PlainDate } from '../dates.ts';
import type { Result } from '../errors.ts';
import type { Fields } from '../fields.ts';
import type { IdKind, IdOf } from '../ids.ts';
import type { AnyRecord, Kind, RecordOf } from '../kinds.ts';
import type { TrailAction, TrailEntry } from '../trail.ts';
import type { Holidays } from '../working-days.ts';

/** What a rule may look at besides its record: the day, and the other records. */
export interface Around {
  /** Today in the vault's time zone. */
  readonly today: PlainDate;
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
  readonly timeZone: string;
  /** Bank holidays, by the vault's own table of working days. */
  readonly holidays: Holidays;
  find(id: string): AnyRecord | undefined;
  all<K extends Kind>(kind: K): Iterable<RecordOf<K>>;
  /** What happened, oldest first. */
  trail(): readonly TrailEntry[];
  newId<K extends IdKind>(kind: K): IdOf<K>;
}

/** What is owed, by when, and how the date was worked out. */
export interface Due {
  /** What is to be done, in a few words: "Answer the request". */
  readonly what: string;
  /** Where it is not the record's own title. */
  readonly title?: string;
  /** The last day; null when it has none. */
  readonly due: PlainDate | null;
  /** The very moment, where it is not the end of that day: milliseconds UTC. */
  readonly at?: number;
  readonly working: string;
}

/** Red (`alarm`) is for what is overdue or confidential. */
export interface StateWords {
  readonly words: string;
  readonly tone: 'plain' | 'accent' | 'warning' | 'alarm';
}

/** A record that changes in the same commit. */
export interface Follow {
  readonly before: AnyRecord | null;
  readonly after: AnyRecord | null;
}

/** The title of a record, or the name of a person, by id. */
export type Names = (id: string) => string;

export interface Register<K extends Kind> {
  readonly one: string;
  readonly many: string;
  readonly fields: Fields<RecordOf<K>>;
  /** People write it by hand, in the forms that are made of its fields or in their own; others have commands of their own. */
  readonly byHand: boolean;
  /** What its list shows, after the title; where it has no list of its own: none. */
  readonly columns?: readonly Extract<keyof RecordOf<K>, string>[];
  /** What it is called in lists and links; it may name people. */
  title(record: RecordOf<K>, names: Names): string;
  /** The day it is put in order by. */
  day?(record: RecordOf<K>): PlainDate | null;
  /** Its states by name, and which one it is in. */
  readonly states?: Readonly<Record<string, StateWords>>;
  state?(record: RecordOf<K>, around: Around): string;
  /** Nobody may see it any more, though it is still to be erased. */
  isHidden?(record: RecordOf<K>, around: Around): boolean;
  /** The kind of record that it is about and nothing else, which one, and with which it is erased. */
  readonly belongsTo?: { readonly kind: Kind; id(record: RecordOf<K>): string | null };
  /** The rules beyond its shape. @param before as it is kept; null for a new one. */
  check?(record: RecordOf<K>, before: RecordOf<K> | null, around: Around): Result<RecordOf<K>>;
  /** The day on which what it was kept for ended: the time of keeping is counted from it (domain/retention.ts). null: not yet. */
  endedOn?(record: RecordOf<K>, around: Around): PlainDate | null;
  /** Ids of the records that may not be erased while this one stands as it does (domain/holds.ts). */
  holds?(record: RecordOf<K>, around: Around): readonly string[];
  /** Whether it may be removed, where not every one may. */
  checkRemoval?(record: RecordOf<K>, around: Around): Result<null>;
  /** What else changes with it, in the same commit. */
  follows?(record: RecordOf<K>, before: RecordOf<K> | null, around: Around): readonly Follow[];
  /** What the trail calls this change, where it has a word of its own. */
  action?(record: RecordOf<K>, before: RecordOf<K> | null): TrailAction | null;
  /** What it owes, for Today and the calendar. */
  dues?(record: RecordOf<K>, around: Around): readonly Due[];
  /** Whether what was promised was done by its day, once it is done or the day is past; null: it still runs, or has none. */
  inTime?(record: RecordOf<K>, around: Around): boolean | null;
  /** What a new one begins with; the form that is made of its fields adds the rest. */
  blank?(today: PlainDate): Partial<Omit<RecordOf<K>, 'kind' | 'id'>>;
}

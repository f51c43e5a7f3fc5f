/** What the vault answers about what is owed. */
import type { PlainDate } from '../domain/dates.ts';
import type { Kind } from '../domain/kinds.ts';

/** A line of Today: what is owed, by when, and the record where it is done. */
export interface TodayLine {
  /** In a few words: "Minutes to approve". */
  what: string;
  id: string;
  kind: Kind;
  title: string;
  due: PlainDate | null;
  /** The very moment, where it is not the end of that day: milliseconds UTC. */
  at: number | null;
  /** Days from today to `due`; negative when overdue. */
  days: number | null;
  /** How the date was worked out, in words. */
  working: string;
  /** The tab of the office where it is done, where that is no record; else none. */
  tab?: 'retention' | 'review';
  /** It is about many: the list of their room shows them by this filter, and `id` names none of them. */
  filter?: string;
}

/** What the vault answers about keeping and erasing. */
import type { PlainDate } from '../domain/dates.ts';
import type { Kind } from '../domain/kinds.ts';
import type { TrailAction } from '../domain/trail.ts';

/** What erasing a record takes, and what it cannot reach. */
export interface ErasureView {
  /** What keeps it: a legal hold, an open request, complaint or incident. Nothing is erased while there is one. */
  held: { id: string; kind: Kind; title: string }[];
  going: { kind: Kind; count: number }[];
  /** Imports that keep an earlier version of it. */
  versions: number;
  /** Records that mention it and stay: they name nobody any more, but their own text stays as it is. */
  mentions: { kind: Kind; count: number }[];
  /** How often it left the program, as the trail tells: what left cannot be called back. */
  left: { action: TrailAction; times: number; last: number }[];
  /** How many tasks to tell recipients come of it (UK GDPR Art 19). */
  tasks: number;
}

/** The clock does not fit the trail, so that what rests on it is asked about. */
export interface ClockQuestion {
  stands: 'behind' | 'ahead';
  /** What the clock says, and the day of the last entry that the trail vouches for. */
  today: PlainDate;
  last: PlainDate;
  /** How many sets of minutes wait for the answer, hidden. */
  waiting: number;
}

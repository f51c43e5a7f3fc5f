/**
 * Which generations of a place are kept. Backups are ordered by their sequence, which only grows; the day in a name only
 * puts them into days, weeks and months, so that a clock that goes backwards costs no backup it should not.
 */
import { Temporal } from 'temporal-polyfill';
import { type PlainDate, parsePlainDate } from './dates.ts';

const DAYS = 7;
const WEEKS = 5;
const MONTHS = 12;
const NAME = /^muniment-([0-9a-f]{8})-(\d{4}-\d\d-\d\d)-(\d{10})\.backup$/;

/** What the name of a backup says: no person, no group. */
export interface BackupName {
  /** The first 8 hex digits of the vault's id. */
  readonly vault: string;
  readonly day: PlainDate;
  /** Changes since the vault was made. */
  readonly sequence: number;
}

/** `muniment-<vault>-<YYYY-MM-DD>-<sequence>.backup`. */
export function backupName({ vault, day, sequence }: BackupName): string {
  return `muniment-${vault}-${day}-${String(sequence).padStart(10, '0')}.backup`;
}

/** `muniment-<vault>-blobs/<id>.blob`: the sealed file of an attachment, in a folder beside the backups. */
export function blobName(vault: string, id: string): string {
  return `muniment-${vault}-blobs/${id}.blob`;
}

/** null: not a name that this program gives. */
export function readBackupName(name: string): BackupName | null {
  const [, vault = '', date = '', digits = ''] = NAME.exec(name) ?? [];
  const day = parsePlainDate(date);
  return day && { vault, day, sequence: Number(digits) };
}

/** The newest first; of the same sequence, the one of the later day. */
export function newestFirst<T extends BackupName>(backups: readonly T[]): T[] {
  return [...backups].sort(
    (a, b) => b.sequence - a.sequence || (a.day < b.day ? 1 : a.day > b.day ? -1 : 0),
  );
}

/**
 * The backups of one vault that the plan keeps, newest first: the newest of each of the last 7 days, 5 weeks (Monday to
 * Sunday) and 12 months that have any. The newest is always among them.
 */
export function keptBackups<T extends BackupName>(backups: readonly T[]): T[] {
  const spans = [
    { most: DAYS, of: (day: PlainDate) => day as string, seen: new Set<string>() },
    { most: WEEKS, of: mondayOf, seen: new Set<string>() },
    { most: MONTHS, of: (day: PlainDate) => day.slice(0, 7), seen: new Set<string>() },
  ];
  return newestFirst(backups).filter(({ day }) => {
    let keeps = false;
    for (const { most, of, seen } of spans) {
      const name = of(day);
      if (seen.has(name) || seen.size >= most) continue;
      seen.add(name);
      keeps = true;
    }
    return keeps;
  });
}

function mondayOf(day: PlainDate): string {
  const date = Temporal.PlainDate.from(day);
  return date.subtract({ days: date.dayOfWeek - 1 }).toString();
}

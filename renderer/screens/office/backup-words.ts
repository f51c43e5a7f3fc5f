/** How old backups are, as people say it. */
import { type PlainDate, formatDay } from '../../domain/dates.ts';
import { sentenceOf } from '../../domain/failure-words.ts';
import type { PlaceView } from '../../stores/backups.ts';

/** A backup this old, with changes since, is overdue. */
const OVERDUE_DAYS = 7;

/** `today`, `yesterday`, `3 days ago`. A day to come is told as it is: the clock was moved. */
function daysAgo(days: number, day: PlainDate): string {
  if (days < 0) return `dated ${formatDay(day)}, which is still to come: the clock was moved`;
  if (days === 0) return 'today';
  return days === 1 ? 'yesterday' : `${days} days ago`;
}

/** Whether a place asks for attention: its last good backup is old and something has changed since, or one failed. */
export function isOverdue({ good, failure }: PlaceView): boolean {
  if (failure) return true;
  return good !== null && good.days >= OVERDUE_DAYS && good.since > 0;
}

/** A sentence or two on a place. */
export function placeInWords({ here, absentSince, good, failure }: PlaceView): string {
  const last = good
    ? `Last backup ${daysAgo(good.days, good.day)}.`
    : 'No backup was made there yet.';
  if (here && failure) return `${last} ${sentenceOf(failure)}`;
  if (here) return last;
  return `${last} Not there since ${absentSince ? formatDay(absentSince) : 'today'}.`;
}

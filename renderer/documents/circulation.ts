/** Who may have what tells of minutes, and until when (clause RETAIN-MINUTES). */
import { type PlainDate, formatDay, minutesLastDay } from '../domain/dates.ts';
import { type Field, type Inline, words } from './tree.ts';

/** Nobody else may have a copy. */
const COMMITTEE_ONLY = 'Members of the steering committee only';

/** The day of the oldest of the meetings that a document tells of, whose minutes go first; null: it tells of none. */
export function oldestOf(meetings: readonly PlainDate[]): PlainDate | null {
  return meetings.toSorted()[0] ?? null;
}

/** What stands at the foot of each page of a document that tells of a meeting. */
export function circulationFoot(oldest: PlainDate | null): string {
  const until =
    oldest === null
      ? ''
      : ` Keep until ${formatDay(minutesLastDay(oldest))}, then destroy every copy.`;
  return `${COMMITTEE_ONLY}.${until}`;
}

/** The same among its facts, with how the day was worked out. */
export function circulationFields(oldest: PlainDate | null): Field[] {
  const field = (term: string, ...value: Inline): Field => ({ term, value: [value] });
  return [
    field('Circulation', ...words(COMMITTEE_ONLY)),
    ...(oldest === null
      ? []
      : [
          field(
            'Keep until',
            { text: formatDay(minutesLastDay(oldest)), bold: true },
            {
              text: `, the last day; then destroy every copy (12 months from ${formatDay(oldest)})`,
            },
          ),
        ]),
  ];
}

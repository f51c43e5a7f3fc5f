/**
 * Retention by purpose (clause RETAIN-PEOPLE): when the time of keeping a record began to run out, and the last day that
 * follows from the rule of its purpose. What is due is listed and decided by a person; only minutes go by themselves.
 */
import { type PlainDate, plusMonths } from './dates.ts';
import type { Purpose } from './purposes.ts';

/** The part of a purpose that says how long. */
type Rule = Pick<Purpose, 'keepUntil' | 'keepMonths'>;

/** The last day on which a record may be kept without a decision, from the day on which what it was kept for ended. */
export function keptUntil(ended: PlainDate, { keepMonths }: Rule): PlainDate {
  return plusMonths(ended, keepMonths);
}

/** What is known of a person without their record: from the vault's summary, and from what names them. */
export interface PersonFacts {
  /** Last days of their terms; null for one that runs. */
  readonly terms: readonly (PlainDate | null)[];
  /** Last days of their consents for this purpose; null for one that is in force or asked for. */
  readonly consents: readonly (PlainDate | null)[];
  /** Days on which their enquiries were closed; null for one that is open. */
  readonly enquiries: readonly (PlainDate | null)[];
}

/**
 * The day on which what a person is kept for ended. null: it has not, or nothing here can tell, which leaves it to the
 * annual review. `never`: it rests on a consent that nobody has given or been asked for.
 */
export function personEnded(
  person: PersonFacts,
  { keepUntil }: Pick<Rule, 'keepUntil'>,
): PlainDate | 'never' | null {
  switch (keepUntil) {
    case 'post-ends':
      return latest(person.terms);
    case 'enquiry-closed':
      return latest(person.enquiries);
    case 'consent-ends':
      return person.consents.length === 0 ? 'never' : latest(person.consents);
    default:
      return null;
  }
}

/** The last of some days; null where there is none, or one has not come to an end. */
function latest(days: readonly (PlainDate | null)[]): PlainDate | null {
  let last: PlainDate | null = null;
  for (const day of days) {
    if (day === null) return null;
    if (last === null || day > last) last = day;
  }
  return last;
}

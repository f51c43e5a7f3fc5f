/**
 * The deadlines of the policy, each with its working in words. Every one is a pure function of its inputs and of the
 * bank holidays. The guidance of the ICO is the authority.
 */
import { type PlainDate, formatDay, formatInstant, plusDays, plusMonths } from './dates.ts';
import { type Holidays, isWeekend, isWorkingDay, nextWorkingDay } from './working-days.ts';

/** Stands wherever a deadline is shown. */
export const AUTHORITY =
  'The program works its dates out by the guidance of the ICO, which is the authority where they differ.';

/** The last day, and how it was worked out. */
export interface Deadline {
  readonly day: PlainDate;
  readonly working: string;
}

/** UK GDPR Art 12(3): what the time for answering a rights request depends on. */
export interface RequestClock {
  readonly received: PlainDate;
  /** When proof of identity came, where it was asked for. */
  readonly identityProven: PlainDate | null;
  /** When a third party's authority to act came, where it was asked for. */
  readonly authorityProven: PlainDate | null;
  /** Clarifications asked for, and the day of the answer; null: none yet. */
  readonly pauses: readonly { readonly asked: PlainDate; readonly answered: PlainDate | null }[];
  /** Complex, or one of several by the same person. */
  readonly isExtended: boolean;
}

/** The last day to answer a rights request. @param today what an unanswered clarification is counted up to */
export function requestDeadline(
  clock: RequestClock,
  today: PlainDate,
  holidays: Holidays,
): Deadline {
  const { start, words } = startOf(clock);
  const months = clock.isExtended ? 3 : 1;
  const plain = plusMonths(start, months);
  const paused = pausedDays(clock, start, plain, today, holidays);
  const due = plusDays(plain, paused);
  const working = [
    `${words} + ${months === 1 ? '1 month' : '3 months, extended'}`,
    ` = ${formatDay(plain)}`,
    paused > 0 ? ` + ${countOf(paused)} waiting for an answer = ${formatDay(due)}` : '',
  ].join('');
  return rolled(due, working, holidays);
}

/** The group's own target: 28 days and the days that do not count. An extended request has left it behind. */
export function requestTarget(clock: RequestClock, today: PlainDate, holidays: Holidays): Deadline {
  const { start, words } = startOf(clock);
  const plain = plusDays(start, 28);
  const paused = pausedDays(clock, start, plusMonths(start, 1), today, holidays);
  const waiting = paused > 0 ? ` + ${countOf(paused)} waiting for an answer` : '';
  const day = plusDays(plain, paused);
  return { day, working: `${words} + 28 days${waiting} = ${formatDay(day)}.` };
}

/** The last day to tell the person, with reasons, that the time is extended: inside the first month. */
export function extensionNotice(
  clock: RequestClock,
  today: PlainDate,
  holidays: Holidays,
): Deadline {
  return requestDeadline({ ...clock, isExtended: false }, today, holidays);
}

/** The clock starts on the latest of these days, and that day counts even where it is not a working day. */
function startOf({ received, identityProven, authorityProven }: RequestClock) {
  const begun = [
    { day: received, what: 'Received' },
    { day: identityProven, what: 'Identity proven' },
    { day: authorityProven, what: 'Authority proven' },
  ];
  let start = received;
  let words = `Received ${formatDay(received)}`;
  for (const { day, what } of begun) {
    if (day === null || day <= start) continue;
    start = day;
    words = `${what} ${formatDay(day)}`;
  }
  return { start, words };
}

/**
 * Days from asking to the answer, both inclusive, each counted once; none before the clock starts. What is asked once
 * the time is over does not bring it back.
 * @param plain the deadline before any pause
 */
function pausedDays(
  { pauses }: RequestClock,
  start: PlainDate,
  plain: PlainDate,
  today: PlainDate,
  holidays: Holidays,
): number {
  let count = 0;
  let counted: PlainDate | null = null;
  for (const { asked, answered } of [...pauses].sort((a, b) => (a.asked < b.asked ? -1 : 1))) {
    if (asked > nextWorkingDay(plusDays(plain, count), holidays)) break;
    const until = answered ?? today;
    let day = later(asked, start);
    if (counted !== null) day = later(day, plusDays(counted, 1));
    for (; day <= until; day = plusDays(day, 1)) {
      count += 1;
      counted = day;
    }
  }
  return count;
}

/** Data Protection Act 2018 s.164A, and the policy's promise of a response within a month (clause COMPLAINT). */
export interface ComplaintDeadlines {
  /** Received + 30 days, rolled to a working day, as the guidance counts. */
  readonly acknowledge: Deadline;
  /** A day earlier, as the Act may also be read; not rolled. */
  readonly warn: Deadline;
  /** The group's own promise: one month, never rolled later. */
  readonly respond: Deadline;
}

export function complaintDeadlines(received: PlainDate, holidays: Holidays): ComplaintDeadlines {
  const words = `Received ${formatDay(received)}`;
  const thirty = plusDays(received, 30);
  const warn = plusDays(received, 29);
  const respond = plusMonths(received, 1);
  return {
    acknowledge: rolled(thirty, `${words} + 30 days = ${formatDay(thirty)}`, holidays),
    warn: { day: warn, working: `${words} + 29 days = ${formatDay(warn)}.` },
    respond: { day: respond, working: `${words} + 1 month = ${formatDay(respond)}, as promised.` },
  };
}

const BREACH_HOURS = 72;
const HOUR = 3_600_000;

/** A moment (milliseconds UTC), and how it was worked out. */
export interface BreachClock {
  readonly at: number;
  readonly working: string;
}

/** Both readings of the 72 hours (clause BREACH). */
export interface BreachClocks {
  /** UK GDPR Art 33(1): from becoming aware. */
  readonly law: BreachClock;
  /** The policy: from when it occurred; null while that is not known. */
  readonly policy: BreachClock | null;
  /** The one to work to. */
  readonly earlier: BreachClock;
}

/** 72 elapsed hours, whatever weekends and clock changes do. @param aware and occurred are milliseconds UTC */
export function breachClocks(
  aware: number,
  occurred: number | null,
  timeZone: string,
): BreachClocks {
  const from = (moment: number, what: string) => {
    const at = moment + BREACH_HOURS * HOUR;
    const [begun, ended] = [formatInstant(moment, timeZone), formatInstant(at, timeZone)];
    return { at, working: `${what} ${begun} + ${BREACH_HOURS} hours = ${ended}.` };
  };
  const law = from(aware, 'Aware');
  const policy = occurred === null ? null : from(occurred, 'Occurred');
  return { law, policy, earlier: policy !== null && policy.at < law.at ? policy : law };
}

/** When all that is held is to be reviewed again (clause REVIEW). */
export function nextReview(lastCompleted: PlainDate): Deadline {
  const day = plusMonths(lastCompleted, 12);
  return { day, working: `Reviewed ${formatDay(lastCompleted)} + 12 months = ${formatDay(day)}.` };
}

/** Moves a day that is not a working day to the next that is, and says so. */
function rolled(day: PlainDate, working: string, holidays: Holidays): Deadline {
  if (isWorkingDay(day, holidays)) return { day, working: `${working}.` };
  const next = nextWorkingDay(day, holidays);
  const what = isWeekend(day) ? 'a weekend' : 'a bank holiday';
  return { day: next, working: `${working}, ${what}; next working day ${formatDay(next)}.` };
}

function later(a: PlainDate, b: PlainDate): PlainDate {
  return a > b ? a : b;
}

function countOf(days: number): string {
  return days === 1 ? '1 day' : `${days} days`;
}

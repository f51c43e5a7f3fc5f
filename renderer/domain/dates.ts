import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

/** A calendar day without a zone, ISO 8601 `YYYY-MM-DD`, between 1900 and 2199, and one that exists. */
export const plainDate = z
  .string()
  .regex(/^(19|2[01])\d\d-\d\d-\d\d$/)
  .refine((text) => isRealDay(text))
  .brand<'plain-date'>();
export type PlainDate = z.infer<typeof plainDate>;

/** A moment: milliseconds since 1970-01-01T00:00Z. */
export const instant = z.number().int().min(0).max(8_640_000_000_000_000);

/** An IANA name of a time zone that this program knows: one that it does not would leave it without a today. */
export const zoneName = z.string().min(1).max(60).refine(isTimeZone);

function isTimeZone(name: string): boolean {
  try {
    dayOf(0, name);
    return true;
  } catch {
    return false;
  }
}

function isRealDay(text: string): boolean {
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}

/** Parses `YYYY-MM-DD`; null when there is no such day. */
export function parsePlainDate(text: string): PlainDate | null {
  const parsed = plainDate.safeParse(text);
  return parsed.success ? parsed.data : null;
}

/** The calendar day of a moment in a time zone (IANA name). */
export function dayOf(moment: number, timeZone: string): PlainDate {
  const day = Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(timeZone);
  return plainDate.parse(day.toPlainDate().toString());
}

/** `17:30`: the time of day of a moment in a time zone (IANA name). */
export function timeOf(moment: number, timeZone: string): string {
  const at = Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(timeZone);
  return at.toPlainTime().toString({ smallestUnit: 'minute' });
}

/**
 * The moment of a day and a time (`H:MM`) in a time zone, milliseconds UTC; null when the time is none. Where the clocks
 * skip it, the one an hour later; where they repeat it, the first.
 */
export function momentOf(day: PlainDate, time: string, timeZone: string): number | null {
  const typed = time.trim().replace('.', ':');
  if (!/^([01]?\d|2[0-3]):[0-5]\d$/.test(typed)) return null;
  const clock = Temporal.PlainTime.from(typed.padStart(5, '0'));
  return Temporal.PlainDate.from(day).toZonedDateTime({ timeZone, plainTime: clock })
    .epochMilliseconds;
}

/** The same date some months later; where there is none, the last day of that month. */
export function plusMonths(day: PlainDate, months: number): PlainDate {
  return plainDate.parse(Temporal.PlainDate.from(day).add({ months }).toString());
}

/**
 * The last day on which minutes of a meeting may be kept (clause RETAIN-MINUTES): meeting date + 12 months,
 * clamped to the month's end, never rolled later. 29 Feb 2024 → 28 Feb 2025.
 */
export function minutesLastDay(meetingDate: PlainDate): PlainDate {
  return plusMonths(meetingDate, 12);
}

/** Days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' })
    .days;
}

/** The day some days after another. */
export function plusDays(day: PlainDate, days: number): PlainDate {
  return plainDate.parse(Temporal.PlainDate.from(day).add({ days }).toString());
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** `23 Nov 2026`. */
export function formatDay(day: PlainDate): string {
  const date = Temporal.PlainDate.from(day);
  return `${date.day} ${MONTHS[date.month - 1]} ${date.year}`;
}

/** `Mon 23 Nov 2026`. */
export function formatDayWithWeekday(day: PlainDate): string {
  return `${WEEKDAYS[Temporal.PlainDate.from(day).dayOfWeek - 1]} ${formatDay(day)}`;
}

/** `23 Nov 2026, 14:05` in a time zone (IANA name). */
export function formatInstant(moment: number, timeZone: string): string {
  const at = Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(timeZone);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${at.day} ${MONTHS[at.month - 1]} ${at.year}, ${two(at.hour)}:${two(at.minute)}`;
}

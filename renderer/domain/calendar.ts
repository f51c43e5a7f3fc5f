/** The group's own changes to the shipped table of bank holidays: days announced later, and days taken back. */
import { z } from 'zod';
import { BANK_HOLIDAYS } from './bank-holidays.ts';
import { type PlainDate, plainDate } from './dates.ts';
import { type Result, fail, ok } from './errors.ts';
import { calendarId } from './ids.ts';
import { purposeId } from './purposes.ts';
import { isWeekend } from './working-days.ts';

/** There is one of these in a vault, or none. */
export const calendar = z.object({
  kind: z.literal('calendar'),
  id: calendarId,
  purpose: purposeId,
  changes: z
    .array(
      z.object({
        day: plainDate,
        /** What is celebrated, or why it was taken back. */
        name: z.string().max(100),
        /** false: the table has it as a holiday, and it is none. */
        isHoliday: z.boolean(),
      }),
    )
    .max(100),
});
export type Calendar = z.infer<typeof calendar>;

const SHIPPED: ReadonlyMap<PlainDate, string> = new Map(
  Object.entries(BANK_HOLIDAYS).map(([day, name]) => [plainDate.parse(day), name]),
);

/** The holidays that hold, by day with their names, in order: the shipped table with the group's own changes. */
export function holidaysWith(changes: Calendar['changes']): ReadonlyMap<PlainDate, string> {
  const held = new Map(SHIPPED);
  for (const { day, name, isHoliday } of changes) {
    if (isHoliday) held.set(day, name);
    else held.delete(day);
  }
  return new Map([...held].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * What is wrong with the changes, at the first of them that is: calendar/twice (a day stands twice), calendar/weekend,
 * calendar/holiday-already, calendar/no-holiday.
 */
export function checkChanges(changes: Calendar['changes']): Result<null> {
  const seen = new Set<PlainDate>();
  for (const [at, { day, isHoliday }] of changes.entries()) {
    const code = wrongWith(day, isHoliday, seen);
    if (code !== null) return fail(code, { field: `changes.${at}.day` });
    seen.add(day);
  }
  return ok(null);
}

function wrongWith(day: PlainDate, isHoliday: boolean, seen: ReadonlySet<PlainDate>) {
  if (seen.has(day)) return 'calendar/twice';
  if (!isHoliday) return SHIPPED.has(day) ? null : 'calendar/no-holiday';
  if (isWeekend(day)) return 'calendar/weekend';
  return SHIPPED.has(day) ? 'calendar/holiday-already' : null;
}

/** A day of the table as the office sees it, also one that was taken back. */
export interface HolidayLine {
  readonly day: PlainDate;
  readonly name: string;
  readonly from: 'shipped' | 'added' | 'taken-back';
}

/** Every day of the shipped table and of the group's changes, in order. */
export function holidayLines(changes: Calendar['changes']): HolidayLine[] {
  const changed = new Map(changes.map((change) => [change.day, change]));
  const days = new Set([...SHIPPED.keys(), ...changed.keys()]);
  return [...days].sort().map((day) => {
    const change = changed.get(day);
    const name = change?.name ?? SHIPPED.get(day) ?? '';
    return { day, name, from: change ? (change.isHoliday ? 'added' : 'taken-back') : 'shipped' };
  });
}

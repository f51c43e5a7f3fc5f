/** Which days count as working days; the bank holidays come in as an argument. */
import { Temporal } from 'temporal-polyfill';
import { type PlainDate, plusDays } from './dates.ts';

/** Days without work, weekends aside. */
export type Holidays = ReadonlySet<PlainDate>;

export function isWeekend(day: PlainDate): boolean {
  return Temporal.PlainDate.from(day).dayOfWeek > 5;
}

export function isWorkingDay(day: PlainDate, holidays: Holidays): boolean {
  return !isWeekend(day) && !holidays.has(day);
}

/** The day itself where it is a working day; else the first one after it. */
export function nextWorkingDay(day: PlainDate, holidays: Holidays): PlainDate {
  let next = day;
  while (!isWorkingDay(next, holidays)) next = plusDays(next, 1);
  return next;
}

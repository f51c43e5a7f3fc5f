import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  dayOf,
  daysBetween,
  formatDay,
  formatDayWithWeekday,
  formatInstant,
  minutesLastDay,
  parsePlainDate,
  plusDays,
} from './dates.ts';

const day = (text: string) => {
  const parsed = parsePlainDate(text);
  if (parsed === null) throw new Error(`no such day in the test: ${text}`);
  return parsed;
};

describe('the last day of minutes (RETAIN-MINUTES)', () => {
  test.each([
    ['2024-02-29', '2025-02-28'],
    ['2026-11-23', '2027-11-23'],
    ['2023-02-28', '2024-02-28'],
  ])('a meeting of %s may be minuted until %s', (met, last) => {
    expect(minutesLastDay(day(met))).toBe(last);
  });

  test('is never later than 366 days after the meeting, nor earlier than 365', () => {
    const anyDay = fc.integer({ min: 0, max: 80_000 }).map((n) => plusDays(day('1950-01-01'), n));
    fc.assert(
      fc.property(anyDay, (met) => {
        const kept = daysBetween(met, minutesLastDay(met));
        expect(kept).toBeGreaterThanOrEqual(365);
        expect(kept).toBeLessThanOrEqual(366);
      }),
    );
  });
});

describe('days', () => {
  test.each(['2024-02-31', '2023-02-29', '2024-13-01', '24-01-01', '2024-1-1', '', '1899-12-31'])(
    '%s is no day',
    (text) => expect(parsePlainDate(text)).toBeNull(),
  );

  test('a moment belongs to the day of the vault’s time zone, not of the device', () => {
    expect(dayOf(Date.UTC(2026, 5, 30, 23, 30), 'Europe/London')).toBe('2026-07-01');
    expect(dayOf(Date.UTC(2026, 11, 31, 23, 30), 'Europe/London')).toBe('2026-12-31');
  });

  test('are written as people write them', () => {
    expect(formatDay(day('2026-11-03'))).toBe('3 Nov 2026');
    expect(formatDayWithWeekday(day('2026-11-23'))).toBe('Mon 23 Nov 2026');
    expect(formatInstant(Date.UTC(2026, 6, 1, 8, 5), 'Europe/London')).toBe('1 Jul 2026, 09:05');
  });
});

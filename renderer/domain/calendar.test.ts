import { describe, expect, test } from 'vitest';
import { checkChanges, holidaysWith } from './calendar.ts';
import { plainDate } from './dates.ts';
import { isWorkingDay, nextWorkingDay } from './working-days.ts';

const day = (text: string) => plainDate.parse(text);
const change = (text: string, isHoliday: boolean, name = '') => ({
  day: day(text),
  name,
  isHoliday,
});

describe('working days', () => {
  test('a day announced later is no working day; one taken back is', () => {
    const changes = [change('2026-06-08', true, 'Jubilee'), change('2026-08-31', false)];
    expect(checkChanges(changes)).toEqual({ ok: true, value: null });
    const holidays = holidaysWith(changes);
    expect(holidays.get(day('2026-06-08'))).toBe('Jubilee');
    const days = new Set(holidays.keys());
    expect(nextWorkingDay(day('2026-06-06'), days)).toBe('2026-06-09');
    expect(isWorkingDay(day('2026-08-31'), days)).toBe(true);
    expect([...days].sort()).toEqual([...days]);
  });

  test.each([
    [[change('2026-06-08', true), change('2026-06-08', true)], 'calendar/twice', 'changes.1.day'],
    [[change('2026-06-06', true)], 'calendar/weekend', 'changes.0.day'],
    [[change('2026-12-25', true)], 'calendar/holiday-already', 'changes.0.day'],
    [[change('2026-06-08', false)], 'calendar/no-holiday', 'changes.0.day'],
  ] as const)('a table edited wrong is refused with the field: %#', (changes, code, field) => {
    expect(checkChanges([...changes])).toEqual({ ok: false, error: { code, detail: { field } } });
  });

  test('the substitute days of 2026 to 2028 are in the shipped table', () => {
    const shipped = holidaysWith([]);
    const substitutes = ['2026-12-28', '2027-12-27', '2027-12-28', '2028-01-03'];
    for (const substitute of substitutes) expect(shipped.has(day(substitute))).toBe(true);
  });
});

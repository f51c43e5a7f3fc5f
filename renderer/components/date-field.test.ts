import { CalendarDate } from '@internationalized/date';
import { expect, test } from 'vitest';
import { toPlainDate } from './date-field.tsx';

test('a whole day is kept as the program writes days', () => {
  expect(toPlainDate(new CalendarDate(2026, 11, 3))).toBe('2026-11-03');
});

test('a year that is half typed is no day yet', () => {
  expect(toPlainDate(new CalendarDate(20, 11, 3))).toBeNull();
  expect(toPlainDate(new CalendarDate(202, 11, 3))).toBeNull();
});

test('an emptied field is no day', () => {
  expect(toPlainDate(null)).toBeNull();
});

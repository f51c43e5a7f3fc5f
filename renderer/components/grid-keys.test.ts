import { expect, test } from 'vitest';
import { nextRow } from './grid-keys.ts';

test('arrows move one row and stop at both ends', () => {
  expect(nextRow('ArrowDown', 3, 10, 5)).toBe(4);
  expect(nextRow('ArrowDown', 9, 10, 5)).toBe(9);
  expect(nextRow('ArrowUp', 3, 10, 5)).toBe(2);
  expect(nextRow('ArrowUp', 0, 10, 5)).toBe(0);
});

test('page keys move by what is in view and never past an end', () => {
  expect(nextRow('PageDown', 0, 100, 20)).toBe(20);
  expect(nextRow('PageDown', 95, 100, 20)).toBe(99);
  expect(nextRow('PageUp', 5, 100, 20)).toBe(0);
});

test('Home and End go to the first and the last row', () => {
  expect(nextRow('Home', 57, 100, 20)).toBe(0);
  expect(nextRow('End', 57, 100, 20)).toBe(99);
});

test('other keys are left to whoever else wants them', () => {
  for (const key of ['a', 'Tab', 'ArrowLeft', 'Enter']) expect(nextRow(key, 1, 10, 5)).toBeNull();
});

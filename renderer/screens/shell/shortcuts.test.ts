import { expect, test } from 'vitest';
import { commandOf } from './shortcuts.ts';

const press = (key: string, held: Partial<Parameters<typeof commandOf>[0]> = { ctrlKey: true }) =>
  commandOf({ key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held });

test('Ctrl with a number goes to that room', () => {
  expect(press('1')).toBe('room-1');
  expect(press('9')).toBe('room-9');
  expect(press('0')).toBe('room-10');
});

test('the command key of a Mac means the same', () => {
  expect(press('k', { metaKey: true })).toBe('find');
});

test('Shift makes other commands of S and Z', () => {
  expect(press('S', { ctrlKey: true, shiftKey: true })).toBe('save-pdf');
  expect(press('Z', { ctrlKey: true, shiftKey: true })).toBe('redo');
  expect(press('N', { ctrlKey: true, shiftKey: true })).toBeNull();
});

test('letters alone, and AltGr, which types letters, are no commands', () => {
  expect(press('l', {})).toBeNull();
  expect(press('l', { ctrlKey: true, altKey: true })).toBeNull();
});

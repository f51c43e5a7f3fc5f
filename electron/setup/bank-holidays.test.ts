import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { TABLE, bankHolidaysSource } from './bank-holidays.mjs';

test('the table of bank holidays is the one that its script writes', async () => {
  expect(await readFile(TABLE, 'utf8')).toBe(bankHolidaysSource());
});

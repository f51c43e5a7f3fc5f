import { expect, it } from 'vitest';
import { filesInWords } from './restore-words.ts';

it('says how many attached files come back, and nothing where there are none', () => {
  expect(filesInWords({ named: 0, lost: 0 })).toBeNull();
  expect(filesInWords({ named: 1, lost: 0 })).toBe('The attached file is there too, whole.');
  expect(filesInWords({ named: 1_200, lost: 0 })).toBe(
    'All 1,200 attached files are there too, whole.',
  );
  expect(filesInWords({ named: 1, lost: 1 })).toMatch(/^The attached file is missing beside/);
  expect(filesInWords({ named: 3, lost: 2 })).toMatch(/^2 of 3 attached files are missing beside/);
});

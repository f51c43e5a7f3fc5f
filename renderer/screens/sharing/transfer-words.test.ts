import { expect, test } from 'vitest';
import { transferWords } from './transfer-words.ts';

test.each([
  ['GB', 'United Kingdom: outside the EU; no transfer abroad by UK law.', false],
  ['FR', 'France: outside the UK; adequate by UK regulations.', false],
  ['JP', 'Japan: outside the EU and outside the UK; adequate by UK regulations.', false],
  [
    'AE',
    'United Arab Emirates: outside the EU and outside the UK; not adequate by UK regulations, so a safeguard is needed.',
    true,
  ],
])('a bundle for %s is told by the policy and by UK law', (country, line, needsSafeguard) => {
  expect(transferWords([country])).toEqual({ lines: [line], needsSafeguard });
});

test('one recipient without adequacy is enough for a safeguard, and each country is said once', () => {
  const words = transferWords(['FR', 'AE', 'FR']);
  expect(words.needsSafeguard).toBe(true);
  expect(words.lines).toHaveLength(2);
});

test('nobody chosen is no transfer', () => {
  expect(transferWords([])).toEqual({ lines: [], needsSafeguard: false });
});

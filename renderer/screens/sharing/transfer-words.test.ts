import { expect, test } from 'vitest';
import { transferView } from '../../domain/countries.ts';
import { plainDate } from '../../domain/dates.ts';
import { transferWords } from './transfer-words.ts';

const TODAY = plainDate.parse('2026-11-23');
const viewsOf = (codes: readonly string[]) =>
  codes.map((code) => ({ code, ...transferView(code, TODAY, []) }));
const LIST = 'UK adequacy regulations as of 1 Nov 2026, as shipped';

test.each([
  ['GB', 'United Kingdom: outside the EU; no transfer abroad by UK law.', false],
  ['FR', `France: outside the UK; adequate (${LIST}).`, false],
  ['JP', `Japan: outside the EU and outside the UK; adequate (${LIST}).`, false],
  [
    'AE',
    `United Arab Emirates: outside the EU and outside the UK; not adequate (${LIST}), so a safeguard is needed.`,
    true,
  ],
])(
  'a bundle for %s is told by the policy and by UK law (TRANSFER)',
  (country, line, needsSafeguard) => {
    expect(transferWords(viewsOf([country]))).toEqual({ lines: [line], needsSafeguard });
  },
);

test('one recipient without adequacy is enough for a safeguard', () => {
  expect(transferWords(viewsOf(['FR', 'AE'])).needsSafeguard).toBe(true);
});

test('nobody chosen is no transfer', () => {
  expect(transferWords([])).toEqual({ lines: [], needsSafeguard: false });
});

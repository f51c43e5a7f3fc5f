import { expect, it } from 'vitest';
import { isJobUrl } from './app-protocol.ts';

const HANDLE = '0123456789abcdef'.repeat(2);

it.each([
  [`app://muniment/job/${HANDLE}`, true],
  [`app://muniment/job/${HANDLE}#mark`, true],
  [`app://muniment/job/${HANDLE}/fonts.css`, false],
  [`app://muniment/job/${HANDLE}#mark/../..`, false],
  [`app://muniment/job/${HANDLE}?mark`, false],
  [`app://elsewhere/job/${HANDLE}`, false],
  [`https://muniment/job/${HANDLE}`, false],
  ['app://muniment/', false],
])('%s is the address of a document held: %s', (url, is) => {
  expect(isJobUrl(url)).toBe(is);
});

import { expect, test } from 'vitest';
import { actionInWords } from './trail.ts';

const sheets = { pages: 12, copy: 2, copies: 3 };

test.each<[Parameters<typeof actionInWords>[0], string]>([
  [
    { action: 'printed', left: { what: 'minutes', form: 'paper' }, sheets },
    'Printed: minutes, on paper, 12 pages, copy 2 of 3',
  ],
  [
    { action: 'exported', left: { what: 'contacts', form: 'protected' } },
    'Exported: contact list, PDF with password',
  ],
  [{ action: 'previewed', left: { what: 'trail' } }, 'Document previewed: trail'],
  // From before it was noted what left, and what does not leave at all.
  [{ action: 'printed', sheets: { pages: 1, copy: 1, copies: 1 } }, 'Printed, 1 page'],
  [{ action: 'edited' }, 'Edited'],
])('%j is told as an auditor reads it (AUDIT)', (entry, words) => {
  expect(actionInWords(entry)).toBe(words);
});

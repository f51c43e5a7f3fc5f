import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  attachment,
  attachmentName,
  attachmentsOf,
  copyName,
  withAttachments,
} from './attachment.ts';

const file = attachment.parse({
  id: `att_${'a'.repeat(26)}`,
  name: 'scan.pdf',
  added: 0,
  details: 'as-is',
  blob: { id: '0'.repeat(32), key: '0'.repeat(64), by: '0'.repeat(64), size: 1 },
  thumbnail: null,
});

describe('the name of a file', () => {
  test('any name is kept as one that a record takes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (name) => {
        expect(attachment.shape.name.safeParse(attachmentName(name)).success).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
  test.each([
    ['Protokół.pdf', 'Protokół.pdf'],
    ['  two\r\nlines.txt ', 'two lines.txt'],
    ['holiday\u202egpj.exe', 'holidaygpj.exe'],
    ['', 'File without a name'],
    [`${'x'.repeat(300)}.jpeg`, `${'x'.repeat(195)}.jpeg`],
    ['🌿'.repeat(150), '🌿'.repeat(100)],
  ])('%j is kept as %j', (name, kept) => {
    expect(attachmentName(name)).toBe(kept);
  });
  test.each([
    ['Consent of Wilhelmina Oake.PDF', 'attachment.pdf'],
    ['no ending', 'attachment'],
    ['odd.$(rm)', 'attachment'],
    ['archive.tar.gz', 'attachment.gz'],
  ])('a copy of %j is offered as %j, which names nobody', (name, offered) => {
    expect(copyName(name)).toBe(offered);
  });
});

test('a record from before attachments has none, and one whose last went is as if it never had any', () => {
  const old = { kind: 'person', name: 'Anna' };
  expect(attachmentsOf(old)).toEqual([]);
  const held = withAttachments(old, [file]);
  expect(attachmentsOf(held)).toEqual([file]);
  expect(withAttachments(held, [])).toEqual(old);
  expect(JSON.stringify(withAttachments(held, []))).toBe(JSON.stringify(old));
});

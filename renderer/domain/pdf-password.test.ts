import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Result, fail, ok } from './errors.ts';
import { pdfPassword } from './pdf-password.ts';

/** Any UTF-16, halves of surrogate pairs included. */
const anyText = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 })
  .map((units) => String.fromCharCode(...units));

const bytes = (made: Result<string>) =>
  made.ok ? new TextEncoder().encode(made.value).byteLength : 0;

describe('the password of a PDF', () => {
  it.each([
    // The examples of RFC 4013 (3).
    ['I\u00ADX', 'IX'],
    ['user', 'user'],
    ['USER', 'USER'],
    ['\u00AA', 'a'],
    ['\u2168', 'IX'],
    // One letter; a letter in two pieces; strange spaces; full-width letters; from the right; emoji.
    ['x', 'x'],
    ['pa\u0308ss', 'p\u00E4ss'],
    ['a\u00A0b\u3000c', 'a b c'],
    ['\uFF41\uFF42\uFF43', 'abc'],
    ['סיסמה', 'סיסמה'],
    ['كلمة السر', 'كلمة السر'],
    ['🎉🎈', '🎉🎈'],
  ])('typed as %j is %j in the file', (typed, made) => {
    expect(pdfPassword(typed)).toEqual(ok(made));
  });

  it.each([
    ['', 'document/password-empty'],
    ['\u00AD\u200B', 'document/password-empty'],
    ['a\u0007b', 'document/password-letters'],
    ['a\uD800', 'document/password-letters'],
    ['a\uE000', 'document/password-letters'],
    ['\u06271', 'document/password-direction'],
    ['סיסמה abc ס', 'document/password-direction'],
    ['a'.repeat(500), 'document/password-long'],
    ['ä'.repeat(64), 'document/password-long'],
  ] as const)('typed as %j is refused: %s', (typed, code) => {
    expect(pdfPassword(typed)).toEqual(fail(code));
  });

  it('is as long as a viewer reads, and not a byte longer', () => {
    expect(pdfPassword('a'.repeat(127)).ok).toBe(true);
    expect(pdfPassword('a'.repeat(128)).ok).toBe(false);
  });

  it('is the same when it is prepared again, and never too long', () => {
    fc.assert(
      fc.property(anyText, (typed) => {
        const made = pdfPassword(typed);
        expect(made.ok ? pdfPassword(made.value) : made).toEqual(made);
        expect(bytes(made)).toBeLessThanOrEqual(127);
      }),
      { numRuns: 50 },
    );
  });
});

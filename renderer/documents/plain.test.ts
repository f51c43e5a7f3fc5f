import { describe, expect, it } from 'vitest';
import { plain } from './plain.ts';

describe('plain text', () => {
  it.each([
    ['tabs\tand\nlines', 'tabs\tand\nlines'],
    ['a\r\nb\rc\u2028d\u2029e\u0085f', 'a\nb\nc\nd\ne\nf'],
    ['bell\u0007, null\u0000, delete\u007F, C1\u009B', 'bell, null, delete, C1'],
    ['\uFEFFmark, \uFDD0non\uFFFF\u{1FFFE}', 'mark, non'],
    ['evil\u202Etxt.exe\u2067', 'eviltxt.exe'],
    ['half \uD83D, whole 😀', 'half \uFFFD, whole 😀'],
    ['می\u200Cخواهم \u200Fنادر', 'می\u200Cخواهم \u200Fنادر'],
  ])('%j becomes %j', (text, expected) => {
    expect(plain(text)).toBe(expected);
  });
});

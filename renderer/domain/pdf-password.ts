/** The password of an encrypted PDF (ISO 32000-2, 7.6.4.3.3), as every viewer will make it of what is typed. */
import { type Result, fail, ok } from './errors.ts';

/** Viewers cut what is longer, so that two passwords would open one file. */
const MOST_BYTES = 127;

/** RFC 3454, B.1: what SASLprep takes away. */
const NOTHING =
  /\u00AD|\u034F|\u1806|[\u180B-\u180D]|[\u200B-\u200D]|\u2060|[\uFE00-\uFE0F]|\uFEFF/gu;
/** RFC 3454, C.1.2: what becomes a space. */
const SPACES = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/gu;
/** RFC 3454, C.2 to C.9: controls, private and unassigned characters, half pairs, and what no keyboard writes. */
const PROHIBITED = /[\p{C}\p{Zl}\p{Zp}\u0340\u0341\u2FF0-\u2FFB\uFFFC\uFFFD]/u;
/** RFC 3454, D.1 and D.2: letters written from the right, and the others. */
const FROM_RIGHT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u;
const FROM_LEFT =
  /(?![\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}])\p{L}/u;

/**
 * What was typed, prepared by SASLprep (RFC 4013): NFKC, strange spaces as spaces. Characters younger than Unicode 3.2,
 * emoji among them, are kept, as RFC 3454 (7) has it for what is asked for.
 * Errors: document/password-empty, document/password-long, document/password-letters, document/password-direction.
 */
export function pdfPassword(typed: string): Result<string> {
  const password = typed.replaceAll(NOTHING, '').replaceAll(SPACES, ' ').normalize('NFKC');
  if (password === '') return fail('document/password-empty');
  if (PROHIBITED.test(password)) return fail('document/password-letters');
  if (FROM_RIGHT.test(password)) {
    const characters = [...password];
    const ends = [characters[0] ?? '', characters.at(-1) ?? ''];
    if (FROM_LEFT.test(password) || !ends.every((end) => FROM_RIGHT.test(end))) {
      return fail('document/password-direction');
    }
  }
  if (new TextEncoder().encode(password).byteLength > MOST_BYTES) {
    return fail('document/password-long');
  }
  return ok(password);
}

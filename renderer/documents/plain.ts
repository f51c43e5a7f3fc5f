/** Cleans text that came from outside, before any output writes it. */

/**
 * Characters that no document needs and that can deceive or break one: controls (but tab and line feed), directional
 * embeddings, overrides and isolates (U+202A–202E, U+2066–2069; direction is given by markup instead), line and
 * paragraph separators (read as line feeds), non-characters and the byte-order mark.
 */
const harmful =
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFDD0-\uFDEF\uFEFF\uFFFE\uFFFF]/gu;

/** The same words without harmful characters; half surrogates become U+FFFD, every line end a line feed. */
export function plain(text: string): string {
  return text
    .replaceAll(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replaceAll(harmful, '')
    .replaceAll(/[\uD800-\uDFFF]/gu, '\uFFFD');
}

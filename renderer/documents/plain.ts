/** Cleans text that came from outside, before any output writes it. */

/**
 * Characters that no document needs and that can deceive or break one: directional embeddings, overrides and isolates
 * (direction is given by markup instead), non-characters and the byte-order mark.
 */
const harmful = /[\u202A-\u202E\u2066-\u2069\uFEFF\p{Noncharacter_Code_Point}]/gu;

/**
 * The same words without harmful characters and without controls other than tab and line feed; every line end and
 * separator becomes a line feed, half a surrogate pair U+FFFD.
 */
export function plain(text: string): string {
  return text
    .replaceAll(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replaceAll(/\p{Cc}/gu, (control) => (control === '\t' || control === '\n' ? control : ''))
    .replaceAll(harmful, '')
    .replaceAll(/\p{Surrogate}/gu, '\uFFFD');
}

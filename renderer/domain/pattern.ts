/** A text as a pattern that finds itself. A hyphen stays: such a pattern must not escape it. */
export function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
}

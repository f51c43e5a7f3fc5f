/**
 * Where a bug is, for the page: its kind and the places in the code. Never its message, which may quote what was
 * being worked on (a JSON error shows the text that it stumbled over).
 */
export function traceOf(bug: unknown): string {
  if (!(bug instanceof Error)) return 'unknown';
  const places = (bug.stack ?? '').split('\n').filter((line) => /^\s+at .*:\d+:\d+\)?$/.test(line));
  return [bug.name, ...places].join('\n');
}

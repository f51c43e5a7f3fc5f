/** Names of files inside a bundle: a narrow set that is harmless on every system. */

export const NOTE = 'CONFIDENTIAL.txt';
export const MANIFEST = 'manifest.json';
export const SIGNATURE = 'manifest.sig';
const OWN = new Set<string>([NOTE, MANIFEST, SIGNATURE]);

/**
 * ASCII letters and digits, and space . _ - ( ) within; no `~`, so no Windows short names; no other script, so
 * no two spellings of one name.
 */
const SEGMENT = /^[A-Za-z0-9](?:[A-Za-z0-9 ._()-]{0,98}[A-Za-z0-9_()-])?$/;

/** Names that Windows takes for devices, with or without an extension. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?: *\.|$)/i;

/**
 * Whether a name may stand in a bundle: one of the three of the bundle's own, or a path of two to four
 * segments under `records`, `documents` or `attachments`. Relative, without `..`, backslash or control
 * characters, at most 150 characters.
 */
export function isSafeName(name: string): boolean {
  if (OWN.has(name)) return true;
  const segments = name.split('/');
  const [top] = segments;
  return (
    name.length <= 150 &&
    (top === 'records' || top === 'documents' || top === 'attachments') &&
    segments.length >= 2 &&
    segments.length <= 4 &&
    segments.every((segment) => SEGMENT.test(segment) && !DEVICE.test(segment))
  );
}

/**
 * Whether names can lie side by side on any disk: none twice, none that differ in case only, none that is both
 * a file and a folder.
 */
export function areDistinct(names: readonly string[]): boolean {
  const files = new Set(names.map((name) => name.toLowerCase()));
  if (files.size !== names.length) return false;
  return [...files].every((name) => {
    const segments = name.split('/');
    return segments
      .slice(1)
      .every((_, index) => !files.has(segments.slice(0, index + 1).join('/')));
  });
}

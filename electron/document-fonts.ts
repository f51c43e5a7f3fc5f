/**
 * Which faces a document gets: of the hundreds that the style sheet of fonts declares, those that its letters can need. All
 * of them made Chromium twice as slow with a long document, though it loads none that it does not need.
 */
import { readFileSync } from 'node:fs';

interface Face {
  readonly rule: string;
  /** The code points that it is for, each from and to, both included. */
  readonly ranges: readonly (readonly [number, number])[];
}

const LAST_ASCII = 0x7f;
const LAST = 0x10ffff;
const FOREIGN = /[^\0-\x7f]/gu;

/** By the style sheet's path: it is parsed once. */
const known = new Map<string, readonly Face[]>();

/** The style sheet that declares those faces. @param sheet the path of the one that declares all @param html the document */
export function fontsFor(sheet: string, html: string): string {
  const faces = known.get(sheet) ?? facesOf(readFileSync(sheet, 'utf8'));
  known.set(sheet, faces);
  const letters = [...new Set(html.match(FOREIGN) ?? [])].map(
    (letter) => letter.codePointAt(0) ?? 0,
  );
  return faces
    .filter(({ ranges }) =>
      ranges.some(
        ([from, to]) =>
          from <= LAST_ASCII || letters.some((letter) => letter >= from && letter <= to),
      ),
    )
    .map(({ rule }) => rule)
    .join('\n');
}

function facesOf(css: string): Face[] {
  return (css.match(/@font-face\s*\{[^}]*\}/g) ?? []).map((rule) => {
    const said = /unicode-range:\s*([^;}]*)/.exec(rule)?.[1];
    return { rule, ranges: said?.split(',').map(rangeOf) ?? [[0, LAST]] };
  });
}

/** `U+0041`, `U+0041-005A` or `U+4??` (CSS Fonts 4, 4.5). */
function rangeOf(text: string): readonly [number, number] {
  const [from = '', to = from] = text.trim().replace(/^U\+/i, '').split('-');
  return [
    Number.parseInt(from.replaceAll('?', '0'), 16),
    Number.parseInt(to.replaceAll('?', 'F'), 16),
  ];
}

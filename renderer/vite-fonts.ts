import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import type { Plugin } from 'vite';

/** In two weights each: text, and emoji in one piece, so that what is joined of several is one picture. */
const families = [
  'noto-sans/',
  'noto-sans-arabic/',
  'noto-sans-hebrew/',
  'noto-sans-jp/',
  'noto-sans-kr/',
  'noto-sans-sc/',
  'noto-sans-symbols/',
  'noto-emoji/emoji-',
];
const sheets = [
  ...families.flatMap((family) => [`${family}400.css`, `${family}700.css`]),
  // Symbols have one weight, and so have letters to be typed off.
  'noto-sans-symbols-2/400.css',
  'noto-sans-mono/400.css',
];

/**
 * Puts the static Noto faces under `fonts/` of the bundle, and one `fonts.css` that declares them with the unicode
 * ranges of their packages and addresses from the root (`/fonts/…`). Page and print share both.
 */
export function fonts(): Plugin {
  const find = createRequire(import.meta.url);
  return {
    name: 'muniment-fonts',
    apply: 'build',
    generateBundle() {
      const rules: string[] = [];
      for (const name of sheets) {
        const sheet = find.resolve(`@fontsource/${name}`);
        // The .woff twin of each face is for browsers without WOFF2; this program has one browser.
        const css = readFileSync(sheet, 'utf8').replaceAll(
          /,\s*url\([^)]+\.woff\)\s*format\('woff'\)/g,
          '',
        );
        rules.push(
          css.replaceAll(/url\(([^)]+\.woff2)\)/g, (_match, file: string) => {
            const fileName = `fonts/${basename(file)}`;
            const source = readFileSync(join(dirname(sheet), file));
            this.emitFile({ type: 'asset', fileName, source });
            return `url(/${fileName})`;
          }),
        );
      }
      this.emitFile({ type: 'asset', fileName: 'fonts.css', source: rules.join('\n') });
    },
  };
}

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import type { Plugin } from 'vite';

const packages = [
  '@fontsource/noto-sans',
  '@fontsource/noto-sans-arabic',
  '@fontsource/noto-sans-hebrew',
  '@fontsource/noto-sans-jp',
  '@fontsource/noto-sans-kr',
  '@fontsource/noto-sans-sc',
];
const weights = [400, 700];

/**
 * Puts the static Noto Sans faces (400 and 700) under `fonts/` of the bundle, and one `fonts.css` that declares them
 * with the unicode ranges of their packages and addresses from the root (`/fonts/…`). Page and print share both.
 */
export function fonts(): Plugin {
  const find = createRequire(import.meta.url);
  return {
    name: 'muniment-fonts',
    apply: 'build',
    generateBundle() {
      const rules: string[] = [];
      for (const name of packages) {
        for (const weight of weights) {
          const sheet = find.resolve(`${name}/${weight}.css`);
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
      }
      this.emitFile({ type: 'asset', fileName: 'fonts.css', source: rules.join('\n') });
    },
  };
}

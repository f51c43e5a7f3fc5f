import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fontsFor } from './document-fonts.ts';

let folder = '';
let sheet = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'fonts-'));
  sheet = join(folder, 'fonts.css');
  const face = (name: string, range: string) =>
    `@font-face {\n  font-family: '${name}';\n  src: url(/fonts/${name}.woff2);\n${range}}\n`;
  writeFileSync(
    sheet,
    [
      face('latin', '  unicode-range: U+0000-00FF,U+2000-206F;\n'),
      face('greek', '  unicode-range: U+0370-0377, U+037A-03FF;\n'),
      face('han', '  unicode-range: U+4e00,U+5b57,U+6f22;\n'),
      face('emoji', '  unicode-range: U+1F9??;\n'),
      face('all', ''),
    ].join('/* faces */\n'),
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

const facesOf = (text: string) =>
  [...fontsFor(sheet, `<p>${text}</p>`).matchAll(/font-family: '(\w+)'/g)].map(([, name]) => name);

it.each([
  ['plain letters', ['latin', 'all']],
  ['Ελένη', ['latin', 'greek', 'all']],
  ['漢 and 字', ['latin', 'han', 'all']],
  ['🦊', ['latin', 'emoji', 'all']],
  ['ж', ['latin', 'all']],
])('%s get the faces that can hold them', (text, faces) => {
  expect(facesOf(text)).toEqual(faces);
});

/** Reads the documents back with other programs. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { BANNER } from '../renderer/domain/banner.ts';

/** The exact sentence stands in one piece on every page, and the file says nothing of the machine. */
export function expectStamped(path: string): void {
  const pages = textOf(path).split('\f').slice(0, -1);
  expect(pages.length).toBeGreaterThan(0);
  for (const page of pages) expect(page).toContain(BANNER);
  const facts = execFileSync('pdfinfo', [path], { encoding: 'utf8' });
  expect(facts).toMatch(/^Creator:\s+Muniment$/m);
  expect(facts).toMatch(/^Tagged:\s+yes$/m);
  const fonts = execFileSync('pdffonts', [path], { encoding: 'utf8' }).split('\n').slice(2, -1);
  expect(fonts.length).toBeGreaterThan(0);
  for (const font of fonts) expect(font).toMatch(/ yes (yes|no)\s+(yes|no)\s+\d+\s+\d+$/);
}

/** The words of a PDF, a form feed after each page. */
export function textOf(path: string): string {
  return execFileSync('pdftotext', [path, '-'], { encoding: 'utf8' });
}

/** Opens a passphrase bundle with Debian's own `age` and `unzip`; answers the folder of what was in it. */
export function unpackWithStockAge(bundle: string, passphrase: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'muniment-stock-age-'));
  const zip = join(folder, 'bundle.zip');
  // age asks the terminal for its passphrase and refuses a pipe: `script` gives it one.
  const command = '(sleep 1; echo "$1") | script -qec "age -d -o $2 $3" /dev/null';
  execFileSync('bash', ['-c', command, 'bash', passphrase, zip, bundle]);
  execFileSync('unzip', ['-q', zip, '-d', folder]);
  return folder;
}

/** Reads the documents back with other programs. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
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

/** The exact sentence stands at the head of every page that LibreOffice makes of a Word file. */
export function expectStampedInWord(path: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'muniment-word-'));
  // A profile of its own, so that no other LibreOffice is in its way.
  const own = `-env:UserInstallation=file://${folder}/profile`;
  const made = ['--headless', '--convert-to', 'pdf', '--outdir', folder, path];
  execFileSync('soffice', [own, ...made], { stdio: 'ignore', timeout: 60_000 });
  const pages = textOf(join(folder, `${basename(path, '.docx')}.pdf`))
    .split('\f')
    .slice(0, -1);
  expect(pages.length).toBeGreaterThan(0);
  for (const page of pages) expect(page.replaceAll(/\s+/g, ' ').trim().indexOf(BANNER)).toBe(0);
  rmSync(folder, { recursive: true });
}

/** The words of a PDF, a form feed after each page. */
export function textOf(path: string): string {
  return execFileSync('pdftotext', [path, '-'], { encoding: 'utf8' });
}

/** The title in a PDF's properties, which a viewer and a list of files show. */
export function titleOf(path: string): string {
  const facts = execFileSync('pdfinfo', [path], { encoding: 'utf8' });
  return /^Title:\s+(.*)$/m.exec(facts)?.[1] ?? '';
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

/** What other programs read in the files that left: poppler, qpdf, LibreOffice. */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { ANONYMISED, BANNER } from '../../renderer/domain/banner.ts';

const run = promisify(execFile);
const MOST_OUTPUT = 256 * 1024 * 1024;

export async function read(program: string, ...words: readonly string[]): Promise<string> {
  const { stdout } = await run(program, words, { maxBuffer: MOST_OUTPUT });
  return stdout;
}

/** The words of each page. */
export async function pagesOf(pdf: string, password = ''): Promise<string[]> {
  const text = await read('pdftotext', '-upw', password, pdf, '-');
  return text.split('\f').slice(0, -1);
}

/** On how many pages the sentence stands at the head, in one piece. */
export function withSentence(pages: readonly string[], personal: boolean): number {
  const sentence = personal ? BANNER : ANONYMISED;
  return pages.filter((page) => page.replaceAll(/\s+/g, ' ').trim().startsWith(sentence)).length;
}

/** Fonts that are not embedded, or that are pictures of letters without their meaning. */
export async function badFonts(pdf: string): Promise<string[]> {
  const lines = (await read('pdffonts', pdf)).split('\n').slice(2, -1);
  // name, type, encoding, emb, sub, uni, object: the last five are one word each.
  return lines.filter(
    (line) => !/ yes +(?:yes|no) +yes +\d+ +\d+$/.test(line) || / Type 3 /.test(line),
  );
}

/** Draws each page as `<name>-<page>.png`, small enough to look at many. */
export async function drawPages(pdf: string, folder: string): Promise<string[]> {
  const name = basename(pdf, '.pdf');
  await run('pdftoppm', ['-r', '60', '-png', pdf, join(folder, name)]);
  return readdirSync(folder).filter((file) => file.startsWith(`${name}-`));
}

/** Opens Word documents with LibreOffice, all at once, and prints each to a PDF of its name in the folder. */
export async function asLibreOfficePrints(docx: readonly string[], folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const profile = mkdtempSync(join(tmpdir(), 'muniment-libreoffice-'));
  const words = ['--headless', `-env:UserInstallation=file://${profile}`, '--convert-to', 'pdf'];
  await run('soffice', [...words, '--outdir', folder, ...docx], { maxBuffer: MOST_OUTPUT });
}

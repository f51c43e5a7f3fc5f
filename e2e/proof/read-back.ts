/** What other programs read in the files that left: poppler, qpdf, LibreOffice. */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { ANONYMISED, BANNER } from '../../renderer/domain/banner.ts';
import { type Picture, inkOf, keepPictures, picturesOf, strip } from '../paper.ts';

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

/** Draws each page as `<name>-<page>.png`, small enough to look at many; answers the pages. */
export async function drawPages(pdf: string, folder: string): Promise<Picture[]> {
  const pictures = await picturesOf(pdf);
  keepPictures(pictures, join(folder, basename(pdf, '.pdf')));
  return pictures;
}

/**
 * Draws the sheets that a printer was sent, and answers how many have the sentence at their head: as words, and as ink,
 * red but for counts. Each has its number at its foot, and something in between.
 */
export async function sheetsOf(
  pdf: string,
  personal: boolean,
  folder: string,
): Promise<{ pages: number; pagesWithBanner: number }> {
  const [words, pictures] = await Promise.all([pagesOf(pdf), drawPages(pdf, folder)]);
  const pages = pictures.length;
  const isWhole = (picture: Picture, at: number): boolean => {
    const head = inkOf(strip(picture, 10, 22));
    const body = inkOf(strip(picture, 26, 265));
    const said = words[at] ?? '';
    return (
      (personal ? head.red : head.dark) > 150 &&
      body.red + body.dark > 40 &&
      said.includes(`Page ${at + 1} of ${pages}`) &&
      withSentence([said], personal) === 1
    );
  };
  return { pages, pagesWithBanner: pictures.filter(isWhole).length };
}

/** Opens Word documents with LibreOffice, all at once, and prints each to a PDF of its name in the folder. */
export async function asLibreOfficePrints(docx: readonly string[], folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const profile = mkdtempSync(join(tmpdir(), 'muniment-libreoffice-'));
  const words = ['--headless', `-env:UserInstallation=file://${profile}`, '--convert-to', 'pdf'];
  await run('soffice', [...words, '--outdir', folder, ...docx], { maxBuffer: MOST_OUTPUT });
}

/** Does the work for each, two at a time. */
export async function twoAtATime<T>(
  all: readonly T[],
  work: (one: T, at: number) => Promise<void>,
): Promise<void> {
  const left = all.entries();
  const some = async () => {
    for (const [at, one] of left) await work(one, at);
  };
  await Promise.all([some(), some()]);
}

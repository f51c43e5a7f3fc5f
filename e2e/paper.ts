/** The pages of a printed document as pictures, and what can be told of their dots. */
import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { rgbPng } from './pictures.ts';

const run = promisify(execFile);
const DPI = 60;

/** A page: three bytes a dot (red, green, blue), row by row from its upper left corner. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly dots: Buffer;
}

/** The pages of a PDF, as poppler draws them. */
export async function picturesOf(pdf: string): Promise<Picture[]> {
  const { stdout: raw } = await run('pdftoppm', ['-r', `${DPI}`, pdf], {
    encoding: 'buffer',
    maxBuffer: 1 << 30,
  });
  const pictures: Picture[] = [];
  let at = 0;
  while (at < raw.length) {
    const [head, width, height] =
      /^P6\n(\d+) (\d+)\n255\n/.exec(raw.toString('latin1', at, at + 40)) ?? [];
    if (head === undefined) throw new Error('pdftoppm wrote something else');
    const size = { width: Number(width), height: Number(height) };
    const end = at + head.length + 3 * size.width * size.height;
    pictures.push({ ...size, dots: raw.subarray(at + head.length, end) });
    at = end;
  }
  return pictures;
}

/** Writes each page as `<stem>-<page>.png`. */
export function keepPictures(pictures: readonly Picture[], stem: string): void {
  const digits = String(pictures.length).length;
  for (const [at, { width, height, dots }] of pictures.entries())
    writeFileSync(
      `${stem}-${String(at + 1).padStart(digits, '0')}.png`,
      rgbPng(width, height, dots),
    );
}

/** The dots of a page between two heights, in millimetres from its upper edge. */
export function strip({ width, height, dots }: Picture, from: number, to: number): Buffer {
  const row = (mm: number): number => Math.min(Math.round((mm / 25.4) * DPI), height) * 3 * width;
  return dots.subarray(row(from), row(to));
}

/** How many dots of a strip are red; pale grey, as the mark is; darker than that. */
export function inkOf(dots: Buffer): { red: number; pale: number; dark: number } {
  const ink = { red: 0, pale: 0, dark: 0 };
  for (let at = 0; at < dots.length; at += 3) {
    const [red = 0, green = 0, blue = 0] = [dots[at], dots[at + 1], dots[at + 2]];
    if (red > green + 60 && red > blue + 60) ink.red += 1;
    else if (red > 215 && red < 236) ink.pale += 1;
    else if (red < 160) ink.dark += 1;
  }
  return ink;
}

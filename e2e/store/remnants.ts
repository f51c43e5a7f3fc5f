/** Looks for words in every file below some folders, in each dress that a browser may store them in. */
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/** What was found: never the file's content. */
export interface Found {
  readonly word: string;
  readonly dress: 'UTF-8' | 'UTF-16LE' | 'base64' | 'base64 of UTF-16LE' | 'file name';
  readonly path: string;
}

interface Needle extends Omit<Found, 'path'> {
  readonly bytes: string;
  /** Case counts: base64 means something else without it. */
  readonly exact: boolean;
}

/** Searches every regular file; links and sockets are named, not followed. */
export function remnants(folders: readonly string[], words: readonly string[]): Found[] {
  const needles = words.flatMap(dressed);
  const found: Found[] = [];
  for (const path of folders.flatMap(filesBelow)) {
    const name = path.toLowerCase();
    for (const word of words)
      if (name.includes(word.toLowerCase())) found.push({ word, dress: 'file name', path });
    const text = contentOf(path);
    const lower = lowerCase(text);
    for (const { word, dress, bytes, exact } of needles)
      if ((exact ? text : lower).includes(bytes)) found.push({ word, dress, path });
  }
  return found;
}

/** Searches again and again while something is done; answers whatever was there at any moment. */
export async function remnantsDuring(
  folders: readonly string[],
  words: readonly string[],
  work: () => Promise<void>,
): Promise<Found[]> {
  const found: Found[] = [];
  const done = work().then(() => true);
  do found.push(...remnants(folders, words));
  while (!(await Promise.race([done, setTimeout(SEARCH_EVERY_MS, false)])));
  return found;
}
const SEARCH_EVERY_MS = 20;

/** A word in every dress, as bytes in a latin-1 string. */
function dressed(word: string): Needle[] {
  const utf8 = Buffer.from(word, 'utf8');
  const utf16 = Buffer.from(word, 'utf16le');
  return [
    { word, dress: 'UTF-8', bytes: lowerCase(utf8.toString('latin1')), exact: false },
    { word, dress: 'UTF-16LE', bytes: lowerCase(utf16.toString('latin1')), exact: false },
    ...base64s(utf8).map((bytes) => ({ word, dress: 'base64' as const, bytes, exact: true })),
    ...base64s(utf16).map((bytes) => ({
      word,
      dress: 'base64 of UTF-16LE' as const,
      bytes,
      exact: true,
    })),
  ];
}

/** Base64 of bytes that begin at each of the three places in a group, without the letters that neighbours share. */
function base64s(bytes: Buffer): string[] {
  return [0, 1, 2].map((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    const last = (shift + bytes.length) % 3 === 0 ? text.length : text.length - 1;
    return text.slice(shift === 0 ? 0 : shift + 1, last);
  });
}

/** ASCII only: the same bytes have to come out of a name in any alphabet. */
function lowerCase(latin1: string): string {
  return latin1.replaceAll(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    try {
      return lstatSync(path).isDirectory() ? filesBelow(path) : [path];
    } catch {
      // Gone since it was listed.
      return [];
    }
  });
}

function contentOf(path: string): string {
  try {
    return lstatSync(path).isFile() ? readFileSync(path).toString('latin1') : '';
  } catch {
    return '';
  }
}

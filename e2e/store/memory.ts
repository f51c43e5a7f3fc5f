/** What the processes of a program hold in memory, read from outside. Linux only, where the system allows it. */
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import type { Muniment } from '../launch.ts';
import { processesOf } from './process-tree.ts';

const PIECE = 8 * 1024 * 1024;

/** A word in a process: never what stands around it. */
export interface Held {
  readonly pid: number;
  readonly kind: string;
  readonly word: string;
  readonly times: number;
}

/** Whether this machine lets one process read another's memory; a program that runs is needed to try. */
export function mayReadMemory({ app }: Muniment): boolean {
  const pid = app.process().pid ?? 0;
  try {
    const [first] = regionsOf(pid);
    if (!first) return false;
    const file = openSync(`/proc/${pid}/mem`, 'r');
    try {
      return readSync(file, Buffer.alloc(16), 0, 16, first.from) === 16;
    } finally {
      closeSync(file);
    }
  } catch {
    return false;
  }
}

/** Looks for words, as UTF-8 and as UTF-16, in all that the program's processes have written to memory. */
export function heldInMemory(program: Muniment, words: Readonly<Record<string, string>>): Held[] {
  const needles = Object.entries(words).flatMap(([word, text]) => [
    { word, bytes: Buffer.from(text, 'utf8') },
    { word, bytes: Buffer.from(text, 'utf16le') },
  ]);
  const overlap = Math.max(...needles.map(({ bytes }) => bytes.length)) - 1;
  const found: Held[] = [];
  for (const pid of processesOf(program)) {
    const times = new Map<string, number>();
    for (const piece of piecesOf(pid, overlap))
      for (const { word, bytes } of needles) {
        const count = countOf(piece, bytes);
        if (count > 0) times.set(word, (times.get(word) ?? 0) + count);
      }
    for (const [word, count] of times) found.push({ pid, kind: kindOf(pid), word, times: count });
  }
  return found;
}

function* piecesOf(pid: number, overlap: number): Iterable<Buffer> {
  let file: number;
  try {
    file = openSync(`/proc/${pid}/mem`, 'r');
  } catch {
    return;
  }
  try {
    const buffer = Buffer.allocUnsafe(PIECE);
    for (const { from, to } of regionsOf(pid))
      for (let at = from; at < to; at += PIECE - overlap) {
        try {
          const read = readSync(file, buffer, 0, Math.min(PIECE, to - at), at);
          yield buffer.subarray(0, read);
        } catch {
          // Given back since it was listed, or reserved and never used.
        }
      }
    buffer.fill(0);
  } finally {
    closeSync(file);
  }
}

/** What a process may write to, and has. */
function regionsOf(pid: number): { from: number; to: number }[] {
  let smaps: string;
  try {
    smaps = readFileSync(`/proc/${pid}/smaps`, 'latin1');
  } catch {
    return [];
  }
  const regions: { from: number; to: number }[] = [];
  for (const entry of smaps.split(/^(?=[0-9a-f]+-[0-9a-f]+ )/m)) {
    const [, from, to] = /^([0-9a-f]+)-([0-9a-f]+) rw/.exec(entry) ?? [];
    const used = Number(/^(?:Rss|Swap): +(\d+) kB/m.exec(entry)?.[1] ?? 0);
    if (from && to && used > 0)
      regions.push({ from: Number.parseInt(from, 16), to: Number.parseInt(to, 16) });
  }
  return regions;
}

function countOf(bytes: Buffer, needle: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(needle); at >= 0; at = bytes.indexOf(needle, at + 1)) count += 1;
  return count;
}

function kindOf(pid: number): string {
  try {
    const words = readFileSync(`/proc/${pid}/cmdline`, 'latin1');
    return /--type=([a-z-]+)/.exec(words)?.[1] ?? 'host';
  } catch {
    return 'gone';
  }
}

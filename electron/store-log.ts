/**
 * LevelDB's log, in which Chromium keeps what the store was given last: read as far as it is whole, and written anew. The
 * form is LevelDB's own (doc/log_format.md): blocks of 32 KiB; in them fragments, each with the checksum of its kind and
 * bytes, and its length; a record is one fragment, or a first, any middle and a last one.
 */
import { createCRC32 } from 'hash-wasm';

const BLOCK = 32 * 1024;
const HEADER = 7;
const FULL = 1;
const FIRST = 2;
const MIDDLE = 3;
const LAST = 4;
/** CRC-32C (Castagnoli), reversed. */
const POLYNOMIAL = 0x82_f6_3b_78;
/** LevelDB stores no checksum as it is (util/crc32c.h). */
const MASK = 0xa2_82_ea_d8;

/** The checksum of kind and bytes, as it stands in a log. */
type Checksum = (bytes: Uint8Array) => number;

interface Fragment {
  readonly kind: number;
  readonly bytes: Uint8Array;
  /** Where the next one begins. */
  readonly end: number;
}

export interface StoreLogs {
  /**
   * The records that are whole, in their order; `torn`: something else was between or behind them. Behind a record that
   * was cut short the next may begin at any byte.
   */
  read(log: Uint8Array): { records: Uint8Array[]; torn: boolean };
  /** A log of these records. */
  write(records: readonly Uint8Array[]): Uint8Array;
}

export async function openStoreLogs(): Promise<StoreLogs> {
  const crc = await createCRC32(POLYNOMIAL);
  const checksum: Checksum = (bytes) => {
    const sum = Number.parseInt(crc.init().update(bytes).digest('hex'), 16);
    return (((sum >>> 15) | (sum << 17)) + MASK) >>> 0;
  };
  return {
    read: (log) => readLog(log, checksum),
    write: (records) => writeLog(records, checksum),
  };
}

function readLog(log: Uint8Array, checksum: Checksum): ReturnType<StoreLogs['read']> {
  const records: Uint8Array[] = [];
  let torn = false;
  /** The fragments so far of a record that has begun. */
  let begun: Uint8Array[] | null = null;
  for (let at = 0; at < log.length;) {
    const left = BLOCK - (at % BLOCK);
    if (left < HEADER) {
      at += left;
      continue;
    }
    const found = fragmentAt(log, at, checksum);
    if (!found) {
      torn = true;
      begun = null;
      at += 1;
      continue;
    }
    const { kind, bytes, end } = found;
    const begins = kind === FULL || kind === FIRST;
    if (begins === (begun !== null)) torn = true;
    const record: Uint8Array[] | null = begins ? [bytes] : begun && [...begun, bytes];
    if (record && (kind === FULL || kind === LAST)) records.push(Buffer.concat(record));
    begun = kind === FIRST || kind === MIDDLE ? record : null;
    at = end;
  }
  return { records, torn: torn || begun !== null };
}

/** null: no fragment begins here that has come whole. */
function fragmentAt(log: Uint8Array, at: number, checksum: Checksum): Fragment | null {
  const start = at + HEADER;
  if (start > log.length) return null;
  const view = new DataView(log.buffer, log.byteOffset + at, HEADER);
  const kind = view.getUint8(6);
  const end = start + view.getUint16(4, true);
  const blockEnd = at - (at % BLOCK) + BLOCK;
  if (kind < FULL || kind > LAST || end > Math.min(blockEnd, log.length)) return null;
  if (checksum(log.subarray(start - 1, end)) !== view.getUint32(0, true)) return null;
  return { kind, bytes: log.subarray(start, end), end };
}

function writeLog(records: readonly Uint8Array[], checksum: Checksum): Uint8Array {
  const parts: Uint8Array[] = [];
  let at = 0;
  const add = (part: Uint8Array): void => {
    parts.push(part);
    at += part.length;
  };
  for (const record of records) {
    let from = 0;
    // Not told by `from`: a block that has room for a header only gets a first fragment of no bytes.
    let begins = true;
    do {
      const left = BLOCK - (at % BLOCK);
      if (left < HEADER) add(new Uint8Array(left));
      const space = BLOCK - (at % BLOCK) - HEADER;
      const bytes = record.subarray(from, from + space);
      const isLast = from + bytes.length === record.length;
      const kind = begins ? (isLast ? FULL : FIRST) : isLast ? LAST : MIDDLE;
      add(fragmentOf(kind, bytes, checksum));
      from += bytes.length;
      begins = false;
    } while (from < record.length);
  }
  return Buffer.concat(parts);
}

function fragmentOf(kind: number, bytes: Uint8Array, checksum: Checksum): Uint8Array {
  const fragment = new Uint8Array(HEADER + bytes.length);
  fragment[6] = kind;
  fragment.set(bytes, HEADER);
  const view = new DataView(fragment.buffer);
  view.setUint32(0, checksum(fragment.subarray(6)), true);
  view.setUint16(4, bytes.length, true);
  return fragment;
}

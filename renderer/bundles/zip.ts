/**
 * The ZIP inside a bundle (PKWARE APPNOTE 6.3). fflate packs and inflates; here is what it leaves open: only
 * the plain shape that packZip writes is read, so that any other program unpacks exactly the files that we
 * checked.
 */
import { Inflate, type Zippable, zipSync } from 'fflate';
import { type Result, fail, ok } from '../domain/errors.ts';
import { areDistinct, isSafeName } from './entry-names.ts';
import { MAX } from './limits.ts';

export interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** One file in a ZIP, still packed. */
export interface PackedFile {
  readonly name: string;
  /** Unpacked size in bytes, as the ZIP claims. */
  readonly size: number;
  readonly packed: Uint8Array;
  readonly deflated: boolean;
}

/** Read as local time and written as local time, so the bytes are the same in every time zone. */
const FIXED_TIME = '2000-01-01T12:00:00';

/** Packs files in the order given; throws when a name is not one that a bundle may hold. */
export function packZip(files: readonly NamedBytes[]): Uint8Array {
  const names = files.map(({ name }) => name);
  if (!names.every(isSafeName) || !areDistinct(names)) throw new Error('a name is not safe');
  const zippable: Zippable = Object.fromEntries(
    files.map(({ name, bytes }) => [name, [bytes, { level: levelFor(name) }]]),
  );
  const zip = zipSync(zippable, { mtime: FIXED_TIME });
  const size = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
  // What packs too well would be refused as a bomb when it is opened.
  if (!isBomb(size, zip.length)) return zip;
  const plain: Zippable = Object.fromEntries(files.map(({ name, bytes }) => [name, bytes]));
  return zipSync(plain, { level: 0, mtime: FIXED_TIME });
}

/** Attachments are mostly packed already, and packing them again takes most of the time of sealing. */
function levelFor(name: string): 0 | 6 {
  return name.startsWith('attachments/') ? 0 : 6;
}

function isBomb(unpacked: number, packed: number): boolean {
  return unpacked > 1024 * 1024 + packed * MAX.ratio;
}

/**
 * Reads the directory of a ZIP without unpacking anything. `bundle/unsafe-file` for names and file kinds that
 * could harm, `bundle/too-large` for what unpacks to too much, `bundle/damaged` for any other shape than ours:
 * gaps, overlaps, comments, extra fields, encryption, and local headers that tell another story.
 */
export function readDirectory(zip: Uint8Array): Result<readonly PackedFile[]> {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = zip.length - 22;
  if (end < 0 || view.getUint32(end, true) !== 0x06054b50) return fail('bundle/damaged');
  const count = view.getUint16(end + 8, true);
  const start = view.getUint32(end + 16, true);
  const whole =
    view.getUint32(end + 4, true) === 0 && // one disk
    view.getUint16(end + 10, true) === count &&
    start + view.getUint32(end + 12, true) === end &&
    view.getUint16(end + 20, true) === 0; // no comment
  if (!whole) return fail('bundle/damaged');
  if (count > MAX.entries + 3) return fail('bundle/too-large');

  const files: PackedFile[] = [];
  let at = start;
  let local = 0;
  let total = 0;
  for (let index = 0; index < count; index++) {
    const entry = readEntry(zip, view, at, local, start, end);
    if (!entry.ok) return entry;
    const { file, next, nextLocal } = entry.value;
    total += file.size;
    if (file.size > MAX.entry || total > MAX.unpacked) return fail('bundle/too-large');
    files.push(file);
    at = next;
    local = nextLocal;
  }
  if (at !== end || local !== start) return fail('bundle/damaged');
  if (isBomb(total, zip.length)) return fail('bundle/too-large');
  return areDistinct(files.map(({ name }) => name)) ? ok(files) : fail('bundle/unsafe-file');
}

interface DirectoryEntry {
  readonly file: PackedFile;
  readonly next: number;
  readonly nextLocal: number;
}

/** The directory entry at `at`, whose local header has to be at `local`, before the directory's `start`. */
function readEntry(
  zip: Uint8Array,
  view: DataView,
  at: number,
  local: number,
  start: number,
  end: number,
): Result<DirectoryEntry> {
  if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50) return fail('bundle/damaged');
  const flags = view.getUint16(at + 8, true);
  const method = view.getUint16(at + 10, true);
  const packedSize = view.getUint32(at + 20, true);
  const size = view.getUint32(at + 24, true);
  const nameLength = view.getUint16(at + 28, true);
  const data = local + 30 + nameLength;
  const plain =
    (flags & ~0x0806) === 0 && // how hard the packer tried, and UTF-8 for the name
    ((method === 8 && packedSize > 0) || (method === 0 && size === packedSize)) &&
    view.getUint32(at + 30, true) === 0 && // no extra field, no comment
    view.getUint16(at + 34, true) === 0 &&
    view.getUint32(at + 42, true) === local &&
    at + 46 + nameLength <= end &&
    data + packedSize <= start;
  if (!plain) return fail('bundle/damaged');
  const nameBytes = zip.subarray(at + 46, at + 46 + nameLength);
  const agrees =
    view.getUint32(local, true) === 0x04034b50 &&
    sameBytes(zip.subarray(at + 6, at + 32), zip.subarray(local + 4, local + 30)) &&
    sameBytes(nameBytes, zip.subarray(local + 30, data));
  if (!agrees) return fail('bundle/damaged');
  const name = new TextDecoder('latin1').decode(nameBytes);
  // Attributes hold links, folders, devices and set-uid bits; packZip writes none.
  const attributes = view.getUint16(at + 36, true) | view.getUint32(at + 38, true);
  if (attributes !== 0 || !isSafeName(name)) return fail('bundle/unsafe-file');
  const packed = zip.subarray(data, data + packedSize);
  return ok({
    file: { name, size, packed, deflated: method === 8 },
    next: at + 46 + nameLength,
    nextLocal: data + packedSize,
  });
}

function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}

/** Input in small pieces: a piece of this size unpacks to 16 MiB at most before its size is looked at. */
const PIECE = 16 * 1024;

/**
 * Unpacks one file and stops as soon as it grows beyond the size it claims (`bundle/too-large`); fflate alone
 * would cut it without a word. The content is for SHA-256 to judge, which is more than the ZIP's CRC.
 */
export function unpack(file: PackedFile): Result<Uint8Array> {
  if (!file.deflated) return ok(file.packed.slice());
  const bytes = new Uint8Array(file.size);
  const filled = { size: 0, ended: false };
  const inflate = new Inflate((piece, final) => {
    if (filled.size + piece.length <= bytes.length) bytes.set(piece, filled.size);
    filled.size += piece.length;
    filled.ended = final;
  });
  try {
    for (let from = 0; filled.size <= file.size && from < file.packed.length; from += PIECE) {
      inflate.push(file.packed.subarray(from, from + PIECE), from + PIECE >= file.packed.length);
    }
  } catch {
    return fail('bundle/damaged');
  }
  if (filled.size > file.size) return fail('bundle/too-large');
  return filled.ended && filled.size === file.size ? ok(bytes) : fail('bundle/damaged');
}

/** WebP (RFC 9649) with the chunks that showing it needs and no others: no XMP, no EXIF but the orientation. */
import { type Bare, lettersAt, saysAt } from './bare.ts';
import { onlyOrientation, orientationIn } from './exif.ts';

const HEAD_BYTES = 12;
const NEEDED = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
const HAS_EXIF = 0x08;
const HAS_XMP = 0x04;

interface Chunk {
  readonly type: string;
  /** Type, length, body and its padding. */
  readonly bytes: Uint8Array;
  readonly body: Uint8Array;
}

/** null: it is no whole WebP. */
export function bareWebp(bytes: Uint8Array): Bare | null {
  const chunks = chunksOf(bytes);
  const [first] = chunks ?? [];
  const size = first && sizeOf(first);
  if (!chunks || !first || !size) return null;
  const exif = chunks.find(({ type }) => type === 'EXIF')?.body;
  const orientation = exif ? orientationIn(withoutName(exif)) : 1;
  // Only the extended form (VP8X first) may hold EXIF.
  const turned = orientation !== 1 && first.type === 'VP8X';
  const kept = chunks
    .filter(({ type }) => NEEDED.has(type))
    .map((chunk) => (chunk.type === 'VP8X' ? flagged(chunk.bytes, turned) : chunk.bytes));
  if (turned) kept.push(exifChunk(orientation));
  const head = bytes.slice(0, HEAD_BYTES);
  const length = kept.reduce((sum, chunk) => sum + chunk.length, 4);
  new DataView(head.buffer).setUint32(4, length, true);
  return { pieces: [head, ...kept], ...size };
}

/** In a WebP the block stands alone; some programs put JPEG's name before it all the same. */
function withoutName(exif: Uint8Array): Uint8Array {
  return saysAt(exif, 0, 'Exif\0\0') ? exif.subarray(6) : exif;
}

function chunksOf(bytes: Uint8Array): Chunk[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const end = 8 + view.getUint32(4, true);
  if (end > bytes.length) return null;
  const found: Chunk[] = [];
  let at = HEAD_BYTES;
  while (at + 8 <= end) {
    const length = view.getUint32(at + 4, true);
    const next = at + 8 + length + (length & 1);
    if (at + 8 + length > end) return null;
    const body = bytes.subarray(at + 8, at + 8 + length);
    const chunk = bytes.subarray(at, next);
    // The last chunk of a careless writer lacks its byte of padding.
    found.push({ type: lettersAt(bytes, at, 4), bytes: evened(chunk), body });
    at = next;
  }
  return found;
}

function evened(chunk: Uint8Array): Uint8Array {
  if (chunk.length % 2 === 0) return chunk;
  const even = new Uint8Array(chunk.length + 1);
  even.set(chunk);
  return even;
}

/** Pixels, by the first chunk's own header. */
function sizeOf({ type, body }: Chunk): { width: number; height: number } | null {
  if (body.length < 10) return null;
  const view = new DataView(body.buffer, body.byteOffset, body.length);
  const bits24 = (at: number) => view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
  if (type === 'VP8X') return { width: bits24(4) + 1, height: bits24(7) + 1 };
  if (type === 'VP8 ')
    return { width: view.getUint16(6, true) & 0x3fff, height: view.getUint16(8, true) & 0x3fff };
  if (type !== 'VP8L') return null;
  const bits = view.getUint32(1, true);
  return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
}

function flagged(chunk: Uint8Array, hasExif: boolean): Uint8Array {
  const copy = chunk.slice();
  const flags = (copy[8] ?? 0) & ~(HAS_EXIF | HAS_XMP);
  copy[8] = hasExif ? flags | HAS_EXIF : flags;
  return copy;
}

function exifChunk(orientation: number): Uint8Array {
  const tiff = onlyOrientation(orientation);
  const made = new Uint8Array(8 + tiff.length);
  made.set(new TextEncoder().encode('EXIF'));
  new DataView(made.buffer).setUint32(4, tiff.length, true);
  made.set(tiff, 8);
  return made;
}

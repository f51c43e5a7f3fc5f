/** Compress, then pad, so that the size on disk says little: the bytes before sealing. */
import { inflateSync } from 'fflate';
import { breathe } from './breathe.ts';
import type { Bytes } from './bytes.ts';

const COMMIT_STEP = 4096;
const PIECE = 2 * 1024 * 1024;

const HEAD_BYTES = 8;
/** A stored block of RFC 1951, the last one: its first byte, then its length and the complement of that (u16 each). */
const STORED_HEAD_BYTES = 5;
const STORED_AND_LAST = 1;

/**
 * Deflates (RFC 1951) and pads with zeros: commits to a multiple of 4 KiB, pages by Padmé. Before the deflated bytes
 * stand their length and the plain length (u32 each, big-endian).
 */
export async function pack(plain: Bytes, as: 'commit' | 'page'): Promise<Bytes> {
  // Padded to one step, it is no smaller for being squeezed: a change waits for nothing here.
  if (as === 'commit' && HEAD_BYTES + STORED_HEAD_BYTES + plain.length <= COMMIT_STEP)
    return stored(plain);
  const deflated = await pass(new CompressionStream('deflate-raw'), plain);
  const bytes = deflated.reduce((sum, piece) => sum + piece.length, 0);
  const length = HEAD_BYTES + bytes;
  const padded = as === 'commit' ? Math.ceil(length / COMMIT_STEP) * COMMIT_STEP : padme(length);
  const whole = new Uint8Array(padded);
  const head = new DataView(whole.buffer);
  head.setUint32(0, bytes);
  head.setUint32(4, plain.length);
  join(deflated, whole, HEAD_BYTES);
  return whole;
}

/** Undoes `pack`. Throws on bytes that `pack` did not make, which cannot pass the seal. */
export async function unpack(packed: Bytes): Promise<Bytes> {
  const { deflated, length } = partsOf(packed);
  if (deflated[0] === STORED_AND_LAST) return deflated.slice(STORED_HEAD_BYTES);
  const whole = new Uint8Array(length);
  join(await pass(new DecompressionStream('deflate-raw'), deflated), whole, 0);
  return whole;
}

/** The same at once, in this thread: for a page that is touched, in some milliseconds. */
export function unpackNow(packed: Bytes): Bytes {
  const { deflated, length } = partsOf(packed);
  return inflateSync(deflated, { out: new Uint8Array(length) });
}

function partsOf(packed: Bytes): { deflated: Bytes; length: number } {
  const head = new DataView(packed.buffer, packed.byteOffset, packed.length);
  const deflated = packed.subarray(HEAD_BYTES, HEAD_BYTES + head.getUint32(0));
  return { deflated, length: head.getUint32(4) };
}

function stored(plain: Bytes): Bytes {
  const whole = new Uint8Array(COMMIT_STEP);
  const view = new DataView(whole.buffer);
  view.setUint32(0, STORED_HEAD_BYTES + plain.length);
  view.setUint32(4, plain.length);
  whole[HEAD_BYTES] = STORED_AND_LAST;
  view.setUint16(HEAD_BYTES + 1, plain.length, true);
  view.setUint16(HEAD_BYTES + 3, ~plain.length, true);
  whole.set(plain, HEAD_BYTES + STORED_HEAD_BYTES);
  return whole;
}

/** Padmé (Nikitin et al., PURBs, 2019): at most 12 % longer, and the length leaks O(log log n) bits. */
export function padme(length: number): number {
  if (length < 2) return length;
  const exponent = Math.floor(Math.log2(length));
  const lowBits = exponent - (Math.floor(Math.log2(exponent)) + 1);
  const step = 2 ** Math.max(0, lowBits);
  return Math.ceil(length / step) * step;
}

/** What comes out of a stream for these bytes. Read piece by piece: going through a Response costs twice as much. */
async function pass(
  stream: CompressionStream | DecompressionStream,
  bytes: Bytes,
): Promise<Uint8Array[]> {
  const pieces: Uint8Array[] = [];
  const take = async () => {
    const reader = stream.readable.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      pieces.push(value);
    }
  };
  await Promise.all([take(), feed(stream.writable.getWriter(), bytes)]);
  return pieces;
}

function join(pieces: readonly Uint8Array[], whole: Bytes, from: number): void {
  let at = from;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
}

/** In pieces, because the thread that compresses a piece does nothing else meanwhile. */
async function feed(writer: WritableStreamDefaultWriter<Bytes>, bytes: Bytes): Promise<void> {
  for (let at = 0; at < bytes.length; at += PIECE) {
    if (at > 0) await breathe();
    await writer.write(bytes.subarray(at, at + PIECE));
  }
  await writer.close();
}

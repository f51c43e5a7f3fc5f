/** Compress, then pad, so that the size on disk says little: the bytes before sealing. */
import { breathe } from './breathe.ts';
import type { Bytes } from './bytes.ts';

const COMMIT_STEP = 4096;
const PIECE = 2 * 1024 * 1024;

const HEAD_BYTES = 8;

/**
 * Deflates (RFC 1951) and pads with zeros: commits to a multiple of 4 KiB, pages by Padmé. Before the deflated bytes
 * stand their length and the plain length (u32 each, big-endian).
 */
export async function pack(plain: Bytes, as: 'commit' | 'page'): Promise<Bytes> {
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
  const head = new DataView(packed.buffer, packed.byteOffset, packed.length);
  const deflated = packed.subarray(HEAD_BYTES, HEAD_BYTES + head.getUint32(0));
  const whole = new Uint8Array(head.getUint32(4));
  join(await pass(new DecompressionStream('deflate-raw'), deflated), whole, 0);
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

/** Compress, then pad, so that the size on disk says little: the bytes before sealing. */
import { breathe } from './breathe.ts';
import type { Bytes } from './bytes.ts';

const COMMIT_STEP = 4096;
const PIECE = 2 * 1024 * 1024;

/** Deflates (RFC 1951) and pads with zeros: commits to a multiple of 4 KiB, pages by Padmé. */
export async function pack(plain: Bytes, as: 'commit' | 'page'): Promise<Bytes> {
  const deflated = await through(new CompressionStream('deflate-raw'), plain);
  const length = 4 + deflated.length;
  const padded = as === 'commit' ? Math.ceil(length / COMMIT_STEP) * COMMIT_STEP : padme(length);
  const whole = new Uint8Array(padded);
  new DataView(whole.buffer).setUint32(0, deflated.length);
  whole.set(deflated, 4);
  return whole;
}

/** Undoes `pack`. Throws on bytes that `pack` did not make, which cannot pass the seal. */
export async function unpack(packed: Bytes): Promise<Bytes> {
  const length = new DataView(packed.buffer, packed.byteOffset, packed.length).getUint32(0);
  return through(new DecompressionStream('deflate-raw'), packed.subarray(4, 4 + length));
}

/** Padmé (Nikitin et al., PURBs, 2019): at most 12 % longer, and the length leaks O(log log n) bits. */
export function padme(length: number): number {
  if (length < 2) return length;
  const exponent = Math.floor(Math.log2(length));
  const lowBits = exponent - (Math.floor(Math.log2(exponent)) + 1);
  const step = 2 ** Math.max(0, lowBits);
  return Math.ceil(length / step) * step;
}

async function through(
  stream: CompressionStream | DecompressionStream,
  bytes: Bytes,
): Promise<Bytes> {
  const [whole] = await Promise.all([
    new Response(stream.readable).arrayBuffer(),
    feed(stream.writable.getWriter(), bytes),
  ]);
  return new Uint8Array(whole);
}

/** In pieces, because the thread that compresses a piece does nothing else meanwhile. */
async function feed(writer: WritableStreamDefaultWriter<Bytes>, bytes: Bytes): Promise<void> {
  for (let at = 0; at < bytes.length; at += PIECE) {
    if (at > 0) await breathe();
    await writer.write(bytes.subarray(at, at + PIECE));
  }
  await writer.close();
}

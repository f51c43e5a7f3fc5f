/** PNG (W3C, third edition) with the chunks that showing it needs and no others: no text, no time, no EXIF but the orientation. */
import { type Bare, lettersAt } from './bare.ts';
import { onlyOrientation, orientationIn } from './exif.ts';

const HEAD_BYTES = 8;
const NEEDED = new Set(
  'IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD pHYs acTL fcTL fdAT'.split(
    ' ',
  ),
);

/** null: it is no whole PNG. */
export function barePng(bytes: Uint8Array): Bare | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const kept: Uint8Array[] = [];
  let orientation = 1;
  let at = HEAD_BYTES;
  while (at + 12 <= bytes.length) {
    const length = view.getUint32(at);
    const type = lettersAt(bytes, at + 4, 4);
    const end = at + 12 + length;
    if (end > bytes.length) return null;
    if (type === 'eXIf') orientation = orientationIn(bytes.subarray(at + 8, at + 8 + length));
    if (NEEDED.has(type)) kept.push(bytes.subarray(at, end));
    if (type === 'IEND') return whole(bytes, kept, orientation);
    at = end;
  }
  return null;
}

function whole(bytes: Uint8Array, kept: Uint8Array[], orientation: number): Bare | null {
  const [head, ...rest] = kept;
  if (!head || head.length !== 25 || lettersAt(head, 4, 4) !== 'IHDR') return null;
  const view = new DataView(head.buffer, head.byteOffset, head.length);
  const exif = orientation === 1 ? [] : [chunk('eXIf', onlyOrientation(orientation))];
  return {
    pieces: [bytes.subarray(0, HEAD_BYTES), head, ...exif, ...rest],
    width: view.getUint32(8),
    height: view.getUint32(12),
  };
}

function chunk(type: string, body: Uint8Array): Uint8Array {
  const made = new Uint8Array(12 + body.length);
  const view = new DataView(made.buffer);
  view.setUint32(0, body.length);
  made.set(new TextEncoder().encode(type), 4);
  made.set(body, 8);
  view.setUint32(8 + body.length, checkOf(made.subarray(4, 8 + body.length)));
  return made;
}

/** The CRC-32 that ends each chunk (ISO 3309), of a few bytes. */
function checkOf(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

/**
 * JPEG (ITU-T T.81, JFIF, EXIF) without what was written into it beside the picture. Kept is a list, not dropped: what
 * decoding needs, the colour profile, and the orientation. All after the picture's end goes too: phones put further
 * pictures and short films there, each with a place of its own.
 */
import { type Bare, saysAt } from './bare.ts';
import { onlyOrientation, orientationIn } from './exif.ts';

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP2 = 0xe2;
const APP14 = 0xee;
const EXIF = 'Exif\0\0';
const JFIF_BYTES = 14;

interface Segment {
  readonly marker: number;
  /** The segment with its marker and length; of SOS, the picture's data that follows as well. */
  readonly bytes: Uint8Array;
  /** What follows the length. */
  readonly body: Uint8Array;
}

/** null: it is no whole JPEG. */
export function bareJpeg(bytes: Uint8Array): Bare | null {
  const segments = segmentsOf(bytes);
  if (!segments) return null;
  const frame = segments.find(({ marker }) => isFrame(marker))?.body;
  if (!frame || frame.length < 5) return null;
  const exif = segments.find(({ marker, body }) => marker === APP1 && saysAt(body, 0, EXIF));
  const orientation = exif ? orientationIn(exif.body.subarray(EXIF.length)) : 1;
  const kept = segments.filter(isNeeded).map((segment) => segment.bytes);
  const view = new DataView(frame.buffer, frame.byteOffset, frame.length);
  return {
    pieces: [
      Uint8Array.of(0xff, SOI),
      ...(orientation === 1 ? [] : [exifSegment(orientation)]),
      ...kept,
      Uint8Array.of(0xff, EOI),
    ],
    height: view.getUint16(1),
    width: view.getUint16(3),
  };
}

function segmentsOf(bytes: Uint8Array): Segment[] | null {
  const found: Segment[] = [];
  let at = 2;
  while (at + 2 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === EOI) return found;
    if (marker === 0xff) {
      // Fill bytes may stand before any marker.
      at += 1;
      continue;
    }
    if (isBare(marker) || at + 4 > bytes.length) return null;
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    const body = bytes.subarray(at + 4, at + 2 + length);
    if (length < 2 || body.length !== length - 2) return null;
    const end = marker === SOS ? endOfData(bytes, at + 2 + length) : at + 2 + length;
    found.push({ marker, bytes: bytes.subarray(at, end), body });
    at = end;
  }
  return null;
}

/** Where the next marker stands that is neither a stuffed byte nor a restart. */
function endOfData(bytes: Uint8Array, from: number): number {
  let at = bytes.indexOf(0xff, from);
  while (at >= 0 && at + 1 < bytes.length) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
    at = bytes.indexOf(0xff, next === 0xff ? at + 1 : at + 2);
  }
  return bytes.length;
}

/** Markers without a length. */
function isBare(marker: number): boolean {
  return marker <= 1 || (marker >= 0xd0 && marker <= SOI);
}

function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

function isNeeded({ marker, body }: Segment): boolean {
  // A longer one holds a small picture, which may show what was cut away from the large one.
  if (marker === APP0) return saysAt(body, 0, 'JFIF\0') && body.length === JFIF_BYTES;
  if (marker === APP2) return saysAt(body, 0, 'ICC_PROFILE\0');
  if (marker === APP14) return saysAt(body, 0, 'Adobe');
  return marker >= 0xc0 && marker < APP0;
}

function exifSegment(orientation: number): Uint8Array {
  const tiff = onlyOrientation(orientation);
  const letters = new TextEncoder().encode(EXIF);
  const length = 2 + letters.length + tiff.length;
  return Uint8Array.of(0xff, APP1, length >> 8, length & 255, ...letters, ...tiff);
}

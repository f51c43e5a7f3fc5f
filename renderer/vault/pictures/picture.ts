/** What kind of picture a file is, by its own first bytes, and the picture without its details. */
import { type Bare, lettersAt, saysAt } from './bare.ts';
import { bareJpeg } from './jpeg.ts';
import { barePng } from './png.ts';
import { bareWebp } from './webp.ts';

const MAKERS = { jpeg: bareJpeg, png: barePng, webp: bareWebp };

/** Kinds of picture whose details can be taken out. */
type PictureKind = keyof typeof MAKERS;

/** As many bytes as `kindOf` looks at. */
export const KIND_BYTES = 16;

/** `picture`: one whose details cannot be taken out here. null: no picture that is known. */
export function kindOf(head: Uint8Array): PictureKind | 'picture' | null {
  if (head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff) return 'jpeg';
  if (saysAt(head, 0, '\x89PNG\r\n\x1a\n')) return 'png';
  if (saysAt(head, 0, 'RIFF') && saysAt(head, 8, 'WEBP')) return 'webp';
  return isOtherPicture(head) ? 'picture' : null;
}

/** The picture without its details, pixel for pixel; null when it is damaged. */
export function bareOf(kind: PictureKind, bytes: Uint8Array): Bare | null {
  return MAKERS[kind](bytes);
}

const TIFF = ['II*\0', 'MM\0*', 'II+\0', 'MM\0+'];
const HEIF_BRANDS = new Set(
  'heic heix hevc hevx heim heis hevm hevs mif1 msf1 avif avis crx '.split(' '),
);

/** TIFF and what cameras make of it, HEIF, AVIF, GIF, JPEG XL, JPEG 2000: each has room for a place or a comment. */
function isOtherPicture(head: Uint8Array): boolean {
  if (TIFF.includes(lettersAt(head, 0, 4)) || saysAt(head, 0, 'GIF8')) return true;
  if (saysAt(head, 4, 'ftyp')) return HEIF_BRANDS.has(lettersAt(head, 8, 4));
  return (
    saysAt(head, 4, 'JXL ') ||
    saysAt(head, 4, 'jP  ') ||
    (head[0] === 0xff && (head[1] === 0x0a || head[1] === 0x4f))
  );
}

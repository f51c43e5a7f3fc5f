/**
 * A group's logo, made anew of the pixels of a picture: nothing else that the file holds comes along. It lies on white,
 * as on paper, and is small enough to stand in each document.
 */
import { LARGEST_PICTURE } from '../../domain/attachment.ts';
import { type Result, fail, ok } from '../../domain/errors.ts';
import type { Source } from '../blobs.ts';
import type { Bytes } from '../bytes.ts';
import { readWhole } from '../files.ts';
import { bareOf, kindOf } from './picture.ts';
import { MOST_PIXELS, onCanvas } from './thumbnail.ts';

/** In pixels. */
const FITS = { width: 1_200, height: 400 };
/** In bytes: with each copy of a document it goes to the printer once more. */
const LARGEST_LOGO = 96 * 1_024;
const SMALLEST_SIDE = 64;
const LONGEST_SHAPE = 12;
/** Lighter than this in red, green and blue is white on paper. */
const WHITE = 245;

interface Reading {
  cancelled(): boolean;
}

/**
 * The logo as a PNG. Its kind is told by its bytes, its size by its head, before it is unpacked.
 * Errors: logo/kind, logo/too-large, logo/too-small, logo/too-narrow, logo/unseen, logo/damaged, file/gone, wall/cancelled.
 */
export async function logoFrom(source: Source, { cancelled }: Reading): Promise<Result<Bytes>> {
  if (source.size > LARGEST_PICTURE) return fail('logo/too-large');
  const bytes = await readWhole(source, LARGEST_PICTURE, { progress: () => {}, cancelled });
  if (!bytes.ok) return bytes;
  const kind = kindOf(bytes.value);
  if (kind === null || kind === 'picture') return fail('logo/kind');
  const bare = bareOf(kind, bytes.value);
  if (!bare || bare.width === 0 || bare.height === 0) return fail('logo/damaged');
  if (bare.width * bare.height > MOST_PIXELS) return fail('logo/too-large');
  const [longer, shorter] = [Math.max(bare.width, bare.height), Math.min(bare.width, bare.height)];
  if (longer < SMALLEST_SIDE) return fail('logo/too-small');
  if (longer > shorter * LONGEST_SHAPE) return fail('logo/too-narrow');
  const canvas = await onCanvas(bare, FITS);
  if (!canvas) return fail('logo/damaged');
  const white = onWhite(canvas, 1);
  return isWhite(white) ? fail('logo/unseen') : ok(await smallPng(white));
}

/** The same picture on white, smaller by a scale. */
function onWhite(picture: OffscreenCanvas, scale: number): OffscreenCanvas {
  const [width, height] = [picture.width, picture.height].map((side) =>
    Math.max(1, Math.round(side * scale)),
  );
  const canvas = new OffscreenCanvas(width ?? 1, height ?? 1);
  const context = contextOf(canvas);
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas;
}

function isWhite(canvas: OffscreenCanvas): boolean {
  const { data } = contextOf(canvas).getImageData(0, 0, canvas.width, canvas.height);
  return data.every((value) => value >= WHITE);
}

async function smallPng(picture: OffscreenCanvas): Promise<Bytes> {
  for (let scale = 1; ; scale *= 0.75) {
    const png = await onWhite(picture, scale).convertToBlob({ type: 'image/png' });
    if (png.size <= LARGEST_LOGO) return new Uint8Array(await png.arrayBuffer());
  }
}

/** A canvas that was just made has room for a context; without one something is broken. */
function contextOf(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  const context = canvas.getContext('2d');
  if (!context) throw new Error('a canvas without a context');
  return context;
}

/** Small pictures of large ones, drawn by the browser in this worker. */
import type { Bytes } from '../bytes.ts';
import { type Bare, joined } from './bare.ts';

/** Beyond this many pixels a picture costs too much memory to be drawn. */
export const MOST_PIXELS = 50_000_000;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Draws a picture so that it fits a square, the right way up, as WebP; null: it cannot be drawn, or it is too large to try. */
export async function drawn(picture: Bare, fits: number): Promise<Bytes | null> {
  const canvas = await onCanvas(picture, { width: fits, height: fits });
  const small = await canvas?.convertToBlob({ type: 'image/webp', quality: 0.8 });
  return small ? new Uint8Array(await small.arrayBuffer()) : null;
}

/** Draws a picture so that it fits a box, the right way up; null as above. Of one that moves, its first picture. */
export async function onCanvas(picture: Bare, box: Size): Promise<OffscreenCanvas | null> {
  if (picture.width * picture.height > MOST_PIXELS) return null;
  try {
    const whole = await createImageBitmap(new Blob([joined(picture)]));
    const scale = Math.min(1, box.width / whole.width, box.height / whole.height);
    const width = Math.max(1, Math.round(whole.width * scale));
    const height = Math.max(1, Math.round(whole.height * scale));
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d');
    if (!context) return null;
    context.imageSmoothingQuality = 'high';
    context.drawImage(whole, 0, 0, width, height);
    whole.close();
    return canvas;
  } catch {
    // The browser cannot read it, or has no room for it.
    return null;
  }
}

/** Small pictures of large ones, drawn by the browser in this worker. */
import type { Bytes } from '../bytes.ts';
import { type Bare, joined } from './bare.ts';

/** Beyond this many pixels a picture costs too much memory to be drawn. */
const MOST_PIXELS = 50_000_000;

/** Draws a picture so that it fits a square, the right way up, as WebP; null: it cannot be drawn, or it is too large to try. */
export async function drawn(picture: Bare, fits: number): Promise<Bytes | null> {
  if (picture.width * picture.height > MOST_PIXELS) return null;
  try {
    const whole = await createImageBitmap(new Blob([joined(picture)]));
    const scale = Math.min(1, fits / Math.max(whole.width, whole.height));
    const width = Math.max(1, Math.round(whole.width * scale));
    const height = Math.max(1, Math.round(whole.height * scale));
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d');
    if (!context) return null;
    context.imageSmoothingQuality = 'high';
    context.drawImage(whole, 0, 0, width, height);
    whole.close();
    const small = await canvas.convertToBlob({ type: 'image/webp', quality: 0.8 });
    return new Uint8Array(await small.arrayBuffer());
  } catch {
    // The browser cannot read it, or has no room for it: it is kept without a small picture.
    return null;
  }
}

import { type Bytes, inOne } from '../bytes.ts';

/** What is left of a picture: the bytes that are needed to show it, and how large it says it is. */
export interface Bare {
  /** Pieces of the picture, in order. */
  readonly pieces: readonly Uint8Array[];
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

/** The picture's bytes in one. */
export function joined({ pieces }: Pick<Bare, 'pieces'>): Bytes {
  return inOne(pieces);
}

/** ASCII letters at a place. */
export function lettersAt(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + length));
}

/** Whether these ASCII letters stand at a place. */
export function saysAt(bytes: Uint8Array, at: number, letters: string): boolean {
  return lettersAt(bytes, at, letters.length) === letters;
}

import { sha256 as sha256Now } from '@noble/hashes/sha2.js';

/** Bytes as the vault passes them about: always memory of their own, which WebCrypto and IndexedDB both take. */
export type Bytes = Uint8Array<ArrayBuffer>;

const HASHED_HERE_BYTES = 8_192;
const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

export function utf8(text: string): Bytes {
  return encoder.encode(text);
}

/** Throws when the bytes are not UTF-8; what is decoded here was authenticated before. */
export function fromUtf8(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}

/** A copy in memory of its own. */
export function owned(bytes: Uint8Array): Bytes {
  return new Uint8Array(bytes);
}

export function randomBytes(count: number): Bytes {
  return crypto.getRandomValues(new Uint8Array(count));
}

export function toHex(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0');
  return text;
}

/** Bytes of a hex text whose shape was checked before. */
export function fromHex(text: string): Bytes {
  const bytes = new Uint8Array(text.length / 2);
  for (let i = 0; i < bytes.length; i += 1) bytes[i] = parseInt(text.slice(2 * i, 2 * i + 2), 16);
  return bytes;
}

export async function sha256(bytes: Bytes): Promise<Bytes> {
  // Asking WebCrypto takes longer than so little does here.
  if (bytes.length <= HASHED_HERE_BYTES) return owned(sha256Now(bytes));
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}

/** Overwrites secrets after use, as far as the language lets us. */
export function wipe(...secrets: Uint8Array[]): void {
  for (const secret of secrets) secret.fill(0);
}

/**
 * Joins fields so that no two lists of fields give the same bytes: each field is a tag for its type, its length
 * (u32, big-endian) and its bytes; numbers are 8-byte floats, exact up to 2^53.
 */
export function frame(fields: readonly (string | number | boolean | Uint8Array)[]): Bytes {
  const parts = fields.map((field) => {
    if (typeof field === 'string') return { tag: 1, bytes: utf8(field) };
    if (typeof field === 'number') {
      const bytes = new Uint8Array(8);
      new DataView(bytes.buffer).setFloat64(0, field);
      return { tag: 2, bytes };
    }
    if (typeof field === 'boolean') return { tag: 3, bytes: Uint8Array.of(field ? 1 : 0) };
    return { tag: 4, bytes: field };
  });
  const whole = new Uint8Array(parts.reduce((sum, { bytes }) => sum + 5 + bytes.length, 0));
  const view = new DataView(whole.buffer);
  let at = 0;
  for (const { tag, bytes } of parts) {
    whole[at] = tag;
    view.setUint32(at + 1, bytes.length);
    whole.set(bytes, at + 5);
    at += 5 + bytes.length;
  }
  return whole;
}

/** Pieces, one after the other. */
export function inOne(pieces: readonly Uint8Array[]): Bytes {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

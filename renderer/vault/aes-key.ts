import type { Bytes } from './bytes.ts';

/** A 256-bit key for AES-GCM that can seal and open, and cannot be read back. */
export function importKey(raw: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

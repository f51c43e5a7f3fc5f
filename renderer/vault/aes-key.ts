import type { Bytes } from './bytes.ts';

/** A 256-bit key for AES-GCM that can seal and open, and cannot be read back. */
export function importKey(raw: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

/** AES-256-GCM (NIST SP 800-38D): ciphertext and a tag of 128 bits, over `nonce` (96 bits) and what it is bound to. */
export async function encrypt(
  key: CryptoKey,
  nonce: Bytes,
  boundTo: Bytes,
  plain: Bytes,
): Promise<Bytes> {
  const how = { name: 'AES-GCM', iv: nonce, additionalData: boundTo };
  return new Uint8Array(await crypto.subtle.encrypt(how, key, plain));
}

/** Undoes `encrypt`; null when the tag does not fit. */
export async function decrypt(
  key: CryptoKey,
  nonce: Bytes,
  boundTo: Bytes,
  sealed: Bytes,
): Promise<Bytes | null> {
  try {
    const how = { name: 'AES-GCM', iv: nonce, additionalData: boundTo };
    return new Uint8Array(await crypto.subtle.decrypt(how, key, sealed));
  } catch {
    // WebCrypto says OperationError and nothing more when the tag does not fit.
    return null;
  }
}

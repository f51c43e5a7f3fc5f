import { ed25519 } from '@noble/curves/ed25519.js';
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';

/** Length of an Ed25519 signature in bytes. */
const LENGTH = 64;

/**
 * Ed25519 (RFC 8032, pure) over the context's UTF-8 bytes followed by the message. A context ends in a zero
 * byte, so that what is signed for one use can never pass for another. `seed` is the 32-byte secret key.
 */
export function signBytes(context: string, message: Uint8Array, seed: Uint8Array): Uint8Array {
  return ed25519.sign(concatBytes(utf8ToBytes(context), message), seed);
}

/**
 * Whether a signature fits, by the strict rules of RFC 8032 (no ZIP 215 leniency, no key of small order).
 * `verifyKey` is 64 hex digits.
 */
export function signatureFits(
  context: string,
  message: Uint8Array,
  signature: Uint8Array,
  verifyKey: string,
): boolean {
  if (signature.length !== LENGTH || !isVerifyKey(verifyKey)) return false;
  const signed = concatBytes(utf8ToBytes(context), message);
  return ed25519.verify(signature, signed, hexToBytes(verifyKey), { zip215: false });
}

/** Whether 64 hex digits are an Ed25519 public key that an honest program can have made. */
export function isVerifyKey(hex: string): boolean {
  try {
    const point = ed25519.Point.fromHex(hex, false);
    return !point.isSmallOrder() && point.isTorsionFree();
  } catch {
    return false;
  }
}

/** The public key, in hex, that belongs to a 32-byte secret key. */
export function verifyKeyOf(seed: Uint8Array): string {
  return bytesToHex(ed25519.getPublicKey(seed));
}

/** Ed25519 (RFC 8032), each use under a context of its own, so that no signature serves for another thing. */
import { ed25519 } from '@noble/curves/ed25519.js';
import { type Bytes, frame, owned } from './bytes.ts';

type Context = 'muniment header v1' | 'muniment commit v1' | 'muniment root v1';

/**
 * Windows of 4 bits: the tables for the usual 8 take longer to work out than all the signatures of an ordinary day, and
 * unlocking would wait for them.
 */
ed25519.Point.BASE.precompute(4);

/** `seed` is the 32-byte private key. */
export function signAs(context: Context, seed: Bytes, fields: readonly (string | Bytes)[]): Bytes {
  return owned(ed25519.sign(frame([context, ...fields]), seed));
}

export function signedAs(
  context: Context,
  verifyKey: Bytes,
  signature: Bytes,
  fields: readonly (string | Bytes)[],
): boolean {
  try {
    return ed25519.verify(signature, frame([context, ...fields]), verifyKey, { zip215: false });
  } catch {
    // noble throws on bytes that are no signature or no point of the curve.
    return false;
  }
}

export function newSigningKey(): { seed: Bytes; verifyKey: Bytes } {
  const { secretKey, publicKey } = ed25519.keygen();
  return { seed: owned(secretKey), verifyKey: owned(publicKey) };
}

/** Ed25519 (RFC 8032), each use under a context of its own, so that no signature serves for another thing. */
import { ed25519 } from '@noble/curves/ed25519.js';
import { type Bytes, frame, fromHex, owned, toHex, wipe } from './bytes.ts';

type Context =
  'muniment header v1' | 'muniment commit v1' | 'muniment root v1' | 'muniment backup v1';

/**
 * Windows of 4 bits: the tables for the usual 8 take longer to work out than all the signatures of an ordinary day, and
 * unlocking would wait for them.
 */
ed25519.Point.BASE.precompute(4);

/** `seed` is the 32-byte private key. */
export function signAs(context: Context, seed: Bytes, fields: readonly (string | Bytes)[]): Bytes {
  return sign(seed, frame([context, ...fields]));
}

/** The same bytes, by WebCrypto where it has Ed25519 (Chromium 137): a change waits a tenth as long for them. */
export async function signSoon(
  context: Context,
  seed: Bytes,
  fields: readonly (string | Bytes)[],
): Promise<Bytes> {
  const key = keys.get(seed) ?? nativeKey(seed);
  keys.set(seed, key);
  const native = await key;
  if (native === null) return signAs(context, seed, fields);
  return new Uint8Array(await crypto.subtle.sign('Ed25519', native, frame([context, ...fields])));
}

/** By the seed's own bytes in memory, and gone with them. */
const keys = new WeakMap<Bytes, Promise<CryptoKey | null>>();
/** What stands before a seed in PKCS #8 (RFC 8410). */
const PKCS8_HEAD = '302e020100300506032b657004220420';

function nativeKey(seed: Bytes): Promise<CryptoKey | null> {
  const pkcs8 = fromHex(`${PKCS8_HEAD}${toHex(seed)}`);
  const key = crypto.subtle.importKey('pkcs8', pkcs8, 'Ed25519', false, ['sign']).catch(() => null);
  return key.finally(() => wipe(pkcs8));
}

export function signedAs(
  context: Context,
  verifyKey: Bytes,
  signature: Bytes,
  fields: readonly (string | Bytes)[],
): boolean {
  return verifies(verifyKey, frame([context, ...fields]), signature);
}

/** Over a message as it is: for `signAs`, and for the published vectors. */
export function sign(seed: Bytes, message: Bytes): Bytes {
  return owned(ed25519.sign(message, seed));
}

/** By the strict rules of RFC 8032, without the leniency of ZIP 215. */
export function verifies(verifyKey: Bytes, message: Bytes, signature: Bytes): boolean {
  try {
    return ed25519.verify(signature, message, verifyKey, { zip215: false });
  } catch {
    // noble throws on bytes that are no signature or no point of the curve.
    return false;
  }
}

export function newSigningKey(): { seed: Bytes; verifyKey: Bytes } {
  const { secretKey, publicKey } = ed25519.keygen();
  return { seed: owned(secretKey), verifyKey: owned(publicKey) };
}

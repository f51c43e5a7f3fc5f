/** AES-256-GCM over rows. What a row is and where it belongs is authenticated, so no other row passes for it. */
import { decrypt, encrypt } from './aes-key.ts';
import { type Bytes, frame, randomBytes } from './bytes.ts';

const FORMAT = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** What sealing adds to the plain bytes. */
export const SEAL_BYTES = 1 + NONCE_BYTES + TAG_BYTES;

/** Everything a sealed row is bound to. */
export interface Place {
  /** The vault's id. */
  readonly vault: string;
  readonly table: 'pages' | 'commits' | 'drafts' | 'blobs' | 'header';
  /** The compartment whose key seals it. */
  readonly compartment: string;
  readonly epoch: number;
  /** The fold it was written in. */
  readonly generation: number;
  readonly row: string;
  readonly sequence: number;
  readonly chunk: number;
  readonly last: boolean;
}

/** Format byte, 96 fresh random bits of nonce, ciphertext and tag. */
export async function seal(key: CryptoKey, place: Place, plain: Bytes): Promise<Bytes> {
  const nonce = randomBytes(NONCE_BYTES);
  const sealed = await encrypt(key, nonce, boundTo(place), plain);
  const whole = new Uint8Array(1 + NONCE_BYTES + sealed.length);
  whole[0] = FORMAT;
  whole.set(nonce, 1);
  whole.set(sealed, 1 + NONCE_BYTES);
  return whole;
}

/** The bytes that were sealed for exactly this place with this key, or null. */
export async function unseal(key: CryptoKey, place: Place, sealed: Bytes): Promise<Bytes | null> {
  if (sealed[0] !== FORMAT || sealed.length < SEAL_BYTES) return null;
  const nonce = sealed.subarray(1, 1 + NONCE_BYTES);
  return decrypt(key, nonce, boundTo(place), sealed.subarray(1 + NONCE_BYTES));
}

/** Whether a row says that it was sealed in a format of a later program, which this one cannot open. */
export function isNewer(sealed: Bytes): boolean {
  return (sealed[0] ?? 0) > FORMAT;
}

function boundTo(place: Place): Bytes {
  return frame([
    'muniment sealed row',
    FORMAT,
    place.vault,
    place.table,
    place.compartment,
    place.epoch,
    place.generation,
    place.row,
    place.sequence,
    place.chunk,
    place.last,
  ]);
}

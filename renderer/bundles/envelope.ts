/** The age file around a bundle (age v1, c2sp.org/age): locked for cards or by a passphrase, never both. */
import { Decrypter, Encrypter, identityToRecipient } from 'age-encryption';
import { type Result, fail, ok } from '../domain/errors.ts';
import { MAX } from './limits.ts';

/** Bytes done of bytes in all. */
export type Progress = (done: number, total: number) => void;

export type Lock =
  | { readonly kind: 'cards'; readonly recipients: readonly string[] }
  | { readonly kind: 'passphrase'; readonly passphrase: string };

/** log2 N. Half a second in JavaScript, and 64 MiB; the passphrase's 88 bits carry the weight. */
const WORK_FACTOR = 16;

const HYBRID_RECIPIENT = 'age1pq1';
const HYBRID_IDENTITY = 'AGE-SECRET-KEY-PQ-1';

/** Whether a text is an age recipient of the hybrid post-quantum kind (ML-KEM-768 and X25519). */
export function isHybridRecipient(text: string): boolean {
  if (!text.startsWith(HYBRID_RECIPIENT)) return false;
  try {
    new Encrypter().addRecipient(text);
    return true;
  } catch {
    return false;
  }
}

/** The recipient of a hybrid identity. Throws when it is none: identities come from the vault only. */
export async function recipientOf(identity: string): Promise<string> {
  if (!identity.startsWith(HYBRID_IDENTITY)) throw new Error('not a hybrid age identity');
  return identityToRecipient(identity);
}

/**
 * Locks bytes into an age file. Post-quantum recipients only: one classic recipient among them would undo
 * them all. `bundle/bad-recipient` when a recipient is none or its key is not usable.
 */
export async function lockUp(
  bytes: Uint8Array,
  lock: Lock,
  onProgress?: Progress,
): Promise<Result<Uint8Array>> {
  const encrypter = new Encrypter();
  if (lock.kind === 'passphrase') {
    encrypter.setPassphrase(lock.passphrase);
    encrypter.setScryptWorkFactor(WORK_FACTOR);
  } else {
    for (const recipient of lock.recipients) {
      if (!(await canSealFor(recipient))) return fail('bundle/bad-recipient');
      encrypter.addRecipient(recipient);
    }
  }
  const sealed = await encrypter.encrypt(slices(bytes, onProgress));
  return ok(await collect(sealed, sealed.size(bytes.length)));
}

/** A key that parses may still be none, such as an X25519 point of zero; only using it tells. */
async function canSealFor(recipient: string): Promise<boolean> {
  if (!isHybridRecipient(recipient)) return false;
  const trial = new Encrypter();
  trial.addRecipient(recipient);
  try {
    await trial.encrypt('');
    return true;
  } catch {
    return false;
  }
}

/** What can be seen of a lock from outside. */
export type SeenLock =
  | { readonly kind: 'cards'; readonly count: number }
  | { readonly kind: 'passphrase'; readonly workFactor: number };

/**
 * Looks at an age header without any key, so that nothing costly is tried on a file made to be costly: at most
 * MAX.recipients stanzas of the hybrid kind, or one scrypt stanza. `bundle/not-for-me` for files that are
 * locked in other ways only; `bundle/damaged` for what is no age file or mixes kinds.
 */
export function seeLock(file: Uint8Array): Result<SeenLock> {
  const text = new TextDecoder('latin1').decode(file.subarray(0, MAX.header));
  const end = text.indexOf('\n--- ');
  if (!text.startsWith('age-encryption.org/v1\n') || end < 0) return fail('bundle/damaged');
  const stanzas = text
    .slice(0, end)
    .split('\n')
    .filter((line) => line.startsWith('-> '))
    .map((line) => line.split(' ').slice(1));
  const count = stanzas.length;
  const hybrid = stanzas.filter(([type]) => type === 'mlkem768x25519').length;
  const scrypt = stanzas.find(([type]) => type === 'scrypt');
  if (hybrid === 0 && !scrypt) return fail(count === 0 ? 'bundle/damaged' : 'bundle/not-for-me');
  if (scrypt) {
    const workFactor = scrypt[2] ?? '';
    if (count !== 1 || !/^[1-9]\d*$/.test(workFactor)) return fail('bundle/damaged');
    if (Number(workFactor) > MAX.workFactor) return fail('bundle/work-factor');
    return ok({ kind: 'passphrase', workFactor: Number(workFactor) });
  }
  if (hybrid !== count || count > MAX.recipients) return fail('bundle/damaged');
  return ok({ kind: 'cards', count });
}

export type Key =
  | { readonly kind: 'identity'; readonly identity: string }
  | { readonly kind: 'passphrase'; readonly passphrase: string };

/**
 * Opens an age file, whole: the library hands out chunks before it has seen the last one, and here they are
 * given on only after it has. `bundle/not-for-me` or `bundle/passphrase-wrong` when the key fits nothing,
 * `bundle/damaged` for all else.
 */
export async function unlock(
  file: Uint8Array,
  key: Key,
  onProgress?: Progress,
): Promise<Result<Uint8Array>> {
  const decrypter = new Decrypter();
  if (key.kind === 'passphrase') decrypter.addPassphrase(key.passphrase);
  else if (key.identity.startsWith(HYBRID_IDENTITY)) decrypter.addIdentity(key.identity);
  else throw new Error('not a hybrid age identity');
  // Asked only after the real one has found no stanza of its own: tells a wrong key from a damaged file.
  let fitsNothing = false;
  decrypter.addIdentity({
    unwrapFileKey: () => {
      fitsNothing = true;
      return null;
    },
  });
  try {
    const plain = await decrypter.decrypt(slices(file, onProgress));
    return ok(await collect(plain, plain.size(file.length)));
  } catch {
    if (!fitsNothing) return fail('bundle/damaged');
    return fail(key.kind === 'passphrase' ? 'bundle/passphrase-wrong' : 'bundle/not-for-me');
  }
}

const SLICE = 1024 * 1024;

function slices(bytes: Uint8Array, onProgress?: Progress): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.subarray(at, at + SLICE));
      at = Math.min(at + SLICE, bytes.length);
      onProgress?.(at, bytes.length);
    },
  });
}

/** Gathers a stream that is `size` bytes long; throws when the stream fails or has another length. */
async function collect(stream: ReadableStream<Uint8Array>, size: number): Promise<Uint8Array> {
  const whole = new Uint8Array(size);
  const reader = stream.getReader();
  let at = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    whole.set(value, at);
    at += value.length;
  }
  if (at !== size) throw new Error('the stream has another length than it should');
  return whole;
}

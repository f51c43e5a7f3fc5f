/** The keys of the compartments, and the age file in which they travel to a profile. */
import { Decrypter, Encrypter, generateHybridIdentity, identityToRecipient } from 'age-encryption';
import { z } from 'zod';
import { COMPARTMENTS } from '../domain/kinds.ts';
import { importKey } from './aes-key.ts';
import { type Bytes, fromHex, fromUtf8, owned, randomBytes, toHex, wipe } from './bytes.ts';

/** A key for each compartment, and one for the drafts, which belong to none. */
export const KEY_NAMES = [...COMPARTMENTS, 'drafts'] as const;
export type KeyName = (typeof KEY_NAMES)[number];

interface RawKey {
  readonly name: KeyName;
  readonly epoch: number;
  readonly raw: Bytes;
}

export interface Keyring {
  /** The key that seals new rows. */
  current(name: KeyName): { key: CryptoKey; epoch: number };
  /** null: this profile does not hold it. */
  at(name: KeyName, epoch: number): CryptoKey | null;
}

/** Makes an age identity for ML-KEM-768 with X25519, and its recipient. */
export async function newIdentity(): Promise<{ identity: string; recipient: string }> {
  const identity = await generateHybridIdentity();
  return { identity, recipient: await identityToRecipient(identity) };
}

/** Fresh random keys for the first epoch: to be wrapped, then turned into a keyring. */
export function freshKeys(): RawKey[] {
  return KEY_NAMES.map((name) => ({ name, epoch: 1, raw: randomBytes(32) }));
}

/** All keys in one age file for one recipient. It authenticates nothing: whoever wrote the header has to sign it. */
export async function wrapKeys(recipient: string, keys: readonly RawKey[]): Promise<Bytes> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  const list = keys.map(({ name, epoch, raw }) => ({ name, epoch, raw: toHex(raw) }));
  return owned(await encrypter.encrypt(JSON.stringify(list)));
}

const wrappedKeys = z.array(
  z.strictObject({
    name: z.enum(KEY_NAMES),
    epoch: z.number().int().min(1),
    raw: z.string().regex(/^[0-9a-f]{64}$/),
  }),
);

/** null: the file is not for this identity, or is no list of keys. */
export async function unwrapKeys(identity: string, wrapped: Bytes): Promise<RawKey[] | null> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  try {
    const plain = await decrypter.decrypt(wrapped);
    const list = wrappedKeys.parse(JSON.parse(fromUtf8(plain)));
    wipe(plain);
    return list.map(({ name, epoch, raw }) => ({ name, epoch, raw: fromHex(raw) }));
  } catch {
    return null;
  }
}

/** Imports the keys so that they cannot be read back, and wipes the raw ones. */
export async function keyringOf(keys: readonly RawKey[]): Promise<Keyring> {
  const held = new Map<string, CryptoKey>();
  const newest = new Map<KeyName, number>();
  for (const { name, epoch, raw } of keys) {
    held.set(`${name} ${epoch}`, await importKey(raw));
    newest.set(name, Math.max(epoch, newest.get(name) ?? 0));
    wipe(raw);
  }
  const at = (name: KeyName, epoch: number) => held.get(`${name} ${epoch}`) ?? null;
  return {
    at,
    current(name) {
      const epoch = newest.get(name) ?? 0;
      const key = at(name, epoch);
      if (!key) throw new Error(`no key for ${name}`);
      return { key, epoch };
    },
  };
}

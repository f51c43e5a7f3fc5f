/** The keys of the compartments, and the age file in which they travel to a profile. */
import { Decrypter, Encrypter, generateHybridIdentity, identityToRecipient } from 'age-encryption';
import { z } from 'zod';
import { COMPARTMENTS, type Compartment } from '../domain/kinds.ts';
import { importKey } from './aes-key.ts';
import { type Bytes, fromHex, fromUtf8, owned, randomBytes, toHex, wipe } from './bytes.ts';

/** A key for each compartment, and one for the drafts, which belong to none. */
export const KEY_NAMES = [...COMPARTMENTS, 'drafts'] as const;
export type KeyName = (typeof KEY_NAMES)[number];

export interface RawKey {
  readonly name: KeyName;
  readonly epoch: number;
  readonly raw: Bytes;
}

export interface Keyring {
  /** The key that seals new rows. */
  current(name: KeyName): { key: CryptoKey; epoch: number };
  /** The names of which this profile holds a key (clause ACCESS); not those that go when an epoch is finished. */
  held(): KeyName[];
  /** null: this profile does not hold it. */
  at(name: KeyName, epoch: number): CryptoKey | null;
  /** The earliest epoch of a name whose key is still held. */
  oldest(name: KeyName): number;
  /** Names with keys of more than one epoch: an epoch has begun for them and is not finished. */
  begun(): KeyName[];
  /** Takes keys of a newer epoch, which seal from then on, and wipes the raw ones. */
  add(keys: readonly RawKey[]): Promise<void>;
  /** Forgets every key but those that stay (`staying`). */
  forgetOld(): void;
}

/** Makes an age identity for ML-KEM-768 with X25519, and its recipient. */
export async function newIdentity(): Promise<{ identity: string; recipient: string }> {
  const identity = await generateHybridIdentity();
  return { identity, recipient: await identityToRecipient(identity) };
}

/** What a profile holds that may open these compartments: their keys, and the one of its drafts. */
export function namesFor(compartments: readonly Compartment[]): KeyName[] {
  return KEY_NAMES.filter((name) => name === 'drafts' || compartments.includes(name));
}

/** Fresh random keys for the first epoch: to be wrapped, then turned into a keyring. */
export function freshKeys(names: readonly KeyName[]): RawKey[] {
  return names.map((name) => ({ name, epoch: 1, raw: randomBytes(32) }));
}

/** Fresh keys of the next epoch for these names. */
export function nextEpoch(
  held: readonly Pick<RawKey, 'name' | 'epoch'>[],
  names: readonly KeyName[],
): RawKey[] {
  return names.map((name) => {
    const epochs = held.filter((key) => key.name === name).map(({ epoch }) => epoch);
    return { name, epoch: Math.max(0, ...epochs) + 1, raw: randomBytes(32) };
  });
}

/**
 * The keys that stay when an epoch is finished: of each name that of its newest epoch. Only a renewal begins an epoch of the
 * trail, and it begins one of all that the profile is to hold from then on: what has none then goes (clause ACCESS).
 */
export function staying<K extends Pick<RawKey, 'name' | 'epoch'>>(keys: readonly K[]): K[] {
  const hasBegun = (name: KeyName) => keys.filter((key) => key.name === name).length > 1;
  const isRenewal = hasBegun('trail');
  return keys.filter(
    ({ name, epoch }) =>
      !keys.some((other) => other.name === name && other.epoch > epoch) &&
      (!isRenewal || hasBegun(name)),
  );
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
  const held = new Map<KeyName, Map<number, CryptoKey>>();
  const newest = (name: KeyName) => Math.max(0, ...(held.get(name)?.keys() ?? []));
  const all = () =>
    [...held].flatMap(([name, epochs]) => [...epochs.keys()].map((epoch) => ({ name, epoch })));
  const at = (name: KeyName, epoch: number) => held.get(name)?.get(epoch) ?? null;
  const add: Keyring['add'] = async (more) => {
    for (const { name, epoch, raw } of more) {
      const epochs = held.get(name) ?? new Map<number, CryptoKey>();
      held.set(name, epochs.set(epoch, await importKey(raw)));
      wipe(raw);
    }
  };
  await add(keys);
  return {
    at,
    add,
    held: () => staying(all()).map(({ name }) => name),
    current(name) {
      const epoch = newest(name);
      const key = at(name, epoch);
      if (!key) throw new Error(`no key for ${name}`);
      return { key, epoch };
    },
    oldest: (name) => Math.min(...(held.get(name)?.keys() ?? [])),
    begun: () => KEY_NAMES.filter((name) => (held.get(name)?.size ?? 0) > 1),
    forgetOld() {
      const every = all();
      const stay = staying(every);
      for (const { name, epoch } of every) {
        if (stay.some((key) => key.name === name && key.epoch === epoch)) continue;
        held.get(name)?.delete(epoch);
        if (held.get(name)?.size === 0) held.delete(name);
      }
    },
  };
}

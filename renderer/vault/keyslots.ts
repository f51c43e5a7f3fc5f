/**
 * Keyslots: each seals the same random profile key, one under a passphrase, one under the recovery key, one under the
 * secret that officers share between them.
 */
import { argon2id } from 'hash-wasm';
import { z } from 'zod';
import { importKey } from './aes-key.ts';
import { type Bytes, frame, fromHex, owned, randomBytes, toHex, utf8, wipe } from './bytes.ts';
import { type Place, seal, unseal } from './sealing.ts';

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${2 * bytes}}$`));
const sealedKey = hex(1 + 12 + 32 + 16);

/**
 * RFC 9106. Bounded before they are used: fewer than 64 MiB or 3 passes is a lowered guard, more than a gibibyte or
 * 64 passes would only hang the machine.
 */
const argon = z.strictObject({
  memoryKiB: z.number().int().min(65_536).max(1_048_576),
  passes: z.number().int().min(3).max(64),
  lanes: z.number().int().min(1).max(4),
});
export type Argon = z.infer<typeof argon>;

/** Officers that a secret is shared between, and how many of them open it. */
export const MOST_SHARES = 9;
const shareCount = z.number().int().min(2).max(MOST_SHARES);

export const keyslot = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('passphrase'), argon, salt: hex(16), sealed: sealedKey }),
  z.strictObject({ kind: z.literal('recovery'), salt: hex(16), sealed: sealedKey }),
  z
    .strictObject({
      kind: z.literal('shares'),
      /** Which set of shares, from 1: those of earlier sets no longer open anything. */
      set: z.number().int().min(1).max(65_535),
      threshold: shareCount,
      count: shareCount,
      salt: hex(16),
      /** What the combined secret has to hash to; see shares.ts. */
      commitment: hex(32),
      sealed: sealedKey,
    })
    .refine(({ threshold, count }) => threshold <= count),
]);
export type Keyslot = z.infer<typeof keyslot>;
type PassphraseSlot = Extract<Keyslot, { kind: 'passphrase' }>;
type RecoverySlot = Extract<Keyslot, { kind: 'recovery' }>;
export type SharesSlot = Extract<Keyslot, { kind: 'shares' }>;

const LEAST: Argon = { memoryKiB: 65_536, passes: 3, lanes: 1 };
const WANTED_MS = 1_000;

/** Parameters that take about a second on this machine, never fewer than 64 MiB and 3 passes. */
export async function calibrateArgon(stopwatch: () => number): Promise<Argon> {
  const from = stopwatch();
  wipe(await stretch('calibration', new Uint8Array(16), LEAST));
  return argonFor(stopwatch() - from);
}

/** @param leastMs how long the least parameters took. */
export function argonFor(leastMs: number): Argon {
  const passes = Math.round((LEAST.passes * WANTED_MS) / Math.max(leastMs, 1));
  return { ...LEAST, passes: Math.min(Math.max(passes, LEAST.passes), 16) };
}

export async function passphraseSlot(
  vault: string,
  profileKey: Bytes,
  passphrase: string,
  parameters: Argon,
): Promise<PassphraseSlot> {
  const salt = randomBytes(16);
  const raw = await stretch(passphrase, salt, parameters);
  const slot = { kind: 'passphrase', argon: parameters, salt: toHex(salt) } as const;
  const sealed = await seal(await importKey(raw), placeOf(vault, slot), profileKey);
  wipe(raw);
  return { ...slot, sealed: toHex(sealed) };
}

export async function recoverySlot(
  vault: string,
  profileKey: Bytes,
  recoveryKey: Bytes,
): Promise<RecoverySlot> {
  const slot = { kind: 'recovery', salt: toHex(randomBytes(16)) } as const;
  const key = await randomSealer('recovery', recoveryKey, slot.salt);
  return { ...slot, sealed: toHex(await seal(key, placeOf(vault, slot), profileKey)) };
}

/** @param secret the 32 random bytes that the shares combine to. */
export async function sharesSlot(
  vault: string,
  profileKey: Bytes,
  secret: Bytes,
  parameters: Pick<SharesSlot, 'set' | 'threshold' | 'count' | 'commitment'>,
): Promise<SharesSlot> {
  const { set, threshold, count, commitment } = parameters;
  const salt = toHex(randomBytes(16));
  const slot = { kind: 'shares', set, threshold, count, salt, commitment } as const;
  const key = await randomSealer('shares', secret, salt);
  return { ...slot, sealed: toHex(await seal(key, placeOf(vault, slot), profileKey)) };
}

/** The profile key, or null when the passphrase is wrong or the slot was changed. Takes about a second. */
export async function openPassphraseSlot(
  vault: string,
  slot: PassphraseSlot,
  passphrase: string,
): Promise<Bytes | null> {
  const raw = await stretch(passphrase, fromHex(slot.salt), slot.argon);
  const key = await importKey(raw);
  wipe(raw);
  return unseal(key, placeOf(vault, slot), fromHex(slot.sealed));
}

/** The profile key, or null when the recovery key is another's or the slot was changed. */
export async function openRecoverySlot(
  vault: string,
  slot: RecoverySlot,
  recoveryKey: Bytes,
): Promise<Bytes | null> {
  const key = await randomSealer('recovery', recoveryKey, slot.salt);
  return unseal(key, placeOf(vault, slot), fromHex(slot.sealed));
}

/** The profile key, or null when the secret is another's or the slot was changed. */
export async function openSharesSlot(
  vault: string,
  slot: SharesSlot,
  secret: Bytes,
): Promise<Bytes | null> {
  const key = await randomSealer('shares', secret, slot.salt);
  return unseal(key, placeOf(vault, slot), fromHex(slot.sealed));
}

/** Argon2id (RFC 9106, version 0x13): 32 bytes. */
export async function stretch(passphrase: string, salt: Bytes, parameters: Argon): Promise<Bytes> {
  const password = utf8(passphrase.normalize('NFKC'));
  const raw = await argon2id({
    password,
    salt,
    memorySize: parameters.memoryKiB,
    iterations: parameters.passes,
    parallelism: parameters.lanes,
    hashLength: 32,
    outputType: 'binary',
  });
  wipe(password);
  return owned(raw);
}

/** HKDF (RFC 5869) is enough for a secret of 160 random bits or more. */
async function randomSealer(
  kind: 'recovery' | 'shares',
  secret: Bytes,
  salt: string,
): Promise<CryptoKey> {
  const base = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']);
  const info = utf8(`muniment ${kind} slot v1`);
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: fromHex(salt), info },
    base,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}

type Unsealed = {
  [K in Keyslot['kind']]: Omit<Extract<Keyslot, { kind: K }>, 'sealed'>;
}[Keyslot['kind']];

function placeOf(vault: string, slot: Unsealed): Place {
  return {
    vault,
    table: 'header',
    compartment: 'keyslot',
    epoch: 0,
    generation: 0,
    row: `${slot.kind} ${toHex(frame(parametersOf(slot)))}`,
    sequence: 0,
    chunk: 0,
    last: true,
  };
}

/** The slot's own parameters are part of what its seal is bound to. */
function parametersOf(slot: Unsealed): (string | number)[] {
  switch (slot.kind) {
    case 'passphrase':
      return [slot.argon.memoryKiB, slot.argon.passes, slot.argon.lanes, slot.salt];
    case 'recovery':
      return [slot.salt];
    case 'shares':
      return [slot.set, slot.threshold, slot.count, slot.salt, slot.commitment];
  }
}

/**
 * The header: the small file beside the store that holds the only ways to the keys. Its body is kept as the very text
 * that was signed; the signature is checked with a key from inside the keyslots' payload, never with one from the file.
 */
import { z } from 'zod';
import { type Result, fail, ok } from '../domain/errors.ts';
import { type Bytes, fromHex, fromUtf8, owned, toHex, utf8 } from './bytes.ts';
import { keyslot } from './keyslots.ts';
import { signAs, signedAs } from './signing.ts';

/**
 * 1: the first. 2: the profile may name keys it had before, and a compartment may have keys of two epochs. The body is
 * the same, so 1 is read as 2 and becomes 2 at the next write; a program that knows 1 only must not write over it.
 */
const VERSION = 2;
const FORMAT = 'muniment-header';
const MAX_BYTES = 256 * 1024;
const hex = z
  .string()
  .regex(/^([0-9a-f]{2})*$/)
  .max(100_000);

const headerBody = z.strictObject({
  vaultId: z.string().regex(/^[0-9a-f]{32}$/),
  /** The group's name, which the lock screen shows. */
  vaultName: z.string().min(1).max(200),
  /** Grows with every write; the newest valid one counts. */
  generation: z.number().int().min(1),
  /** This computer, 64 random bits. */
  device: z.string().regex(/^[0-9a-f]{16}$/),
  slots: z.array(keyslot).min(1).max(16),
  profile: hex,
  /** An age file with the keys of all compartments. */
  keys: hex,
  /** The store may be ahead of this, never behind. */
  floor: z.strictObject({
    sequence: z.number().int().min(0),
    link: z.string().regex(/^[0-9a-f]{64}$/),
  }),
});
export type HeaderBody = z.infer<typeof headerBody>;

const outer = z.strictObject({
  format: z.literal(FORMAT),
  version: z.number().int().min(1).max(VERSION),
  body: z.string(),
  signature: z.string().regex(/^[0-9a-f]{128}$/),
});
const versioned = z.looseObject({ format: z.literal(FORMAT), version: z.number().int() });

/** A header that is well-formed; whether its writer is believed, only `headerSigned` says. */
export interface Header {
  readonly body: HeaderBody;
  readonly signedText: string;
  readonly signature: Bytes;
}

/** The bytes of a signed header. `seed` is the writer's Ed25519 private key. */
export function writeHeader(body: HeaderBody, seed: Bytes): Bytes {
  const text = JSON.stringify(headerBody.parse(body));
  const signature = toHex(signAs('muniment header v1', seed, [text]));
  return utf8(
    JSON.stringify({ format: FORMAT, version: VERSION, body: text, signature } satisfies z.infer<
      typeof outer
    >),
  );
}

/**
 * Reads the form of a header. Errors: vault/header-newer; vault/header-damaged (also for unknown fields and for
 * keyslots with parameters out of bounds, which are refused before they are used).
 */
export function readHeader(bytes: Uint8Array): Result<Header> {
  if (bytes.length > MAX_BYTES) return fail('vault/header-damaged');
  const json = jsonOf(bytes);
  const version = versioned.safeParse(json);
  if (version.success && version.data.version > VERSION) return fail('vault/header-newer');
  const file = outer.safeParse(json);
  if (!file.success) return fail('vault/header-damaged');
  const body = headerBody.safeParse(jsonOf(utf8(file.data.body)));
  if (!body.success) return fail('vault/header-damaged');
  return ok({
    body: body.data,
    signedText: file.data.body,
    signature: fromHex(file.data.signature),
  });
}

/**
 * The well-formed generations of the file, newest first; at least one.
 * Errors: vault/none, vault/header-newer, vault/header-damaged (none of them can be read).
 */
export function readGenerations(files: readonly Uint8Array[]): Result<[Header, ...Header[]]> {
  if (files.length === 0) return fail('vault/none');
  const read = files.map(readHeader);
  const newer = read.find((one) => !one.ok && one.error.code === 'vault/header-newer');
  if (newer && !newer.ok) return newer;
  const [first, ...rest] = read
    .flatMap((one) => (one.ok ? [one.value] : []))
    .sort((a, b) => b.body.generation - a.body.generation);
  return first ? ok([first, ...rest]) : fail('vault/header-damaged');
}

/** Whether one of the roster's keys (hex) signed exactly this header. */
export function headerSigned(header: Header, roster: readonly string[]): boolean {
  return roster.some((verifyKey) =>
    signedAs('muniment header v1', fromHex(verifyKey), header.signature, [header.signedText]),
  );
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(fromUtf8(owned(bytes)));
  } catch {
    // Cut short or not text: the schemas refuse undefined.
    return undefined;
  }
}

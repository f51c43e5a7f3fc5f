import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { z } from 'zod';
import { instant, plainDate } from '../domain/dates.ts';
import { type Result, fail, ok } from '../domain/errors.ts';
import { cardContent } from '../domain/sharing.ts';
import { isSoundCard } from './card.ts';
import { areDistinct, isSafeName, MANIFEST, SIGNATURE } from './entry-names.ts';
import { MAX } from './limits.ts';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const id = z.string().regex(/^[A-Za-z0-9_-]{8,80}$/);

const bundleManifest = z.strictObject({
  format: z.literal('muniment-bundle'),
  version: z.literal(1),
  bundle: id,
  vault: id,
  /** Counts the bundles of this sender, from 1. */
  sequence: z.int().min(1),
  sender: cardContent,
  recipients: z.discriminatedUnion('kind', [
    /** addressOf each recipient. */
    z.strictObject({ kind: z.literal('cards'), cards: z.array(hash).min(1).max(MAX.recipients) }),
    z.strictObject({ kind: z.literal('passphrase') }),
  ]),
  purpose: z.string().min(1).max(500),
  created: instant,
  /** The last day on which it may be opened. */
  expires: plainDate,
  policyVersion: z.string().min(1).max(80),
  /** Every file inside, but the manifest and its signature. */
  entries: z
    .array(z.strictObject({ name: z.string(), size: z.int().min(0).max(MAX.entry), sha256: hash }))
    .max(MAX.entries + 1),
});
export type BundleManifest = z.infer<typeof bundleManifest>;

/** What the signature of a manifest is made over, before the manifest's own bytes. */
export const MANIFEST_CONTEXT = 'muniment bundle manifest v1\0';

/**
 * The bytes of a manifest. They are what is signed; nobody ever makes them again from the parsed form. Throws
 * when a fact is not one that readManifest would take.
 */
export function writeManifest(manifest: BundleManifest): Uint8Array {
  if (!isSoundCard(manifest.sender)) throw new Error('the card of the sender is not sound');
  return utf8ToBytes(`${JSON.stringify(bundleManifest.parse(manifest), null, 2)}\n`);
}

/** Reads a manifest; `bundle/newer` for a later version, `bundle/damaged` for what is none. */
export function readManifest(bytes: Uint8Array): Result<BundleManifest> {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return fail('bundle/damaged');
  }
  if (later.safeParse(json).success) return fail('bundle/newer');
  const parsed = bundleManifest.safeParse(json);
  if (!parsed.success || !isSoundCard(parsed.data.sender)) return fail('bundle/damaged');
  const names = parsed.data.entries.map(({ name }) => name);
  const sound = names.every(isSafeName) && areDistinct([...names, MANIFEST, SIGNATURE]);
  return sound ? ok(parsed.data) : fail('bundle/unsafe-file');
}

const later = z.object({ format: z.literal('muniment-bundle'), version: z.int().min(2) });

/** How a manifest names a recipient: SHA-256, in hex, of the recipient's text. */
export function addressOf(recipient: string): string {
  return hashOf(utf8ToBytes(recipient));
}

/** SHA-256 in hex. */
export function hashOf(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes));
}

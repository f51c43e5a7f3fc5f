import type { PlainDate } from '../domain/dates.ts';
import { type Result, fail, ok } from '../domain/errors.ts';
import type { CardContent } from '../domain/sharing.ts';
import { MANIFEST, NOTE, SIGNATURE } from './entry-names.ts';
import {
  type Key,
  type Progress,
  recipientOf,
  type SeenLock,
  seeLock,
  unlock,
} from './envelope.ts';
import { MAX } from './limits.ts';
import {
  addressOf,
  type BundleManifest,
  hashOf,
  MANIFEST_CONTEXT,
  readManifest,
} from './manifest.ts';
import { tidyPassphrase } from './passphrase.ts';
import { signatureFits } from './signature.ts';
import { type NamedBytes, type PackedFile, readDirectory, unpack } from './zip.ts';

export interface OpenOptions {
  /** The age identity of the officer who opens; hybrid. A reader without a vault has none. */
  readonly identity?: string;
  /** As typed; asked for after `bundle/needs-passphrase`. */
  readonly passphrase?: string;
  /**
   * Verify keys (hex) of the cards that this vault trusts; and of the one that peekSender gave, once the person
   * has compared its words.
   */
  readonly knownSenders: readonly string[];
  readonly today: PlainDate;
  /** Ids of bundles that were opened here before. */
  readonly seen: ReadonlySet<string>;
  readonly onProgress?: Progress;
}

export interface OpenedBundle {
  readonly manifest: BundleManifest;
  /** Everything under `records/`, `documents/` and `attachments/`, in the sender's order. */
  readonly entries: readonly NamedBytes[];
}

/**
 * Opens a bundle. Gives nothing on before all of it has been checked: the whole age file, the shape of the ZIP,
 * the signature, that it was addressed to whoever opens, every file against the signed list, the day, replays,
 * and last the sender. Each refusal has its own code (`bundle/…`).
 */
export async function openBundle(
  file: Uint8Array,
  options: OpenOptions,
): Promise<Result<OpenedBundle>> {
  const checked = await check(file, options);
  if (!checked.ok) return checked;
  const known = options.knownSenders.includes(checked.value.manifest.sender.verifyKey);
  return known ? checked : fail('bundle/unknown-sender');
}

/**
 * The card that the sender of a bundle claims, when everything but the sender is right: for showing its words
 * (fingerprintWords) after `bundle/unknown-sender`. It proves nothing until they were compared.
 */
export async function peekSender(
  file: Uint8Array,
  options: Omit<OpenOptions, 'knownSenders'>,
): Promise<Result<CardContent>> {
  const checked = await check(file, options);
  return checked.ok ? ok(checked.value.manifest.sender) : checked;
}

async function check(
  file: Uint8Array,
  options: Omit<OpenOptions, 'knownSenders'>,
): Promise<Result<OpenedBundle>> {
  if (file.length > MAX.file) return fail('bundle/too-large');
  const lock = seeLock(file);
  if (!lock.ok) return lock;
  const key = keyFor(lock.value, options);
  if (!key.ok) return key;
  const zip = await unlock(file, key.value, options.onProgress);
  if (!zip.ok) return zip;
  const directory = readDirectory(zip.value);
  if (!directory.ok) return directory;
  const manifest = signedManifest(directory.value);
  if (!manifest.ok) return manifest;
  if (!(await isAddressed(manifest.value, lock.value, key.value))) {
    return fail('bundle/not-addressed');
  }
  const entries = listedEntries(manifest.value, directory.value);
  if (!entries.ok) return entries;
  // Both are YYYY-MM-DD, so their order as texts is their order as days.
  if (options.today > manifest.value.expires) return fail('bundle/expired');
  if (options.seen.has(manifest.value.bundle)) return fail('bundle/replayed');
  return ok({ manifest: manifest.value, entries: entries.value });
}

function keyFor(
  lock: SeenLock,
  { identity, passphrase }: Omit<OpenOptions, 'knownSenders'>,
): Result<Key> {
  if (lock.kind === 'passphrase') {
    if (passphrase === undefined) return fail('bundle/needs-passphrase');
    return ok({ kind: 'passphrase', passphrase: tidyPassphrase(passphrase) });
  }
  return identity === undefined ? fail('bundle/not-for-me') : ok({ kind: 'identity', identity });
}

function signedManifest(files: readonly PackedFile[]): Result<BundleManifest> {
  const manifestFile = files.find(({ name }) => name === MANIFEST);
  const signatureFile = files.find(({ name }) => name === SIGNATURE);
  if (!manifestFile || !signatureFile) return fail('bundle/contents-differ');
  if (manifestFile.size > MAX.manifest || signatureFile.size > 1024)
    return fail('bundle/too-large');
  const bytes = unpack(manifestFile);
  if (!bytes.ok) return bytes;
  const signature = unpack(signatureFile);
  if (!signature.ok) return signature;
  const manifest = readManifest(bytes.value);
  if (!manifest.ok) return manifest;
  const { verifyKey } = manifest.value.sender;
  const fits = signatureFits(MANIFEST_CONTEXT, bytes.value, signature.value, verifyKey);
  return fits ? manifest : fail('bundle/bad-signature');
}

/**
 * Whether the sender meant this lock and this reader: age proves neither, since whoever can open a bundle can
 * lock its inside again for others.
 */
async function isAddressed(
  { recipients }: BundleManifest,
  lock: SeenLock,
  key: Key,
): Promise<boolean> {
  if (key.kind === 'passphrase') return recipients.kind === 'passphrase';
  if (recipients.kind !== 'cards' || lock.kind !== 'cards') return false;
  const own = addressOf(await recipientOf(key.identity));
  return recipients.cards.includes(own) && recipients.cards.length === lock.count;
}

/** The files that the manifest lists: all of them, no others, and each to the byte. */
function listedEntries(
  manifest: BundleManifest,
  files: readonly PackedFile[],
): Result<readonly NamedBytes[]> {
  const packed = new Map(files.map((file) => [file.name, file]));
  packed.delete(MANIFEST);
  packed.delete(SIGNATURE);
  const listed = manifest.entries.map((entry) => ({ entry, file: packed.get(entry.name) }));
  if (listed.length !== packed.size) return fail('bundle/contents-differ');
  const entries: NamedBytes[] = [];
  for (const { entry, file } of listed) {
    if (!file) return fail('bundle/contents-differ');
    if (file.size !== entry.size) return fail('bundle/damaged');
    const bytes = unpack(file);
    if (!bytes.ok) return bytes;
    if (hashOf(bytes.value) !== entry.sha256) return fail('bundle/damaged');
    if (entry.name !== NOTE) entries.push({ name: entry.name, bytes: bytes.value });
  }
  return ok(entries);
}

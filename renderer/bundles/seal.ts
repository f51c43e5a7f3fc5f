import type { PlainDate } from '../domain/dates.ts';
import { type Result, fail } from '../domain/errors.ts';
import type { CardContent } from '../domain/sharing.ts';
import { coverNote } from './cover-note.ts';
import { MANIFEST, NOTE, SIGNATURE } from './entry-names.ts';
import { lockUp, type Lock, type Progress } from './envelope.ts';
import { MAX } from './limits.ts';
import { addressOf, hashOf, MANIFEST_CONTEXT, writeManifest } from './manifest.ts';
import { isGenerated } from './passphrase.ts';
import { signBytes, verifyKeyOf } from './signature.ts';
import { type NamedBytes, packZip } from './zip.ts';

export interface SealInput {
  /** Under `records/`, `documents/` or `attachments/`; see entry-names.ts. */
  readonly entries: readonly NamedBytes[];
  readonly to: Lock;
  /** 8 to 80 letters, digits, `_` or `-`; never used twice. */
  readonly bundle: string;
  readonly vault: string;
  /** Counts the bundles of this sender, from 1. */
  readonly sequence: number;
  readonly sender: CardContent;
  /** The sender's Ed25519 secret key, 32 bytes; it has to belong to the sender's card. */
  readonly signKey: Uint8Array;
  readonly purpose: string;
  /** Milliseconds, UTC. */
  readonly created: number;
  /** The last day on which the bundle may be opened. */
  readonly expires: PlainDate;
  readonly policyVersion: string;
  readonly onProgress?: Progress;
}

/**
 * Seals a bundle: an age file around a ZIP of the cover note, the signed manifest and the entries. Fails with
 * `bundle/nothing-inside`, `bundle/no-recipients`, `bundle/too-many-recipients`, `bundle/bad-recipient`,
 * `bundle/too-much` or `vault/passphrase-weak`; throws when a name or a fact is not one that a bundle may hold.
 */
export async function sealBundle(input: SealInput): Promise<Result<Uint8Array>> {
  const { to, entries, onProgress } = input;
  if (entries.length === 0) return fail('bundle/nothing-inside');
  const lock = to.kind === 'cards' ? { ...to, recipients: [...new Set(to.recipients)] } : to;
  if (lock.kind === 'passphrase' && !isGenerated(lock.passphrase)) {
    return fail('vault/passphrase-weak');
  }
  if (lock.kind === 'cards') {
    if (lock.recipients.length === 0) return fail('bundle/no-recipients');
    if (lock.recipients.length > MAX.recipients) return fail('bundle/too-many-recipients');
  }
  if (!fits(entries)) return fail('bundle/too-much');
  if (verifyKeyOf(input.signKey) !== input.sender.verifyKey) {
    throw new Error('the signing key does not belong to the card of the sender');
  }
  return lockUp(packZip(signed(input, lock)), lock, onProgress);
}

/** Leaves room in MAX.unpacked for the note, the manifest and the ZIP's own bytes. */
function fits(entries: readonly NamedBytes[]): boolean {
  const total = entries.reduce((sum, { bytes }) => sum + bytes.length, 0);
  return (
    entries.length <= MAX.entries &&
    entries.every(({ bytes }) => bytes.length <= MAX.entry) &&
    total <= MAX.unpacked - 2 * MAX.manifest
  );
}

/** All files of the bundle, the note first. */
function signed(input: SealInput, lock: Lock): readonly NamedBytes[] {
  const { bundle, vault, sequence, sender, purpose, created, expires, policyVersion } = input;
  const facts = {
    format: 'muniment-bundle' as const,
    version: 1 as const,
    bundle,
    vault,
    sequence,
    sender,
    recipients:
      lock.kind === 'cards'
        ? { kind: 'cards' as const, cards: lock.recipients.map(addressOf) }
        : { kind: 'passphrase' as const },
    purpose,
    created,
    expires,
    policyVersion,
  };
  const note = { name: NOTE, bytes: coverNote(facts) };
  const manifest = writeManifest({
    ...facts,
    entries: [note, ...input.entries].map(({ name, bytes }) => ({
      name,
      size: bytes.length,
      sha256: hashOf(bytes),
    })),
  });
  return [
    note,
    { name: MANIFEST, bytes: manifest },
    { name: SIGNATURE, bytes: signBytes(MANIFEST_CONTEXT, manifest, input.signKey) },
    ...input.entries,
  ];
}

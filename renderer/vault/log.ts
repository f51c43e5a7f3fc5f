/**
 * A change as a row: an envelope under the trail's key and a part for each compartment touched. The chain covers
 * ciphertext and outer fields, never a hash of plaintext; the author signs each link together with its envelope.
 */
import { type AnyRecord, COMPARTMENT_OF, type Compartment } from '../domain/kinds.ts';
import type { TrailEntry } from '../domain/trail.ts';
import { type Bytes, frame, fromUtf8, sha256, toHex, utf8 } from './bytes.ts';
import { KEY_NAMES, type KeyName, type Keyring } from './keys.ts';
import { pack, unpack } from './packing.ts';
import { type Place, seal, unseal } from './sealing.ts';
import { signSoon } from './signing.ts';
import type { CommitRow } from './store.ts';
import { type Envelope, type TrailItem, readEnvelope } from './trail.ts';

/** One record before and after; null before it was made, and after it was removed. */
export interface Change {
  readonly id: string;
  readonly before: AnyRecord | null;
  readonly after: AnyRecord | null;
}

/** Who writes, and where. */
export interface Author {
  readonly vaultId: string;
  readonly device: string;
  readonly verifyKey: string;
  readonly seed: Bytes;
}

/** The end of the chain that a commit goes behind. */
export interface Head {
  readonly sequence: number;
  /** SHA-256, hex. */
  readonly link: string;
  readonly counter: number;
}

/** The link before the first commit of every vault. */
export const FIRST_LINK = '0'.repeat(64);

/** Seals, links and signs a change; nothing is stored. `size`: characters of JSON, what unlocking has to parse. */
export async function writeCommit(
  keys: Keyring,
  author: Author,
  head: Head,
  generation: number,
  entry: TrailEntry,
  changes: readonly Change[],
): Promise<{ row: CommitRow; item: TrailItem; head: Head; size: number }> {
  const sequence = head.sequence + 1;
  const counter = head.counter + 1;
  const envelopeText = JSON.stringify({
    author: author.verifyKey,
    device: author.device,
    counter,
    previous: head.link,
    entry,
  } satisfies Envelope);
  const trailKey = keys.current('trail');
  const sealPart = async (name: KeyName, row: string, text: string) => {
    const { key, epoch } = keys.current(name);
    const place = placeOf(author.vaultId, name, epoch, generation, row, sequence);
    return { epoch, bytes: await seal(key, place, await pack(utf8(text), 'commit')) };
  };
  const texts = [...byCompartment(changes)].map(
    ([compartment, part]) => [compartment, JSON.stringify(part)] as const,
  );
  const [envelope, ...parts] = await Promise.all([
    sealPart('trail', 'envelope', envelopeText),
    ...texts.map(async ([compartment, text]) => ({
      compartment,
      ...(await sealPart(compartment, 'part', text)),
    })),
  ]);
  const size = texts.reduce((sum, [, text]) => sum + text.length, envelopeText.length);
  const unsigned = {
    sequence,
    generation,
    epoch: trailKey.epoch,
    envelope: envelope.bytes,
    parts,
  };
  const link = await linkOf(author.vaultId, unsigned, head.link);
  const signature = await signSoon('muniment commit v1', author.seed, [
    link,
    await sha256(utf8(envelopeText)),
  ]);
  return {
    row: { ...unsigned, signature },
    item: {
      sequence,
      link: toHex(link),
      signature: toHex(signature),
      envelope: envelopeText,
    },
    head: { sequence, link: toHex(link), counter },
    size,
  };
}

/**
 * Opens a row that must follow `head`. null: damaged, of another place, or not the next link. The signature is not
 * checked here: the last link's covers all before it, and verifying the trail checks each.
 */
export async function readCommit(
  keys: Keyring,
  vaultId: string,
  head: Head,
  row: CommitRow,
): Promise<{ item: TrailItem; changes: Change[]; head: Head; size: number } | null> {
  if (row.sequence !== head.sequence + 1) return null;
  const openPart = async (name: string, epoch: number, rowName: string, bytes: Bytes) => {
    const key = isKeyName(name) ? keys.at(name, epoch) : null;
    if (!key) return null;
    const place = placeOf(vaultId, name, epoch, row.generation, rowName, row.sequence);
    const packed = await unseal(key, place, bytes);
    return packed && fromUtf8(await unpack(packed));
  };
  const text = await openPart('trail', row.epoch, 'envelope', row.envelope);
  if (text === null) return null;
  const changes: Change[] = [];
  let size = text.length;
  for (const part of row.parts) {
    const opened = await openPart(part.compartment, part.epoch, 'part', part.bytes);
    if (opened === null) return null;
    size += opened.length;
    // The part passed its seal, and only `writeCommit` seals parts. One by one: spreading 100,000 overflows the stack.
    for (const change of JSON.parse(opened) as Change[]) changes.push(change);
  }
  const link = toHex(await linkOf(vaultId, row, head.link));
  const item = { sequence: row.sequence, link, signature: toHex(row.signature), envelope: text };
  const envelope = readEnvelope(item);
  if (envelope.previous !== head.link) return null;
  const next = { sequence: row.sequence, link, counter: envelope.counter };
  return { item, changes, head: next, size };
}

async function linkOf(
  vaultId: string,
  row: Omit<CommitRow, 'signature'>,
  previous: string,
): Promise<Bytes> {
  const fields: (string | number | Bytes)[] = [
    'muniment link v1',
    vaultId,
    row.sequence,
    row.generation,
    row.epoch,
    previous,
    await sha256(row.envelope),
  ];
  for (const part of row.parts) fields.push(part.compartment, part.epoch, await sha256(part.bytes));
  return sha256(frame(fields));
}

function byCompartment(changes: readonly Change[]): Map<Compartment, Change[]> {
  const parts = new Map<Compartment, Change[]>();
  for (const change of changes) {
    const record = change.after ?? change.before;
    if (!record) continue;
    const compartment = COMPARTMENT_OF[record.kind];
    const part = parts.get(compartment);
    if (part) part.push(change);
    else parts.set(compartment, [change]);
  }
  return parts;
}

function isKeyName(name: string): name is KeyName {
  return KEY_NAMES.some((known) => known === name);
}

function placeOf(
  vault: string,
  compartment: string,
  epoch: number,
  generation: number,
  row: string,
  sequence: number,
): Place {
  return {
    vault,
    table: 'commits',
    compartment,
    epoch,
    generation,
    row,
    sequence,
    chunk: 0,
    last: true,
  };
}

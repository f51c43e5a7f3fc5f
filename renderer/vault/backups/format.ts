/**
 * A backup is one file: what is sealed already, copied, under a signed list of all of it. Big-endian:
 * 16 bytes of magic, u16 version, u32 length of the manifest, 64 bytes of its signature, the manifest (JSON, UTF-8),
 * then the bytes of each row in the manifest's order, pages before commits, and nothing after them.
 */
import { z } from 'zod';
import { type Result, fail, ok } from '../../domain/errors.ts';
import { type Bytes, fromHex, fromUtf8, inOne, owned, sha256, toHex, utf8 } from '../bytes.ts';
import { headerSigned, readHeader } from '../header.ts';
import type { Snapshot } from '../open-session.ts';
import { signAs, signedAs } from '../signing.ts';
import type { CommitRow, PageRow } from '../store.ts';

const MAGIC = utf8('MUNIMENT BACKUP\n');
const VERSION = 1;
const SIGNATURE_BYTES = 64;
const HEAD_BYTES = MAGIC.length + 2 + 4 + SIGNATURE_BYTES;
const MOST_MANIFEST = 32 * 1024 * 1024;
const MOST_ROW = 512 * 1024 * 1024;
/** What travels to and from the host in one message. */
export const PIECE = 1024 * 1024;

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.number().int().min(0);
const length = count.max(MOST_ROW);

const manifest = z.strictObject({
  vaultId: z.string().regex(/^[0-9a-f]{32}$/),
  /** Milliseconds since 1970 UTC. */
  madeAt: count,
  /** Format of the rows: that of sealing.ts. */
  rowFormat: z.literal(1),
  /** The end of the chain that the rows hold. */
  head: z.strictObject({ sequence: count, link: hash, counter: count }),
  rootGeneration: count,
  /** Certificates of erasures (ids) whose records are not in it any more. */
  erasures: z.array(z.string().max(40)),
  /** The Ed25519 key that signed this manifest and the header, hex. */
  signer: hash,
  /** The very text of the key file, with the ways to the keys. */
  header: z.string().max(256 * 1024),
  pages: z.array(
    z.strictObject({ key: z.string().max(80), epoch: count, generation: count, length, hash }),
  ),
  commits: z.array(
    z.strictObject({
      sequence: count,
      epoch: count,
      generation: count,
      envelope: length,
      parts: z
        .array(z.strictObject({ compartment: z.string().max(40), epoch: count, length }))
        .max(100),
      signature: z.string().regex(/^[0-9a-f]{128}$/),
      hash,
    }),
  ),
  /** Attachments that belong to it, in files of their own beside the backups. */
  blobs: z.array(z.strictObject({ id: z.string().regex(/^[0-9a-f]{32}$/), length: count, hash })),
});
export type Manifest = z.infer<typeof manifest>;
/** What is needed to know whether the rest is as it was written. */
const signedManifest = z.looseObject({ signer: hash });

/** At most `length` bytes (1 MiB at most) from `offset`; fewer at the end. */
export type ReadAt = (offset: number, length: number) => Promise<Result<Uint8Array>>;

/** What a backup says besides its rows. */
export interface About {
  /** When the state that it holds was the vault's; milliseconds UTC. */
  readonly madeAt: number;
  /** Certificates of erasures (ids) whose records are not in it any more. */
  readonly erasures: readonly string[];
  /** The sealed files that belong to it; `length` in bytes, `hash` SHA-256. */
  readonly blobs: readonly Manifest['blobs'][number][];
}

export interface Encoded {
  readonly manifest: Manifest;
  /** The file's bytes, in pieces of at most 1 MiB. */
  pieces(): Iterable<Bytes>;
}

/**
 * Lists and signs what is sealed. `seed` is the Ed25519 private key of the profile that owns the vault, which signed the header too.
 */
export async function encodeBackup(
  sealed: Snapshot,
  by: { readonly vaultId: string; readonly verifyKey: string; readonly seed: Bytes },
  { madeAt, erasures, blobs }: About,
): Promise<Encoded> {
  const bodies: Bytes[] = [];
  const list: Manifest = {
    vaultId: by.vaultId,
    madeAt,
    rowFormat: 1,
    head: sealed.head,
    rootGeneration: sealed.pages.find(({ key }) => key === 'root')?.generation ?? 0,
    erasures: [...erasures],
    signer: by.verifyKey,
    header: fromUtf8(sealed.header),
    pages: [],
    commits: [],
    blobs: [...blobs],
  };
  for (const { key, epoch, generation, bytes } of sealed.pages) {
    const hashed = toHex(await sha256(bytes));
    list.pages.push({ key, epoch, generation, length: bytes.length, hash: hashed });
    bodies.push(bytes);
  }
  for (const row of sealed.commits) {
    const body = inOne([row.envelope, ...row.parts.map(({ bytes }) => bytes)]);
    list.commits.push({
      sequence: row.sequence,
      epoch: row.epoch,
      generation: row.generation,
      envelope: row.envelope.length,
      parts: row.parts.map(({ compartment, epoch, bytes }) => ({
        compartment,
        epoch,
        length: bytes.length,
      })),
      signature: toHex(row.signature),
      hash: toHex(await sha256(body)),
    });
    bodies.push(body);
  }
  const text = utf8(JSON.stringify(list));
  // Signed now: the caller wipes the seed when this returns.
  const head = headOf(text, by.seed);
  return { manifest: list, pieces: () => piecesOf([head, text, ...bodies]) };
}

function headOf(text: Bytes, seed: Bytes): Bytes {
  const head = new Uint8Array(HEAD_BYTES);
  const view = new DataView(head.buffer);
  head.set(MAGIC);
  view.setUint16(MAGIC.length, VERSION);
  view.setUint32(MAGIC.length + 2, text.length);
  head.set(signAs('muniment backup v1', seed, [text]), MAGIC.length + 6);
  return head;
}

/** What a backup says of itself, believed as far as its own signature goes; whose it is, only its keyslots say. */
export interface Listed {
  readonly manifest: Manifest;
  /** Where the rows begin in the file. */
  readonly from: number;
}

/**
 * Reads the list of a backup and checks its signature.
 * Errors: backup/not-one, backup/newer, backup/damaged, vault/header-newer, those of reading.
 */
export async function readManifest(readAt: ReadAt): Promise<Result<Listed>> {
  const head = await readFully(readAt, 0, HEAD_BYTES);
  if (!head.ok) return head;
  const bytes = head.value;
  if (bytes.length < MAGIC.length || MAGIC.some((byte, at) => bytes[at] !== byte))
    return fail('backup/not-one');
  if (bytes.length < HEAD_BYTES) return fail('backup/damaged');
  const view = new DataView(bytes.buffer);
  const version = view.getUint16(MAGIC.length);
  if (version > VERSION) return fail('backup/newer');
  const size = view.getUint32(MAGIC.length + 2);
  if (version !== VERSION || size > MOST_MANIFEST) return fail('backup/damaged');
  const text = await readFully(readAt, HEAD_BYTES, size);
  if (!text.ok) return text;
  if (text.value.length < size) return fail('backup/damaged');
  const json = jsonOf(text.value);
  const signed = signedManifest.safeParse(json);
  if (!signed.success) return fail('backup/damaged');
  const signature = bytes.slice(MAGIC.length + 6);
  if (!signedAs('muniment backup v1', fromHex(signed.data.signer), signature, [text.value]))
    return fail('backup/damaged');
  const parsed = manifest.safeParse(json);
  // As it was written, and not understood: a later program lists more.
  if (!parsed.success) return fail('backup/newer');
  const { header, vaultId, head: end } = parsed.data;
  const inner = readHeader(utf8(header));
  if (!inner.ok) return inner.error.code === 'vault/header-newer' ? inner : fail('backup/damaged');
  const { body } = inner.value;
  const fits = body.vaultId === vaultId && body.floor.sequence <= end.sequence;
  if (!fits) return fail('backup/damaged');
  return ok({ manifest: parsed.data, from: HEAD_BYTES + size });
}

/** What is told while the rows are read: bytes done and in all. */
export type Progress = (done: number, total: number) => void;

/**
 * Reads every row and checks it against the list, that one hand signed the list and the key file, and that the file ends
 * with the rows. `take` gets each row when it fits.
 * Errors: backup/damaged (detail: row, from 1), those of reading.
 */
export async function readRows(
  readAt: ReadAt,
  { manifest: list, from }: Listed,
  take: { page(row: PageRow): void; commit(row: CommitRow): void },
  progress: Progress = () => {},
): Promise<Result<null>> {
  const total = lengthOf(list);
  const header = readHeader(utf8(list.header));
  if (!header.ok || !headerSigned(header.value, [list.signer])) return fail('backup/damaged');
  let at = from;
  let row = 0;
  const next = async (size: number, expected: string): Promise<Result<Bytes>> => {
    row += 1;
    const body = await readFully(readAt, at, size);
    if (!body.ok) return body;
    if (body.value.length < size || toHex(await sha256(body.value)) !== expected)
      return fail('backup/damaged', { row });
    at += size;
    progress(at - from, total);
    return body;
  };
  for (const { key, epoch, generation, length: size, hash: expected } of list.pages) {
    const body = await next(size, expected);
    if (!body.ok) return body;
    take.page({ key, epoch, generation, bytes: body.value });
  }
  for (const commit of list.commits) {
    const body = await next(sizeOf(commit), commit.hash);
    if (!body.ok) return body;
    take.commit(commitOf(commit, body.value));
  }
  const after = await readAt(at, 1);
  if (!after.ok) return after;
  return after.value.length === 0 ? ok(null) : fail('backup/damaged', { row: row + 1 });
}

/** Bytes of all rows. */
function lengthOf(list: Manifest): number {
  return (
    list.pages.reduce((sum, page) => sum + page.length, 0) +
    list.commits.reduce((sum, commit) => sum + sizeOf(commit), 0)
  );
}

type Listing = Manifest['commits'][number];

function sizeOf({ envelope, parts }: Listing): number {
  return parts.reduce((sum, part) => sum + part.length, envelope);
}

function commitOf(
  { sequence, epoch, generation, envelope, parts, signature }: Listing,
  body: Bytes,
): CommitRow {
  let at = envelope;
  return {
    sequence,
    epoch,
    generation,
    envelope: body.slice(0, envelope),
    parts: parts.map(({ compartment, epoch: of, length: size }) => ({
      compartment,
      epoch: of,
      bytes: body.slice(at, (at += size)),
    })),
    signature: fromHex(signature),
  };
}

/** Up to `size` bytes, in pieces; fewer when the file ends before. */
export async function readFully(
  readAt: ReadAt,
  from: number,
  size: number,
): Promise<Result<Bytes>> {
  const pieces: Uint8Array[] = [];
  let filled = 0;
  while (filled < size) {
    const piece = await readAt(from + filled, Math.min(PIECE, size - filled));
    if (!piece.ok) return piece;
    if (piece.value.length === 0) break;
    pieces.push(piece.value);
    filled += piece.value.length;
  }
  return ok(inOne(pieces));
}

/** Small parts together, large ones cut. */
function* piecesOf(parts: readonly Bytes[]): Iterable<Bytes> {
  let piece = new Uint8Array(PIECE);
  let filled = 0;
  for (const part of parts) {
    for (let at = 0; at < part.length;) {
      const some = part.subarray(at, at + PIECE - filled);
      piece.set(some, filled);
      filled += some.length;
      at += some.length;
      if (filled < PIECE) continue;
      yield piece;
      piece = new Uint8Array(PIECE);
      filled = 0;
    }
  }
  if (filled > 0) yield owned(piece.subarray(0, filled));
}

function jsonOf(bytes: Bytes): unknown {
  try {
    return JSON.parse(fromUtf8(bytes));
  } catch {
    // Cut or not text: the schema refuses undefined.
    return undefined;
  }
}

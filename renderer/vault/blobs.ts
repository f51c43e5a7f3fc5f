/**
 * Sealed files beside the records: chunks of 1 MiB in rows of their own, under a random key that only the record holds.
 * A file that no record names is unreadable from the start, and is swept later.
 */
import type { SealedBlob } from '../domain/attachment.ts';
import { type Result, fail, ok } from '../domain/errors.ts';
import { importKey } from './aes-key.ts';
import { type Bytes, fromHex, randomBytes, toHex } from './bytes.ts';
import { padme } from './packing.ts';
import { type Place, SEAL_BYTES, seal, unseal } from './sealing.ts';
import type { Store } from './store.ts';

/** Plain bytes in a chunk; the last may be shorter. */
export const CHUNK_BYTES = 1024 * 1024;
/** Sealed bytes of a chunk; the last may be shorter. */
export const SEALED_CHUNK_BYTES = CHUNK_BYTES + SEAL_BYTES;

/** Room that a file leaves on the disk, in bytes: records are never the ones to find it full. */
const LEFT_FREE = 8 * 1024 * 1024;
/** Chunks between two looks at it: others write to the disk meanwhile. */
const LOOK_EVERY = 4;

/** Where the bytes of a file come from. */
export interface Source {
  /** In bytes. */
  readonly size: number;
  /** Exactly `length` bytes from `offset`, both inside the file. Errors: file/gone. */
  read(offset: number, length: number): Promise<Result<Bytes>>;
}

interface Watched {
  progress(done: number, total: number): void;
  cancelled(): boolean;
}

export interface Blobs {
  /**
   * Seals a file chunk by chunk, each durable before the next is read. What fails or is cancelled leaves nothing.
   * Errors: vault/read-only, wall/cancelled, attachment/no-room, those of the source.
   */
  write(source: Source, watched: Watched): Promise<Result<SealedBlob>>;
  /** The plain bytes of a chunk, from 0, without padding. Errors: attachment/damaged. */
  read(blob: SealedBlob, chunk: number): Promise<Result<Bytes>>;
  /** All of a file, for those that fit in memory. Errors: attachment/damaged. */
  readWhole(blob: SealedBlob): Promise<Result<Bytes>>;
  /**
   * Hands over the sealed chunks as they lie, one after another: together they are `sealedLength` bytes.
   * Errors: attachment/damaged (one is missing or has another length), those of `take`.
   */
  sealed(blob: SealedBlob, take: (row: Bytes) => Promise<Result<null>>): Promise<Result<null>>;
  /**
   * The same file under a fresh key, where it was sealed under an earlier profile: who knew that one's secret may know
   * the file's key. The file itself where it was not. Errors: attachment/damaged, those of `write`.
   */
  renewed(blob: SealedBlob, watched: Watched): Promise<Result<SealedBlob>>;
  /** Drops what no longer belongs to anything; what cannot be dropped is tried again another time. */
  drop(blobs: readonly SealedBlob[]): Promise<void>;
  /**
   * Drops every file but those named, and those of this session. Answers how many chunks went: none of a store that may
   * only be looked at.
   */
  sweep(named: () => ReadonlySet<string>): Promise<number>;
}

/** How many chunks a file of this size is stored in; its padding (Padmé) is in the last ones. */
function chunksOf({ size }: Pick<SealedBlob, 'size'>): number {
  return Math.ceil(padme(size) / CHUNK_BYTES);
}

/** Bytes of all sealed chunks of a file together. */
export function sealedLength(blob: SealedBlob): number {
  return padme(blob.size) + chunksOf(blob) * SEAL_BYTES;
}

/** The row of a chunk. */
export function rowOf({ id }: Pick<SealedBlob, 'id'>, chunk: number): string {
  return `${id}-${chunk}`;
}

/** What sealed files need to know of their session at each moment. */
interface Surroundings {
  /** Whether the store may only be looked at: what its records name may not be all there is. */
  isReadOnly(): boolean;
  /** The verification key of the profile. */
  profile(): string;
}

/** The sealed files of a store. */
export function blobsIn(
  store: Store,
  vaultId: string,
  { isReadOnly, profile }: Surroundings,
): Blobs {
  /** Written in this session: a sweep that is under way must not take them for remnants. */
  const fresh = new Set<string>();

  const put = async (blob: SealedBlob, source: Source, watched: Watched): Promise<Result<null>> => {
    const key = await importKey(fromHex(blob.key));
    const padded = padme(blob.size);
    const chunks = chunksOf(blob);
    for (let chunk = 0; chunk < chunks; chunk += 1) {
      if (watched.cancelled()) return fail('wall/cancelled');
      const from = chunk * CHUNK_BYTES;
      if (chunk % LOOK_EVERY === 0 && padded - from + LEFT_FREE > (await store.room()))
        return fail('attachment/no-room');
      const plain = new Uint8Array(Math.min(CHUNK_BYTES, padded - from));
      const length = Math.min(plain.length, blob.size - from);
      if (length > 0) {
        const piece = await source.read(from, length);
        if (!piece.ok) return piece;
        plain.set(piece.value);
      }
      const bytes = await seal(key, placeOf(vaultId, blob, chunk), plain);
      try {
        await store.putBlob({ key: rowOf(blob, chunk), bytes });
      } catch {
        // The disk is full or refuses to write; this chunk is not there.
        return fail('attachment/no-room');
      }
      watched.progress(Math.min(from + plain.length, blob.size), blob.size);
    }
    return ok(null);
  };

  const drop = async (keys: string[]): Promise<number> => {
    try {
      await store.dropBlobs(keys);
      return keys.length;
    } catch {
      // They are swept at a later unlock; without their key they are noise.
      return 0;
    }
  };
  const keysOf = (blob: SealedBlob) =>
    Array.from({ length: chunksOf(blob) }, (_, chunk) => rowOf(blob, chunk));

  const read: Blobs['read'] = async (blob, chunk) => {
    const row = await rowOrNull(store, rowOf(blob, chunk));
    const key = await importKey(fromHex(blob.key));
    const plain = row && (await unseal(key, placeOf(vaultId, blob, chunk), row));
    if (!plain) return fail('attachment/damaged');
    return ok(plain.subarray(0, Math.max(0, blob.size - chunk * CHUNK_BYTES)));
  };

  const write: Blobs['write'] = async (source, watched) => {
    if (isReadOnly()) return fail('vault/read-only');
    const id = toHex(randomBytes(16));
    const blob: SealedBlob = { id, key: toHex(randomBytes(32)), by: profile(), size: source.size };
    fresh.add(id);
    const written = await put(blob, source, watched);
    if (written.ok) return ok(blob);
    await drop(keysOf(blob));
    return written;
  };

  return {
    write,
    read,
    async readWhole(blob) {
      const whole = new Uint8Array(blob.size);
      for (let at = 0; at < blob.size; at += CHUNK_BYTES) {
        const piece = await read(blob, at / CHUNK_BYTES);
        if (!piece.ok) return piece;
        whole.set(piece.value, at);
      }
      return ok(whole);
    },
    async sealed(blob, take) {
      let left = sealedLength(blob);
      for (let chunk = 0; left > 0; chunk += 1) {
        const row = await rowOrNull(store, rowOf(blob, chunk));
        if (row?.length !== Math.min(SEALED_CHUNK_BYTES, left)) return fail('attachment/damaged');
        const taken = await take(row);
        if (!taken.ok) return taken;
        left -= row.length;
      }
      return ok(null);
    },
    renewed: async (blob, watched) =>
      blob.by === profile()
        ? ok(blob)
        : write(
            {
              size: blob.size,
              async read(offset, length) {
                const piece = await read(blob, offset / CHUNK_BYTES);
                return piece.ok ? ok(piece.value.subarray(0, length)) : piece;
              },
            },
            watched,
          ),
    async drop(blobs) {
      await drop(blobs.flatMap(keysOf));
    },
    async sweep(named) {
      const keys = await keysOrNone(store);
      if (keys.length === 0 || isReadOnly()) return 0;
      const kept = named();
      const isLost = (id: string) => !kept.has(id) && !fresh.has(id);
      const lost = keys.filter((key) => isLost(key.slice(0, key.indexOf('-'))));
      return lost.length === 0 ? 0 : drop(lost);
    },
  };
}

/** null: it is not there, or the database gives an error in its place. */
async function rowOrNull(store: Store, key: string): Promise<Bytes | null> {
  try {
    return (await store.getBlob(key))?.bytes ?? null;
  } catch {
    // A large value is a file of its own beside the database, and may be missing or unreadable.
    return null;
  }
}

async function keysOrNone(store: Store): Promise<string[]> {
  try {
    return await store.blobKeys();
  } catch {
    // The store was closed meanwhile.
    return [];
  }
}

/** Bound to the file, to the chunk's place in it and to its end: no chunk passes for another, and none can be cut off. */
function placeOf(vault: string, blob: SealedBlob, chunk: number): Place {
  return {
    vault,
    table: 'blobs',
    compartment: 'blobs',
    epoch: 0,
    generation: 0,
    row: blob.id,
    sequence: blob.size,
    chunk,
    last: chunk === chunksOf(blob) - 1,
  };
}

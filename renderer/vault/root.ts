/** The root of a fold: signed, it lists the hash of every page and ends a segment of the chain. */
import { COMPARTMENTS, type Compartment } from '../domain/kinds.ts';
import { type Bytes, fromHex, fromUtf8, sha256, toHex, utf8 } from './bytes.ts';
import type { Keyring } from './keys.ts';
import type { Head } from './log.ts';
import { pack, unpack } from './packing.ts';
import { type Place, seal, unseal } from './sealing.ts';
import { signAs, signedAs } from './signing.ts';
import type { PageRow } from './store.ts';

/** A page as the root knows it. `size`: bytes before packing; `hash`: SHA-256 of the sealed row, hex. */
export interface PageEntry {
  readonly key: string;
  readonly holds: 'records' | 'segment' | 'trail';
  readonly compartment: Compartment;
  readonly epoch: number;
  readonly generation: number;
  readonly size: number;
  readonly hash: string;
}

export interface Root {
  readonly vaultId: string;
  /** Which fold this is; 0 for the root of a new vault. */
  readonly generation: number;
  /** The end of the chain that the pages hold. */
  readonly head: Head;
  /** Milliseconds since 1970 UTC. */
  readonly at: number;
  /** Link of the root before: its signature, hex; empty for the first. */
  readonly previous: string;
  /** The number that the next new page is named by. */
  readonly nextPage: number;
  readonly pages: readonly PageEntry[];
}

export const ROOT_KEY = 'root';

interface SignedRoot {
  readonly text: string;
  readonly signature: string;
}

/** Signs and seals a root. Answers its row, and its signature for the root that follows. */
export async function sealRoot(
  keys: Keyring,
  seed: Bytes,
  root: Root,
): Promise<{ row: PageRow; signature: string }> {
  const text = JSON.stringify(root);
  const signature = toHex(signAs('muniment root v1', seed, [text]));
  const plain = utf8(JSON.stringify({ text, signature } satisfies SignedRoot));
  const { key, epoch } = keys.current('trail');
  const place = pagePlace(root.vaultId, 'trail', epoch, root.generation, ROOT_KEY);
  const bytes = await seal(key, place, await pack(plain, 'page'));
  return { row: { key: ROOT_KEY, epoch, generation: root.generation, bytes }, signature };
}

/** null: damaged, or signed by none of the roster's keys (hex). */
export async function openRoot(
  keys: Keyring,
  vaultId: string,
  roster: readonly string[],
  row: PageRow,
): Promise<{ root: Root; signature: string } | null> {
  const key = keys.at('trail', row.epoch);
  if (!key) return null;
  const place = pagePlace(vaultId, 'trail', row.epoch, row.generation, ROOT_KEY);
  const packed = await unseal(key, place, row.bytes);
  if (!packed) return null;
  // It passed the seal of the trail's key, under which only `sealRoot` seals this row.
  const signed = JSON.parse(fromUtf8(await unpack(packed))) as SignedRoot;
  const believed = roster.some((verifyKey) =>
    signedAs('muniment root v1', fromHex(verifyKey), fromHex(signed.signature), [signed.text]),
  );
  if (!believed) return null;
  const root = JSON.parse(signed.text) as Root;
  return root.generation === row.generation ? { root, signature: signed.signature } : null;
}

/** Packs, seals and hashes a page. */
export async function sealPage(
  keys: Keyring,
  vaultId: string,
  page: Pick<PageEntry, 'key' | 'holds' | 'compartment' | 'generation'>,
  plain: Bytes,
): Promise<{ row: PageRow; entry: PageEntry }> {
  const { key, epoch } = keys.current(page.compartment);
  const place = pagePlace(vaultId, page.compartment, epoch, page.generation, page.key);
  const bytes = await seal(key, place, await pack(plain, 'page'));
  const hash = toHex(await sha256(bytes));
  return {
    row: { key: page.key, epoch, generation: page.generation, bytes },
    entry: { ...page, epoch, size: plain.length, hash },
  };
}

/** The page that a root lists, still packed, or null when the row is not exactly that page. */
export async function openPacked(
  keys: Keyring,
  vaultId: string,
  entry: PageEntry,
  row: PageRow | undefined,
): Promise<Bytes | null> {
  if (!row || !COMPARTMENTS.includes(entry.compartment)) return null;
  const key = keys.at(entry.compartment, entry.epoch);
  if (!key) return null;
  const { compartment, epoch, generation } = entry;
  const place = pagePlace(vaultId, compartment, epoch, generation, entry.key);
  const [hash, packed] = await Promise.all([sha256(row.bytes), unseal(key, place, row.bytes)]);
  return toHex(hash) === entry.hash ? packed : null;
}

/** The same page, unpacked. */
export async function openPage(...asked: Parameters<typeof openPacked>): Promise<Bytes | null> {
  const packed = await openPacked(...asked);
  return packed && unpack(packed);
}

function pagePlace(
  vault: string,
  compartment: string,
  epoch: number,
  generation: number,
  row: string,
): Place {
  return {
    vault,
    table: 'pages',
    compartment,
    epoch,
    generation,
    row,
    sequence: 0,
    chunk: 0,
    last: true,
  };
}

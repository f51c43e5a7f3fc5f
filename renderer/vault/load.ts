/** Opening a store: the last root, its pages and the commits since, each checked before it is believed. */
import { type Failure, type Result, fail, ok } from '../domain/errors.ts';
import type { HeaderBody } from './header.ts';
import type { Keyring } from './keys.ts';
import { type Head, readCommit } from './log.ts';
import { unpack, unpackNow } from './packing.ts';
import { decodePage, pageLater } from './page.ts';
import type { Signers } from './profile.ts';
import { type PageEntry, ROOT_KEY, type Root, openPacked, openRoot } from './root.ts';
import { isNewer } from './sealing.ts';
import { type Search, makeSearch } from './search.ts';
import { decodeSegment } from './segment.ts';
import { type LiveState, makeState } from './state.ts';
import type { CommitRow, PageRow, Store } from './store.ts';
import { type Trail, itemSigned, makeTrail } from './trail.ts';

export interface Loaded {
  readonly root: Root;
  readonly rootSignature: string;
  readonly head: Head;
  readonly state: LiveState;
  readonly search: Search;
  readonly trail: Trail;
  /** Commits since the root, and how much JSON they hold. */
  readonly since: { commits: number; bytes: number };
  /** Why it may only be looked at; null: it is whole. */
  readonly damage: Failure | null;
}

export interface Believed {
  readonly vaultId: string;
  readonly signers: Signers;
  readonly floor: HeaderBody['floor'];
}

/**
 * Errors: vault/store-missing (no rows at all), vault/store-newer, vault/store-damaged, vault/store-rolled-back.
 */
export async function loadStore(
  store: Pick<Store, 'pages' | 'commits'>,
  keys: Keyring,
  believed: Believed,
): Promise<Result<Loaded>> {
  const read = await readRows(store);
  if (!read) return fail('vault/store-damaged', { what: 'database' });
  const { pages, commits } = read;
  if (pages.length === 0 && commits.length === 0) return fail('vault/store-missing');
  const rows = new Map(pages.map((row) => [row.key, row]));
  const rootRow = rows.get(ROOT_KEY);
  // A later program writes either of these first.
  const telling = [rootRow?.bytes, commits.at(-1)?.envelope];
  if (telling.some((bytes) => bytes && isNewer(bytes))) return fail('vault/store-newer');
  const opened =
    rootRow && (await openRoot(keys, believed.vaultId, rootSigners(keys, believed), rootRow));
  if (!opened) return fail('vault/store-damaged', { what: 'root' });

  const search = makeSearch();
  const state = makeState(search);
  const trail = makeTrail();
  const paged = await loadPages(opened.root, rows, keys, believed.vaultId, state, trail);
  if (!paged.ok) return paged;
  const links = new Map([[opened.root.head.sequence, opened.root.head.link]]);
  const chained = await loadCommits(commits, keys, believed, opened.root, state, trail, links);
  if (!chained.ok) return chained;

  const { head, since } = chained.value;
  const { floor } = believed;
  const link = links.get(floor.sequence);
  if (floor.sequence > head.sequence || (link !== undefined && link !== floor.link))
    return fail('vault/store-rolled-back');
  return ok({
    root: opened.root,
    rootSignature: opened.signature,
    head,
    state,
    search,
    trail,
    since,
    damage: null,
  });
}

/** A renewal that was interrupted left the root of the profile before; no other may be signed by a former key. */
export function rootSigners(
  keys: Keyring,
  { signers: { roster, former } }: Believed,
): readonly string[] {
  return keys.begun().length === 0 ? roster : [...roster, ...former.map((one) => one.verifyKey)];
}

/** null: the database gives an error in place of its rows. */
async function readRows(
  store: Pick<Store, 'pages' | 'commits'>,
): Promise<{ pages: PageRow[]; commits: CommitRow[] } | null> {
  try {
    const [pages, commits] = await Promise.all([store.pages(), store.commits()]);
    return { pages, commits };
  } catch {
    // A large value is a file of its own beside the database, and may be missing or unreadable.
    return null;
  }
}

/**
 * Every page passes its seal before any is believed. Segments are unpacked at once, for lists and search; a page of
 * records stays packed until one of them is touched.
 */
async function loadPages(
  root: Root,
  rows: ReadonlyMap<string, PageRow>,
  keys: Keyring,
  vaultId: string,
  state: LiveState,
  trail: Trail,
): Promise<Result<null>> {
  const damaged = fail('vault/store-damaged', { what: 'page' });
  const unsealed = (page: PageEntry) => openPacked(keys, vaultId, page, rows.get(page.key));
  const [segments, others] = [
    root.pages.filter(({ holds }) => holds === 'segment'),
    root.pages.filter(({ holds }) => holds !== 'segment'),
  ];
  const packedSegments = await Promise.all(segments.map(unsealed));
  // These pass their seals in other threads while the segments are unpacked in this one.
  const packedOthers = others.map(unsealed);
  const named = new Set<string>();
  for (const packed of packedSegments) {
    if (!packed) return damaged;
    const segment = decodeSegment(await unpack(packed));
    state.loadSegment(segment);
    for (const { page } of segment.homes ?? []) named.add(page);
  }
  for (const [at, { key, holds }] of others.entries()) {
    const packed = await packedOthers[at];
    if (!packed) return damaged;
    const isNamed = named.delete(key);
    if (holds === 'trail') {
      trail.addPage(pageLater(() => unpackNow(packed)));
      continue;
    }
    const page = isNamed ? pageLater(() => unpackNow(packed)) : decodePage(await unpack(packed));
    if (!state.loadPage(key, page)) return damaged;
  }
  return named.size === 0 ? ok(null) : damaged;
}

async function loadCommits(
  rows: readonly CommitRow[],
  keys: Keyring,
  believed: Believed,
  root: Root,
  state: LiveState,
  trail: Trail,
  links: Map<number, string>,
): Promise<Result<{ head: Head; since: Loaded['since'] }>> {
  let head = root.head;
  const since = { commits: 0, bytes: 0 };
  for (const row of rows) {
    const commit = await readCommit(keys, believed.vaultId, head, row);
    if (!commit) return fail('vault/store-damaged', { what: 'commit', sequence: row.sequence });
    state.apply(commit.changes, row.sequence);
    trail.append(commit.item);
    head = commit.head;
    links.set(head.sequence, head.link);
    since.commits += 1;
    since.bytes += commit.size;
  }
  const last = trail.itemsAfter(root.head.sequence).at(-1);
  // The last link covers all before it, so its signature speaks for the chain since the root.
  if (last && !(await itemSigned(last, believed.signers)))
    return fail('vault/store-damaged', { what: 'commit', sequence: last.sequence });
  return ok({ head, since });
}

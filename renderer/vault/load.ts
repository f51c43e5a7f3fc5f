/** Opening a store: the last root, its pages and the commits since, each checked before it is believed. */
import { type Failure, type Result, fail, ok } from '../domain/errors.ts';
import type { HeaderBody } from './header.ts';
import type { Keyring } from './keys.ts';
import { type Head, readCommit } from './log.ts';
import { decodePage, decodeSegment } from './page.ts';
import type { Signers } from './profile.ts';
import { ROOT_KEY, type Root, openPage, openRoot } from './root.ts';
import { type Search, makeSearch } from './search.ts';
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

/** Errors: vault/store-missing (no rows at all), vault/store-damaged, vault/store-rolled-back. */
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

/** Segments first, because lists and search need no more; then the pages, which are not parsed. */
async function loadPages(
  root: Root,
  rows: ReadonlyMap<string, PageRow>,
  keys: Keyring,
  vaultId: string,
  state: LiveState,
  trail: Trail,
): Promise<Result<null>> {
  for (const holds of ['segment', 'records', 'trail'] as const) {
    const listed = root.pages.filter((page) => page.holds === holds);
    const plains = await Promise.all(
      listed.map((page) => openPage(keys, vaultId, page, rows.get(page.key))),
    );
    for (const [at, plain] of plains.entries()) {
      const key = listed[at]?.key ?? '';
      if (!plain) return fail('vault/store-damaged', { what: 'page' });
      if (holds === 'segment') state.loadSegment(decodeSegment(plain));
      else if (holds === 'trail') trail.addPage(decodePage(plain));
      else if (!state.loadPage(key, decodePage(plain)))
        return fail('vault/store-damaged', { what: 'page' });
    }
  }
  return ok(null);
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

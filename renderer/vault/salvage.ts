/**
 * A damaged or rolled-back store opened as far as it can be believed, to be looked at and not to be written: every page
 * that passes its seal, and the commits up to the first that does not follow. The name of the damage comes along.
 */
import { type Failure, type Result, fail, ok } from '../domain/errors.ts';
import type { AnyRecord } from '../domain/kinds.ts';
import { fromUtf8 } from './bytes.ts';
import type { Keyring } from './keys.ts';
import { type Believed, type Loaded, rootSigners } from './load.ts';
import { type Head, readCommit } from './log.ts';
import { decodePage } from './page.ts';
import { ROOT_KEY, type Root, openPage, openRoot } from './root.ts';
import { makeSearch } from './search.ts';
import { type LiveState, makeState } from './state.ts';
import type { CommitRow, PageRow, Store } from './store.ts';
import { type Trail, makeTrail } from './trail.ts';

/** Errors: vault/store-missing, vault/store-damaged (what: database or root): nothing of it can be believed then. */
export async function salvageStore(
  store: Pick<Store, 'pages' | 'commits'>,
  keys: Keyring,
  believed: Believed,
  damage: Failure,
): Promise<Result<Loaded>> {
  let pages: PageRow[];
  let commits: CommitRow[];
  try {
    [pages, commits] = await Promise.all([store.pages(), store.commits()]);
  } catch {
    // A large value is a file of its own beside the database, and may be missing or unreadable.
    return fail('vault/store-damaged', { what: 'database' });
  }
  const rows = new Map(pages.map((row) => [row.key, row]));
  const rootRow = rows.get(ROOT_KEY);
  const { vaultId } = believed;
  const opened = rootRow && (await openRoot(keys, vaultId, rootSigners(keys, believed), rootRow));
  if (!opened) return fail('vault/store-damaged', { what: 'root' });

  const search = makeSearch();
  const state = makeState(search);
  const trail = makeTrail();
  const { root } = opened;
  await readPages(root, rows, keys, vaultId, state, trail);
  const head = await readCommits(commits, keys, vaultId, root.head, state, trail);
  const since = { commits: 0, bytes: 0 };
  const rootSignature = opened.signature;
  return ok({ root, rootSignature, head, state, search, trail, since, damage });
}

/** Records are read from their own pages, not from the segment, which may be the page that is damaged. */
async function readPages(
  root: Root,
  rows: ReadonlyMap<string, PageRow>,
  keys: Keyring,
  vaultId: string,
  state: LiveState,
  trail: Trail,
): Promise<void> {
  for (const entry of root.pages) {
    if (entry.holds === 'segment') continue;
    const plain = await openPage(keys, vaultId, entry, rows.get(entry.key));
    if (!plain) continue;
    const page = decodePage(plain);
    if (entry.holds === 'trail') {
      trail.addPage(page);
      continue;
    }
    page.ids.forEach((id, index) => {
      // The page passed its seal and the signed root lists it; only records are written there.
      const after = JSON.parse(fromUtf8(page.body(index))) as AnyRecord;
      state.apply([{ id, before: null, after }], page.revision(index));
    });
  }
}

/** As far as they follow one another. Answers where the chain ends. */
async function readCommits(
  commits: readonly CommitRow[],
  keys: Keyring,
  vaultId: string,
  from: Head,
  state: LiveState,
  trail: Trail,
): Promise<Head> {
  let head = from;
  for (const row of commits) {
    const commit = await readCommit(keys, vaultId, head, row);
    if (!commit) break;
    state.apply(commit.changes, row.sequence);
    trail.append(commit.item);
    head = commit.head;
  }
  return head;
}

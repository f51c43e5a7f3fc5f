/**
 * Folding: commits become pages. Only pages whose records changed are rewritten, in the background; nothing counts until
 * the one transaction that puts the pages and the root and drops the commits.
 */
import type { Compartment } from '../domain/kinds.ts';
import type { Bytes } from './bytes.ts';
import type { KeyName, Keyring } from './keys.ts';
import type { Author, Head } from './log.ts';
import { type Page, type PageItem, decodePage, encodePage } from './page.ts';
import { type PageEntry, type Root, sealPage, sealRoot } from './root.ts';
import type { Search } from './search.ts';
import { type Run, encodeSegment } from './segment.ts';
import { type Entry, type LiveState, bodyOf, revisionOf } from './state.ts';
import type { PageRow } from './store.ts';
import { type Trail, toPageItem } from './trail.ts';

const PAGE_BYTES = 1024 * 1024;
/** A page that is rewritten may grow to this before what is over goes to a new one. */
const GROWN_PAGE_BYTES = 1.5 * PAGE_BYTES;

export interface FoldInput {
  readonly keys: Keyring;
  readonly author: Author;
  readonly root: Root;
  readonly rootSignature: string;
  /** The last commit that goes into the pages: all that the state shows when the fold starts. */
  readonly head: Head;
  readonly state: LiveState;
  readonly search: Search;
  readonly trail: Trail;
  readonly now: number;
  /** Names whose pages are all written anew, changed or not: what is under an earlier key goes. */
  readonly rekey: readonly KeyName[];
}

export interface Folded {
  readonly put: PageRow[];
  readonly drop: string[];
  readonly root: Root;
  readonly rootSignature: string;
  /** To be called when the transaction is durable. */
  settle(): void;
  /** To be called when it failed: what was dirty is dirty again. */
  abandon(): void;
}

interface Written {
  readonly key: string;
  readonly entries: readonly Entry[];
  readonly page: Page;
}

/** Seals the pages of everything up to `head`. The state may change meanwhile; `settle` reckons with it. */
export async function prepareFold(input: FoldInput): Promise<Folded> {
  const { dirt } = input.state;
  for (const { key, holds, compartment } of input.root.pages) {
    if (!input.rekey.includes(compartment) || holds === 'trail') continue;
    dirt.compartments.add(compartment);
    if (holds === 'records') dirt.pages.add(key);
  }
  const dirtyPages = [...dirt.pages];
  const dirtyCompartments = [...dirt.compartments];
  dirt.pages.clear();
  dirt.compartments.clear();
  const abandon = () => {
    for (const key of dirtyPages) dirt.pages.add(key);
    for (const compartment of dirtyCompartments) dirt.compartments.add(compartment);
  };
  try {
    return { ...(await sealAll(input, dirtyPages, dirtyCompartments)), abandon };
  } catch (bug) {
    // What is forgotten here would be missing from the next fold, and its commits dropped.
    abandon();
    throw bug;
  }
}

async function sealAll(
  input: FoldInput,
  dirtyPages: readonly string[],
  dirtyCompartments: readonly Compartment[],
): Promise<Omit<Folded, 'abandon'>> {
  const { keys, author, root, head, state, search, trail, now, rekey } = input;
  const generation = root.generation + 1;
  // All that is read of the live state is read before the first await.
  const plans = dirtyCompartments.map((compartment) => {
    const entries = state.entriesOf(compartment);
    return { compartment, entries, texts: entries.map(({ id, kind }) => search.text(id, kind)) };
  });
  const trailAnew = rekey.includes('trail');
  const trailItems = trailAnew ? [...trail.items()] : trail.itemsAfter(root.head.sequence);

  let nextPage = root.nextPage;
  const newKey = (compartment: Compartment) => `${compartment}-${nextPage++}`;
  const written: Written[] = [];
  const put: PageRow[] = [];
  const listed = new Map(root.pages.map((page) => [page.key, page]));
  const replaced = new Set<string>();

  const add = async (
    key: string,
    holds: PageEntry['holds'],
    compartment: Compartment,
    plain: Bytes,
  ) => {
    const page = { key, holds, compartment, generation };
    const { row, entry } = await sealPage(keys, author.vaultId, page, plain);
    put.push(row);
    listed.set(key, entry);
    replaced.add(key);
  };

  for (const { compartment, entries, texts } of plans) {
    for (const group of groupsOf(entries, compartment, dirtyPages, root, newKey)) {
      for (const { key, items, members } of chunksOf(group, () => newKey(compartment))) {
        const plain = encodePage(items);
        await add(key, 'records', compartment, plain);
        written.push({ key, entries: members, page: decodePage(plain) });
      }
    }
    const segment = `${compartment}-search`;
    if (entries.length === 0) listed.delete(segment);
    else {
      const plain = encodeSegment({
        ids: entries.map(({ id }) => id),
        sorts: entries.map(({ sort }) => sort),
        facts: entries.map(({ facts }) => facts),
        texts,
        homes: homesOf(entries, written),
      });
      await add(segment, 'segment', compartment, plain);
    }
  }
  if (trailAnew) for (const [key, { holds }] of listed) if (holds === 'trail') listed.delete(key);
  for (const items of trailPages(trailItems.map(toPageItem)))
    await add(newKey('trail'), 'trail', 'trail', encodePage(items));
  for (const key of dirtyPages) if (!replaced.has(key)) listed.delete(key);

  const next: Root = {
    vaultId: author.vaultId,
    generation,
    head,
    at: now,
    previous: input.rootSignature,
    nextPage,
    pages: [...listed.values()],
  };
  const sealed = await sealRoot(keys, author.seed, next);
  return {
    put: [...put, sealed.row],
    drop: root.pages.map(({ key }) => key).filter((key) => !listed.has(key)),
    root: next,
    rootSignature: sealed.signature,
    settle: () => settle(state, written),
  };
}

/** Items of the trail, a page's worth at a time. */
function* trailPages(items: readonly PageItem[]): Iterable<PageItem[]> {
  let page: PageItem[] = [];
  let size = 0;
  for (const item of items) {
    if (size + item.body.length > PAGE_BYTES && page.length > 0) {
      yield page;
      page = [];
      size = 0;
    }
    page.push(item);
    size += item.body.length;
  }
  if (page.length > 0) yield page;
}

/** Where entries will lie when what was written is durable. */
function homesOf(entries: readonly Entry[], written: readonly Written[]): Run[] {
  const moved = new Map<Entry, { page: string; index: number }>();
  for (const { key, entries: members } of written)
    members.forEach((member, index) => moved.set(member, { page: key, index }));
  const homes: Run[] = [];
  for (const entry of entries) {
    const { page, index } = moved.get(entry) ?? { page: entry.home ?? '', index: entry.index };
    const last = homes.at(-1);
    if (last && last.page === page && last.first + last.count === index)
      homes[homes.length - 1] = { ...last, count: last.count + 1 };
    else homes.push({ page, first: index, count: 1 });
  }
  return homes;
}

/** Moves entries to their new pages; those that changed meanwhile leave their new page dirty. */
function settle(state: LiveState, written: readonly Written[]): void {
  for (const { key, entries, page } of written) {
    entries.forEach((entry, index) => {
      const current = state.entry(entry.id);
      if (current !== entry) state.dirt.pages.add(key);
      if (current) current.home = key;
      if (current === entry) {
        entry.page = page;
        entry.index = index;
      }
    });
  }
}

interface Group {
  readonly key: string;
  readonly limit: number;
  readonly entries: Entry[];
}

/** The pages to rewrite, and records never folded, which go to the last page while it has room. */
function groupsOf(
  entries: readonly Entry[],
  compartment: Compartment,
  dirtyPages: readonly string[],
  root: Root,
  newKey: (compartment: Compartment) => string,
): Group[] {
  const last = root.pages.findLast(
    (page) => page.compartment === compartment && page.holds === 'records',
  );
  const fresh = entries.filter((entry) => entry.home === null);
  const freshHome =
    last && last.size < PAGE_BYTES / 2 && fresh.length > 0 ? last.key : newKey(compartment);
  const groups = new Map<string, Group>();
  for (const key of [...dirtyPages, freshHome]) {
    const limit = root.pages.some((page) => page.key === key) ? GROWN_PAGE_BYTES : PAGE_BYTES;
    groups.set(key, { key, limit, entries: [] });
  }
  for (const entry of entries) groups.get(entry.home ?? freshHome)?.entries.push(entry);
  return [...groups.values()].filter((group) => group.entries.length > 0);
}

function* chunksOf(
  group: Group,
  newKey: () => string,
): Iterable<{ key: string; items: PageItem[]; members: Entry[] }> {
  let chunk: { key: string; items: PageItem[]; members: Entry[] } = {
    key: group.key,
    items: [],
    members: [],
  };
  let size = 0;
  let limit = group.limit;
  for (const entry of group.entries) {
    const body = bodyOf(entry);
    if (size + body.length > limit && chunk.items.length > 0) {
      yield chunk;
      chunk = { key: newKey(), items: [], members: [] };
      size = 0;
      limit = PAGE_BYTES;
    }
    chunk.items.push({ id: entry.id, revision: revisionOf(entry), body });
    chunk.members.push(entry);
    size += body.length;
  }
  yield chunk;
}

/** What the vault holds in memory: an entry for each record, parsed when it is touched. */
import {
  type AnyRecord,
  COMPARTMENT_OF,
  type Compartment,
  type Kind,
  type RecordOf,
} from '../domain/kinds.ts';
import { type Bytes, fromUtf8, utf8 } from './bytes.ts';
import type { Change } from './log.ts';
import type { Page } from './page.ts';
import type { Search } from './search.ts';
import type { Run, Segment } from './segment.ts';
import { type Summary, kindOfId, summarise } from './summary.ts';

/** A record, as its parsed self or as a place in a page. Replaced by every change, never altered by one. */
export interface Entry extends Summary {
  /** Of what was changed since the last fold; what lies in a page has its revision there (`revisionOf`). */
  readonly revision: number;
  record: AnyRecord | null;
  page: Page | null;
  index: number;
  /** The page that holds it, or held it before it changed; null when it was never folded. */
  home: string | null;
}

/** What changed since the last fold. */
export interface Dirt {
  readonly pages: Set<string>;
  readonly compartments: Set<Compartment>;
}

export interface VaultState {
  get(id: string): { record: AnyRecord; revision: number } | undefined;
  /** Every record of a kind, in no order; parses those that were not touched yet. */
  all<K extends Kind>(kind: K): Iterable<RecordOf<K>>;
  count(kind: Kind): number;
  ids(kind: Kind): Iterable<string>;
  /** Summaries of a kind by their sort key, then id. The array is the state's own: read it, do not keep it. */
  sorted(kind: Kind): readonly Summary[];
  summary(id: string): Summary | undefined;
}

/** The state as the session and the fold work on it. */
export interface LiveState extends VaultState {
  /** Takes a segment; its records become entries when one of their compartment is first asked for. */
  loadSegment(segment: Segment): void;
  /**
   * Takes a page of records. It is not touched when a segment says what lies in it; otherwise (format 1) it says so
   * itself, and the answer is false when no segment knows one of its records.
   */
  loadPage(key: string, page: Page): boolean;
  apply(changes: readonly Change[], sequence: number): void;
  entry(id: string): Entry | undefined;
  entriesOf(compartment: Compartment): Entry[];
  readonly dirt: Dirt;
}

const RESORT_ABOVE = 50;

/** An empty state; every change also reaches the search. */
export function makeState(search: Search): LiveState {
  const kinds = new Map<Kind, Map<string, Entry>>();
  const orders = new Map<Kind, Entry[]>();
  const asleep = new Map<Compartment, Segment>();
  const pages = new Map<string, Page>();
  /** Pages of which a segment says what lies in them. */
  const named = new Set<string>();
  const dirt: Dirt = { pages: new Set(), compartments: new Set() };

  const wake = (compartment: Compartment) => {
    const segment = asleep.get(compartment);
    if (!segment) return;
    asleep.delete(compartment);
    const { ids, sorts, facts, homes } = segment;
    const place = placesIn(homes ?? []);
    for (const { kind, from, to } of kindsIn(ids)) {
      const map = mapOf(kind);
      for (let at = from; at < to; at += 1) {
        const id = ids[at] ?? '';
        const { home, index } = place();
        const page = home === null ? null : (pages.get(home) ?? null);
        const [sort, fact] = [sorts[at] ?? '', facts[at] ?? ''];
        const own = { id, kind, sort, facts: fact, revision: 0, record: null };
        map.set(id, { ...own, page, index, home });
      }
    }
  };
  const mapOf = (kind: Kind): Map<string, Entry> => {
    wake(COMPARTMENT_OF[kind]);
    const known = kinds.get(kind);
    if (known) return known;
    const fresh = new Map<string, Entry>();
    kinds.set(kind, fresh);
    return fresh;
  };
  const entry = (id: string) => {
    const kind = kindOfId(id);
    return kind ? mapOf(kind).get(id) : undefined;
  };

  const change = ({ id, after }: Change, sequence: number, resort: boolean) => {
    const old = entry(id);
    const kind = after?.kind ?? old?.kind;
    if (!kind) return;
    if (old?.home) dirt.pages.add(old.home);
    dirt.compartments.add(COMPARTMENT_OF[kind]);
    const order = orders.get(kind);
    if (resort) orders.delete(kind);
    else if (order && old) order.splice(placeIn(order, old), 1);
    if (!after) {
      mapOf(kind).delete(id);
      search.drop(id, kind);
      return;
    }
    const { summary, text } = summarise(after);
    const fresh = {
      ...summary,
      revision: sequence,
      record: after,
      page: null,
      index: 0,
      home: old?.home ?? null,
    };
    mapOf(kind).set(id, fresh);
    search.put(id, kind, text);
    if (order && !resort) order.splice(placeIn(order, fresh), 0, fresh);
  };

  return {
    dirt,
    entry,
    get(id) {
      const found = entry(id);
      return found && { record: recordOf(found), revision: revisionOf(found) };
    },
    *all<K extends Kind>(kind: K) {
      // The map of a kind holds records of that kind only, by their ids' prefix.
      for (const found of mapOf(kind).values()) yield recordOf(found) as RecordOf<K>;
    },
    count: (kind) => mapOf(kind).size,
    ids: (kind) => mapOf(kind).keys(),
    sorted(kind) {
      const known = orders.get(kind);
      if (known) return known;
      const order = [...mapOf(kind).values()].sort(compare);
      orders.set(kind, order);
      return order;
    },
    summary: entry,
    apply(changes, sequence) {
      for (const one of changes) change(one, sequence, changes.length > RESORT_ABOVE);
    },
    loadSegment(segment) {
      const { ids, texts, homes } = segment;
      const runs = [...kindsIn(ids)];
      const [first] = runs;
      if (!first) return;
      for (const { kind, from, to } of runs)
        search.load(kind, ids.slice(from, to), texts.slice(from, to));
      asleep.set(COMPARTMENT_OF[first.kind], segment);
      for (const { page } of homes ?? []) named.add(page);
    },
    loadPage(key, page) {
      if (named.has(key)) {
        pages.set(key, page);
        return true;
      }
      return page.ids.every((id, index) => {
        const found = entry(id);
        if (found) Object.assign(found, { page, index, home: key });
        return found !== undefined;
      });
    },
    entriesOf(compartment) {
      wake(compartment);
      const found: Entry[] = [];
      for (const [kind, map] of kinds)
        if (COMPARTMENT_OF[kind] === compartment) for (const one of map.values()) found.push(one);
      return found;
    },
  };
}

/** The record's JSON: the page's own bytes when it was not changed since. */
export function bodyOf(entry: Entry): Bytes {
  return entry.page ? entry.page.body(entry.index) : utf8(JSON.stringify(entry.record));
}

/** The sequence of the commit that the record is of. */
export function revisionOf(entry: Entry): number {
  return entry.page ? entry.page.revision(entry.index) : entry.revision;
}

function recordOf(entry: Entry): AnyRecord {
  if (entry.record) return entry.record;
  if (!entry.page) throw new Error('an entry with neither record nor page');
  // The page passed its seal and the signed root lists it; only records are written there.
  entry.record = JSON.parse(fromUtf8(entry.page.body(entry.index))) as AnyRecord;
  return entry.record;
}

function compare(a: Summary, b: Summary): number {
  if (a.sort !== b.sort) return a.sort < b.sort ? -1 : 1;
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}

/** Where an entry stands, or would stand, in an order. */
function placeIn(order: readonly Entry[], entry: Summary): number {
  let low = 0;
  let high = order.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const there = order[middle];
    if (there && compare(there, entry) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Stretches of ids of one kind. */
function* kindsIn(ids: readonly string[]): Iterable<{ kind: Kind; from: number; to: number }> {
  let from = 0;
  let prefix = '';
  for (let to = 0; to <= ids.length; to += 1) {
    const id = ids[to];
    if (id?.startsWith(prefix) && prefix !== '') continue;
    const kind = kindOfId(ids[from] ?? '');
    if (to > from && !kind) throw new Error('an id without a kind in a segment');
    if (to > from && kind) yield { kind, from, to };
    from = to;
    prefix = id?.slice(0, id.indexOf('_') + 1) ?? '';
  }
}

/** Answers, call by call, where each record of a segment lies; format 1 does not say. */
function placesIn(homes: readonly Run[]): () => Pick<Entry, 'home' | 'index'> {
  const place: { home: string | null; index: number } = { home: null, index: 0 };
  let [next, left] = [0, 0];
  return () => {
    place.index += 1;
    if (left === 0 && next < homes.length) {
      const run = homes[next];
      next += 1;
      left = run?.count ?? 0;
      place.home = run?.page ?? null;
      place.index = run?.first ?? 0;
    }
    left -= 1;
    return place;
  };
}

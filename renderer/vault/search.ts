/**
 * Search over normalised text. Latin words tolerate a single slip each (uFuzzy); words of any other script are found
 * as they stand, since neither their letters nor their word breaks are uFuzzy's.
 */
import uFuzzy from '@leeoniya/ufuzzy';
import type { Kind } from '../domain/kinds.ts';
import { normalText } from './normal-text.ts';
import { type Narrowing, narrowing } from './narrowing.ts';

const fuzzy = new uFuzzy({
  // SingleError; a const enum of the library that isolated modules cannot read.
  intraMode: 1,
  intraIns: 1,
  intraSub: 1,
  intraTrn: 1,
  intraDel: 1,
});
const RANKED = 1_000;
const REORDERED = 3;
/** uFuzzy forgives no slip in so few letters. */
const EXACT_BELOW = 3;

export interface Search {
  /** Takes many at once that were not there before. */
  load(kind: Kind, ids: readonly string[], texts: readonly string[]): void;
  put(id: string, kind: Kind, text: string): void;
  drop(id: string, kind: Kind): void;
  /** The normalised text kept for a record. */
  text(id: string, kind: Kind): string;
  /** Ids that match every word, best first; every one when the text is empty. */
  find(text: string, kinds: readonly Kind[], limit: number): string[];
}

interface Index {
  ids: string[];
  texts: string[];
  /** Worked out when a record is first asked for. */
  places: Map<string, number> | null;
  readonly narrow: Narrowing;
}

export function makeSearch(): Search {
  const indexes = new Map<Kind, Index>();
  const indexOf = (kind: Kind): Index => {
    const known = indexes.get(kind);
    if (known) return known;
    const fresh: Index = { ids: [], texts: [], places: null, narrow: narrowing() };
    indexes.set(kind, fresh);
    return fresh;
  };

  return {
    load(kind, ids, texts) {
      const index = indexOf(kind);
      index.ids = index.ids.concat(ids);
      index.texts = index.texts.concat(texts);
      index.places = null;
      index.narrow.forget();
    },

    put(id, kind, text) {
      const index = indexOf(kind);
      const places = placesOf(index);
      const place = places.get(id) ?? index.ids.length;
      places.set(id, place);
      index.ids[place] = id;
      index.texts[place] = text;
      index.narrow.forget();
    },

    drop(id, kind) {
      const index = indexOf(kind);
      const places = placesOf(index);
      const place = places.get(id);
      if (place === undefined) return;
      index.narrow.forget();
      places.delete(id);
      const lastId = index.ids.pop();
      const lastText = index.texts.pop();
      if (lastId === undefined || lastText === undefined) return;
      if (lastId === id) return;
      index.ids[place] = lastId;
      index.texts[place] = lastText;
      places.set(lastId, place);
    },

    text(id, kind) {
      const index = indexOf(kind);
      return index.texts[placesOf(index).get(id) ?? -1] ?? '';
    },

    find(text, kinds, limit) {
      const needle = normalText(text);
      const found: string[] = [];
      for (const kind of kinds) {
        const index = indexOf(kind);
        for (const place of matches(index, needle, limit - found.length))
          found.push(index.ids[place] ?? '');
      }
      return found.slice(0, limit);
    },
  };
}

function placesOf(index: Index): Map<string, number> {
  return (index.places ??= new Map(index.ids.map((id, place) => [id, place])));
}

/** Places that match every word of the needle, best first; as many as `limit` are enough. */
function matches({ texts, narrow }: Index, needle: string, limit: number): number[] {
  const words = needle.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  const latin = words.filter((word) => /^[a-z0-9]+$/.test(word));
  const others = words.filter((word) => !latin.includes(word));
  if (others.length === 0) {
    return latin.length === 0
      ? texts.slice(0, limit).map((_, place) => place)
      : slipping(texts, latin, narrow.places(texts, needle, latin), limit);
  }
  const kept = containing(texts, others, null, Infinity);
  return latin.length === 0 ? kept : slipping(texts, latin, kept, limit);
}

/** Places among `among` (all, where null) that match every Latin word, a slip each forgiven, best first. */
function slipping(
  texts: string[],
  words: string[],
  among: readonly number[] | null,
  limit: number,
): number[] {
  if (words.every((word) => word.length < EXACT_BELOW)) {
    // No slip is forgiven: once there are too many to rank, all that is wanted are found.
    const most = Math.max(limit, RANKED + 1);
    const exact = containing(texts, words, among, most);
    if (exact.length > RANKED) return exact;
    among = exact;
  }
  const needle = words.join(' ');
  const reordered = words.length > 1 && words.length <= REORDERED ? REORDERED : 0;
  // uFuzzy takes what it is given for one word as found already, and narrows it down itself for several.
  const given = among && [...among];
  const filtered = given && reordered === 0 ? fuzzy.filter(texts, needle, given) : given;
  if (filtered?.length === 0) return [];
  const [places, info, order] = fuzzy.search(texts, needle, reordered, RANKED, filtered);
  if (!places) return [];
  if (!info || !order) return byCloseness(texts, places, words);
  return order.flatMap((at) => info.idx[at] ?? []);
}

/** Too many to rank one by one: those with the words as they were typed before those with a slip. */
function byCloseness(texts: string[], places: number[], words: string[]): number[] {
  const exact: number[] = [];
  const near: number[] = [];
  for (const place of places) {
    const text = texts[place] ?? '';
    (words.every((word) => text.includes(word)) ? exact : near).push(place);
  }
  return [...exact, ...near];
}

/** Places among `among` (all, where null) whose texts have every word as it stands; at most `most`. */
function containing(
  texts: readonly string[],
  words: readonly string[],
  among: readonly number[] | null,
  most: number,
): number[] {
  const places: number[] = [];
  const count = among?.length ?? texts.length;
  for (let at = 0; at < count && places.length < most; at += 1) {
    const place = among?.[at] ?? at;
    const text = texts[place] ?? '';
    if (words.every((word) => text.includes(word))) places.push(place);
  }
  return places;
}

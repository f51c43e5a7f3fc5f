/**
 * Search over normalised text. Latin words tolerate a single slip each (uFuzzy); words of any other script are found
 * as they stand, since neither their letters nor their word breaks are uFuzzy's.
 */
import uFuzzy from '@leeoniya/ufuzzy';
import type { Kind } from '../domain/kinds.ts';
import { normalText } from './normal-text.ts';

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

export interface Search {
  put(id: string, kind: Kind, text: string): void;
  drop(id: string, kind: Kind): void;
  /** The normalised text kept for a record. */
  text(id: string, kind: Kind): string;
  /** Ids that match every word, best first; every one when the text is empty. */
  find(text: string, kinds: readonly Kind[], limit: number): string[];
}

interface Index {
  readonly ids: string[];
  readonly texts: string[];
  readonly places: Map<string, number>;
}

export function makeSearch(): Search {
  const indexes = new Map<Kind, Index>();
  const indexOf = (kind: Kind): Index => {
    const known = indexes.get(kind);
    if (known) return known;
    const fresh: Index = { ids: [], texts: [], places: new Map() };
    indexes.set(kind, fresh);
    return fresh;
  };

  return {
    put(id, kind, text) {
      const { ids, texts, places } = indexOf(kind);
      const place = places.get(id) ?? ids.length;
      places.set(id, place);
      ids[place] = id;
      texts[place] = text;
    },

    drop(id, kind) {
      const { ids, texts, places } = indexOf(kind);
      const place = places.get(id);
      if (place === undefined) return;
      places.delete(id);
      const lastId = ids.pop();
      const lastText = texts.pop();
      if (lastId === undefined || lastText === undefined) return;
      if (lastId === id) return;
      ids[place] = lastId;
      texts[place] = lastText;
      places.set(lastId, place);
    },

    text(id, kind) {
      const { texts, places } = indexOf(kind);
      return texts[places.get(id) ?? -1] ?? '';
    },

    find(text, kinds, limit) {
      const needle = normalText(text);
      const found = kinds.flatMap((kind) => {
        const { ids, texts } = indexOf(kind);
        return matches(texts, needle).map((place) => ids[place] ?? '');
      });
      return found.slice(0, limit);
    },
  };
}

/** Places in `texts` that match every word of the needle, best first. */
function matches(texts: string[], needle: string): number[] {
  const words = needle.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  const latin = words.filter((word) => /^[a-z0-9]+$/.test(word));
  const others = words.filter((word) => !latin.includes(word));
  if (others.length === 0) {
    return latin.length === 0 ? texts.map((_, place) => place) : slipping(texts, latin);
  }
  const kept = containing(texts, others);
  if (latin.length === 0) return kept;
  const among = kept.flatMap((place) => texts[place] ?? []);
  return slipping(among, latin).flatMap((at) => kept[at] ?? []);
}

/** Places in `texts` that match every Latin word, a slip each forgiven, best first. */
function slipping(texts: string[], words: string[]): number[] {
  const reordered = words.length > 1 && words.length <= REORDERED ? REORDERED : 0;
  const [places, info, order] = fuzzy.search(texts, words.join(' '), reordered, RANKED);
  if (!places) return [];
  if (!info || !order) return byCloseness(texts, places, words);
  return order.flatMap((at) => info.idx[at] ?? []);
}

/** Too many to rank one by one: those with the words as they were typed before those with a slip. */
function byCloseness(texts: string[], places: number[], words: string[]): number[] {
  const exact = places.filter((place) => words.every((word) => texts[place]?.includes(word)));
  const others = new Set(exact);
  return [...exact, ...places.filter((place) => !others.has(place))];
}

function containing(texts: string[], words: string[]): number[] {
  const places: number[] = [];
  texts.forEach((text, place) => {
    if (words.every((word) => text.includes(word))) places.push(place);
  });
  return places;
}

/** The trail as it is kept: each entry in the envelope that was signed with its commit, before and after folding. */
import type { TrailEntry } from '../domain/trail.ts';
import { type Bytes, fromHex, fromUtf8, sha256, utf8 } from './bytes.ts';
import type { Page, PageItem } from './page.ts';
import { type Signers, mayHaveSigned } from './profile.ts';
import { signedAs } from './signing.ts';

/** What an envelope says, sealed under the trail's key. */
export interface Envelope {
  /** The author's verification key, hex. */
  readonly author: string;
  readonly device: string;
  /** Counts this device's commits. */
  readonly counter: number;
  /** The link of the commit before, hex. */
  readonly previous: string;
  readonly entry: TrailEntry;
}

/** An envelope's very text, with its link in the chain (hex) and the author's signature (hex). */
export interface TrailItem {
  readonly sequence: number;
  readonly link: string;
  readonly signature: string;
  readonly envelope: string;
}

export interface Trail {
  addPage(page: Page): void;
  append(item: TrailItem): void;
  /** Newest last. */
  entries(): readonly TrailEntry[];
  /** Those of a sequence later than this one. */
  itemsAfter(sequence: number): TrailItem[];
  items(): Iterable<TrailItem>;
}

export function readEnvelope(item: TrailItem): Envelope {
  // The text passed the seal of the trail's key, and `Envelope` is all that is ever sealed there.
  return JSON.parse(item.envelope) as Envelope;
}

export function makeTrail(): Trail {
  const pages: Page[] = [];
  const fresh: TrailItem[] = [];
  let parsed: TrailEntry[] | null = null;

  function* items(): Iterable<TrailItem> {
    for (const page of pages)
      for (let index = 0; index < page.ids.length; index += 1) yield itemOf(page.body(index));
    yield* fresh;
  }

  return {
    addPage: (page) => void pages.push(page),
    append(item) {
      fresh.push(item);
      parsed?.push(readEnvelope(item).entry);
    },
    entries: () => (parsed ??= Array.from(items(), (item) => readEnvelope(item).entry)),
    itemsAfter: (sequence) => fresh.filter((item) => item.sequence > sequence),
    items,
  };
}

/** An item as it is kept in a page of the trail. */
export function toPageItem(item: TrailItem): PageItem {
  return {
    id: readEnvelope(item).entry.id,
    revision: item.sequence,
    body: utf8(JSON.stringify(item)),
  };
}

/** Whether the author, one who may have, signed this link together with this very envelope. */
export async function itemSigned(item: TrailItem, signers: Signers): Promise<boolean> {
  const { author } = readEnvelope(item);
  if (!mayHaveSigned(signers, author, item.sequence)) return false;
  return signedAs('muniment commit v1', fromHex(author), fromHex(item.signature), [
    fromHex(item.link),
    await sha256(utf8(item.envelope)),
  ]);
}

function itemOf(body: Bytes): TrailItem {
  // Pages of the trail are made by `toPageItem` only, and passed their seal.
  return JSON.parse(fromUtf8(body)) as TrailItem;
}

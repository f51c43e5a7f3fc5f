/**
 * A segment before it is packed: what lists and search need of a compartment's records, without their bodies, so that it
 * can be read alone and first. Format 2: u32 0xffff_fffe, u32 count, then blocks (u32 length, then lines): ids, sort
 * keys, facts, search texts in ASCII (an empty line for any other), the other search texts (`place text`), and where the
 * records lie (`page first count`, in the order of the ids). One text beyond ASCII would make a hundred thousand slow to
 * decode and twice as large in memory, so these stand apart. Format 1, still read: u32 count, then ids, sort keys, facts
 * and all search texts.
 */
import { type Bytes, fromUtf8, utf8 } from './bytes.ts';
import { linesOf } from './page.ts';

/** Records that lie one after another in a page. */
export interface Run {
  readonly page: string;
  readonly first: number;
  readonly count: number;
}

/** No value holds a line break. Each list is taken apart when it is first asked for. */
export interface Segment {
  readonly ids: readonly string[];
  readonly sorts: readonly string[];
  readonly facts: readonly string[];
  readonly texts: readonly string[];
  /** Where the records lie, in the order of the ids; null: their pages have to say so (format 1). */
  readonly homes: readonly Run[] | null;
}

const FORMAT_2 = 0xffff_fffe;

export function encodeSegment(segment: Segment & { readonly homes: readonly Run[] }): Bytes {
  const { ids, sorts, facts, texts, homes } = segment;
  const others: string[] = [];
  const plain = texts.map((text, place) => {
    if (isAscii(text)) return text;
    others.push(`${place} ${text}`);
    return '';
  });
  const runs = homes.map(({ page, first, count }) => `${page} ${first} ${count}`);
  const blocks = [ids, sorts, facts, plain, others, runs].map((lines) => utf8(lines.join('\n')));
  const whole = new Uint8Array(8 + blocks.reduce((sum, block) => sum + 4 + block.length, 0));
  const view = new DataView(whole.buffer);
  view.setUint32(0, FORMAT_2);
  view.setUint32(4, ids.length);
  let at = 8;
  for (const block of blocks) {
    view.setUint32(at, block.length);
    whole.set(block, at + 4);
    at += 4 + block.length;
  }
  return whole;
}

export function decodeSegment(bytes: Bytes): Segment {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const isSecond = view.getUint32(0) === FORMAT_2;
  let at = isSecond ? 8 : 4;
  const count = view.getUint32(at - 4);
  const block = () => {
    const from = at + 4;
    at = from + view.getUint32(at);
    const text = bytes.subarray(from, at);
    return once(() => fromUtf8(text));
  };
  const lines = () => {
    const text = block();
    return once(() => linesOf(text(), count));
  };
  const [ids, sorts, facts, plain] = [lines(), lines(), lines(), lines()];
  const [others, runs] = isSecond ? [block(), block()] : [null, null];
  return {
    get ids() {
      return ids();
    },
    get sorts() {
      return sorts();
    },
    get facts() {
      return facts();
    },
    get texts() {
      const texts = plain();
      for (const line of linesIn(others?.() ?? '')) {
        const gap = line.indexOf(' ');
        texts[Number(line.slice(0, gap))] = line.slice(gap + 1);
      }
      return texts;
    },
    homes: runs && linesIn(runs()).map(runOf),
  };
}

function runOf(line: string): Run {
  const [page = '', first, count] = line.split(' ');
  return { page, first: Number(first), count: Number(count) };
}

function linesIn(text: string): string[] {
  return text === '' ? [] : text.split('\n');
}

function isAscii(text: string): boolean {
  return !/[^\u0000-\u007f]/.test(text);
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

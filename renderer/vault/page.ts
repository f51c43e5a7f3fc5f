/**
 * A page before it is packed: u32 count, u32 length of the id block, the ids (UTF-8, a line each), the records'
 * revisions (float64), the bodies' lengths (u32), then the bodies (JSON), parsed only when a record is touched.
 * A segment: u32 count, then four blocks (u32 length, UTF-8, a line for each record): ids, sort keys, facts, search text.
 */
import { type Bytes, fromUtf8, utf8 } from './bytes.ts';

export interface PageItem {
  readonly id: string;
  readonly revision: number;
  readonly body: Bytes;
}

export interface Page {
  readonly ids: readonly string[];
  revision(index: number): number;
  body(index: number): Bytes;
}

export function encodePage(items: readonly PageItem[]): Bytes {
  const ids = utf8(items.map((item) => item.id).join('\n'));
  const bodies = items.reduce((sum, item) => sum + item.body.length, 0);
  const whole = new Uint8Array(8 + ids.length + items.length * 12 + bodies);
  const view = new DataView(whole.buffer);
  view.setUint32(0, items.length);
  view.setUint32(4, ids.length);
  whole.set(ids, 8);
  let at = 8 + ids.length;
  for (const item of items) view.setFloat64((at += 8) - 8, item.revision);
  for (const item of items) view.setUint32((at += 4) - 4, item.body.length);
  for (const item of items) {
    whole.set(item.body, at);
    at += item.body.length;
  }
  return whole;
}

export function decodePage(bytes: Bytes): Page {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const count = view.getUint32(0);
  const revisions = 8 + view.getUint32(4);
  const lengths = revisions + 8 * count;
  const ids = linesOf(fromUtf8(bytes.subarray(8, revisions)), count);
  const starts = new Uint32Array(count + 1);
  starts[0] = lengths + 4 * count;
  for (let i = 0; i < count; i += 1)
    starts[i + 1] = (starts[i] ?? 0) + view.getUint32(lengths + 4 * i);
  return {
    ids,
    revision: (index) => view.getFloat64(revisions + 8 * index),
    body: (index) => bytes.subarray(starts[index], starts[index + 1]),
  };
}

/** What lists and search need of a record, without its body. No value holds a line break. */
export interface Segment {
  readonly ids: readonly string[];
  readonly sorts: readonly string[];
  readonly facts: readonly string[];
  readonly texts: readonly string[];
}

export function encodeSegment(segment: Segment): Bytes {
  const blocks = [segment.ids, segment.sorts, segment.facts, segment.texts].map((lines) =>
    utf8(lines.join('\n')),
  );
  const whole = new Uint8Array(4 + blocks.reduce((sum, block) => sum + 4 + block.length, 0));
  const view = new DataView(whole.buffer);
  view.setUint32(0, segment.ids.length);
  let at = 4;
  for (const block of blocks) {
    view.setUint32(at, block.length);
    whole.set(block, at + 4);
    at += 4 + block.length;
  }
  return whole;
}

export function decodeSegment(bytes: Bytes): Segment {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const count = view.getUint32(0);
  let at = 4;
  const block = () => {
    const length = view.getUint32(at);
    const lines = linesOf(fromUtf8(bytes.subarray(at + 4, at + 4 + length)), count);
    at += 4 + length;
    return lines;
  };
  return { ids: block(), sorts: block(), facts: block(), texts: block() };
}

function linesOf(text: string, count: number): string[] {
  return count === 0 ? [] : text.split('\n');
}

/**
 * A page before it is packed: u32 count, u32 length of the id block, the ids (UTF-8, a line each), the records'
 * revisions (float64), the bodies' lengths (u32), then the bodies (JSON), parsed only when a record is touched.
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

/** A page whose bytes are unpacked when one of its records is first touched. */
export function pageLater(unpacked: () => Bytes): Page {
  let awake: Page | null = null;
  const page = () => (awake ??= decodePage(unpacked()));
  return {
    get ids() {
      return page().ids;
    },
    revision: (index) => page().revision(index),
    body: (index) => page().body(index),
  };
}

/** The lines of a block of `count` lines; none is no line, one is a line that may be empty. */
export function linesOf(text: string, count: number): string[] {
  return count === 0 ? [] : text.split('\n');
}

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SealedBlob } from '../domain/attachment.ts';
import { type Result, fail, ok } from '../domain/errors.ts';
import { type Blobs, CHUNK_BYTES, type Source, blobsIn } from './blobs.ts';
import { type Bytes, toHex, utf8 } from './bytes.ts';
import { emptyDisk, placesOn } from './test-kit.ts';

const watched = { progress: () => {}, cancelled: () => false };
const VAULT = 'v';
const AT_WORK = { isReadOnly: () => false, profile: () => 'aa'.repeat(32) };

async function onDisk() {
  const disk = emptyDisk();
  const store = await placesOn(disk).stores.open(VAULT);
  const rows = disk.stores.get(VAULT)?.blobs;
  if (!rows) throw new Error('no store was opened');
  return { disk, rows, store, blobs: blobsIn(store, VAULT, AT_WORK) };
}

function sourceOf(bytes: Uint8Array): Source {
  return {
    size: bytes.length,
    read: async (offset, length) => ok(new Uint8Array(bytes.subarray(offset, offset + length))),
  };
}

/** Bytes that are nowhere alike. */
function fileOf(size: number, seed = 1): Bytes {
  const bytes = new Uint8Array(size);
  let state = seed;
  for (let at = 0; at < size; at += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    bytes[at] = state >>> 24;
  }
  return bytes;
}

async function kept(blobs: Blobs, bytes: Uint8Array): Promise<SealedBlob> {
  const written = await blobs.write(sourceOf(bytes), watched);
  if (!written.ok) throw new Error(written.error.code);
  return written.value;
}

const codeOf = (reply: Result<unknown>) => (reply.ok ? 'ok' : reply.error.code);

/** Sizes at which a chunk ends, or almost. */
const sizes = fc.oneof(
  fc.integer({ min: 1, max: 5_000 }),
  fc
    .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: -2, max: 2 }))
    .map(([chunks, more]) => chunks * CHUNK_BYTES + more),
);

test('a file of any size comes back as it went in', async () => {
  await fc.assert(
    fc.asyncProperty(sizes, async (size) => {
      const { blobs } = await onDisk();
      const bytes = fileOf(size);
      const whole = await blobs.readWhole(await kept(blobs, bytes));
      expect(whole.ok && Buffer.compare(whole.value, bytes) === 0).toBe(true);
    }),
    { numRuns: 12 },
  );
});

test('what is stored says little of the size, and nothing of the content or the name', async () => {
  const { blobs, rows } = await onDisk();
  const near = [];
  for (const size of [1_000_000, 1_000_001, 1_005_000]) {
    const blob = await kept(blobs, fileOf(size));
    near.push(
      [...rows].filter(([key]) => key.startsWith(blob.id)).map(([, row]) => row.bytes.length),
    );
  }
  expect(new Set(near.map(String)).size).toBe(1);
  await kept(blobs, utf8('Minutes of a hard evening'.repeat(100)));
  for (const [key, { bytes }] of rows) {
    expect(key).toMatch(/^[0-9a-f]{32}-\d+$/);
    expect(Buffer.from(bytes).includes('hard evening')).toBe(false);
  }
});

test('a chunk that was altered, swapped, doubled, dropped or cut is refused', async () => {
  const { blobs, rows } = await onDisk();
  const bytes = fileOf(2 * CHUNK_BYTES + 10);
  const blob = await kept(blobs, bytes);
  const other = await kept(blobs, fileOf(2 * CHUNK_BYTES + 10, 2));
  const keys = [...rows.keys()].filter((key) => key.startsWith(blob.id));
  expect(keys.length).toBe(3);
  const [first = '', second = '', last = ''] = keys;
  const whole = new Map(rows);
  const put = (key: string, from: string | Bytes) =>
    rows.set(key, {
      key,
      bytes: typeof from === 'string' ? (whole.get(from)?.bytes ?? bytes) : from,
    });
  const flipped = (key: string, at: number) => {
    const copy = new Uint8Array(whole.get(key)?.bytes ?? bytes);
    copy[at] = (copy[at] ?? 0) ^ 1;
    return copy;
  };
  const harms: [string, () => void][] = [
    ['altered', () => put(second, flipped(second, 500_000))],
    ['altered in its nonce', () => put(second, flipped(second, 3))],
    [
      'altered in its last byte',
      () => put(last, flipped(last, (whole.get(last)?.bytes.length ?? 1) - 1)),
    ],
    ['swapped', () => [put(first, second), put(second, first)]],
    ['doubled', () => put(second, first)],
    ['of another file', () => put(second, `${other.id}-1`)],
    ['dropped', () => rows.delete(last)],
    ['cut', () => put(second, new Uint8Array(whole.get(second)?.bytes.subarray(0, 4_000) ?? []))],
    ['emptied', () => put(second, new Uint8Array())],
  ];
  for (const [name, harm] of harms) {
    harm();
    expect([name, codeOf(await blobs.readWhole(blob))]).toEqual([name, 'attachment/damaged']);
    for (const [key, row] of whole) rows.set(key, row);
  }
  expect(codeOf(await blobs.readWhole(blob))).toBe('ok');
  // A record that tells another size: the end of the file would be somewhere else.
  for (const size of [CHUNK_BYTES, blob.size - 1, blob.size + 1])
    expect(codeOf(await blobs.readWhole({ ...blob, size }))).toBe('attachment/damaged');
  expect(codeOf(await blobs.readWhole({ ...blob, key: other.key }))).toBe('attachment/damaged');
});

test('stopped, refused or cut off, a file leaves nothing', async () => {
  const { blobs, rows, disk } = await onDisk();
  const bytes = fileOf(3 * CHUNK_BYTES);
  let done = 0;
  const stopped = await blobs.write(sourceOf(bytes), {
    progress: () => (done += 1),
    cancelled: () => done === 2,
  });
  expect(codeOf(stopped)).toBe('wall/cancelled');
  const gone = await blobs.write(
    {
      size: bytes.length,
      read: async (offset, length) =>
        offset === 0 ? ok(bytes.subarray(0, length)) : fail('file/gone'),
    },
    watched,
  );
  expect(codeOf(gone)).toBe('file/gone');
  expect(rows.size).toBe(0);
  const full = await blobs.write(sourceOf(bytes), {
    ...watched,
    progress: () => (disk.full = true),
  });
  expect(codeOf(full)).toBe('attachment/no-room');
});

test('a sweep takes what nothing names, and leaves what is named or still being written', async () => {
  const { store, rows, blobs: earlier } = await onDisk();
  const named = await kept(earlier, fileOf(CHUNK_BYTES + 1));
  const lost = await kept(earlier, fileOf(10));
  // The next session: what the one before wrote is no longer fresh.
  const blobs = blobsIn(store, VAULT, AT_WORK);
  const fresh = await kept(blobs, fileOf(20));
  expect(await blobs.sweep(() => new Set([named.id]))).toBe(1);
  const ids = new Set([...rows.keys()].map((key) => key.slice(0, key.indexOf('-'))));
  expect(ids).toEqual(new Set([named.id, fresh.id]));
  expect(ids.has(lost.id)).toBe(false);
  await blobs.drop([named, fresh]);
  expect(rows.size).toBe(0);
});

test('of a store that may only be looked at nothing is swept, and nothing is written to it', async () => {
  const { store, rows, blobs } = await onDisk();
  const unnamed = await kept(blobs, fileOf(10));
  const looking = blobsIn(store, VAULT, { ...AT_WORK, isReadOnly: () => true });
  expect(await looking.sweep(() => new Set())).toBe(0);
  expect(codeOf(await looking.write(sourceOf(fileOf(10)), watched))).toBe('vault/read-only');
  expect(codeOf(await looking.readWhole(unnamed))).toBe('ok');
  expect(rows.size).toBe(1);
});

test('after a renewal of keys a file is sealed anew, and the key of before opens none of it', async () => {
  const { store, rows, blobs } = await onDisk();
  const bytes = fileOf(CHUNK_BYTES + 5);
  const old = await kept(blobs, bytes);
  expect(await blobs.renewed(old, watched)).toEqual(ok(old));
  const after = blobsIn(store, VAULT, { ...AT_WORK, profile: () => 'bb'.repeat(32) });
  const renewed = await after.renewed(old, watched);
  if (!renewed.ok) throw new Error(renewed.error.code);
  await after.drop([old]);
  expect(rows.size).toBe(2);
  const whole = await after.readWhole(renewed.value);
  expect(whole.ok && Buffer.compare(whole.value, bytes) === 0).toBe(true);
  const { key } = old;
  expect(codeOf(await after.readWhole({ ...renewed.value, key }))).toBe('attachment/damaged');
  expect(codeOf(await after.renewed(old, watched))).toBe('attachment/damaged');
});

test('two files that are alike have nothing in common on the disk', async () => {
  const { blobs, rows } = await onDisk();
  const bytes = fileOf(100);
  const [one, two] = [await kept(blobs, bytes), await kept(blobs, bytes)];
  expect([one.id === two.id, one.key === two.key]).toEqual([false, false]);
  const [a, b] = [...rows.values()].map((row) => toHex(row.bytes.subarray(13)));
  expect(a === b).toBe(false);
});

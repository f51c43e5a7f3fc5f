/** The container: what it holds comes back as it was, and nothing that was cut, changed or mixed does. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type ReadAt, encodeBackup, readManifest } from './format.ts';
import { checkBackup, readBackup } from './read.ts';
import { openInMemory } from './in-memory.ts';
import { type BackupKit, asFile, backupKit, readerOf } from './test-kit.ts';
import { type Bytes, fromHex, fromUtf8, owned, toHex, utf8 } from '../bytes.ts';
import { codeOf, valueOf } from '../commands/test-kit.ts';
import { readHeader, writeHeader } from '../header.ts';
import { newSigningKey, signAs } from '../signing.ts';
import type { Snapshot } from '../open-session.ts';
import { ROOT_KEY } from '../root.ts';
import type { CommitRow, PageRow } from '../store.ts';

const NOW = Date.parse('2026-11-24T12:00:00Z');
const STEP = 4096;

let kit: BackupKit;
let file: Bytes;
/** Where the manifest ends. */
let from: number;
beforeAll(async () => {
  kit = await backupKit();
  file = await kit.file();
  from = valueOf(await readManifest(readerOf(file))).from;
}, 60_000);

const check = async (bytes: Uint8Array) => codeOf(await checkBackup(readerOf(bytes)));

const number = fc.integer({ min: 0, max: 2 ** 40 });
const bytes = fc.uint8Array({ maxLength: 3_000 }).map(owned);
const page: fc.Arbitrary<PageRow> = fc.record({
  key: fc.string({ maxLength: 60 }),
  epoch: number,
  generation: number,
  bytes,
});
const commit: fc.Arbitrary<CommitRow> = fc.record({
  sequence: number,
  generation: number,
  epoch: number,
  envelope: bytes,
  parts: fc.array(fc.record({ compartment: fc.string({ maxLength: 40 }), epoch: number, bytes }), {
    maxLength: 4,
  }),
  signature: fc.uint8Array({ minLength: 64, maxLength: 64 }).map(owned),
});

describe('a backup file', () => {
  it('gives back whatever rows were put into it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(page, { maxLength: 6 }),
        fc.array(commit, { maxLength: 6 }),
        number,
        async (pages, commits, sequence) => {
          const head = { sequence: sequence + 1_000, link: 'a'.repeat(64), counter: 1 };
          const sealed: Snapshot = { header: kit.header(), pages, commits, head };
          const read = valueOf(await readBackup(readerOf(await kit.encode(sealed))));
          expect(read.snapshot).toEqual(sealed);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('crosses in pieces of a mebibyte at most, whatever the size of a row', async () => {
    const row = { key: 'people-1', epoch: 1, generation: 1, bytes: new Uint8Array(2_500_000) };
    const head = { sequence: 9_000, link: 'b'.repeat(64), counter: 1 };
    const sealed = { header: kit.header(), pages: [row, row], commits: [], head };
    const pieces = [
      ...(await encodeBackup(sealed, kit.by, { madeAt: NOW, erasures: [], blobs: [] })).pieces(),
    ];
    expect(Math.max(...pieces.map(({ length }) => length))).toBe(1024 * 1024);
    const asked: number[] = [];
    const whole = asFile(pieces);
    const readAt: ReadAt = (offset, length) => {
      asked.push(length);
      return readerOf(whole)(offset, length);
    };
    const read = valueOf(await readBackup(readAt)).snapshot.pages;
    expect(read.map((one) => Buffer.compare(one.bytes, row.bytes))).toEqual([0, 0]);
    expect(Math.max(...asked)).toBe(1024 * 1024);
  });

  it('is refused when it is cut at any 4 KiB, and when something follows it', async () => {
    expect(await check(file)).toBe('ok');
    for (let at = STEP; at < file.length; at += STEP)
      expect([at, await check(file.slice(0, at))]).toEqual([at, 'backup/damaged']);
    expect(await check(file.slice(0, file.length - 1))).toBe('backup/damaged');
    expect(await check(owned(Buffer.concat([file, Uint8Array.of(0)])))).toBe('backup/damaged');
    expect(await check(new Uint8Array())).toBe('backup/not-one');
  });

  it('is refused when one bit is turned in any of its regions', async () => {
    const regions = { magic: 0, version: 16, length: 18, signature: 22, manifest: 86 };
    const places = [
      ...Object.values(regions),
      from - 1,
      ...Array.from({ length: 60 }, (_, n) => Math.floor((file.length * n) / 60)),
      file.length - 1,
    ];
    for (const at of places) {
      const harmed = owned(file);
      harmed[at] = (harmed[at] ?? 0) ^ 4;
      const code = await check(harmed);
      const expected =
        at < 16 ? ['backup/not-one'] : at < 18 ? ['backup/newer'] : ['backup/damaged'];
      expect([at, expected.includes(code)]).toEqual([at, true]);
    }
  });

  it('of a newer format is left alone, with a sentence of its own', async () => {
    const newer = owned(file);
    newer[17] = 2;
    expect(await check(newer)).toBe('backup/newer');
    const list = JSON.parse(fromUtf8(owned(file.subarray(86, from))));
    for (const more of [{ rowFormat: 2 }, { shelves: [] }]) {
      const text = utf8(JSON.stringify({ ...list, ...more }));
      const later = new Uint8Array([...file.subarray(0, 86), ...text, ...file.subarray(from)]);
      new DataView(later.buffer).setUint32(18, text.length);
      later.set(signAs('muniment backup v1', kit.by.seed, [text]), 22);
      expect(await check(later)).toBe('backup/newer');
    }
  });

  it('is no other file', async () => {
    for (const other of ['%PDF-1.7', 'PK', 'age-encryption.org/v1\n', '{}', 'MUNIMENT'])
      expect(await check(utf8(other.repeat(300)))).toBe('backup/not-one');
  });
});

describe('a backup that is whole outside', () => {
  /** The kit's own backup, with something changed and signed anew by whoever. */
  async function forged(change: (sealed: Snapshot) => Snapshot, by = kit.by): Promise<ReadAt> {
    const { snapshot: sealed } = valueOf(await readBackup(readerOf(file)));
    return readerOf(
      asFile(
        (await encodeBackup(change(sealed), by, { madeAt: NOW, erasures: [], blobs: [] })).pieces(),
      ),
    );
  }
  const open = async (readAt: ReadAt) => {
    const read = await readBackup(readAt);
    return read.ok ? codeOf(await openInMemory(read.value, kit.opener)) : read.error.code;
  };

  it('opens when nothing is wrong inside', async () => {
    expect(await open(await forged((sealed) => sealed))).toBe('ok');
  });

  it('is refused with a damaged page, and with the root of another fold', async () => {
    const flip = (row: PageRow): PageRow => {
      const changed = owned(row.bytes);
      const middle = changed.length >> 1;
      changed[middle] = (changed[middle] ?? 0) ^ 1;
      return { ...row, bytes: changed };
    };
    const harm = (of: (row: PageRow) => boolean) => (sealed: Snapshot) => ({
      ...sealed,
      pages: sealed.pages.map((row) => (of(row) ? flip(row) : row)),
    });
    expect(await open(await forged(harm(({ key }) => key === ROOT_KEY)))).toBe('backup/damaged');
    expect(await open(await forged(harm(({ key }) => key !== ROOT_KEY)))).toBe('backup/damaged');
  });

  it('is refused without one of its commits, and with a head that it does not have', async () => {
    const shorter = await forged((sealed) => ({ ...sealed, commits: sealed.commits.slice(0, -1) }));
    expect(await open(shorter)).toBe('backup/damaged');
    const further = await forged((sealed) => ({
      ...sealed,
      head: { ...sealed.head, sequence: sealed.head.sequence + 1, link: 'c'.repeat(64) },
    }));
    expect(await open(further)).toBe('backup/damaged');
  });

  it('is refused when another hand signed it, or its key file', async () => {
    const { seed, verifyKey } = newSigningKey();
    const stranger = { vaultId: kit.by.vaultId, seed, verifyKey: toHex(verifyKey) };
    // The key file is still the owner's.
    expect(await open(await forged((sealed) => sealed, stranger))).toBe('backup/damaged');
    const own = valueOf(readHeader(kit.header())).body;
    const header = writeHeader(own, seed);
    expect(await open(await forged((sealed) => ({ ...sealed, header })))).toBe('backup/damaged');
    // Both: it reads well without a key, and the keyslots say whose it is not.
    const both = await forged((sealed) => ({ ...sealed, header }), stranger);
    expect(codeOf(await checkBackup(both))).toBe('ok');
    expect(await open(both)).toBe('backup/forged');
  });

  it('is refused when it names another vault than its key file does', async () => {
    const by = { ...kit.by, vaultId: toHex(fromHex('ab'.repeat(16))) };
    expect(await open(await forged((sealed) => sealed, by))).toBe('backup/damaged');
  });
});

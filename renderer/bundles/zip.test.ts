import { deflateSync, zipSync, type Zippable } from 'fflate';
import { describe, expect, it } from 'vitest';
import { MAX } from './limits.ts';
import { packZip, readDirectory, unpack } from './zip.ts';

const text = (value: string): Uint8Array => new TextEncoder().encode(value);
const FILES = [
  { name: 'CONFIDENTIAL.txt', bytes: text('note') },
  { name: 'records/people.json', bytes: text('[1,2,3]'.repeat(100)) },
  { name: 'attachments/a/empty.bin', bytes: new Uint8Array() },
];

function zipOf(files: Zippable): Uint8Array {
  return zipSync({ 'CONFIDENTIAL.txt': text('note'), ...files }, { mtime: '2000-01-01T12:00:00' });
}

function refusal(zip: Uint8Array): string {
  const directory = readDirectory(zip);
  if (!directory.ok) return directory.error.code;
  const failed = directory.value.map(unpack).find((result) => !result.ok);
  return failed && !failed.ok ? failed.error.code : 'opens';
}

/** A copy with one 16- or 32-bit little-endian field changed; the offset counts from the directory's start. */
function patched(zip: Uint8Array, offset: number, value: number, bytes: 2 | 4, both = -1) {
  const copy = zip.slice();
  const view = new DataView(copy.buffer);
  const start = view.getUint32(copy.length - 6, true);
  for (const at of both < 0 ? [start + offset] : [start + offset, both]) {
    if (bytes === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
  }
  return copy;
}

describe('a ZIP', () => {
  it('comes back, in order, and is the same bytes each time', () => {
    const zip = packZip(FILES);
    expect(packZip(FILES)).toEqual(zip);
    const directory = readDirectory(zip);
    if (!directory.ok) throw new Error(directory.error.code);
    const back = directory.value.map((file) => ({ name: file.name, bytes: unpack(file) }));
    expect(back).toEqual(
      FILES.map(({ name, bytes }) => ({ name, bytes: { ok: true, value: bytes } })),
    );
  });

  it('is stored when it would pack so well that it looked like a bomb', () => {
    const zeros = { name: 'records/z.json', bytes: new Uint8Array(5_000_000) };
    expect(refusal(packZip([zeros]))).toBe('opens');
    expect(refusal(zipOf({ 'records/z.json': zeros.bytes }))).toBe('bundle/too-large');
  });

  it.each([
    '/etc/passwd',
    '../x',
    'records/../../x',
    'records/./x',
    'records//x',
    'records/',
    'records',
    'records\\..\\x',
    'C:/records/x',
    'records/C:x',
    'records/x:stream',
    'records/nul',
    'records/Con.txt',
    'records/COM1 .txt',
    'records/lpt9.tar.gz',
    'records/x.',
    'records/x ',
    'records/ x',
    'records/.hidden',
    'records/RECORD~1',
    'records/a\u0000b',
    'records/a\nb',
    'records/a\u202eb',
    'records/café',
    'records/$x',
    'records/a/b/c/d',
    `records/${'x'.repeat(101)}`,
    `records/${'x'.repeat(70)}/${'y'.repeat(80)}`,
    'elsewhere/x',
    'manifest.JSON',
    'MANIFEST.json',
  ])('is refused for the name %j', (name) => {
    expect(refusal(zipOf({ 'records/x': text('x') }))).toBe('opens');
    expect(refusal(zipOf({ [name]: text('x') }))).toBe('bundle/unsafe-file');
    expect(() => packZip([{ name, bytes: text('x') }])).toThrow();
  });

  it('is refused for names that meet on disk', () => {
    const one = text('x');
    expect(refusal(zipOf({ 'records/a': one, 'records/b': one }))).toBe('opens');
    expect(refusal(zipOf({ 'records/a': one, 'records/A': one }))).toBe('bundle/unsafe-file');
    expect(refusal(zipOf({ 'records/a': one, 'records/A/b': one }))).toBe('bundle/unsafe-file');
    const twice = zipOf({ 'records/a': one, 'records/b': one });
    for (let at = 0; at < twice.length; at++) {
      if (String.fromCharCode(...twice.subarray(at, at + 9)) === 'records/b') twice[at + 8] = 0x61;
    }
    expect(refusal(twice)).toBe('bundle/unsafe-file');
  });

  it('is refused for links, folders, devices and set-uid files', () => {
    const one = text('../../etc/passwd');
    const withAttributes = (attrs: number): Uint8Array =>
      zipOf({ 'records/a': [one, { os: 3, attrs }] });
    expect(refusal(withAttributes(0))).toBe('opens');
    for (const mode of [0o120777, 0o040755, 0o060600, 0o104755]) {
      expect(refusal(withAttributes((mode << 16) >>> 0))).toBe('bundle/unsafe-file');
    }
    expect(refusal(withAttributes(0x10))).toBe('bundle/unsafe-file');
  });

  it('is refused when a file is larger than it says', () => {
    const packed = deflateSync(new Uint8Array(10_000_000));
    const honest = zipOf({ 'records/a': text('x'.repeat(400)) });
    expect(refusal(honest)).toBe('opens');
    const file = { name: 'records/a', packed, size: 100, deflated: true };
    expect(unpack(file)).toEqual({ ok: false, error: { code: 'bundle/too-large' } });
    expect(unpack({ ...file, size: 10_000_001 })).toEqual({
      ok: false,
      error: { code: 'bundle/damaged' },
    });
    expect(unpack({ ...file, size: 10_000_000 }).ok).toBe(true);
    expect(unpack({ ...file, size: 10_000_000, packed: packed.subarray(0, -9) }).ok).toBe(false);
  });

  it('is refused before anything is unpacked when it claims too much', () => {
    const zip = zipSync({ 'records/a': new Uint8Array(40) }, { mtime: '2000-01-01T12:00:00' });
    expect(refusal(zip)).toBe('opens');
    expect(refusal(patched(zip, 24, MAX.entry + 1, 4, 22))).toBe('bundle/too-large');
    expect(refusal(patched(zip, 24, 3_000_000, 4, 22))).toBe('bundle/too-large');
  });

  it('is refused when its two headers disagree, or in any shape but the plain one', () => {
    const zip = packZip(FILES);
    expect(refusal(zip)).toBe('opens');
    const offsets = [6, 8, 10, 12, 16, 20, 24, 28, 30, 32, 34, 42];
    for (const offset of offsets) {
      expect([offset, refusal(patched(zip, offset, 0x21, 2))]).toEqual([offset, 'bundle/damaged']);
    }
    expect(refusal(patched(zip, 8, 1, 2, 6))).toBe('bundle/damaged'); // encrypted
    expect(refusal(patched(zip, 8, 8, 2, 6))).toBe('bundle/damaged'); // sizes after the data
    expect(refusal(patched(zip, 10, 12, 2, 8))).toBe('bundle/damaged'); // bzip2
    const junk = text('junk');
    expect(refusal(new Uint8Array([...junk, ...zip]))).toBe('bundle/damaged');
    expect(refusal(new Uint8Array([...zip, ...junk]))).toBe('bundle/damaged');
    expect(refusal(zipOf({ 'records/a': [junk, { comment: 'x' }] }))).toBe('bundle/damaged');
    expect(refusal(zipOf({ 'records/a': [junk, { extra: { 1: junk } }] }))).toBe('bundle/damaged');
    const renamed = zip.slice();
    renamed[30] = 0x63; // the first letter of the first local name
    expect(refusal(renamed)).toBe('bundle/damaged');
    const start = new DataView(zip.buffer).getUint32(zip.length - 6, true);
    const gap = new Uint8Array([...zip.subarray(0, start), ...junk, ...zip.subarray(start)]);
    new DataView(gap.buffer).setUint32(gap.length - 6, start + junk.length, true);
    expect(refusal(gap)).toBe('bundle/damaged');
    for (let length = 0; length < zip.length; length++) {
      expect(refusal(zip.subarray(0, length))).toBe('bundle/damaged');
    }
  });
});

import { readFileSync } from 'node:fs';
import ExifReader from 'exifreader';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joined } from './bare.ts';
import { bareOf, kindOf } from './picture.ts';

const sample = (name: string) =>
  new Uint8Array(readFileSync(new URL(`../../../e2e/fixtures/${name}`, import.meta.url)));
/** Everything that an independent reader finds beside the picture itself. */
const tagsIn = (bytes: Uint8Array) => ExifReader.load(bytes.slice().buffer, { expanded: true });
const TOLD = /Ottoline|Secret|Cameraworks|Pocket7|CW-5550123|51\.5007|GPS|2026:05:01/;
const latin = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');

const SAMPLES = [
  { name: 'photo-with-place.jpg', kind: 'jpeg', turned: 6, width: 160, height: 120 },
  { name: 'scan-with-place.jpg', kind: 'jpeg', turned: 1, width: 80, height: 60 },
  { name: 'drawing-with-place.png', kind: 'png', turned: 8, width: 80, height: 60 },
  { name: 'photo-with-place.webp', kind: 'webp', turned: 3, width: 160, height: 120 },
] as const;

test.each(SAMPLES)('$name keeps its orientation and nothing else about it', (one) => {
  const bytes = sample(one.name);
  expect(kindOf(bytes)).toBe(one.kind);
  // The control: the reader finds the place in the picture as it came.
  expect(tagsIn(bytes).gps?.Latitude).toBeCloseTo(51.5007, 3);
  expect(latin(bytes)).toMatch(TOLD);
  const bare = bareOf(one.kind, bytes);
  if (!bare) throw new Error('not a whole picture');
  expect(bare).toMatchObject({ width: one.width, height: one.height });
  const left = joined(bare);
  expect(latin(left)).not.toMatch(TOLD);
  const { gps, iptc, xmp, exif, Thumbnail } = tagsIn(left);
  expect([gps, iptc, xmp, Thumbnail]).toEqual([undefined, undefined, undefined, undefined]);
  expect(exif?.Orientation?.value ?? 1).toBe(one.turned);
  expect(Object.keys(exif ?? {}).filter((tag) => tag !== 'Orientation')).toEqual([]);
  // Doing it again takes nothing more away.
  expect(bareOf(one.kind, left)).toMatchObject({ width: one.width, height: one.height });
  expect(joined(bareOf(one.kind, left) ?? bare)).toEqual(left);
});

test('a colour profile stays in a JPEG, an unknown segment does not', () => {
  const [start, ...rest] = bareOf('jpeg', sample('scan-with-place.jpg'))?.pieces ?? [];
  const segment = (marker: number, text: string) =>
    Uint8Array.of(0xff, marker, 0, text.length + 2, ...Buffer.from(text, 'latin1'));
  const profile = segment(0xe2, 'ICC_PROFILE\0\x01\x01colours');
  const others = [
    segment(0xe2, 'MPF\0more'),
    segment(0xe5, 'maker'),
    segment(0xfe, 'words'),
    segment(0xe0, 'JFIF\0\x01\x01\0\0\x01\0\x01\x01\x01small'),
  ];
  const made = joined({ pieces: [start ?? profile, ...others, profile, ...rest] });
  const left = latin(joined(bareOf('jpeg', made) ?? { pieces: [] }));
  expect(left).toContain('ICC_PROFILE');
  expect(left).not.toMatch(/MPF|maker|words|small/);
});

test('a picture that is cut short is damaged, wherever it is cut', () => {
  for (const { name, kind } of SAMPLES) {
    const bytes = bareOf(kind, sample(name));
    if (!bytes) throw new Error('not a whole picture');
    const whole = joined(bytes);
    for (let length = 16; length < whole.length; length += 97)
      expect(bareOf(kind, whole.subarray(0, length))).toBeNull();
  }
});

test('whatever bytes there are, a picture is bare or damaged, and never throws', () => {
  const seeds = SAMPLES.map(({ name, kind }) => ({ kind, bytes: sample(name) }));
  const changes = fc.array(fc.tuple(fc.nat(14_000), fc.nat(255)), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(fc.constantFrom(...seeds), changes, ({ kind, bytes }, changed) => {
      const copy = bytes.slice();
      for (const [at, value] of changed) copy[at % copy.length] = value;
      const bare = bareOf(kind, copy);
      expect(bare === null || joined(bare).length <= copy.length + 64).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test.each([
  ['GIF89a', 'picture'],
  ['\0\0\0\x18ftypheic', 'picture'],
  ['\0\0\0\x1cftypavif', 'picture'],
  ['II*\0', 'picture'],
  ['MM\0*', 'picture'],
  ['%PDF-1.7', null],
  ['PK\x03\x04', null],
  ['\0\0\0\x18ftypmp42', null],
  ['', null],
])('the kind of %j is told by its first bytes', (head, kind) => {
  expect(kindOf(Buffer.from(head, 'latin1'))).toBe(kind);
});

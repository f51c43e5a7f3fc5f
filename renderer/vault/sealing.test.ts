import { describe, expect, it } from 'vitest';
import { importKey } from './aes-key.ts';
import { frame, randomBytes, toHex, utf8 } from './bytes.ts';
import { pack, padme, unpack, unpackNow } from './packing.ts';
import { type Place, seal, unseal } from './sealing.ts';

const place: Place = {
  vault: 'v',
  table: 'pages',
  compartment: 'people',
  epoch: 1,
  generation: 2,
  row: 'people-3',
  sequence: 4,
  chunk: 5,
  last: true,
};

describe('a sealed row', () => {
  const elsewhere: [string, Partial<Place>][] = [
    ['vault', { vault: 'w' }],
    ['table', { table: 'commits' }],
    ['compartment', { compartment: 'steering' }],
    ['epoch', { epoch: 2 }],
    ['fold generation', { generation: 1 }],
    ['row', { row: 'people-4' }],
    ['sequence', { sequence: 5 }],
    ['chunk', { chunk: 6 }],
    ['last chunk', { last: false }],
  ];
  it.each(elsewhere)(
    'opens in its own place, and not in that of another %s',
    async (_name, other) => {
      const key = await importKey(randomBytes(32));
      const plain = utf8('minutes');
      const sealed = await seal(key, place, plain);
      expect(await unseal(key, place, sealed)).toEqual(plain);
      expect(await unseal(key, { ...place, ...other }, sealed)).toBeNull();
    },
  );

  it('does not open when any of its bytes is changed, cut off or added', async () => {
    const key = await importKey(randomBytes(32));
    const sealed = await seal(key, place, utf8('minutes'));
    for (let at = 0; at < sealed.length; at += 1) {
      const flipped = sealed.slice();
      flipped[at] = (flipped[at] ?? 0) ^ 1;
      expect(await unseal(key, place, flipped)).toBeNull();
      expect(await unseal(key, place, sealed.slice(0, at))).toBeNull();
    }
    expect(await unseal(key, place, new Uint8Array([...sealed, 0]))).toBeNull();
  });

  it('does not open with another key, and the key cannot be read back', async () => {
    const key = await importKey(randomBytes(32));
    const sealed = await seal(key, place, utf8('minutes'));
    expect(await unseal(await importKey(randomBytes(32)), place, sealed)).toBeNull();
    await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow();
  });

  it('never seals twice under one nonce', async () => {
    const key = await importKey(randomBytes(32));
    const nonces = new Set<string>();
    for (let i = 0; i < 200; i += 1)
      nonces.add(toHex((await seal(key, place, utf8('x'))).slice(1, 13)));
    expect(nonces.size).toBe(200);
  });
});

describe('framing', () => {
  it('gives different bytes to different lists of fields', () => {
    const lists = [
      ['ab', 'c'],
      ['a', 'bc'],
      ['abc'],
      ['abc', ''],
      [1, '1'],
      ['1', 1],
      [true],
      [1],
      [utf8('a')],
      ['a'],
    ];
    expect(new Set(lists.map((fields) => toHex(frame(fields)))).size).toBe(lists.length);
  });
});

describe('packing', () => {
  it('gives back what went in, and pads commits to multiples of 4 KiB', async () => {
    for (const size of [0, 1, 4_000, 5_000, 100_000]) {
      const plain = crypto.getRandomValues(new Uint8Array(Math.min(size, 65_536)));
      const packed = await pack(plain, 'commit');
      expect(packed.length % 4096).toBe(0);
      expect(await unpack(packed)).toEqual(plain);
      expect(unpackNow(packed)).toEqual(plain);
      const page = await pack(plain, 'page');
      expect(await unpack(page)).toEqual(plain);
      expect(unpackNow(page)).toEqual(plain);
    }
  });

  it('pads pages as Padmé does: few lengths, at most 12 % longer', () => {
    expect([9, 100, 1_000, 65_537, 1_000_000].map(padme)).toEqual([
      10, 104, 1_024, 67_584, 1_015_808,
    ]);
    for (let length = 100; length < 1_000_000; length = Math.ceil(length * 1.01)) {
      expect(padme(length)).toBeGreaterThanOrEqual(length);
      expect(padme(length)).toBeLessThanOrEqual(length * 1.12);
    }
  });
});

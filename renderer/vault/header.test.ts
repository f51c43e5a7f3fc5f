import { beforeAll, describe, expect, it } from 'vitest';
import { fail } from '../domain/errors.ts';
import { type Bytes, fromHex, randomBytes, toHex, utf8 } from './bytes.ts';
import {
  type HeaderBody,
  headerSigned,
  readGenerations,
  readHeader,
  writeHeader,
} from './header.ts';
import { recoverySlot } from './keyslots.ts';
import { newSigningKey } from './signing.ts';

const { seed, verifyKey } = newSigningKey();
const roster = [toHex(verifyKey)];
let body: HeaderBody;
let bytes: Bytes;

beforeAll(async () => {
  body = {
    vaultId: toHex(randomBytes(16)),
    vaultName: 'IMSIG',
    generation: 3,
    device: toHex(randomBytes(8)),
    slots: [
      await recoverySlot('v', randomBytes(32), randomBytes(20)),
      {
        kind: 'passphrase',
        argon: { memoryKiB: 65_536, passes: 4, lanes: 1 },
        salt: toHex(randomBytes(16)),
        sealed: toHex(randomBytes(61)),
      },
    ],
    profile: toHex(randomBytes(100)),
    keys: toHex(randomBytes(100)),
    floor: { sequence: 7, link: toHex(randomBytes(32)) },
  };
  bytes = writeHeader(body, seed);
});

function read(file: Uint8Array) {
  const header = readHeader(file);
  if (!header.ok) throw new Error(header.error.code);
  return header.value;
}

/** The header with its body altered and the signature left as it was. */
function altered(change: (body: Record<string, unknown>) => void): Bytes {
  const file: { body: string } = JSON.parse(new TextDecoder().decode(bytes));
  const changed: Record<string, unknown> = JSON.parse(file.body);
  change(changed);
  return utf8(JSON.stringify({ ...file, body: JSON.stringify(changed) }));
}

describe('the header', () => {
  it('is read back as it was written, signed by its writer', () => {
    expect(read(bytes).body).toEqual(body);
    expect(headerSigned(read(bytes), roster)).toBe(true);
  });

  it('is not believed when anything in it was changed, or another signed it', () => {
    const tampered = read(altered((b) => (b['floor'] = { ...body.floor, sequence: 1 })));
    expect(headerSigned(tampered, roster)).toBe(false);
    const other = newSigningKey();
    const forged = read(writeHeader(body, other.seed));
    expect(headerSigned(forged, [toHex(other.verifyKey)])).toBe(true);
    expect(headerSigned(forged, roster)).toBe(false);
    expect(headerSigned(read(bytes), [toHex(fromHex('ff'.repeat(32)))])).toBe(false);
  });

  it('is damaged wherever it is cut short', () => {
    for (let length = 0; length < bytes.length; length += 1)
      expect(readHeader(bytes.slice(0, length))).toEqual(fail('vault/header-damaged'));
  });

  it('is refused with unknown fields, with lowered Argon2 parameters, and when it is huge', () => {
    const damaged = fail('vault/header-damaged');
    expect(readHeader(altered((b) => (b['extra'] = 1)))).toEqual(damaged);
    const [recovery, passphrase] = body.slots;
    const lowered = { ...passphrase, argon: { memoryKiB: 8, passes: 1, lanes: 1 } };
    expect(readHeader(altered((b) => (b['slots'] = [recovery, lowered])))).toEqual(damaged);
    expect(readHeader(altered((b) => (b['slots'] = [])))).toEqual(damaged);
    const file: object = JSON.parse(new TextDecoder().decode(bytes));
    expect(readHeader(utf8(JSON.stringify({ ...file, extra: 1 })))).toEqual(damaged);
    expect(readHeader(utf8(`${' '.repeat(300_000)}${JSON.stringify(file)}`))).toEqual(damaged);
  });

  it('is refused by its form alone, before any key is stretched, with absurd costs, unknown fields in a slot, or a million slots', () => {
    const damaged = fail('vault/header-damaged');
    const [recovery, passphrase] = body.slots;
    const slots: unknown[][] = [
      [{ ...passphrase, argon: { memoryKiB: 4_294_967_295, passes: 3, lanes: 1 } }],
      [{ ...passphrase, argon: { memoryKiB: 65_536, passes: 1e9, lanes: 1 } }],
      [{ ...passphrase, argon: { memoryKiB: 65_536, passes: 3, lanes: 1, extra: 1 } }],
      [{ ...recovery, extra: 1 }],
      [{ ...recovery, kind: 'keychain' }],
      [{ kind: 'shares', set: 1, threshold: 2, count: 3, salt: '', commitment: '', sealed: '' }],
      Array.from({ length: 17 }, () => recovery),
      Array.from({ length: 1_000_000 }, () => 0),
    ];
    for (const absurd of slots)
      expect(readHeader(altered((b) => (b['slots'] = absurd)))).toEqual(damaged);
  });

  it('says so when a newer version wrote it, whatever else it holds', () => {
    const newer = utf8(JSON.stringify({ format: 'muniment-header', version: 99, other: true }));
    expect(readHeader(newer)).toEqual(fail('vault/header-newer'));
    expect(readGenerations([bytes, newer])).toEqual(fail('vault/header-newer'));
  });

  it('counts by its generation, whichever file comes first, and past damaged ones', () => {
    const later = writeHeader({ ...body, generation: 4 }, seed);
    const newest = readGenerations([bytes, later, utf8('not a header')]);
    expect(newest.ok && newest.value.map((header) => header.body.generation)).toEqual([4, 3]);
    expect(readGenerations([])).toEqual(fail('vault/none'));
    expect(readGenerations([utf8(''), utf8('{}')])).toEqual(fail('vault/header-damaged'));
  });
});

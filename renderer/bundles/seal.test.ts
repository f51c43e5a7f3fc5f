import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { BANNER } from '../domain/banner.ts';
import { readDirectory, unpack } from './zip.ts';
import { unlock } from './envelope.ts';
import { sealBundle, type SealInput } from './seal.ts';
import { ENTRIES, makeOfficer, type Officer, PASSPHRASE, sealInput } from './test-kit.ts';

// scrypt takes half a second alone, and several on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let secretary: Officer;
let treasurer: Officer;
beforeAll(async () => {
  secretary = await makeOfficer('Sam Secretary', 'secretary');
  treasurer = await makeOfficer('Toni Treasurer', 'treasurer');
});

function forTreasurer(change: Partial<SealInput> = {}): SealInput {
  const to = { kind: 'cards' as const, recipients: [treasurer.card.recipient] };
  return { ...sealInput(secretary, to), ...change };
}

async function outcome(input: SealInput): Promise<string> {
  const result = await sealBundle(input);
  return result.ok ? 'seals' : result.error.code;
}

function cards(...recipients: string[]): Partial<SealInput> {
  return { to: { kind: 'cards', recipients } };
}

describe('sealing', () => {
  it('puts the note with the sentence of the policy first (BANNER)', async () => {
    const sealed = await sealBundle(forTreasurer());
    if (!sealed.ok) throw new Error(sealed.error.code);
    const zip = await unlock(sealed.value, { kind: 'identity', identity: treasurer.identity });
    if (!zip.ok) throw new Error(zip.error.code);
    const directory = readDirectory(zip.value);
    if (!directory.ok) throw new Error(directory.error.code);
    expect(directory.value.map(({ name }) => name)).toEqual([
      'CONFIDENTIAL.txt',
      'manifest.json',
      'manifest.sig',
      ...ENTRIES.map(({ name }) => name),
    ]);
    const [first] = directory.value;
    const note = first && unpack(first);
    if (!note?.ok) throw new Error('no note');
    const lines = new TextDecoder().decode(note.value).split('\r\n');
    expect(lines[0]).toBe(BANNER);
    expect(lines).toContain('Whom to ask: Sam Secretary, Group Secretary (GB).');
    expect(lines).toContain('Use until:   31 Dec 2026, then delete it');
  });

  it('refuses to seal for nobody, for too many, or for what is no post-quantum card', async () => {
    const { recipient } = treasurer.card;
    expect(await outcome(forTreasurer())).toBe('seals');
    expect(await outcome(forTreasurer(cards()))).toBe('bundle/no-recipients');
    const many = Array.from({ length: 101 }, (_, at) => `${recipient}${at}`);
    expect(await outcome(forTreasurer(cards(...many)))).toBe('bundle/too-many-recipients');
    const classic = await identityToRecipient(await generateX25519Identity());
    expect(await outcome(forTreasurer(cards(recipient, classic)))).toBe('bundle/bad-recipient');
    expect(await outcome(forTreasurer(cards(withoutCurve(recipient))))).toBe(
      'bundle/bad-recipient',
    );
    expect(await outcome(forTreasurer(cards('')))).toBe('bundle/bad-recipient');
  });

  it('refuses a passphrase that was not generated', async () => {
    const by = (passphrase: string): SealInput =>
      forTreasurer({ to: { kind: 'passphrase', passphrase } });
    expect(await outcome(by(PASSPHRASE))).toBe('seals');
    expect(await outcome(by('correct horse battery staple'))).toBe('vault/passphrase-weak');
    expect(await outcome(by(''))).toBe('vault/passphrase-weak');
  });

  it('refuses nothing at all and more than a bundle holds', async () => {
    expect(await outcome(forTreasurer({ entries: [] }))).toBe('bundle/nothing-inside');
    const entry = { name: 'attachments/a.bin', bytes: new Uint8Array(200_000_001) };
    expect(await outcome(forTreasurer({ entries: [entry] }))).toBe('bundle/too-much');
    const many = Array.from({ length: 5_001 }, (_, at) => ({ ...entry, name: `records/${at}` }));
    expect(await outcome(forTreasurer({ entries: many }))).toBe('bundle/too-much');
  });

  it('throws for a key that is not the sender’s, an unsafe name, or a fact that is none', async () => {
    expect(await outcome(forTreasurer({ signKey: secretary.signKey }))).toBe('seals');
    const wrong = [
      { signKey: treasurer.signKey },
      { entries: [{ name: '../x', bytes: new Uint8Array() }] },
      { purpose: '' },
      { sender: { ...secretary.card, name: 'A\u202eB' } },
    ];
    for (const change of wrong) await expect(sealBundle(forTreasurer(change))).rejects.toThrow();
  });
});

describe('a passphrase bundle', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bundle-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const has = (program: string): boolean => spawnSync(program, ['--help']).error === undefined;
  const tools = ['age', 'unzip', 'script'].filter((program) => !has(program));

  it.skipIf(tools.length > 0)(
    `opens with Debian’s age and unzip${tools.length > 0 ? `, not tried: ${tools.join(', ')} not installed` : ''}`,
    async () => {
      const to = { kind: 'passphrase' as const, passphrase: PASSPHRASE };
      const sealed = await sealBundle(forTreasurer({ to }));
      if (!sealed.ok) throw new Error(sealed.error.code);
      writeFileSync(join(folder, 'bundle.age'), sealed.value);
      const run = (command: string): string =>
        execFileSync('sh', ['-c', command], { cwd: folder, encoding: 'utf8' });
      // age takes a passphrase from a terminal only.
      run(
        `(sleep 0.7; echo '${PASSPHRASE}'; sleep 1) | script -qec 'age -d -o bundle.zip bundle.age' /dev/null`,
      );
      expect(run('unzip -t bundle.zip')).toContain('No errors detected');
      run('unzip -q bundle.zip');
      expect(readFileSync(join(folder, 'CONFIDENTIAL.txt'), 'utf8').startsWith(BANNER)).toBe(true);
      for (const { name, bytes } of ENTRIES) {
        expect(new Uint8Array(readFileSync(join(folder, name)))).toEqual(bytes);
      }
    },
  );
});

/** The same recipient with zero for its X25519 point, its last 32 bytes, and a checksum that fits (BIP 173). */
function withoutCurve(recipient: string): string {
  const letters = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
  const prefix = 'age1pq';
  const data = Array.from(recipient.slice(prefix.length + 1, -6), (char) => letters.indexOf(char));
  // Byte 1184 begins within letter 1894, after its first two bits.
  data[1894] = (data[1894] ?? 0) & 0b11000;
  data.fill(0, 1895);
  const codes = [...prefix].map((char) => char.charCodeAt(0));
  const expanded = [...codes.map((code) => code >> 5), 0, ...codes.map((code) => code & 31)];
  let check = 1;
  for (const value of [...expanded, ...data, 0, 0, 0, 0, 0, 0]) {
    const top = check >>> 25;
    check = ((check & 0x1ffffff) << 5) ^ value;
    [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3].forEach((generator, bit) => {
      if ((top >> bit) & 1) check ^= generator;
    });
  }
  check ^= 1;
  const sum = [25, 20, 15, 10, 5, 0].map((shift) => (check >>> shift) & 31);
  return `${prefix}1${[...data, ...sum].map((value) => letters[value]).join('')}`;
}

import { Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { zipSync } from 'fflate';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { plainDate } from '../domain/dates.ts';
import type { ErrorCode } from '../domain/errors.ts';
import { lockUp, unlock } from './envelope.ts';
import { hashOf, MANIFEST_CONTEXT } from './manifest.ts';
import { openBundle, type OpenOptions, peekSender } from './open.ts';
import { sealBundle, type SealInput } from './seal.ts';
import { signBytes } from './signature.ts';
import { ENTRIES, EXPIRES, makeOfficer, type Officer, PASSPHRASE, sealInput } from './test-kit.ts';
import type { NamedBytes } from './zip.ts';

// scrypt takes half a second alone, and several on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let secretary: Officer;
let treasurer: Officer;
let events: Officer;
let intact: Uint8Array;
let byPassphrase: Uint8Array;

beforeAll(async () => {
  secretary = await makeOfficer('Sam Secretary', 'secretary');
  treasurer = await makeOfficer('Toni Treasurer', 'treasurer');
  events = await makeOfficer('Eve Events', 'events-officer');
  intact = await sealed(sealInput(secretary, forCards(treasurer)));
  byPassphrase = await sealed(sealInput(secretary, { kind: 'passphrase', passphrase: PASSPHRASE }));
});

function forCards(...officers: Officer[]): SealInput['to'] {
  return { kind: 'cards', recipients: officers.map(({ card }) => card.recipient) };
}

async function sealed(input: SealInput): Promise<Uint8Array> {
  const result = await sealBundle(input);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

function options(change: Partial<OpenOptions> = {}): OpenOptions {
  return {
    identity: treasurer.identity,
    knownSenders: [secretary.card.verifyKey],
    today: EXPIRES,
    seen: new Set(),
    ...change,
  };
}

/** `opens`, or the code of the refusal. */
async function outcome(
  file: Uint8Array,
  change?: Partial<OpenOptions>,
): Promise<ErrorCode | 'opens'> {
  const result = await openBundle(file, options(change));
  return result.ok ? 'opens' : result.error.code;
}

async function inside(file: Uint8Array, officer: Officer): Promise<Uint8Array> {
  const zip = await unlock(file, { kind: 'identity', identity: officer.identity });
  if (!zip.ok) throw new Error(zip.error.code);
  return zip.value;
}

async function locked(zip: Uint8Array, to: SealInput['to']): Promise<Uint8Array> {
  const file = await lockUp(zip, to);
  if (!file.ok) throw new Error(file.error.code);
  return file.value;
}

describe('a bundle', () => {
  it('opens for its recipient, with everything that was put in and no more (TRANSFER)', async () => {
    const opened = await openBundle(intact, options());
    if (!opened.ok) throw new Error(opened.error.code);
    expect(opened.value.entries).toEqual(ENTRIES);
    expect(opened.value.manifest).toMatchObject({ sequence: 7, sender: secretary.card });
  });

  it('opens for each of several recipients, named once or twice', async () => {
    const file = await sealed(sealInput(secretary, forCards(treasurer, events, treasurer)));
    expect(await outcome(file)).toBe('opens');
    expect(await outcome(file, { identity: events.identity })).toBe('opens');
    expect(await outcome(file, { identity: secretary.identity })).toBe('bundle/not-for-me');
  });

  it('opens by its passphrase, as people type it', async () => {
    expect(await outcome(byPassphrase)).toBe('bundle/needs-passphrase');
    const typed = ` ${PASSPHRASE.replaceAll('-', ' ').toUpperCase()}\n`;
    expect(await outcome(byPassphrase, { passphrase: typed })).toBe('opens');
    expect(await outcome(byPassphrase, { passphrase: `${PASSPHRASE}-zoo` })).toBe(
      'bundle/passphrase-wrong',
    );
  });

  it('carries larger files and tells how far it is', async () => {
    const bytes = crypto.getRandomValues(new Uint8Array(65_536)).slice();
    const big = new Uint8Array(3_000_000).map((_, at) => bytes[(at * 7) & 0xffff] ?? 0);
    const seen: number[] = [];
    const file = await sealed({
      ...sealInput(secretary, forCards(treasurer)),
      entries: [{ name: 'attachments/big.bin', bytes: big }],
      onProgress: (done, total) => seen.push(done / total),
    });
    const opened = await openBundle(file, options({ onProgress: (done) => seen.push(done) }));
    expect(opened.ok && opened.value.entries[0]?.bytes.every((byte, at) => byte === big[at])).toBe(
      true,
    );
    expect(seen).toContain(1);
    expect(seen.at(-1)).toBe(file.length);
  });
});

describe('opening refuses', () => {
  it('what is no bundle at all', async () => {
    expect(await outcome(intact)).toBe('opens');
    expect(await outcome(new Uint8Array())).toBe('bundle/damaged');
    expect(await outcome(new TextEncoder().encode('hello'))).toBe('bundle/damaged');
    expect(await outcome(crypto.getRandomValues(new Uint8Array(5_000)))).toBe('bundle/damaged');
    expect(await outcome(new Uint8Array(300_000_001))).toBe('bundle/too-large');
    expect(await outcome(await locked(new TextEncoder().encode('x'), forCards(treasurer)))).toBe(
      'bundle/damaged',
    );
  });

  it('every flipped bit', async () => {
    expect(await outcome(intact)).toBe('opens');
    const codes = new Map<string, number>();
    for (let at = 0; at < intact.length; at += 41) {
      const flipped = intact.slice();
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8));
      const code = await outcome(flipped);
      codes.set(code, (codes.get(code) ?? 0) + 1);
    }
    // A flip within the wrapped key itself looks like a key that is not mine.
    expect([...codes.keys()].sort()).toEqual(['bundle/damaged', 'bundle/not-for-me']);
  });

  it('a file cut short at the border of a chunk, or anywhere else', async () => {
    const random = new Uint8Array(200_000);
    for (let at = 0; at < random.length; at += 50_000) {
      crypto.getRandomValues(random.subarray(at, at + 50_000));
    }
    const file = await sealed({
      ...sealInput(secretary, forCards(treasurer)),
      entries: [{ name: 'attachments/r.bin', bytes: random }],
    });
    expect(await outcome(file)).toBe('opens');
    const text = new TextDecoder('latin1').decode(file);
    const payload = text.indexOf('\n', text.indexOf('\n--- ') + 1) + 1 + 16;
    const chunk = 64 * 1024 + 16;
    const borders = [0, payload - 16, payload];
    for (let at = payload; at < file.length; at += chunk) borders.push(at, at + 64 * 1024);
    borders.push(file.length);
    for (const border of borders) {
      for (const length of [border - 1, border, border + 1]) {
        if (length < 0 || length >= file.length) continue;
        expect([length, await outcome(file.subarray(0, length))]).toEqual([
          length,
          'bundle/damaged',
        ]);
      }
    }
    expect(await outcome(new Uint8Array([...file, 0]))).toBe('bundle/damaged');
  });

  it('what was sealed for somebody else, and what somebody else passed on', async () => {
    expect(await outcome(intact)).toBe('opens');
    expect(await outcome(intact, { identity: events.identity })).toBe('bundle/not-for-me');
    const { identity: _none, ...reader } = options();
    const byReader = await openBundle(intact, reader);
    expect(byReader).toEqual({ ok: false, error: { code: 'bundle/not-for-me' } });

    const zip = await inside(intact, treasurer);
    const passedOn = await locked(zip, forCards(events));
    expect(await outcome(passedOn, { identity: events.identity })).toBe('bundle/not-addressed');
    const toBoth = await locked(zip, forCards(treasurer, events));
    expect(await outcome(toBoth)).toBe('bundle/not-addressed');
    const opened = await locked(zip, { kind: 'passphrase', passphrase: PASSPHRASE });
    expect(await outcome(opened, { passphrase: PASSPHRASE })).toBe('bundle/not-addressed');
  });

  it('a passphrase bundle that was passed on to a card', async () => {
    const zip = await unlock(byPassphrase, { kind: 'passphrase', passphrase: PASSPHRASE });
    if (!zip.ok) throw new Error(zip.error.code);
    const passedOn = await locked(zip.value, forCards(treasurer));
    expect(await outcome(passedOn)).toBe('bundle/not-addressed');
  });

  it('a sender whose card is not known, until its words were compared', async () => {
    expect(await outcome(intact)).toBe('opens');
    expect(await outcome(intact, { knownSenders: [] })).toBe('bundle/unknown-sender');
    expect(await outcome(intact, { knownSenders: [events.card.verifyKey] })).toBe(
      'bundle/unknown-sender',
    );
    const sender = await peekSender(intact, options());
    expect(sender).toEqual({ ok: true, value: secretary.card });
    const knownSenders = sender.ok ? [sender.value.verifyKey] : [];
    expect(await outcome(intact, { knownSenders })).toBe('opens');
    const damaged = intact.slice(0, -1);
    expect((await peekSender(damaged, options())).ok).toBe(false);
  });

  it('a bundle from the day after it expired', async () => {
    expect(await outcome(intact, { today: plainDate.parse('2026-12-31') })).toBe('opens');
    expect(await outcome(intact, { today: plainDate.parse('2027-01-01') })).toBe('bundle/expired');
  });

  it('a bundle that was opened before', async () => {
    expect(await outcome(intact, { seen: new Set(['bun_other']) })).toBe('opens');
    expect(await outcome(intact, { seen: new Set(['bun_0123456789']) })).toBe('bundle/replayed');
  });

  it('a lock that would take too long, mixes kinds, or is classic', async () => {
    expect(await outcome(byPassphrase, { passphrase: PASSPHRASE })).toBe('opens');
    const text = new TextDecoder('latin1').decode(byPassphrase);
    for (const [factor, code] of [
      ['19', 'bundle/work-factor'],
      ['99', 'bundle/work-factor'],
      ['1e9', 'bundle/damaged'],
      ['015', 'bundle/damaged'],
    ] as const) {
      const slow = text.replace(/^(-> scrypt \S+) \d+/m, `$1 ${factor}`);
      const file = Uint8Array.from(slow.slice(0, 400), (char) => char.charCodeAt(0));
      expect(await outcome(file, { passphrase: PASSPHRASE })).toBe(code);
    }
    const classic = await identityToRecipient(await generateX25519Identity());
    const zip = await inside(intact, treasurer);
    const lockWith = async (...recipients: string[]): Promise<Uint8Array> => {
      const encrypter = new Encrypter();
      for (const recipient of recipients) encrypter.addRecipient(recipient);
      return encrypter.encrypt(zip);
    };
    const { recipient } = treasurer.card;
    expect(await outcome(await lockWith(recipient))).toBe('opens');
    expect(await outcome(await lockWith(recipient, classic))).toBe('bundle/damaged');
    expect(await outcome(await lockWith(classic))).toBe('bundle/not-for-me');
    const many = await lockWith(...Array<string>(101).fill(recipient));
    expect(await outcome(many)).toBe('bundle/damaged');
  });
});

describe('what is inside', () => {
  interface Forgery {
    /** Files in the ZIP beside the manifest and its signature. */
    files?: readonly NamedBytes[];
    listed?: readonly NamedBytes[];
    manifest?: Record<string, unknown>;
    signer?: Officer;
    context?: string;
    without?: string;
  }

  /** A bundle made by hand, which opens as long as nothing is asked of it. */
  async function forged(forgery: Forgery = {}): Promise<Uint8Array> {
    const { recipient } = treasurer.card;
    const files = forgery.files ?? ENTRIES;
    const manifest = new TextEncoder().encode(
      JSON.stringify({
        format: 'muniment-bundle',
        version: 1,
        bundle: 'bun_0123456789',
        vault: 'vault_0123456789',
        sequence: 1,
        sender: secretary.card,
        recipients: { kind: 'cards', cards: [hashOf(new TextEncoder().encode(recipient))] },
        purpose: 'Test',
        created: 0,
        expires: EXPIRES,
        policyVersion: '1',
        entries: (forgery.listed ?? files).map(({ name, bytes }) => ({
          name,
          size: bytes.length,
          sha256: hashOf(bytes),
        })),
        ...forgery.manifest,
      }),
    );
    const { signKey } = forgery.signer ?? secretary;
    const all = {
      'manifest.json': manifest,
      'manifest.sig': signBytes(forgery.context ?? MANIFEST_CONTEXT, manifest, signKey),
      ...Object.fromEntries(files.map(({ name, bytes }) => [name, bytes])),
    };
    const kept = Object.entries(all).filter(([name]) => name !== forgery.without);
    const zip = zipSync(Object.fromEntries(kept), { mtime: '2000-01-01T12:00:00' });
    return locked(zip, forCards(treasurer));
  }

  const extra = { name: 'records/extra.json', bytes: new TextEncoder().encode('[]') };

  it('has to be what the signed list says: nothing missing, nothing more, every byte', async () => {
    expect(await outcome(await forged())).toBe('opens');
    expect(await outcome(await forged({ files: [...ENTRIES, extra] }))).toBe('opens');
    const more = await forged({ files: [...ENTRIES, extra], listed: ENTRIES });
    expect(await outcome(more)).toBe('bundle/contents-differ');
    const less = await forged({ files: ENTRIES, listed: [...ENTRIES, extra] });
    expect(await outcome(less)).toBe('bundle/contents-differ');
    const other = { ...extra, name: 'records/other.json' };
    const swapped = await forged({ files: [...ENTRIES, other], listed: [...ENTRIES, extra] });
    expect(await outcome(swapped)).toBe('bundle/contents-differ');
    const changed = { ...extra, bytes: new TextEncoder().encode('{}') };
    const altered = await forged({ files: [...ENTRIES, changed], listed: [...ENTRIES, extra] });
    expect(await outcome(altered)).toBe('bundle/damaged');
    const longer = { ...extra, bytes: new TextEncoder().encode('[] ') };
    const grown = await forged({ files: [...ENTRIES, longer], listed: [...ENTRIES, extra] });
    expect(await outcome(grown)).toBe('bundle/damaged');
  });

  it('has to list each file once, by a safe name', async () => {
    expect(await outcome(await forged({ listed: ENTRIES }))).toBe('opens');
    for (const listed of [
      [...ENTRIES, ...ENTRIES],
      [...ENTRIES, { ...extra, name: '../x' }],
      [...ENTRIES, { ...extra, name: 'manifest.json' }],
    ]) {
      expect(await outcome(await forged({ listed }))).toBe('bundle/unsafe-file');
    }
    const files = [...ENTRIES, { ...extra, name: '../../x' }];
    expect(await outcome(await forged({ files }))).toBe('bundle/unsafe-file');
  });

  it('has to be signed by the sender that it names, for this use', async () => {
    expect(await outcome(await forged({ signer: secretary }))).toBe('opens');
    expect(await outcome(await forged({ signer: events }))).toBe('bundle/bad-signature');
    expect(await outcome(await forged({ context: 'muniment header\0' }))).toBe(
      'bundle/bad-signature',
    );
    expect(await outcome(await forged({ without: 'manifest.sig' }))).toBe('bundle/contents-differ');
    expect(await outcome(await forged({ without: 'manifest.json' }))).toBe(
      'bundle/contents-differ',
    );
    // Somebody else's honest signature makes somebody else the sender.
    const own = await forged({ signer: events, manifest: { sender: events.card } });
    expect(await outcome(own)).toBe('bundle/unknown-sender');
    expect(await outcome(own, { knownSenders: [events.card.verifyKey] })).toBe('opens');
  });

  it('has to be of a version that is known, with facts that make sense', async () => {
    expect(await outcome(await forged({ manifest: { sequence: 2 } }))).toBe('opens');
    expect(await outcome(await forged({ manifest: { version: 2 } }))).toBe('bundle/newer');
    for (const manifest of [
      { version: 0 },
      { format: 'other' },
      { expires: '2026-02-30' },
      { sequence: 0 },
      { purpose: '' },
      { unknown: true },
      { recipients: { kind: 'cards', cards: [] } },
      { sender: { ...secretary.card, name: 'A\u202eB' } },
    ]) {
      expect(await outcome(await forged({ manifest }))).toBe('bundle/damaged');
    }
  });

  it('is not unpacked when it is a bomb', async () => {
    const small = { name: 'records/z.json', bytes: new Uint8Array(100_000) };
    expect(await outcome(await forged({ files: [small] }))).toBe('opens');
    const bomb = { name: 'records/z.json', bytes: new Uint8Array(5_000_000) };
    expect(await outcome(await forged({ files: [bomb] }))).toBe('bundle/too-large');
  });
});

import { describe, expect, it, vi } from 'vitest';
import { randomBytes } from './bytes.ts';
import { KEY_NAMES, freshKeys, keyringOf, newIdentity, unwrapKeys, wrapKeys } from './keys.ts';
import {
  argonFor,
  keyslot,
  openPassphraseSlot,
  openRecoverySlot,
  passphraseSlot,
  recoverySlot,
} from './keyslots.ts';
import { newProfile, openProfile, sealProfile } from './profile.ts';

// Argon2 takes its second, and more on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const QUICK = { memoryKiB: 65_536, passes: 3, lanes: 1 };

describe('wrapped keys', () => {
  it('open for their own identity only, and hold a key for every compartment and the drafts', async () => {
    const mine = await newIdentity();
    const other = await newIdentity();
    const wrapped = await wrapKeys(mine.recipient, freshKeys(KEY_NAMES));
    const raw = await unwrapKeys(mine.identity, wrapped);
    expect(raw?.map(({ name }) => name)).toEqual([...KEY_NAMES]);
    expect(new Set(raw?.map(({ raw: bytes }) => bytes.join())).size).toBe(KEY_NAMES.length);
    expect(await unwrapKeys(other.identity, wrapped)).toBeNull();
  });

  it('are refused when a byte of them was changed', async () => {
    const { identity, recipient } = await newIdentity();
    const wrapped = await wrapKeys(recipient, freshKeys(KEY_NAMES));
    const last = wrapped.length - 1;
    wrapped[last] = (wrapped[last] ?? 0) ^ 1;
    expect(await unwrapKeys(identity, wrapped)).toBeNull();
  });

  it('become keys that cannot be read back, and the raw ones are wiped', async () => {
    const raw = freshKeys(KEY_NAMES);
    const keyring = await keyringOf(raw);
    expect(raw.every((key) => key.raw.every((byte) => byte === 0))).toBe(true);
    const { key, epoch } = keyring.current('people');
    expect([key.extractable, epoch]).toEqual([false, 1]);
    expect(keyring.at('people', 2)).toBeNull();
  });
});

describe('keyslots', () => {
  const profileKey = randomBytes(32);

  it('open with the passphrase as typed on any keyboard, of this vault, and no other', async () => {
    const slot = await passphraseSlot('v', profileKey, 'caf\u00e9 at the quay', QUICK);
    expect(await openPassphraseSlot('v', slot, 'cafe\u0301 at the quay')).toEqual(profileKey);
    expect(await openPassphraseSlot('v', slot, 'cafe at the quay')).toBeNull();
    expect(await openPassphraseSlot('w', slot, 'caf\u00e9 at the quay')).toBeNull();
  });

  it('open with the recovery key of this vault, and no other', async () => {
    const recoveryKey = randomBytes(20);
    const slot = await recoverySlot('v', profileKey, recoveryKey);
    expect(await openRecoverySlot('v', slot, recoveryKey)).toEqual(profileKey);
    expect(await openRecoverySlot('w', slot, recoveryKey)).toBeNull();
    expect(await openRecoverySlot('v', slot, randomBytes(20))).toBeNull();
  });

  it('refuse parameters that are lowered or absurd before using them', async () => {
    const slot = await passphraseSlot('v', profileKey, 'x', QUICK);
    expect(keyslot.safeParse(slot).success).toBe(true);
    const outOfBounds = [
      { memoryKiB: 65_535 },
      { memoryKiB: 4_294_967_295 },
      { passes: 2 },
      { passes: 65 },
      { lanes: 0 },
      { lanes: 5 },
      { passes: 3.5 },
    ];
    for (const other of outOfBounds)
      expect(keyslot.safeParse({ ...slot, argon: { ...QUICK, ...other } }).success).toBe(false);
    expect(keyslot.safeParse({ ...slot, extra: 1 }).success).toBe(false);
  });

  it('are bound to their parameters: changed within the bounds, they do not open', async () => {
    const slot = await passphraseSlot('v', profileKey, 'x', { ...QUICK, passes: 4 });
    expect(await openPassphraseSlot('v', { ...slot, argon: QUICK }, 'x')).toBeNull();
  });

  it('are calibrated to about a second, and never below three passes', () => {
    expect([100, 300, 1_000, 5_000].map((ms) => argonFor(ms).passes)).toEqual([16, 10, 3, 3]);
    expect(argonFor(1).memoryKiB).toBe(65_536);
  });
});

describe('a profile', () => {
  it('opens under its key and for its own vault only', async () => {
    const key = randomBytes(32);
    const profile = await newProfile('v', { name: 'Jo', post: 'secretary', country: 'GB' });
    const sealed = await sealProfile(key, profile);
    expect(await openProfile(key, 'v', sealed)).toEqual(profile);
    expect(await openProfile(key, 'w', sealed)).toBeNull();
    expect(await openProfile(randomBytes(32), 'v', sealed)).toBeNull();
  });
});

/** After a renewal: every row that is written from then on, tried with every key that the old recovery sheet leads to. */
import { describe, expect, it } from 'vitest';
import { importKey } from '../aes-key.ts';
import { fromHex, owned } from '../bytes.ts';
import { headerSigned, readHeader } from '../header.ts';
import { KEY_NAMES, type RawKey, unwrapKeys } from '../keys.ts';
import { type ProfileSecret, openProfile } from '../profile.ts';
import { type Place, unseal } from '../sealing.ts';
import { type Disk, copyOf } from '../test-kit.ts';
import { profileKeyOf } from '../ways-in.ts';
import { deskOf, person, valueOf } from './test-kit.ts';

const jo = deskOf('Jo Example', 'GB');

interface Reached {
  readonly profile: ProfileSecret;
  readonly keys: readonly RawKey[];
}

/** What a recovery key leads to in a key file. */
async function reachedFrom(file: Uint8Array, recoveryKey: string): Promise<Reached> {
  const { body } = valueOf(readHeader(file));
  const key = valueOf(await profileKeyOf(body, { recoveryKey }));
  const profile = await openProfile(key, body.vaultId, body.profile);
  const keys = profile && (await unwrapKeys(profile.identity, fromHex(body.keys)));
  if (!keys) throw new Error('the key file does not open');
  return { profile, keys };
}

/** How many seals of the store open with one of these keys, whatever epoch and compartment it was for. */
async function opened(disk: Disk, keys: readonly RawKey[]): Promise<number> {
  const imported = await Promise.all(keys.map(({ raw }) => importKey(owned(raw))));
  let count = 0;
  const tryAll = async (place: Place, bytes: Uint8Array) => {
    for (const key of imported) if (await unseal(key, place, owned(bytes))) count += 1;
  };
  for (const [vaultId, { pages, commits }] of disk.stores) {
    const whole = { vault: vaultId, chunk: 0, last: true };
    for (const { key: row, epoch, generation, bytes } of pages.values())
      for (const compartment of KEY_NAMES) {
        const place = { table: 'pages', compartment, epoch, generation, row, sequence: 0 } as const;
        await tryAll({ ...whole, ...place }, bytes);
      }
    for (const { sequence, generation, parts } of commits.values())
      for (const { compartment, epoch, bytes } of parts) {
        const place = { table: 'commits', compartment, epoch, generation, row: 'part' } as const;
        await tryAll({ ...whole, ...place, sequence }, bytes);
      }
  }
  return count;
}

describe('after a renewal', () => {
  it('no row of the store opens with a key of before, and no key file of before is believed', async () => {
    const { ask, keep, disk, session, recoveryKey: oldKey } = await jo('2026-03-01');
    await keep(person('Anna'));
    const old = copyOf(disk);
    const present = { slot: 'recovery', recoveryKey: oldKey } as const;
    const passphrase = 'nine grey herons under the weir';
    const wanted = { present, passphrase, shares: null, handOverTo: null };
    const { recoveryKey, ask: group } = valueOf(await ask('renewal.begin', wanted));
    valueOf(await ask('renewal.finish', { group, typed: recoveryKey[group] ?? '' }));
    await keep(person('Berta'));
    valueOf(await session.close());

    const [newFile = new Uint8Array()] = disk.headers;
    const after = await reachedFrom(newFile, recoveryKey.join(' '));
    for (const oldFile of old.headers) {
      const before = await reachedFrom(oldFile, oldKey);
      expect(await opened(disk, before.keys)).toBe(0);
      // The control: they open the store of their time, and the new keys that of today.
      expect(await opened(old, before.keys)).toBeGreaterThan(0);
      expect(await opened(disk, after.keys)).toBeGreaterThan(1);

      const header = valueOf(readHeader(oldFile));
      expect(headerSigned(header, before.profile.roster)).toBe(true);
      expect(headerSigned(header, after.profile.roster)).toBe(false);
      // Nor is the new key file for the profile of before.
      const { body } = valueOf(readHeader(newFile));
      expect(await unwrapKeys(before.profile.identity, fromHex(body.keys))).toBeNull();
    }
  });
});

/** The ways into a vault: how the profile key is got out of a header's keyslots. */
import { type Result, fail, ok } from '../domain/errors.ts';
import type { Bytes } from './bytes.ts';
import { type Keyslot, openPassphraseSlot, openRecoverySlot } from './keyslots.ts';
import { readRecoveryKey } from './recovery-key.ts';
import { type Share, openByShares } from './shares.ts';

export type Opener =
  | { readonly passphrase: string }
  | { readonly recoveryKey: string }
  | { readonly shares: readonly Share[] };

/** Of a header, what its keyslots need. */
export interface SlotsOf {
  readonly vaultId: string;
  readonly slots: readonly Keyslot[];
}

/**
 * The profile key out of a header. Errors: vault/passphrase-wrong, vault/recovery-wrong, those of openByShares. To be
 * asked of both generations of a header, which is why it remembers what a second of Argon2 has answered.
 */
export type OpenSlots = (header: SlotsOf) => Promise<Result<Bytes>>;

/** Errors: vault/recovery-misread, with the number of the group. */
export function openerOf(opener: Opener): Result<OpenSlots> {
  if ('passphrase' in opener) return ok(byPassphrase(opener.passphrase));
  if ('shares' in opener) return ok((header) => openByShares(header, opener.shares));
  const secret = readRecoveryKey(opener.recoveryKey);
  return secret.ok ? ok(byRecoveryKey(secret.value)) : secret;
}

/** The profile key by one of the ways into this header. Errors: those of openerOf and OpenSlots. */
export async function profileKeyOf(header: SlotsOf, opener: Opener): Promise<Result<Bytes>> {
  const open = openerOf(opener);
  return open.ok ? open.value(header) : open;
}

function byPassphrase(passphrase: string): OpenSlots {
  const known = new Map<string, Bytes | null>();
  return async ({ vaultId, slots }) => {
    for (const slot of slots) {
      if (slot.kind !== 'passphrase') continue;
      // Both generations hold the same slot nearly always; it takes a second, so it is opened once.
      const name = `${vaultId} ${slot.salt} ${slot.sealed} ${JSON.stringify(slot.argon)}`;
      const key = known.has(name)
        ? known.get(name)
        : await openPassphraseSlot(vaultId, slot, passphrase);
      known.set(name, key ?? null);
      if (key) return ok(key);
    }
    return fail('vault/passphrase-wrong');
  };
}

function byRecoveryKey(secret: Bytes): OpenSlots {
  return async ({ vaultId, slots }) => {
    for (const slot of slots) {
      if (slot.kind !== 'recovery') continue;
      const key = await openRecoverySlot(vaultId, slot, secret);
      if (key) return ok(key);
    }
    return fail('vault/recovery-wrong');
  };
}

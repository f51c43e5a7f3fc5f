/**
 * New ways into a vault whose old ones somebody may know, or whose office is handed over. They are made first, so that the
 * new recovery sheet can be printed and typed back; nothing is in force before the session has renewed itself with them.
 */
import type { Post } from '../domain/posts.ts';
import { type Bytes, randomBytes, wipe } from './bytes.ts';
import type { Renewal } from './custody.ts';
import { type Argon, type Keyslot, passphraseSlot, recoverySlot } from './keyslots.ts';
import type { Session } from './open-session.ts';
import { renewProfile, sealProfile } from './profile.ts';
import { newRecoveryKey } from './recovery-key.ts';
import { type Share, makeShares } from './shares.ts';

export interface NewWaysWanted {
  readonly vaultId: string;
  readonly passphrase: string;
  readonly argon: Argon;
  /** null: no officer holds a share from now on. */
  readonly shares: {
    readonly set: number;
    readonly threshold: number;
    readonly count: number;
  } | null;
}

export interface NewWays {
  readonly profileKey: Bytes;
  readonly slots: readonly Keyslot[];
  /** The new recovery key's groups, to be printed. */
  readonly recoveryKey: readonly string[];
  readonly shares: readonly Share[];
}

/** Makes a profile key and its slots, in memory. Takes about a second, for the passphrase. */
export async function makeNewWays(wanted: NewWaysWanted): Promise<NewWays> {
  const { vaultId, passphrase, argon } = wanted;
  const profileKey = randomBytes(32);
  const recovery = newRecoveryKey();
  const made = wanted.shares && (await makeShares(vaultId, profileKey, wanted.shares));
  const slots = [
    await passphraseSlot(vaultId, profileKey, passphrase, argon),
    await recoverySlot(vaultId, profileKey, recovery.secret),
    ...(made ? [made.slot] : []),
  ];
  wipe(recovery.secret);
  return { profileKey, slots, recoveryKey: recovery.groups, shares: made?.shares ?? [] };
}

/**
 * The renewal that opens in these ways, for `session.renew` to ask for: what the keys of today sign after this is not
 * believed. Whoever asked wipes the profile key.
 */
export async function renewalOf(
  { profileKey, slots }: NewWays,
  owner: { readonly name: string; readonly post: Post; readonly country: string },
  { profile, state }: Pick<Session, 'profile' | 'state'>,
): Promise<Renewal> {
  const renewed = await renewProfile(profile.secret(), owner, state.revision);
  const sealedProfile = await sealProfile(profileKey, renewed);
  return { profile: renewed, sealedProfile, slots };
}

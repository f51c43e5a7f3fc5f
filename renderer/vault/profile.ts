/** An officer's profile: the private half that the keyslots guard, and whom it believes. */
import { z } from 'zod';
import { type Post, post } from '../domain/posts.ts';
import { importKey } from './aes-key.ts';
import { type Bytes, fromHex, fromUtf8, toHex, utf8, wipe } from './bytes.ts';
import { newIdentity } from './keys.ts';
import { type Place, seal, unseal } from './sealing.ts';
import { newSigningKey } from './signing.ts';

const key = z.string().regex(/^[0-9a-f]{64}$/);

const profileSecret = z.strictObject({
  vaultId: z.string(),
  name: z.string().min(1).max(200),
  post,
  country: z.string().regex(/^[A-Z]{2}$/),
  /** age identity and recipient, hybrid post-quantum. */
  identity: z.string().min(20).max(4_000),
  recipient: z.string().min(20).max(4_000),
  /** Ed25519, hex. */
  seed: key,
  verifyKey: key,
  /** Verification keys of the profiles whose headers, roots and commits are believed; the own one among them. */
  roster: z.array(key).min(1),
  /**
   * Keys that this profile had before it was renewed. They are believed of commits up to a sequence, never of a header
   * or a root; their identities open backups that could not be reached when they were renewed.
   */
  former: z
    .array(
      z.strictObject({
        verifyKey: key,
        through: z.number().int().min(0),
        identity: z.string().min(20).max(4_000),
      }),
    )
    .default([]),
});
export type ProfileSecret = z.infer<typeof profileSecret>;

/** Whose signatures are believed. */
export type Signers = Pick<ProfileSecret, 'roster'> & {
  readonly former: readonly Pick<ProfileSecret['former'][number], 'verifyKey' | 'through'>[];
};

/** Whether a commit of this sequence may have been signed by this author (hex). */
export function mayHaveSigned(
  { roster, former }: Signers,
  author: string,
  sequence: number,
): boolean {
  return (
    roster.includes(author) ||
    former.some(({ verifyKey, through }) => verifyKey === author && sequence <= through)
  );
}

/** Makes the keys of a new officer, who believes only himself. */
export async function newProfile(
  vaultId: string,
  owner: { name: string; post: Post; country: string },
): Promise<ProfileSecret> {
  const { seed, verifyKey } = newSigningKey();
  const profile = {
    vaultId,
    ...owner,
    ...(await newIdentity()),
    seed: toHex(seed),
    verifyKey: toHex(verifyKey),
    roster: [toHex(verifyKey)],
    former: [],
  };
  wipe(seed);
  return profile;
}

/**
 * The same officer, or the one who takes over, with fresh keys. The keys before are believed of commits up to `through`
 * only, so that whoever got hold of them writes nothing that counts.
 */
export async function renewProfile(
  old: ProfileSecret,
  owner: { name: string; post: Post; country: string },
  through: number,
): Promise<ProfileSecret> {
  const { vaultId, verifyKey, identity, former } = old;
  const fresh = await newProfile(vaultId, owner);
  return { ...fresh, former: [...former, { verifyKey, through, identity }] };
}

/** Seals a profile under the profile key that every keyslot holds. */
export async function sealProfile(profileKey: Bytes, profile: ProfileSecret): Promise<string> {
  const plain = utf8(JSON.stringify(profile));
  const sealed = await seal(await importKey(profileKey), placeOf(profile.vaultId), plain);
  wipe(plain);
  return toHex(sealed);
}

/** null: changed, of another vault, or not under this key. */
export async function openProfile(
  profileKey: Bytes,
  vaultId: string,
  sealed: string,
): Promise<ProfileSecret | null> {
  const plain = await unseal(await importKey(profileKey), placeOf(vaultId), fromHex(sealed));
  if (!plain) return null;
  const parsed = profileSecret.safeParse(JSON.parse(fromUtf8(plain)));
  wipe(plain);
  return parsed.success && parsed.data.vaultId === vaultId ? parsed.data : null;
}

function placeOf(vault: string): Place {
  return {
    vault,
    table: 'header',
    compartment: 'profile',
    epoch: 0,
    generation: 0,
    row: 'profile',
    sequence: 0,
    chunk: 0,
    last: true,
  };
}

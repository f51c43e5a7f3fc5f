/** Whether there is a vault, and how one is made; how it is opened is in unlock.ts. */
import { SHIPPED_MATRIX, compartmentsFor } from '../domain/access.ts';
import { type Failure, type Result, fail, ok } from '../domain/errors.ts';
import type { Post } from '../domain/posts.ts';
import type { Group } from '../domain/sharing.ts';
import { fromHex, randomBytes, toHex, wipe } from './bytes.ts';
import { type HeaderBody, readGenerations } from './header.ts';
import type { KeyFilePort } from './host-port.ts';
import { type Keyring, freshKeys, keyringOf, namesFor, wrapKeys } from './keys.ts';
import { type Argon, calibrateArgon, passphraseSlot, recoverySlot } from './keyslots.ts';
import { FIRST_LINK } from './log.ts';
import { type ProfileSecret, newProfile, sealProfile } from './profile.ts';
import { newRecoveryKey } from './recovery-key.ts';
import { sealRoot } from './root.ts';
import { makeSearch } from './search.ts';
import { type Session, openSession } from './open-session.ts';
import { makeState } from './state.ts';
import { makeTrail } from './trail.ts';
import { type VaultPlaces, reached } from './unlock.ts';

export { type Damaged, type OwnProfile, type VaultPlaces, unlockVault } from './unlock.ts';
export type { Opener } from './ways-in.ts';

export type Inspected =
  | { readonly state: 'none' }
  | {
      readonly state: 'locked' | 'store-missing';
      readonly vaultName: string;
      readonly vaultId: string;
    }
  | { readonly state: 'header-damaged' };

/** Looks without making or changing anything. Errors: vault/header-newer, vault/store-closed, those of the host's disk. */
export async function inspectVault({ host, stores }: VaultPlaces): Promise<Result<Inspected>> {
  const files = await host.headerRead();
  if (!files.ok) return files;
  const headers = readGenerations(files.value);
  if (!headers.ok) {
    if (headers.error.code === 'vault/none') return ok({ state: 'none' });
    if (headers.error.code === 'vault/header-damaged') return ok({ state: 'header-damaged' });
    return headers;
  }
  const { vaultId, vaultName } = headers.value[0].body;
  const there = await reached(stores.exists(vaultId));
  if (!there.ok) return there;
  return ok({ state: there.value ? 'locked' : 'store-missing', vaultName, vaultId });
}

export interface NewVault {
  readonly vaultName: string;
  /** The first record of the vault. */
  readonly group: Group;
  readonly owner: { name: string; post: Post; country: string };
  readonly passphrase: string;
}

/** A vault whose keys exist in memory only. */
export interface PreparedVault {
  /** The recovery key's groups, to be printed. */
  readonly recoveryKey: readonly string[];
  /**
   * Makes the store durable, then the header. Errors: vault/exists, vault/read-only, those of the host's disk; nothing
   * is left behind then.
   */
  finish(now: number): Promise<Result<Session>>;
}

/**
 * Makes all keys; nothing is durable yet. Takes about two seconds, for the passphrase.
 * Errors: vault/exists. `argon` is calibrated to about a second on this machine unless given.
 */
export async function prepareVault(
  places: VaultPlaces,
  { vaultName, group, owner, passphrase }: NewVault,
  argon?: Argon,
): Promise<Result<PreparedVault>> {
  const free = await nothingHere(places.host);
  if (!free.ok) return free;
  const vaultId = toHex(randomBytes(16));
  const profile = await newProfile(vaultId, owner);
  const profileKey = randomBytes(32);
  const recovery = newRecoveryKey();
  // A new vault holds the keys of what its owner's post may open, as shipped (clause ACCESS).
  const raw = freshKeys(namesFor(compartmentsFor(owner.post, SHIPPED_MATRIX)));
  const parameters = argon ?? (await calibrateArgon(() => performance.now()));
  const header: HeaderBody = {
    vaultId,
    vaultName,
    generation: 1,
    device: toHex(randomBytes(8)),
    slots: [
      await passphraseSlot(vaultId, profileKey, passphrase, parameters),
      await recoverySlot(vaultId, profileKey, recovery.secret),
    ],
    profile: await sealProfile(profileKey, profile),
    keys: toHex(await wrapKeys(profile.recipient, raw)),
    floor: { sequence: 0, link: FIRST_LINK },
  };
  const keys = await keyringOf(raw);
  wipe(profileKey, recovery.secret);
  return ok({
    recoveryKey: recovery.groups,
    finish: (now) => makeDurable(places, { header, profile, keys }, group, now),
  });
}

interface Made {
  readonly header: HeaderBody;
  readonly profile: ProfileSecret;
  readonly keys: Keyring;
}

async function makeDurable(
  { host, stores }: VaultPlaces,
  { header, profile, keys }: Made,
  group: Group,
  now: number,
): Promise<Result<Session>> {
  const { vaultId } = header;
  const free = await nothingHere(host);
  if (!free.ok) return free;
  const head = { sequence: 0, link: FIRST_LINK, counter: 0 };
  const root = { vaultId, generation: 0, head, at: now, previous: '', nextPage: 1, pages: [] };
  const sealed = await sealRoot(keys, fromHex(profile.seed), root);
  const giveUp = async (error: Failure): Promise<Result<Session>> => {
    try {
      await stores.remove(vaultId);
    } catch {
      // A disk that refuses this too leaves a store that no header names.
    }
    return { ok: false, error };
  };
  let store;
  try {
    store = await stores.open(vaultId);
    await store.fold({ put: [sealed.row], drop: [], through: 0, draftsBefore: 0 });
  } catch {
    // The disk is full or the profile folder is read-only.
    store?.close();
    return giveUp({ code: 'vault/read-only' });
  }
  const search = makeSearch();
  const loaded = {
    root,
    rootSignature: sealed.signature,
    head,
    state: makeState(search),
    search,
    trail: makeTrail(),
    since: { commits: 0, bytes: 0 },
    damage: null,
  };
  const session = openSession({ host, store, keys, profile, header, loaded, alike: false });
  const first = await session.commit(
    [{ id: group.id, before: null, after: group }],
    'created',
    now,
  );
  // The store is durable before the header names it: a header never promises what is not there.
  const written = first.ok ? await session.writeFloor() : first;
  // A key file that took its name and whose folder could not be synced is there, whatever was answered.
  if (written.ok || (await isHere(host, vaultId))) return ok(session);
  store.close();
  return giveUp(written.error);
}

/** Whether the key file names this vault. */
async function isHere(host: KeyFilePort, vaultId: string): Promise<boolean> {
  const files = await host.headerRead();
  const headers = files.ok && readGenerations(files.value);
  return headers && headers.ok && headers.value[0].body.vaultId === vaultId;
}

async function nothingHere(host: KeyFilePort): Promise<Result<null>> {
  const files = await host.headerRead();
  if (!files.ok) return files;
  return files.value.length === 0 ? ok(null) : fail('vault/exists');
}

/** Whether there is a vault, how one is made, and how it is opened. */
import { type Failure, type Result, fail, ok } from '../domain/errors.ts';
import type { Post } from '../domain/posts.ts';
import type { Group } from '../domain/sharing.ts';
import { fromHex, randomBytes, toHex, wipe } from './bytes.ts';
import { type Header, type HeaderBody, headerSigned, readGenerations } from './header.ts';
import type { KeyFilePort } from './host-port.ts';
import { type Keyring, freshKeys, keyringOf, unwrapKeys, wrapKeys } from './keys.ts';
import { type Argon, calibrateArgon, passphraseSlot, recoverySlot } from './keyslots.ts';
import { type Loaded, loadStore } from './load.ts';
import { FIRST_LINK } from './log.ts';
import { type ProfileSecret, newProfile, openProfile, sealProfile } from './profile.ts';
import { newRecoveryKey } from './recovery-key.ts';
import { sealRoot } from './root.ts';
import { salvageStore } from './salvage.ts';
import { makeSearch } from './search.ts';
import { type Session, openSession } from './open-session.ts';
import { makeState } from './state.ts';
import type { Store, Stores } from './store.ts';
import { makeTrail } from './trail.ts';
import { type OpenSlots, type Opener, openerOf } from './ways-in.ts';

export type { Opener } from './ways-in.ts';

/** Where a vault lives: the header with the host, the store in the browser. */
export interface VaultPlaces {
  readonly host: KeyFilePort;
  readonly stores: Stores;
}

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
  const raw = freshKeys();
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

/** What to do with a store that is damaged or older than it should be: refuse it, or open it to be looked at. */
export type Damaged = 'refuse' | 'read-only';

/**
 * Opens the vault and checks all of it before any of it is believed.
 * Errors: vault/none, vault/header-damaged, vault/header-newer, vault/header-forged, vault/passphrase-wrong,
 * vault/recovery-misread (detail: group), vault/recovery-wrong, those of shares.ts, vault/store-missing, vault/store-damaged,
 * vault/store-newer, vault/store-rolled-back, vault/store-closed, those of the host's disk.
 */
export async function unlockVault(
  { host, stores }: VaultPlaces,
  opener: Opener,
  damaged: Damaged = 'refuse',
): Promise<Result<Session>> {
  const files = await host.headerRead();
  if (!files.ok) return files;
  const headers = readGenerations(files.value);
  if (!headers.ok) return headers;
  const tries = openerOf(opener);
  if (!tries.ok) return tries;
  const { vaultId } = headers.value[0].body;
  const ahead = readAhead(stores, vaultId);
  // Its reads are under way before the keys take this thread for themselves.
  await ahead;
  let failure: Result<never> | null = null;
  for (const header of headers.value) {
    const opened = await openHeader(header, tries.value);
    if (opened.ok) {
      // A generation that could not be opened may have been the newest: the next one written goes above all.
      const generation = Math.max(...headers.value.map(({ body }) => body.generation));
      const alike = headers.value.every(({ body }) => sameWaysIn(body, header.body));
      const isThis = header.body.vaultId === vaultId;
      const rows = isThis ? ahead : readAhead(stores, header.body.vaultId);
      if (!isThis) letGo(ahead);
      return openVault(host, rows, { ...opened.value, generation, alike }, damaged);
    }
    failure ??= opened;
  }
  letGo(ahead);
  return failure ?? fail('vault/header-damaged');
}

interface OpenedHeader {
  readonly header: HeaderBody;
  readonly profile: ProfileSecret;
  readonly keys: Keyring;
}

/** Errors: those of the slots; vault/header-forged. */
async function openHeader(header: Header, slots: OpenSlots): Promise<Result<OpenedHeader>> {
  const { body } = header;
  const profileKey = await slots(body);
  if (!profileKey.ok) return profileKey;
  const profile = await openProfile(profileKey.value, body.vaultId, body.profile);
  if (!profile || !headerSigned(header, profile.roster)) return fail('vault/header-forged');
  const raw = await unwrapKeys(profile.identity, fromHex(body.keys));
  if (!raw) return fail('vault/header-forged');
  return ok({ header: body, profile, keys: await keyringOf(raw) });
}

interface Generations {
  /** The highest number of them. */
  readonly generation: number;
  readonly alike: boolean;
}

/** Whether two headers open in the same ways and give the same keys. */
function sameWaysIn(one: HeaderBody, other: HeaderBody): boolean {
  const ways = ({ slots, profile, keys }: HeaderBody) => JSON.stringify([slots, profile, keys]);
  return ways(one) === ways(other);
}

/** A store with its rows on their way. */
type Ahead = Promise<
  Result<{ readonly store: Store; readonly rows: Pick<Store, 'pages' | 'commits'> }>
>;

/**
 * Reads the sealed rows while the keys are still being worked out. Errors: vault/store-closed, vault/store-missing,
 * vault/store-damaged.
 */
async function readAhead(stores: Stores, vaultId: string): Ahead {
  const there = await reached(stores.exists(vaultId));
  if (!there.ok) return there;
  if (!there.value) return fail('vault/store-missing');
  const store = await openOrNull(stores, vaultId);
  if (!store) return fail('vault/store-damaged', { what: 'database' });
  const [pages, commits] = [store.pages(), store.commits()];
  // Whoever loads them hears of it when they fail; nobody does when no key opens.
  for (const rows of [pages, commits]) rows.catch(() => null);
  return ok({ store, rows: { pages: () => pages, commits: () => commits } });
}

/** Closes what was read for nothing. */
function letGo(ahead: Ahead): void {
  void ahead.then((read) => read.ok && read.value.store.close());
}

async function openVault(
  host: KeyFilePort,
  ahead: Ahead,
  { header, profile, keys, generation, alike }: OpenedHeader & Generations,
  damaged: Damaged,
): Promise<Result<Session>> {
  const { vaultId, floor } = header;
  const read = await ahead;
  if (!read.ok) return read;
  const { store, rows } = read.value;
  const believed = { vaultId, signers: profile, floor };
  let loaded: Result<Loaded> = await loadStore(rows, keys, believed);
  // Of a store that a later program wrote, what could be read would not be all.
  if (!loaded.ok && damaged === 'read-only' && loaded.error.code !== 'vault/store-newer')
    loaded = await salvageStore(rows, keys, believed, loaded.error);
  if (!loaded.ok) {
    store.close();
    return loaded;
  }
  return ok(
    openSession({
      host,
      store,
      keys,
      profile,
      header: { ...header, generation },
      loaded: loaded.value,
      alike,
    }),
  );
}

/** null: the database is there and cannot be opened. */
async function openOrNull(stores: Stores, vaultId: string): Promise<Store | null> {
  try {
    return await stores.open(vaultId);
  } catch {
    // IndexedDB names its reasons for the log of the browser, not for a person: whichever it is, nothing was changed.
    return null;
  }
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

/** On a full disk the browser cannot even open what is there. Errors: vault/store-closed. */
async function reached<T>(work: Promise<T>): Promise<Result<T>> {
  try {
    return ok(await work);
  } catch {
    return fail('vault/store-closed');
  }
}

/** How a vault is opened: its key file, generation by generation, and then all that is in its store. */
import { type Failure, type Result, fail, ok } from '../domain/errors.ts';
import { fromHex } from './bytes.ts';
import { type Header, type HeaderBody, headerSigned, readGenerations } from './header.ts';
import type { KeyFilePort } from './host-port.ts';
import { type Keyring, keyringOf, unwrapKeys } from './keys.ts';
import { type Believed, loadStore } from './load.ts';
import { type Opening, type Session, openSession } from './open-session.ts';
import { type ProfileSecret, openProfile } from './profile.ts';
import { salvageStore } from './salvage.ts';
import type { Store, Stores } from './store.ts';
import { type Opener, openerOf } from './ways-in.ts';

/** Where a vault lives: the header with the host, the store in the browser. */
export interface VaultPlaces {
  readonly host: KeyFilePort;
  readonly stores: Stores;
}

/** What to do with a store that is damaged or older than it should be: refuse it, or open it to be looked at. */
export type Damaged = 'refuse' | 'read-only';

/** The profile itself, for a copy of its vault that opens in other ways than those that are known. */
export interface OwnProfile {
  readonly profile: ProfileSecret;
}

/**
 * Opens the vault and checks all of it before any of it is believed. The earlier generation of the header is tried when
 * the newest one does not open, and when the store does not open with its keys: a restoring that was cut off has named
 * rows that never came.
 * Errors: vault/none, vault/header-damaged, vault/header-newer, vault/header-forged, vault/passphrase-wrong,
 * vault/recovery-misread (detail: group), vault/recovery-wrong, those of shares.ts, vault/store-missing, vault/store-damaged,
 * vault/store-newer, vault/store-rolled-back, vault/store-closed, those of the host's disk.
 */
export async function unlockVault(
  { host, stores }: VaultPlaces,
  opener: Opener | OwnProfile,
  damaged: Damaged = 'refuse',
): Promise<Result<Session>> {
  const files = await host.headerRead();
  if (!files.ok) return files;
  const headers = readGenerations(files.value);
  if (!headers.ok) return headers;
  const asking = profilesBy(opener);
  if (!asking.ok) return asking;
  const { vaultId } = headers.value[0].body;
  const ahead = readAhead(stores, vaultId);
  // Its reads are under way before the keys take this thread for themselves.
  await ahead;
  let failure: Result<never> | null = null;
  let unloaded: Unloaded | null = null;
  for (const header of headers.value) {
    // The same keys would open the same.
    if (unloaded?.keys === header.body.keys) break;
    const opened = await openHeader(header, asking.value);
    if (!opened.ok) {
      failure ??= opened;
      continue;
    }
    const rows = header.body.vaultId === vaultId ? ahead : readAhead(stores, header.body.vaultId);
    const tried = await openStore(host, await rows, opened.value, headers.value);
    if (rows !== ahead) letGo(ahead);
    if (tried.ok) return tried;
    unloaded ??= tried;
    if (tried.error.code !== 'vault/store-damaged') break;
  }
  if (damaged === 'read-only' && unloaded?.salvage) return unloaded.salvage();
  if (unloaded) {
    unloaded.close();
    return { ok: false, error: unloaded.error };
  }
  letGo(ahead);
  return failure ?? fail('vault/header-damaged');
}

/** The profile that a header is for. */
type AskProfile = (header: HeaderBody) => Promise<Result<ProfileSecret>>;

/** Errors: those of openerOf; of what is answered: those of the slots, vault/header-forged. */
function profilesBy(opener: Opener | OwnProfile): Result<AskProfile> {
  if ('profile' in opener) {
    const { profile } = opener;
    return ok(async ({ vaultId }) =>
      vaultId === profile.vaultId ? ok(profile) : fail('vault/header-forged'),
    );
  }
  const slots = openerOf(opener);
  if (!slots.ok) return slots;
  return ok(async (header) => {
    const profileKey = await slots.value(header);
    if (!profileKey.ok) return profileKey;
    const profile = await openProfile(profileKey.value, header.vaultId, header.profile);
    return profile ? ok(profile) : fail('vault/header-forged');
  });
}

interface OpenedHeader {
  readonly header: HeaderBody;
  readonly profile: ProfileSecret;
  readonly keys: Keyring;
}

/** Errors: those of the slots; vault/header-forged. */
async function openHeader(header: Header, profileOf: AskProfile): Promise<Result<OpenedHeader>> {
  const { body } = header;
  const profile = await profileOf(body);
  if (!profile.ok) return profile;
  if (!headerSigned(header, profile.value.roster)) return fail('vault/header-forged');
  const raw = await unwrapKeys(profile.value.identity, fromHex(body.keys));
  if (!raw) return fail('vault/header-forged');
  return ok({ header: body, profile: profile.value, keys: await keyringOf(raw) });
}

/** Whether two headers open in the same ways and give the same keys. */
function sameWaysIn(one: HeaderBody, other: HeaderBody): boolean {
  const ways = ({ slots, profile, keys }: HeaderBody) => JSON.stringify([slots, profile, keys]);
  return ways(one) === ways(other);
}

/** A store with its rows on their way. */
interface Reading {
  readonly store: Store;
  readonly rows: Pick<Store, 'pages' | 'commits'>;
}
type Ahead = Promise<Result<Reading>>;

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

/** A store that is not believed. */
interface Unloaded {
  readonly ok: false;
  readonly error: Failure;
  /** Those of the header that it was opened with. */
  readonly keys: string;
  /** Opens what of it can be read, to be looked at. null: nothing is to be had of it. */
  readonly salvage: (() => Promise<Result<Session>>) | null;
  close(): void;
}

/** Errors: those of readAhead and of loadStore. */
async function openStore(
  host: KeyFilePort,
  read: Result<Reading>,
  { header, profile, keys }: OpenedHeader,
  generations: readonly Header[],
): Promise<{ readonly ok: true; readonly value: Session } | Unloaded> {
  const tried = { keys: header.keys };
  if (!read.ok) return { ...read, ...tried, salvage: null, close: () => {} };
  const { store, rows } = read.value;
  const believed: Believed = { vaultId: header.vaultId, signers: profile, floor: header.floor };
  // A generation that could not be opened may have been the newest: the next one written goes above all.
  const generation = Math.max(...generations.map(({ body }) => body.generation));
  const alike = generations.every(({ body }) => sameWaysIn(body, header));
  const sessionOf = (loaded: Opening['loaded']) =>
    openSession({ host, store, keys, profile, header: { ...header, generation }, loaded, alike });
  const loaded = await loadStore(rows, keys, believed);
  if (loaded.ok) return { ok: true, value: sessionOf(loaded.value) };
  const { error } = loaded;
  const salvage = async (): Promise<Result<Session>> => {
    const salvaged = await salvageStore(rows, keys, believed, error);
    if (salvaged.ok) return ok(sessionOf(salvaged.value));
    store.close();
    return salvaged;
  };
  // Of a store that a later program wrote, what could be read would not be all.
  const isNewer = error.code === 'vault/store-newer';
  const close = () => store.close();
  return { ok: false, error, ...tried, salvage: isNewer ? null : salvage, close };
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

/** On a full disk the browser cannot even open what is there. Errors: vault/store-closed. */
export async function reached<T>(work: Promise<T>): Promise<Result<T>> {
  try {
    return ok(await work);
  } catch {
    return fail('vault/store-closed');
  }
}

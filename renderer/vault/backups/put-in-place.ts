/** Putting an opened backup in the place of what is here, so that whatever cuts it off leaves one of the two whole. */
import { type Result, fail, ok } from '../../domain/errors.ts';
import { type Bytes, owned, wipe } from '../bytes.ts';
import { type HeaderBody, readHeader, writeHeader } from '../header.ts';
import { FIRST_LINK } from '../log.ts';
import type { Rows } from '../memory-store.ts';
import type { Session } from '../open-session.ts';
import type { Store } from '../store.ts';
import { type Opener, type VaultPlaces, unlockVault } from '../vault.ts';
import { type BackupSource, type BlobEntry, restoreBlobs } from './blob-files.ts';
import type { InMemory } from './in-memory.ts';

/** Sealed files that come back with a backup. */
export interface ComingFiles {
  readonly source: BackupSource;
  readonly blobs: BlobEntry[];
  /** Whether a database that does not open may be made anew: what is here could not be read before either. */
  readonly mayReplace: boolean;
}

/**
 * Attached files first, which take longest and change nothing. Where a vault is, its own key file is then written once
 * more, so that however often this is cut off and done again it is never the one that is pushed out; and above it the
 * key file of the restored one. Until the rows are there, all of them at once, the generation below still opens what was,
 * and what only it knew to be erased can be asked again. Then both generations. Where there is none, the rows come before
 * any: a key file never names what is not there.
 */
export async function putInPlace(
  places: VaultPlaces,
  restored: InMemory,
  coming: ComingFiles,
  opener: Opener,
): Promise<Result<Session>> {
  const { session, rows } = restored;
  const files = await places.host.headerRead();
  if (!files.ok) return files;
  const above = headersAbove(files.value, restored);
  const put = await putFiles(places, session.vaultId, coming);
  if (!put.ok) return put;
  // The first knows no floor: what is here may be behind it, and goes on as it was until the rows have come.
  const present = ownOfPresent(files.value);
  const before = [
    ...(present ? [present] : []),
    ...(files.value.length > 0 ? [above(1, NO_FLOOR)] : []),
  ];
  const named = await writeEach(places, before);
  if (!named.ok) return named;
  const replaced = await putRows(places, session.vaultId, rows);
  if (!replaced.ok) return replaced;
  const after = await writeEach(places, [above(2), above(3)]);
  return after.ok ? unlockVault(places, opener) : after;
}

const NO_FLOOR = { sequence: 0, link: FIRST_LINK };

async function writeEach({ host }: VaultPlaces, headers: readonly Bytes[]): Promise<Result<null>> {
  for (const bytes of headers) {
    const written = await host.headerWrite(bytes);
    if (!written.ok) return written;
  }
  return ok(null);
}

/** The newest key file of the vault that is here: those of restorings that were cut off know no floor. */
function ownOfPresent(files: readonly Uint8Array[]): Bytes | null {
  const own = files.find((bytes) => {
    const read = readHeader(bytes);
    return read.ok && read.value.body.floor.sequence > NO_FLOOR.sequence;
  });
  return own ? owned(own) : null;
}

/** The key file of what is restored, so many generations above all that is here. */
function headersAbove(
  files: readonly Uint8Array[],
  { session, header }: InMemory,
): (by: number, floor?: HeaderBody['floor']) => Bytes {
  const own = readHeader(header());
  if (!own.ok) throw new Error('the key file of an open backup cannot be read');
  const { body } = own.value;
  const here = files.flatMap((file) => {
    const read = readHeader(file);
    return read.ok ? [read.value.body.generation] : [];
  });
  const highest = Math.max(body.generation, ...here);
  return (by, floor = body.floor) => {
    const seed = session.profile.signKey();
    const written = writeHeader({ ...body, floor, generation: highest + by }, seed);
    wipe(seed);
    return written;
  };
}

/** Until the rows name them they are remnants, which are swept. */
function putFiles(
  { stores }: VaultPlaces,
  vaultId: string,
  { source, blobs, mayReplace }: ComingFiles,
): Promise<Result<null>> {
  return inStore(
    () => openOrAnew(stores, vaultId, mayReplace),
    (store) => restoreBlobs(store, source.beside, { vaultId, blobs }),
  );
}

function putRows({ stores }: VaultPlaces, vaultId: string, rows: Rows): Promise<Result<null>> {
  return inStore(
    () => stores.open(vaultId),
    async (store) => {
      await store.replace({ pages: [...rows.pages.values()], commits: [...rows.commits.values()] });
      return ok(null);
    },
  );
}

async function inStore(
  open: () => Promise<Store>,
  work: (store: Store) => Promise<Result<null>>,
): Promise<Result<null>> {
  try {
    const store = await open();
    try {
      return await work(store);
    } finally {
      store.close();
    }
  } catch {
    return fail('vault/store-closed');
  }
}

/** A database that did not open when it was compared either holds nothing that could be read. */
async function openOrAnew(
  stores: VaultPlaces['stores'],
  vaultId: string,
  mayReplace: boolean,
): Promise<Store> {
  try {
    return await stores.open(vaultId);
  } catch (reason) {
    if (!mayReplace) throw reason;
    await stores.remove(vaultId);
    return stores.open(vaultId);
  }
}

/** A backup opened in memory and checked as a vault is, before anything of it touches this computer's store. */
import { type Failure, type Result, fail, ok } from '../../domain/errors.ts';
import type { KeyFilePort } from '../host-port.ts';
import { type Rows, memoryStore, rowsOf } from '../memory-store.ts';
import type { Session } from '../open-session.ts';
import { type Opener, type OwnProfile, unlockVault } from '../vault.ts';
import type { ReadBackup } from './read.ts';

/** A vault in memory, as a backup holds it. */
export interface InMemory {
  readonly session: Session;
  readonly rows: Rows;
  /** The newest key file. */
  header(): Uint8Array;
}

/**
 * Opens a backup in memory and checks all of it: key file, root, pages, every link and signature of the chain.
 * Errors: those of the slots; backup/forged, backup/damaged, vault/header-newer.
 */
export async function openInMemory(
  { manifest, snapshot }: ReadBackup,
  opener: Opener | OwnProfile,
): Promise<Result<InMemory>> {
  const rows = rowsOf(snapshot);
  let headers: Uint8Array[] = [snapshot.header];
  const host: KeyFilePort = {
    headerRead: async () => ok(headers),
    async headerWrite(bytes) {
      headers = [bytes, ...headers].slice(0, 2);
      return ok(null);
    },
  };
  const stores = {
    exists: async () => true,
    open: async () => memoryStore(rows),
    remove: async () => {},
  };
  const opened = await unlockVault({ host, stores }, opener);
  if (!opened.ok) return { ok: false, error: asBackup(opened.error) };
  const session = opened.value;
  // The keyslots say whose vault it is; only the owner's own signature makes it the owner's backup.
  if (session.profile.card.verifyKey !== manifest.signer) return fail('backup/forged');
  const { head } = manifest;
  if (session.linkAt(head.sequence) !== head.link) return fail('backup/damaged');
  const chain = await session.verifyTrail();
  if (!chain.ok) return fail('backup/damaged');
  return ok({ session, rows, header: () => headers[0] ?? snapshot.header });
}

/** A page that does not open is damage of the backup, not of a store. */
function asBackup(error: Failure): Failure {
  if (error.code === 'vault/header-forged') return { code: 'backup/forged' };
  const damaged = /^vault\/(store-|header-damaged)/.test(error.code);
  return damaged ? { code: 'backup/damaged' } : error;
}

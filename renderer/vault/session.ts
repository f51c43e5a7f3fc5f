/** The vault as commands know it: over this computer's browser store. */
import { type Result, ok } from '../domain/errors.ts';
import type { BackupSource } from './backups/blob-files.ts';
import type { Progress } from './backups/format.ts';
import * as restore from './backups/restore.ts';
import { browserStores } from './database.ts';
import { readGenerations } from './header.ts';
import type { HostPort } from './host-port.ts';
import type { Session } from './open-session.ts';
import * as vault from './vault.ts';
import type { SlotsOf } from './ways-in.ts';

export type { Noted, Session } from './open-session.ts';
export type { PreparedVault, Opener } from './vault.ts';
export { type Restoring, lookAtBackup, replacesSomething } from './backups/restore.ts';

/** See vault.ts. */
export function inspectVault(host: HostPort): Promise<Result<vault.Inspected>> {
  return vault.inspectVault({ host, stores: browserStores });
}

/** The keyslots of the newest key file, which may still turn out to be forged. Errors: those of readGenerations. */
export async function newestSlots(host: HostPort): Promise<Result<SlotsOf>> {
  const files = await host.headerRead();
  const headers = files.ok ? readGenerations(files.value) : files;
  return headers.ok ? ok(headers.value[0].body) : headers;
}

/** See vault.ts. */
export function prepareVault(
  asked: vault.NewVault & { host: HostPort },
): Promise<Result<vault.PreparedVault>> {
  const { host, ...wanted } = asked;
  return vault.prepareVault({ host, stores: browserStores }, wanted);
}

/** See vault.ts. */
export function unlockVault(
  host: HostPort,
  opener: vault.Opener | vault.OwnProfile,
  damaged: vault.Damaged,
): Promise<Result<Session>> {
  return vault.unlockVault({ host, stores: browserStores }, opener, damaged);
}

/** See backups/restore.ts. */
export function openBackup(
  host: HostPort,
  source: BackupSource,
  opener: vault.Opener,
  progress: Progress,
): Promise<Result<restore.Restoring>> {
  return restore.openBackup({ host, stores: browserStores }, host, source, opener, progress);
}

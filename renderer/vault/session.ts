/** The vault as commands know it: over this computer's browser store. */
import type { Result } from '../domain/errors.ts';
import { browserStores } from './database.ts';
import type { HostPort } from './host-port.ts';
import type { Session } from './open-session.ts';
import * as vault from './vault.ts';

export type { Session } from './open-session.ts';
export type { PreparedVault } from './vault.ts';

/** See vault.ts. */
export function inspectVault(host: HostPort): Promise<Result<vault.Inspected>> {
  return vault.inspectVault({ host, stores: browserStores });
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
  opener: vault.Opener,
  damaged: vault.Damaged,
): Promise<Result<Session>> {
  return vault.unlockVault({ host, stores: browserStores }, opener, damaged);
}

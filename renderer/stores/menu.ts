/** What the host says without being asked: commands of the menu bar, and that it is about to lock. */
import type { MenuCommand } from '../../electron/contract.ts';

export type { MenuCommand } from '../../electron/contract.ts';

/** Calls back for every menu command; answers what stops it. */
export function listenToMenu(run: (command: MenuCommand) => void): () => void {
  return window.host.on('menu', run);
}

/** Asks the host, which is about to lock, for two seconds more. */
export function holdLock(): void {
  void window.host.ask('lockHold', null);
}

/** Calls back when the host is about to lock; the page has two seconds, and more when it asks for them. */
export function listenToLockSoon(run: () => void): () => void {
  return window.host.on('lockSoon', run);
}

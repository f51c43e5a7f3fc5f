import { backUpForLock } from '../../stores/backups.ts';
import { sealDrafts } from '../../stores/drafts.ts';
import { holdLock } from '../../stores/menu.ts';
import { routeNow } from '../../stores/navigation.ts';
import { savesDone } from '../../stores/records.ts';
import { coverScreen, lockVault } from '../../stores/session.ts';

const HOLD_EVERY_MS = 1_000;

let locking = false;

/** Locks with nothing lost: what is being typed is saved, drafts are sealed, a backup is made, then the page ends. */
export async function lockNow(): Promise<void> {
  if (locking) return;
  locking = true;
  // What was typed may have to wait for what the vault is busy with.
  const holding = setInterval(holdLock, HOLD_EVERY_MS);
  try {
    // Leaving the field saves what is in it.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    await new Promise((resolve) => setTimeout(resolve, 0));
    // A draft that cannot be sealed does not keep the vault open.
    await Promise.allSettled([savesDone(), sealDrafts()]);
    const route = routeNow();
    coverScreen();
    await backUpForLock();
    await lockVault(route);
  } finally {
    clearInterval(holding);
    locking = false;
  }
}

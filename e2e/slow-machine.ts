/**
 * A passphrase is stretched for about a second, whatever the machine: by the clock of the vault's worker, which is held here
 * until it is done. So a vault is made as on a machine that needs that second for the least work that the vault ever takes,
 * and opens in a quarter of it on this one. Vaults of locking.spec.ts and remnants.spec.ts take this machine's own time.
 */
import type { Page } from '@playwright/test';

/** More than the least work may take, so that no more is asked for. */
const STEP_MS = 1_000;

/** Has a vault made while each look at the worker's clock finds it a second later. */
export async function asOnSlowMachine<T>(page: Page, make: () => Promise<T>): Promise<T> {
  const [worker] = page.workers();
  if (!worker) throw new Error('the page has no worker');
  await worker.evaluate((step) => {
    let now = performance.now();
    performance.now = () => (now += step);
  }, STEP_MS);
  const made = await make();
  await worker.evaluate(() => Reflect.deleteProperty(performance, 'now'));
  return made;
}

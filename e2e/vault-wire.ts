/**
 * Asks the vault's worker itself, past the screen, in the running program: for tests that need thousands
 * of changes, or moments that no click can hit. Nothing of it ships: the worker is reached by the debugger.
 */
import type { Page } from '@playwright/test';
import type { Replies, VaultAsk, VaultRequest } from '../renderer/vault/protocol.ts';

/** Sends one request to the worker of a page and waits for its reply. Throws when the worker met a bug. */
export async function askVault<K extends VaultRequest['kind']>(
  page: Page,
  kind: K,
  ask: VaultAsk<K>,
): Promise<Replies[K]> {
  const worker = page.workers()[0];
  if (!worker) throw new Error('the page has no worker');
  const answer = await worker.evaluate(
    ({ request, now }) =>
      new Promise<{ reply?: unknown; bug?: string }>((resolve) => {
        const id = -1 - Math.floor(Math.random() * 2 ** 40);
        const real = self.postMessage.bind(self);
        const listening = (message: { id?: number; progress?: unknown; reply?: unknown }) => {
          if (message.id !== id) return real(message);
          if (message.progress) return undefined;
          self.postMessage = real;
          return resolve(message);
        };
        self.postMessage = listening;
        self.dispatchEvent(new MessageEvent('message', { data: { id, now, request } }));
      }),
    { request: { kind, ...ask }, now: Date.now() },
  );
  if (answer.bug !== undefined) throw new Error(answer.bug);
  // The worker answers each kind with its own reply; the map in protocol.ts is the contract.
  return answer.reply as Replies[K];
}

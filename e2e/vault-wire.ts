/**
 * Asks the vault's worker itself, past the screen, in the running program: for tests that need thousands
 * of changes, or moments that no click can hit. Nothing of it ships: the worker is reached by the debugger.
 */
import type { Page } from '@playwright/test';
import type { Replies, VaultAsk, VaultRequest } from '../renderer/vault/protocol.ts';

/**
 * Sends one request to the worker of a page and waits for its reply. Throws when the worker met a bug.
 * @param now what the clock says, for a test that moves the host's: milliseconds UTC
 */
export async function askVault<K extends VaultRequest['kind']>(
  page: Page,
  kind: K,
  ask: VaultAsk<K>,
  now?: number,
): Promise<Replies[K]> {
  const [reply] = await askVaultAll(page, kind, [ask], now);
  if (reply === undefined) throw new Error('the worker did not answer');
  return reply;
}

/** The same for many requests of a kind at once; the replies come in their order. Two calls may overlap. */
export async function askVaultAll<K extends VaultRequest['kind']>(
  page: Page,
  kind: K,
  asks: readonly VaultAsk<K>[],
  now = Date.now(),
): Promise<Replies[K][]> {
  const worker = page.workers()[0];
  if (!worker) throw new Error('the page has no worker');
  const answers = await worker.evaluate(
    ({ requests, moment }) => {
      // The worker answers each kind with its own reply; the map in protocol.ts is the contract.
      type Answer = { id?: number; progress?: unknown; reply: Replies[K]; bug?: string };
      const scope = self as typeof self & { asked?: Map<number, (answer: Answer) => void> };
      if (!scope.asked) {
        const waiting = new Map<number, (answer: Answer) => void>();
        const real = self.postMessage.bind(self);
        self.postMessage = (message: Answer) => {
          const answer = waiting.get(message.id ?? 0);
          if (!answer) return real(message);
          if (message.progress) return undefined;
          waiting.delete(message.id ?? 0);
          return answer(message);
        };
        scope.asked = waiting;
      }
      const { asked } = scope;
      const each = (request: unknown) =>
        new Promise<Answer>((resolve) => {
          const id = -1 - Math.floor(Math.random() * 2 ** 40);
          asked.set(id, resolve);
          self.dispatchEvent(new MessageEvent('message', { data: { id, now: moment, request } }));
        });
      return Promise.all(requests.map(each));
    },
    { requests: asks.map((ask) => ({ kind, ...ask })), moment: now },
  );
  return answers.map((answer): Replies[K] => {
    if (answer.bug !== undefined) throw new Error(answer.bug);
    return answer.reply;
  });
}

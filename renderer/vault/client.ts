/**
 * The screen's side of the vault: one worker, a map of questions that wait for their answers.
 * Only stores import this. Replies that changed something are announced to whoever shows it.
 */
import { fail } from '../domain/errors.ts';
import type { Changed, FromWorker, Replies, ToWorker, VaultAsk, VaultRequest } from './protocol.ts';

interface Waiting {
  /** Each kind is answered with its own reply. */
  answer(reply: unknown): void;
  onProgress: ((progress: { done: number; total: number }) => void) | undefined;
}

export interface AskOptions {
  onProgress?: (progress: { done: number; total: number }) => void;
  /** Cancels the work in the worker; the reply is then the failure `wall/cancelled`. */
  signal?: AbortSignal;
}

export interface VaultClient {
  /** Every failure is in the reply. Where the worker met a bug it is `wall/fault`, and the bug is told besides. */
  ask<K extends VaultRequest['kind']>(
    kind: K,
    ask: VaultAsk<K>,
    options?: AskOptions,
  ): Promise<Replies[K]>;
  /** Calls the listener after every change that the vault has made durable. */
  onChanged(listener: (changed: Changed) => void): () => void;
}

/**
 * Starts the worker and hands it the host's port.
 * @param clock milliseconds since 1970 UTC; sent with every request, because the worker has no clock.
 * @param onBug hears of each bug; its message names code, never content.
 */
function startVault(
  port: MessagePort,
  clock: () => Promise<number>,
  onBug: (bug: Error) => void,
): VaultClient {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, Waiting>();
  const listeners = new Set<(changed: Changed) => void>();
  let count = 0;

  const post = (message: ToWorker, transfer: Transferable[] = []) =>
    worker.postMessage(message, transfer);

  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
    const question = waiting.get(data.id);
    if (!question) return;
    if ('progress' in data) {
      question.onProgress?.(data.progress);
      return;
    }
    waiting.delete(data.id);
    if ('bug' in data) {
      question.answer(fail('wall/fault'));
      onBug(new Error(data.bug));
      return;
    }
    question.answer(data.reply);
    const changed = changeIn(data.reply);
    if (changed) for (const listener of listeners) listener(changed);
  });
  worker.addEventListener('error', () => {
    // The worker could not start or is gone: nobody else will answer.
    for (const { answer } of waiting.values()) answer(fail('wall/fault'));
    waiting.clear();
    onBug(new Error('the vault’s worker has ended'));
  });
  post({ port: true }, [port]);

  return {
    async ask<K extends VaultRequest['kind']>(kind: K, ask: VaultAsk<K>, options: AskOptions = {}) {
      const now = await clock();
      const id = (count += 1);
      // The worker answers each kind with its own reply; the map in protocol.ts is the contract.
      return new Promise<Replies[K]>((answer) => {
        waiting.set(id, { answer, onProgress: options.onProgress });
        post({ id, now, request: { kind, ...ask } });
        const cancel = () => {
          if (waiting.has(id)) post({ cancel: id });
        };
        // The signal may have come while the clock was asked.
        if (options.signal?.aborted) cancel();
        else options.signal?.addEventListener('abort', cancel, { once: true });
      });
    },
    onChanged(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

let current: VaultClient | null = null;

/** Starts the vault that `vault()` answers from then on; once, when the host's port has come. */
export function openVault(...given: Parameters<typeof startVault>): void {
  current = startVault(...given);
}

/** The one vault of this page, for the stores. Throws before `openVault`. */
export function vault(): VaultClient {
  if (!current) throw new Error('The vault was asked before its port had come.');
  return current;
}

function changeIn(reply: Replies[keyof Replies]): Changed | null {
  if (!reply.ok || reply.value === null || typeof reply.value !== 'object') return null;
  return 'kinds' in reply.value && 'ids' in reply.value ? reply.value : null;
}

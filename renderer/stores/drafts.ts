/** What is half written, sealed in the vault so that it survives a lock and a crash. */
import { vault } from '../vault/client.ts';

const REST_MS = 1_000;
const waiting = new Map<string, { value: string; timer: ReturnType<typeof setTimeout> }>();

/** Keeps a draft a second after the last change. `value` is JSON of the form's own. */
export function keepDraft(key: string, value: string): void {
  clearTimeout(waiting.get(key)?.timer);
  waiting.set(key, { value, timer: setTimeout(() => void put(key), REST_MS) });
}

/** The draft kept under a key; null when there is none. */
export async function readDraft(key: string): Promise<string | null> {
  const held = waiting.get(key);
  if (held) return held.value;
  const reply = await vault().ask('draft.get', { key });
  return reply.ok ? reply.value : null;
}

/** Forgets a draft: what it held was saved, or thrown away on purpose. */
export async function dropDraft(key: string): Promise<void> {
  clearTimeout(waiting.get(key)?.timer);
  waiting.delete(key);
  await vault().ask('draft.drop', { key });
}

/** Seals every draft now; before a lock. */
export async function sealDrafts(): Promise<void> {
  await Promise.all([...waiting.keys()].map(put));
}

async function put(key: string): Promise<void> {
  const held = waiting.get(key);
  if (!held) return;
  clearTimeout(held.timer);
  waiting.delete(key);
  await vault().ask('draft.put', { key, value: held.value });
}

/** What is half written, sealed in the vault so that it survives a lock and a crash. */
import { vault } from '../vault/client.ts';

const REST_MS = 1_000;
/** What is not durable yet: a draft that the vault refuses stays here, and is tried again. */
const waiting = new Map<
  string,
  { value: string; refused: () => void; timer: ReturnType<typeof setTimeout> }
>();

/**
 * Keeps a draft a second after the last change. `value` is JSON of the form's own; `refused` is called when the vault
 * cannot keep it now, so that the person hears of it before it is lost.
 */
export function keepDraft(key: string, value: string, refused: () => void): void {
  clearTimeout(waiting.get(key)?.timer);
  waiting.set(key, { value, refused, timer: setTimeout(() => void put(key), REST_MS) });
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
  const reply = await vault().ask('draft.put', { key, value: held.value });
  if (!reply.ok) held.refused();
  // What was typed meanwhile waits for its own turn.
  else if (waiting.get(key) === held) waiting.delete(key);
}

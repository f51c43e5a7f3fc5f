/** The places of backups, what is in them, and the making of one. */
import { create } from 'zustand';
import type { Failure, Result } from '../domain/errors.ts';
import { vault } from '../vault/client.ts';
import type { GenerationView, PlaceView } from '../vault/protocol.ts';

export type { GenerationView, PlaceView } from '../vault/protocol.ts';

/** How long a lock waits for a backup. One that is not done then is left off whole. */
const LOCK_MS = 20_000;

interface Backups {
  /** null until they have come. */
  places: readonly PlaceView[] | null;
  /** What is in each place that was looked into; the failure of one that cannot be. */
  generations: Readonly<Record<string, Result<GenerationView[]>>>;
  failure: Failure | null;
  /** How far the backup that is being made is; null while none is. */
  making: { done: number; total: number } | null;
  /** The backup that is being read back, and what came of the last one that was. */
  checking: string | null;
  checked: { name: string; outcome: Result<{ rows: number }> } | null;
}

export const useBackups = create<Backups>(() => ({
  places: null,
  generations: {},
  failure: null,
  making: null,
  checking: null,
  checked: null,
}));
const set = useBackups.setState;

/** Asks which places there are and how old their backups are. */
export async function loadPlaces(): Promise<void> {
  const reply = await vault().ask('backup.status', {});
  set(reply.ok ? { places: reply.value, failure: null } : { failure: reply.error });
}

/** The same, and what is in each place that is there. */
export async function loadGenerations(): Promise<void> {
  await loadPlaces();
  for (const { id, here } of useBackups.getState().places ?? []) {
    if (!here) continue;
    const found = await vault().ask('backup.generations', { place: id });
    set(({ generations }) => ({ generations: { ...generations, [id]: found } }));
  }
}

/** Shows the dialog for a folder and makes the first backup there. */
export async function choosePlace(): Promise<void> {
  const chosen = await window.host.ask('chooseBackupFolder', null);
  if (!chosen.ok) set({ failure: chosen.error });
  else if (chosen.value) await backUpNow();
}

/** Forgets a place; what is in its folder stays there. */
export async function forgetPlace(id: string): Promise<void> {
  await window.host.ask('forgetBackupPlace', { id });
  await loadGenerations();
}

/** Backs up to every place that lacks this state of the vault. The answer's failure is the first of any place. */
export async function backUpNow(): Promise<void> {
  set({ making: { done: 0, total: 0 }, failure: null, checked: null });
  try {
    const failure = await run();
    await loadGenerations();
    set({ failure });
  } finally {
    set({ making: null });
  }
}

/** Before a lock: whatever becomes of it, and however slow the disk, the lock is not kept waiting for longer. */
export async function backUpForLock(): Promise<void> {
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), LOCK_MS);
  const waited = new Promise((resolve) => limit.signal.addEventListener('abort', resolve));
  try {
    await Promise.race([run(limit.signal), waited]);
  } catch {
    // A fault of the program's own: the lock goes on.
  } finally {
    clearTimeout(timer);
  }
}

/** Reads a backup back, every byte of it. */
export async function checkBackup(place: string, name: string): Promise<void> {
  set({ checking: name, checked: null });
  try {
    const outcome = await vault().ask('backup.check', { place, name });
    set({ checked: { name, outcome } });
  } finally {
    set({ checking: null });
  }
}

async function run(signal?: AbortSignal): Promise<Failure | null> {
  const reply = await vault().ask(
    'backup.run',
    {},
    { onProgress: (making) => set({ making }), ...(signal ? { signal } : {}) },
  );
  if (!reply.ok) return reply.error;
  return reply.value.find(({ state }) => state === 'failed')?.failure ?? null;
}

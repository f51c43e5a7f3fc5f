/** Restoring: from the choice of a backup to the moment before it takes the place of what is here. */
import { create } from 'zustand';
import type { Failure } from '../domain/errors.ts';
import { vault } from '../vault/client.ts';
import type { BackupFacts, Comparison, FilesBeside, VaultAsk } from '../vault/protocol.ts';

export type { BackupFacts, Comparison, FilesBeside } from '../vault/protocol.ts';
export type WayIn = VaultAsk<'restore.open'>['with'];

interface Restore {
  step: 'choose' | 'way-in' | 'opening' | 'compare';
  file: { handle: string; name: string; size: number } | null;
  facts: BackupFacts | null;
  progress: { done: number; total: number } | null;
  comparison: Comparison | null;
  files: FilesBeside | null;
  /** Places whose newer backups could not be asked what was erased since. */
  unasked: readonly string[];
  /** What has to be typed before something is replaced; null: nothing is. */
  word: string | null;
  error: Failure | null;
}

const START: Restore = {
  step: 'choose',
  file: null,
  facts: null,
  progress: null,
  comparison: null,
  files: null,
  unasked: [],
  word: null,
  error: null,
};

export const useRestore = create<Restore>(() => START);
const { setState: set, getState: get } = useRestore;

/** Shows the open dialog for a backup, and what the chosen one is. */
export async function chooseBackup(): Promise<void> {
  const chosen = await window.host.ask('chooseFile', { kind: 'backup' });
  if (!chosen.ok) return set({ error: chosen.error });
  if (!chosen.value) return undefined;
  await dropBackup();
  const file = chosen.value;
  const facts = await vault().ask('restore.look', { handle: file.handle });
  return set(
    facts.ok ? { step: 'way-in', file, facts: facts.value } : { file, error: facts.error },
  );
}

/** Opens the chosen backup and compares it with what is here; changes nothing. */
export async function openBackup(way: WayIn): Promise<void> {
  const { file } = get();
  if (!file) return;
  set({ step: 'opening', progress: null, error: null });
  // From here on there are keys in memory: the host locks them away as it does an open vault.
  await window.host.ask('setUnlocked', { unlocked: true });
  const reply = await vault().ask(
    'restore.open',
    { handle: file.handle, with: way },
    { onProgress: (progress) => set({ progress }) },
  );
  if (get().file !== file) return;
  if (!reply.ok) await window.host.ask('setUnlocked', { unlocked: false });
  set(reply.ok ? { step: 'compare', ...reply.value } : { step: 'way-in', error: reply.error });
}

/** Puts the backup away; what is here stays as it is. `isOpen`: it has taken its place, and is the open vault now. */
export async function dropBackup(isOpen = false): Promise<void> {
  const { file } = get();
  set(START);
  if (!file) return;
  await window.host.ask('forgetHandle', { handle: file.handle });
  await vault().ask('restore.drop', {});
  if (!isOpen) await window.host.ask('setUnlocked', { unlocked: false });
}

/** Reading a bundle: on an officer's own vault, or on a computer that has none. */
import { create } from 'zustand';
import type { Failure } from '../domain/errors.ts';
import type { CardContent } from '../domain/sharing.ts';
import { vault } from '../vault/client.ts';
import type { GivenFile, OpenBundle } from '../vault/protocol.ts';

export type { OpenBundle } from '../vault/protocol.ts';

interface ChosenFile {
  handle: string;
  name: string;
  size: number;
}

interface ReaderState {
  file: { name: string; from: GivenFile } | null;
  step: 'choose' | 'opening' | 'compare' | 'open';
  progress: { done: number; total: number } | null;
  /** Who signed it, while their words are compared. */
  sender: { card: CardContent; words: string[] } | null;
  bundle: OpenBundle | null;
  error: Failure | null;
}

const START: ReaderState = {
  file: null,
  step: 'choose',
  progress: null,
  sender: null,
  bundle: null,
  error: null,
};

export const useReader = create<ReaderState>(() => START);
const { setState: set, getState: get } = useReader;
let opening: AbortController | null = null;

/** Shows the open dialog for a bundle. */
export async function chooseBundle(): Promise<void> {
  const chosen = await window.host.ask('chooseFile', { kind: 'bundle' });
  if (!chosen.ok) set({ error: chosen.error });
  else if (chosen.value) takeBundle(chosen.value);
}

/** Takes a file that was dropped on the reader: the file itself, and no path to it. */
export function dropBundle(file: File): void {
  take({ name: file.name, from: { dropped: file } });
}

/** Takes a bundle that was chosen elsewhere: the file that the program was opened with. */
export function takeBundle({ name, handle, size }: ChosenFile): void {
  take({ name, from: { handle, size } });
}

/**
 * Opens the chosen bundle.
 * @param passphrase null: sealed for this profile's card.
 * @param acceptUnknown true once the sender's words have been compared.
 */
export async function openBundle(passphrase: string | null, acceptUnknown: boolean): Promise<void> {
  const { file, step } = get();
  if (!file || step === 'opening') return;
  set({ step: 'opening', progress: null, error: null });
  opening = new AbortController();
  const reply = await vault().ask(
    'bundle.open',
    { from: file.from, passphrase, acceptUnknown },
    { onProgress: (progress) => set({ progress }), signal: opening.signal },
  );
  opening = null;
  if (get().file !== file) return;
  if (!reply.ok) set({ step: 'choose', progress: null, error: reply.error });
  else if (reply.value.state === 'open')
    set({ step: 'open', sender: null, bundle: reply.value.bundle });
  else set({ step: 'compare', sender: { card: reply.value.sender, words: reply.value.words } });
}

/** Stops the opening; nothing of the bundle is kept. */
export function cancelOpening(): void {
  opening?.abort();
}

/** Puts the bundle away: the vault forgets what it held. */
export async function closeBundle(): Promise<void> {
  const { step } = get();
  cancelOpening();
  forgetFile();
  set(START);
  // An opening that could not be stopped any more is put away when it is done.
  if (step === 'opening' || step === 'open') await vault().ask('bundle.close', {});
}

function take(file: NonNullable<ReaderState['file']>): void {
  forgetFile();
  set({ ...START, file });
}

function forgetFile(): void {
  const { file } = get();
  if (file && 'handle' in file.from)
    void window.host.ask('forgetHandle', { handle: file.from.handle });
}

/** The purposes of processing as this vault has them; everything that shows a basis or a retention reads them here. */
import { useEffect } from 'react';
import { create } from 'zustand';
import type { Result } from '../domain/errors.ts';
import { PURPOSES, type Purpose, type PurposeId } from '../domain/purposes.ts';
import { vault } from '../vault/client.ts';
import type { Changed, PurposeView, VaultAsk } from '../vault/protocol.ts';

export type { PurposeView } from '../vault/protocol.ts';

interface Purposes {
  /** null until they have come. */
  views: readonly PurposeView[] | null;
  saving: 'idle' | 'saving' | 'saved';
}

const useStore = create<Purposes>(() => ({ views: null, saving: 'idle' }));
let listening = false;

/** Each purpose with what hangs on it; fresh after every change. null until they have come. */
export function usePurposes(): readonly PurposeView[] | null {
  useEffect(listen, []);
  return useStore(({ views }) => views);
}

/** One purpose; as shipped until the vault's own has come. */
export function usePurpose(id: PurposeId): Purpose {
  return usePurposes()?.find((view) => view.id === id)?.purpose ?? PURPOSES[id];
}

/** Whether what was typed is kept. */
export function usePurposeSaving(): Purposes['saving'] {
  return useStore(({ saving }) => saving);
}

/** Changes words of a purpose, or its basis by a decision. */
export async function changePurpose(
  about: PurposeId,
  { words = {}, basis = null }: Partial<Pick<VaultAsk<'purpose.change'>, 'words' | 'basis'>>,
): Promise<Result<Changed>> {
  useStore.setState({ saving: 'saving' });
  const reply = await vault().ask('purpose.change', { about, words, basis });
  useStore.setState({ saving: reply.ok ? 'saved' : 'idle' });
  return reply;
}

function listen(): void {
  if (listening) return;
  listening = true;
  vault().onChanged(({ kinds }) => {
    if (kinds.includes('processing') || kinds.includes('consent')) void read();
  });
  void read();
}

async function read(): Promise<void> {
  const reply = await vault().ask('purposes', {});
  if (reply.ok) useStore.setState({ views: reply.value });
}

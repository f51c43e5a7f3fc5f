/** The recovery shares that officers have brought to the locked door. The shares themselves are in the vault's worker. */
import { create } from 'zustand';
import type { Failure } from '../domain/errors.ts';
import { vault } from '../vault/client.ts';
import type { Replies, VaultAsk } from '../vault/protocol.ts';

type Brought = Extract<Replies['shares.bring'], { ok: true }>['value'];

interface BroughtState {
  /** null: none yet, so that it is not known how many are needed. */
  shares: Brought | null;
  busy: boolean;
  error: Failure | null;
}

const NOTHING: BroughtState = { shares: null, busy: false, error: null };
export const useBrought = create<BroughtState>(() => NOTHING);
const { setState: set } = useBrought;

/** Adds a share as it was typed; answers whether it was taken. */
export function bringTyped(typed: string): Promise<boolean> {
  return bring({ by: 'typing', typed });
}

/** Shows the open dialog for a share's file, and adds it. */
export async function bringFile(): Promise<void> {
  const chosen = await window.host.ask('chooseFile', { kind: 'share' });
  if (!chosen.ok) set({ error: chosen.error });
  if (!chosen.ok || !chosen.value) return;
  const { handle, size } = chosen.value;
  await bring({ by: 'file', handle, size });
  await window.host.ask('forgetHandle', { handle });
}

/** Puts all of them away. */
export async function takeBackShares(): Promise<void> {
  set(NOTHING);
  await vault().ask('shares.takeBack', {});
}

async function bring(from: VaultAsk<'shares.bring'>['from']): Promise<boolean> {
  set({ busy: true, error: null });
  try {
    const reply = await vault().ask('shares.bring', { from });
    set(reply.ok ? { shares: reply.value } : { error: reply.error });
    return reply.ok;
  } finally {
    set({ busy: false });
  }
}

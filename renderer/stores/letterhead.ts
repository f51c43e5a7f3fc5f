/** The head of the group's documents. */
import { create } from 'zustand';
import { type Result, ok } from '../domain/errors.ts';
import type { Letterhead } from '../domain/sharing.ts';
import { vault } from '../vault/client.ts';

export const useLetterhead = create<{ saving: 'idle' | 'saving' | 'saved' }>(() => ({
  saving: 'idle',
}));

/** Saves what else the head says, or the paper. */
export async function changeLetterhead(changes: Letterhead): Promise<Result<unknown>> {
  useLetterhead.setState({ saving: 'saving' });
  const reply = await vault().ask('letterhead.change', { changes });
  useLetterhead.setState({ saving: reply.ok ? 'saved' : 'idle' });
  return reply;
}

/** Shows the open dialog and makes the logo of what is chosen. */
export async function chooseLogo(): Promise<Result<unknown>> {
  const chosen = await window.host.ask('chooseFile', { kind: 'picture' });
  if (!chosen.ok || !chosen.value) return chosen.ok ? ok(null) : chosen;
  const { handle, size } = chosen.value;
  const made = await vault().ask('logo.set', { from: { handle, size } });
  await window.host.ask('forgetHandle', { handle });
  return made;
}

/** Makes the logo of a picture that was dropped on the page. */
export function dropLogo(file: File): Promise<Result<unknown>> {
  return vault().ask('logo.set', { from: { dropped: file } });
}

/** Takes the logo away; undoable. */
export function removeLogo(): Promise<Result<unknown>> {
  return vault().ask('logo.remove', {});
}

/** The newest version of each wording, fresh after every change. */
import { create } from 'zustand';
import type { Failure } from '../domain/errors.ts';
import type { WordingView } from '../domain/wording.ts';
import { vault } from '../vault/client.ts';

interface Wordings {
  /** Empty until they have come. */
  all: readonly WordingView[];
  failure: Failure | null;
}

export const useWordings = create<Wordings>(() => ({ all: [], failure: null }));

let listening = false;

/** Asks for them, now and after every change of a wording or a consent from then on. */
export async function loadWordings(): Promise<void> {
  if (!listening) {
    listening = true;
    vault().onChanged(({ kinds }) => {
      if (kinds.includes('wording') || kinds.includes('consent')) void read();
    });
  }
  await read();
}

async function read(): Promise<void> {
  const reply = await vault().ask('wordings', {});
  useWordings.setState(reply.ok ? { all: reply.value, failure: null } : { failure: reply.error });
}

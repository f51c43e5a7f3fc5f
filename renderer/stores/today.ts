/** The lines of Today, fresh after every change. */
import { create } from 'zustand';
import type { Failure } from '../domain/errors.ts';
import { vault } from '../vault/client.ts';
import type { TodayLine } from '../vault/protocol.ts';

export type { TodayLine } from '../vault/protocol.ts';

interface Owed {
  /** null until they have come. */
  lines: readonly TodayLine[] | null;
  failure: Failure | null;
  /** What is wrong with the trail, as far as it was checked by then. */
  damage: Failure | null;
}

export const useToday = create<Owed>(() => ({ lines: null, failure: null, damage: null }));

let listening = false;

/** Asks what is owed, now and after every change from then on. */
export async function loadToday(): Promise<void> {
  if (!listening) {
    listening = true;
    vault().onChanged(() => void read());
  }
  await read();
}

async function read(): Promise<void> {
  const reply = await vault().ask('today', {});
  useToday.setState(reply.ok ? { ...reply.value, failure: null } : { failure: reply.error });
}

/** The lines of Today, fresh after every change. */
import { create } from 'zustand';
import type { PlainDate } from '../domain/dates.ts';
import type { Failure } from '../domain/errors.ts';
import { vault } from '../vault/client.ts';
import type { ClockQuestion, TodayLine } from '../vault/protocol.ts';

export type { ClockQuestion, TodayLine } from '../vault/protocol.ts';

interface Owed {
  /** null until they have come. */
  lines: readonly TodayLine[] | null;
  failure: Failure | null;
  /** What is wrong with the trail, as far as it was checked by then. */
  damage: Failure | null;
  /** The clock does not fit the trail; null: it does. */
  clock: ClockQuestion | null;
  clockFailure: Failure | null;
  /** Days of the meetings whose minutes an unlock has erased, until that is put away. */
  erased: readonly PlainDate[];
}

export const useToday = create<Owed>(() => ({
  lines: null,
  failure: null,
  damage: null,
  clock: null,
  clockFailure: null,
  erased: [],
}));

let listening = false;

/** Asks what is owed, now and after every change from then on. */
export async function loadToday(): Promise<void> {
  if (!listening) {
    listening = true;
    vault().onChanged(() => void read());
  }
  await read();
}

/** The person says that the clock is right. */
export async function confirmClock(): Promise<void> {
  const reply = await vault().ask('clock.confirm', {});
  useToday.setState({ clockFailure: reply.ok ? null : reply.error });
}

/** The person has read what an unlock has erased. */
export async function putErasedAway(): Promise<void> {
  await vault().ask('erased.seen', {});
  await read();
}

async function read(): Promise<void> {
  const reply = await vault().ask('today', {});
  useToday.setState(reply.ok ? { ...reply.value, failure: null } : { failure: reply.error });
}

/** Minutes past the end of their last day (clause RETAIN-MINUTES): which may go now, and what keeps the others. */
import { type Clock, clockBeside } from '../../domain/clock.ts';
import { dayOf } from '../../domain/dates.ts';
import { type Hold, freeOf, holdsOn } from '../../domain/holds.ts';
import type { Minutes } from '../../domain/meeting.ts';
import { pastLastDay } from '../../domain/registers/minutes.ts';
import { aroundOf } from './around.ts';
import type { OpenContext } from './context.ts';

export interface MinutesOver {
  readonly clock: Clock;
  /** They are erased at the next unlock. */
  readonly free: readonly Minutes[];
  /** Those that something keeps beyond their last day, and what does. */
  readonly holds: readonly Hold[];
  /** They would be over if the clock were believed, about which a person is asked. */
  readonly doubtful: number;
}

export function minutesOver(context: OpenContext): MinutesOver {
  const { session, group, now, today } = context;
  const { state } = session;
  const clock = clockBeside(state.trail(), now);
  const day = dayOf(clock.now, group.timeZone);
  const all = [...state.all('minutes')];
  const over = all.filter((minutes) => pastLastDay(minutes, day));
  const holds = holdsOn(
    over.map(({ id }) => id),
    aroundOf(context),
  );
  const free = new Set(
    freeOf(
      holds,
      over.map(({ id }) => id),
    ),
  );
  return {
    clock,
    free: over.filter(({ id }) => free.has(id)),
    holds,
    doubtful: all.filter((minutes) => pastLastDay(minutes, today)).length - over.length,
  };
}

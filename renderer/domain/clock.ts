/**
 * What a rule that erases may believe of this computer's clock. A clock that was set forward must not erase anything, and
 * one that was set back must not keep anything: the trail tells what the time was.
 */
import type { TrailEntry } from './trail.ts';

const DAY_MS = 24 * 60 * 60_000;
/**
 * A step forward that is longer than this, in days, is asked about before anything is erased by it. A group that meets
 * every second month opens its vault more often.
 */
const LONGEST_STEP = 92;

export interface Clock {
  /** `behind`: more than a day before what the trail knows. `ahead`: a step so far forward that a person is asked. */
  readonly stands: 'right' | 'behind' | 'ahead';
  /** The latest moment that the trail vouches for: milliseconds UTC. */
  readonly known: number;
  /** The moment that the rules go by: milliseconds UTC. */
  readonly now: number;
}

/**
 * The clock beside the trail, whose entries come oldest first. Entries written after a step that nobody has confirmed
 * vouch for nothing: a clock that was wrong for a day would otherwise be believed the next.
 */
export function clockBeside(
  entries: Iterable<Pick<TrailEntry, 'at' | 'action'>>,
  now: number,
): Clock {
  let known: number | null = null;
  for (const { at, action } of entries) {
    if (known === null || action === 'clock-confirmed') known = at;
    else if (at > known && !isTooFar(known, at)) known = at;
  }
  if (known === null) return { stands: 'right', known: now, now };
  if (isTooFar(known, now)) return { stands: 'ahead', known, now: known };
  const stands = known - now > DAY_MS ? 'behind' : 'right';
  return { stands, known, now: Math.max(known, now) };
}

function isTooFar(from: number, to: number): boolean {
  return to - from > LONGEST_STEP * DAY_MS;
}

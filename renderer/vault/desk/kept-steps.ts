/**
 * Undo across a lock: the last changes of minutes are sealed as a draft when the vault is locked, and can be turned back
 * after the next unlock. What was undone, and changes of other records, are forgotten with the lock; an erasure drops drafts.
 */
import { z } from 'zod';
import { minutes } from '../../domain/meeting.ts';
import { TRAIL_ACTIONS, type TrailAction } from '../../domain/trail.ts';
import type { Session } from '../session.ts';
import type { Step } from './desk.ts';

const KEY = 'undo/minutes';
const MOST_STEPS = 20;
/** Characters of all steps together. */
const MOST = 2_000_000;

const kept = z.array(
  z.object({
    // Object.keys widens to string[]; the keys are exactly the actions.
    action: z.enum(Object.keys(TRAIL_ACTIONS) as [TrailAction, ...TrailAction[]]),
    changes: z.array(z.object({ id: z.string(), before: minutes, after: minutes })),
  }),
);

/** Seals what was changed last, as far back as nothing but minutes was changed. A disk that refuses loses the undo only. */
export async function keepSteps({ drafts }: Session, steps: readonly Step[]): Promise<void> {
  const sealed: string[] = [];
  let room = MOST;
  for (const step of steps.slice(-MOST_STEPS).toReversed()) {
    const written = JSON.stringify(step);
    room -= written.length;
    if (room < 0 || !isOfMinutes(step)) break;
    sealed.unshift(written);
  }
  if (sealed.length > 0) await drafts.put(KEY, `[${sealed.join(',')}]`);
  else await drafts.drop(KEY);
}

/** What can be turned back after an unlock, the last change last; nothing, where the minutes have changed since. */
export async function stepsKept({ drafts, state }: Session): Promise<Step[]> {
  const found = await drafts.get(KEY);
  if (!found.ok || found.value === null) return [];
  // Another version of the program may have sealed it.
  const steps = kept.safeParse(JSON.parse(found.value)).data ?? [];
  const isAsLeft = steps
    .at(-1)
    ?.changes.every(
      ({ id, after }) => JSON.stringify(state.get(id)?.record) === JSON.stringify(after),
    );
  return isAsLeft ? steps : [];
}

function isOfMinutes({ changes }: Step): boolean {
  return changes.every(
    ({ before, after }) => before?.kind === 'minutes' && after?.kind === 'minutes',
  );
}

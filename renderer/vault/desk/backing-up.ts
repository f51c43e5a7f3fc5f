/** One backup at a time, and what is done about backups unasked. */
import { type Failure, type Result, ok } from '../../domain/errors.ts';
import { type Resealed, resealPlaces } from '../backups/reseal.ts';
import type { Watched } from '../backups/watched.ts';
import { type Outcome, backUp } from '../backups/write.ts';
import type { OpenContext } from './context.ts';

const DAY_MS = 24 * 60 * 60_000;

/** Backs up to every place that lacks this state of the vault; after the one that is being made, if there is one. */
export function runBackup(context: OpenContext): Promise<Result<Outcome[]>> {
  return alone(context, async () => {
    const { host, session, now, today, progress, cancelled } = context;
    if (session.damage) return { ok: false, error: session.damage };
    const outcomes = await backUp(host, session, { now, day: today, progress, cancelled });
    if (outcomes.ok) note(context, outcomes.value);
    return outcomes;
  });
}

/**
 * Seals anew what an erasure or a renewal of keys asks for, in the places that are there, and backs up when one of them
 * has no good backup of the last day, or one dated in the future.
 */
export async function tendBackups(context: OpenContext): Promise<Result<Outcome[]>> {
  const { host, session, now, progress, cancelled } = context;
  if (session.damage) return ok([]);
  const places = await host.backupPlaces();
  if (!places.ok) return places;
  if (places.value.every(({ here }) => !here)) return ok([]);
  await sealAnew(context, { progress, cancelled });
  const old = places.value.some(
    ({ here, good }) => here && (!good || Math.abs(now - good.at) >= DAY_MS),
  );
  return old ? runBackup(context) : ok([]);
}

/** ERASE, step 4, and the last step of a renewal of keys: see resealPlaces. */
export function sealAnew(context: OpenContext, watched: Watched): Promise<Result<Resealed[]>> {
  const { host, session, now } = context;
  return alone(context, () => resealPlaces(host, session, now, watched));
}

async function alone<T>({ desk }: OpenContext, work: () => Promise<T>): Promise<T> {
  while (desk.backingUp) await desk.backingUp;
  const running = work();
  desk.backingUp = running.then(
    () => undefined,
    () => undefined,
  );
  try {
    return await running;
  } finally {
    desk.backingUp = null;
  }
}

/** What went wrong in a place, or was left out, is shown until it goes right there. */
function note({ desk }: OpenContext, outcomes: readonly Outcome[]): void {
  const failures = outcomes.flatMap(({ place, state, failure }): [string, Failure][] =>
    state !== 'absent' && failure ? [[place, failure]] : [],
  );
  desk.backupFailures = new Map(failures);
}

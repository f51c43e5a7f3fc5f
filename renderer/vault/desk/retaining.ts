/** RETAIN-MINUTES at the door: minutes past their last day are erased before anything of the vault is shown. */
import { z } from 'zod';
import { type PlainDate, dayOf, plainDate } from '../../domain/dates.ts';
import { type Result, ok } from '../../domain/errors.ts';
import { eraseForGood } from '../erasing.ts';
import type { OwnProfile } from '../vault.ts';
import type { Session } from '../session.ts';
import { type Context, groupOf } from './context.ts';
import { minutesOver } from './minutes-over.ts';

/** What unlocks have erased is kept as a draft, so that a lock does not take the notice of it away. */
const NOTICE = 'erased-at-unlock';
const days = z.array(plainDate);

/**
 * Erases what may not be kept for another day, and opens the vault anew from the epoch that follows: with its own profile,
 * so that nobody is asked twice and nothing is stretched twice. The state that is shown then never held what was erased.
 * What the first opening had unpacked is left to the garbage of this worker, which nothing reaches any more and which ends
 * with it at the next lock. A disk that refuses leaves them hidden, and to the next unlock.
 * Errors: those of opening a vault.
 */
export async function eraseAtUnlock(
  session: Session,
  context: Context,
  reopen: (own: OwnProfile) => Promise<Result<Session>>,
): Promise<Result<Session>> {
  const asItIs = ok(session);
  if (session.damage !== null || session.state.count('minutes') === 0) return asItIs;
  const { host, now } = context;
  const group = groupOf(session);
  const today = dayOf(now, group.timeZone);
  const { free } = minutesOver({ ...context, session, group, today });
  if (free.length === 0) return asItIs;
  const places = await host.backupPlaces();
  if (!places.ok) return asItIs;
  const meetings = free.map(({ meetingDate }) => meetingDate).sort();
  const before = await erasedBefore(session);
  const decision = { reason: 'retention', places: places.value, now } as const;
  const done = await eraseForGood(
    session,
    free.map(({ id }) => id),
    decision,
  );
  if (!done.ok && done.error.code !== 'erasure/unfinished') return asItIs;
  const own = { profile: session.profile.secret() };
  // A floor that could not be written is written by the session that follows.
  await session.close();
  const again = await reopen(own);
  // An erasure drops drafts. A disk that refuses this one takes the notice only: the certificate stays.
  if (again.ok) await again.value.drafts.put(NOTICE, JSON.stringify([...before, ...meetings]));
  return again;
}

/** Days of the meetings whose minutes went at an unlock, until a person puts that away. */
export async function erasedBefore({ drafts }: Pick<Session, 'drafts'>): Promise<PlainDate[]> {
  const kept = await drafts.get(NOTICE);
  // Only the line above writes it.
  return kept.ok && kept.value !== null ? days.parse(JSON.parse(kept.value)) : [];
}

export function forgetErased({ drafts }: Pick<Session, 'drafts'>): Promise<Result<null>> {
  return drafts.drop(NOTICE);
}

/** The sets of recovery shares of an open vault: their numbers, and who holds them. */
import type { PlainDate } from '../../domain/dates.ts';
import { makeId } from '../../domain/ids.ts';
import type { ShareHolders } from '../../domain/share-holders.ts';
import type { SharesSlot } from '../keyslots.ts';
import type { Change } from '../log.ts';
import type { MadeShares } from '../protocol.ts';
import type { Session } from '../session.ts';
import type { Desk } from './desk.ts';

/** The slot of the present set; null when no officer holds a share. */
export function presentSlot({ slots }: Pick<Session, 'slots'>): SharesSlot | null {
  return slots.find((slot) => slot.kind === 'shares') ?? null;
}

/** Who holds the set that was made last; it may have been taken out of use since. */
export function holdersRecord({ state }: Session): ShareHolders | null {
  for (const record of state.all('shares')) return record;
  return null;
}

/** A number that no set had before, so that an old share is known as such. */
export function nextSet(session: Session): number {
  return Math.max(presentSlot(session)?.set ?? 0, holdersRecord(session)?.set ?? 0) + 1;
}

/** The change that notes who is to have the shares of a new set. */
export function holdersChange(
  session: Session,
  made: { set: number; threshold: number; holders: readonly string[]; day: PlainDate },
): Change {
  const before = holdersRecord(session);
  const after: ShareHolders = {
    kind: 'shares',
    id: before?.id ?? makeId('shares', crypto.getRandomValues(new Uint8Array(16))),
    purpose: 'steering',
    set: made.set,
    threshold: made.threshold,
    holders: [...made.holders],
    madeOn: made.day,
  };
  return { id: after.id, before, after };
}

/** What the screen is told of the shares that are handed out; null: of none. */
export function madeShares({ handingOut }: Pick<Desk, 'handingOut'>): MadeShares | null {
  const [first] = handingOut?.shares ?? [];
  if (!handingOut || !first) return null;
  return {
    set: first.set,
    threshold: first.threshold,
    shares: handingOut.shares.map(({ index }) => ({
      index,
      holder: handingOut.holders[index - 1] ?? '',
    })),
  };
}

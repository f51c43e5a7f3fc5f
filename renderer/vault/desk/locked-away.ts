import { COMPARTMENT_OF, type Kind } from '../../domain/kinds.ts';
import type { Session } from '../session.ts';
import { kindOfId } from '../summary.ts';

/** Whether records of a kind lie in a compartment of which this profile holds no key (clause ACCESS). */
export function isKindLockedAway(kind: Kind, session: Pick<Session, 'holds'>): boolean {
  return !session.holds(COMPARTMENT_OF[kind]);
}

/** The same of one record, by its id. */
export function isLockedAway(id: string, session: Pick<Session, 'holds'>): boolean {
  const kind = kindOfId(id);
  return kind !== null && isKindLockedAway(kind, session);
}

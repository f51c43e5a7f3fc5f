/**
 * Whose data may be kept and not used (UK GDPR Art 18 and 21; clauses RIGHT-RESTRICT, RIGHT-OBJECT): while a restriction
 * or an objection stands, nothing about the person is printed, exported, mailed or put in a bundle. Answering their
 * requests, and the proof that the law asks for, stays possible.
 */
import { isResting, newlyReached } from './coverage.ts';
import type { PlainDate } from './dates.ts';
import { type Result, fail, ok } from './errors.ts';
import type { PersonId, RequestId } from './ids.ts';
import type { AnyRecord } from './kinds.ts';
import type { Around } from './registers/register.ts';
import { registerOf } from './registers/table.ts';
import { stands } from './request.ts';

/** Stands for the name of a person whose data may not be used. */
export const RESTRICTED_NAME = '[name restricted]';

export interface Restriction {
  readonly request: RequestId;
  readonly type: 'restriction' | 'objection';
  readonly since: PlainDate;
}

/** What stands in the way of using a person's data. */
export function restrictionsOn(person: PersonId, { all }: Pick<Around, 'all'>): Restriction[] {
  const found: Restriction[] = [];
  for (const request of all('request')) {
    const { type, received: since, id } = request;
    if (request.person !== person || !stands(request)) continue;
    if (type === 'restriction' || type === 'objection') found.push({ request: id, type, since });
  }
  return found;
}

/** Everybody whose data may not be used now. */
export function restrictedPeople({ all }: Pick<Around, 'all'>): ReadonlySet<PersonId> {
  const people = new Set<PersonId>();
  for (const request of all('request')) if (stands(request)) people.add(request.person);
  return people;
}

/**
 * Whether a record may not be used, because it is a restricted person's or tells of nothing else. What proves how the
 * group kept its promises (purpose accountability) may.
 */
export function isRestricted(record: AnyRecord, restricted: ReadonlySet<string>): boolean {
  if (restricted.has(record.id)) return true;
  if (record.purpose === 'accountability') return false;
  const owner = registerOf(record.kind).belongsTo?.id(record) ?? null;
  return owner !== null && restricted.has(owner);
}

/**
 * Whether what is published or sent reaches nobody anew whose data may not be used; what was sent before they asked may be
 * noted. Errors: rights/restricted.
 */
export function checkReach(
  record: AnyRecord,
  before: AnyRecord | null,
  { all }: Pick<Around, 'all'>,
): Result<null> {
  if (!isResting(record)) return ok(null);
  const reached = new Set(newlyReached(record, before && isResting(before) ? before : null));
  const on = record.kind === 'mailing' ? record.sent : null;
  for (const request of all('request'))
    if (stands(request) && reached.has(request.person) && (on === null || request.received <= on))
      return fail('rights/restricted');
  return ok(null);
}

/** Whether a person's record is stored and not changed: restricted, but for a correction that they ask for (Art 18(2)). */
export function isFrozen(person: PersonId, around: Pick<Around, 'all'>): boolean {
  const restrictions = restrictionsOn(person, around).filter(({ type }) => type === 'restriction');
  return restrictions.length > 0 && !asksForCorrection(person, around);
}

/** Whether a correction that the person asks for is open: then a restricted record may be changed. */
function asksForCorrection(person: PersonId, { all }: Pick<Around, 'all'>): boolean {
  for (const { type, person: whose, answered } of all('request'))
    if (type === 'rectification' && whose === person && answered === null) return true;
  return false;
}

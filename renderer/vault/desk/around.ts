import { makeId } from '../../domain/ids.ts';
import type { Around } from '../../domain/registers/register.ts';
import { randomBytes } from '../bytes.ts';
import type { OpenContext } from './context.ts';
import { findIn } from './titles.ts';

/** The open vault as the rules of records see it. */
export function aroundOf({ session, group, today, now }: OpenContext): Around {
  return {
    today,
    now,
    timeZone: group.timeZone,
    find: findIn(session.state),
    all: (kind) => session.state.all(kind),
    newId: (kind) => makeId(kind, randomBytes(16)),
  };
}

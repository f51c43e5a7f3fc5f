import { holidaysWith } from '../../domain/calendar.ts';
import { makeId } from '../../domain/ids.ts';
import type { Around } from '../../domain/registers/register.ts';
import { randomBytes } from '../bytes.ts';
import type { OpenContext } from './context.ts';
import type { VaultState } from '../state.ts';
import { findIn } from './titles.ts';

/** The open vault as the rules of records see it. */
export function aroundOf({ session, group, today, now }: OpenContext): Around {
  return {
    today,
    now,
    timeZone: group.timeZone,
    holidays: new Set(holidaysOf(session.state).keys()),
    find: findIn(session.state),
    all: (kind) => session.state.all(kind),
    trail: () => session.state.trail(),
    newId: (kind) => makeId(kind, randomBytes(16)),
  };
}

/** Bank holidays by day, with their names: the shipped table with the vault's own changes. */
function holidaysOf(state: VaultState): ReturnType<typeof holidaysWith> {
  for (const { changes } of state.all('calendar')) return holidaysWith(changes);
  return holidaysWith([]);
}

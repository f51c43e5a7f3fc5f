import { readBackupName } from '../../domain/backup-plan.ts';
import { dayOf, daysBetween } from '../../domain/dates.ts';
import { type Result, ok } from '../../domain/errors.ts';
import { shortId } from '../backups/read.ts';
import { generationsFor } from '../backups/write.ts';
import type { PlaceView } from '../protocol.ts';
import type { OpenContext } from './context.ts';

/** Where backups are kept, and how old the last good one in each place is. */
export async function placesOf(context: OpenContext): Promise<Result<PlaceView[]>> {
  const { desk, host, session, today, group } = context;
  const places = await host.backupPlaces();
  if (!places.ok) return places;
  const failures = new Map(desk.backupFailures);
  for (const { id, here } of places.value) {
    // A store that was rolled back behind one of its backups is noticed here, before anything is written.
    const found = here ? await generationsFor(host, id, session) : ok([]);
    if (!found.ok) failures.set(id, found.error);
  }
  return ok(
    places.value.map(({ id, name, here, absentSince, good }) => {
      const said = good && readBackupName(good.name);
      const own = said?.vault === shortId(session.vaultId) ? said : null;
      const day = good && dayOf(good.at, group.timeZone);
      return {
        id,
        name,
        here,
        failure: failures.get(id) ?? null,
        absentSince: absentSince === null ? null : dayOf(absentSince, group.timeZone),
        good:
          good && own && day
            ? {
                name: good.name,
                day,
                days: daysBetween(day, today),
                since: session.state.revision - own.sequence,
              }
            : null,
      };
    }),
  );
}

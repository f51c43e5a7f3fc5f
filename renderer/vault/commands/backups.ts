/** Backups of the open vault: where they are, how old, making one and looking at one. */
import { dayOf, daysBetween } from '../../domain/dates.ts';
import { fail, ok } from '../../domain/errors.ts';
import { soundBlobs } from '../backups/blob-files.ts';
import { checkBackup, fileIn, generationsIn, shortId } from '../backups/read.ts';
import { generationsFor, ownerOf } from '../backups/write.ts';
import { readBackupName } from '../../domain/backup-plan.ts';
import type { Command } from '../desk/context.ts';
import { runBackup } from '../desk/backing-up.ts';

export const backupStatus: Command<'backup.status'> = async (_asked, context) => {
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
};

export const backupGenerations: Command<'backup.generations'> = async (
  { place },
  { host, session },
) => {
  const found = await generationsIn(host, place, ownerOf(session));
  if (!found.ok) return found;
  return ok(
    found.value.map(({ name, day, size, sequence, listed }) => ({
      name,
      day,
      size,
      changes: sequence,
      madeAt: listed.ok ? listed.value.manifest.madeAt : null,
      failure: listed.ok ? null : listed.error,
    })),
  );
};

export const backupRun: Command<'backup.run'> = (_asked, context) => runBackup(context);

export const backupCheck: Command<'backup.check'> = async (
  { place, name },
  { host, session, progress },
) => {
  const found = await generationsIn(host, place, ownerOf(session));
  if (!found.ok) return found;
  const generation = found.value.find((one) => one.name === name);
  if (!generation) return fail('backup/gone');
  if (!generation.listed.ok) return generation.listed;
  const checked = await checkBackup(fileIn(host, { place, name }), progress);
  if (!checked.ok) return checked;
  const beside = (file: string) => fileIn(host, { place, name: file });
  const sound = await soundBlobs(beside, checked.value, progress);
  if (!sound.ok) return sound;
  const { pages, commits, blobs } = checked.value;
  if (sound.value.length < blobs.length) return fail('backup/files-damaged');
  return ok({ rows: pages.length + commits.length });
};

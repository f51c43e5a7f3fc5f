/** Backups of the open vault: where they are, how old, making one and looking at one. */
import { fail, ok } from '../../domain/errors.ts';
import { soundBlobs } from '../backups/blob-files.ts';
import { checkBackup, fileIn, generationsIn } from '../backups/read.ts';
import { ownerOf } from '../backups/write.ts';
import type { Command } from '../desk/context.ts';
import { placesOf } from '../desk/backup-places.ts';
import { runBackup } from '../desk/backing-up.ts';

export const backupStatus: Command<'backup.status'> = (_asked, context) => placesOf(context);

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

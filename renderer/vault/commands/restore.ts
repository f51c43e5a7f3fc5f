/** Restoring from a file that a person chose, while no vault is open. */
import { fail, ok } from '../../domain/errors.ts';
import type { BackupSource } from '../backups/blob-files.ts';
import type { HostPort } from '../host-port.ts';
import { lookAtBackup, openBackup, replacesSomething } from '../session.ts';
import type { Command, Context } from '../desk/context.ts';
import { openedAs } from '../desk/opened-as.ts';
import { openerOf } from '../desk/way-in.ts';

/** What a person types to say that what is here may be replaced. */
const WORD = 'replace';

export const restoreLook: Command<'restore.look', Context> = ({ handle }, { host }) =>
  lookAtBackup(chosen(host, handle).readAt);

export const restoreOpen: Command<'restore.open', Context> = async (asked, context) => {
  const { host, desk, progress } = context;
  if (desk.session !== null) return fail('vault/exists');
  desk.restoring = null;
  const opened = await openBackup(
    host,
    chosen(host, asked.handle),
    openerOf(asked.with, desk),
    progress,
  );
  if (!opened.ok) return opened;
  desk.restoring = opened.value;
  const { comparison, files, unasked } = opened.value;
  return ok({ comparison, files, unasked, word: replacesSomething(comparison) ? WORD : null });
};

export const restoreFinish: Command<'restore.finish', Context> = async (
  { word },
  { desk, now },
) => {
  const { restoring } = desk;
  if (restoring === null) return fail('backup/gone');
  if (replacesSomething(restoring.comparison) && word.trim().toLowerCase() !== WORD)
    return fail('backup/confirm');
  const restored = await restoring.finish(now);
  if (!restored.ok) return restored;
  desk.restoring = null;
  desk.session = restored.value;
  return ok(openedAs(restored.value));
};

export const restoreDrop: Command<'restore.drop', Context> = (_asked, { desk }) => {
  desk.restoring = null;
  return ok(null);
};

function chosen(host: HostPort, handle: string): BackupSource {
  return {
    readAt: (offset, length) => host.fileRead(handle, offset, length),
    beside: (name) => (offset, length) => host.fileBeside(handle, name, offset, length),
  };
}

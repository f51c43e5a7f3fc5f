/**
 * What Chromium's LevelDB does not do for the store. A record that was cut short, by a kill, a power cut or a full disk, is
 * left out when the database opens, and what comes next is written behind it, in the same log; when it opens once more,
 * the log counts as corrupt, and Chromium removes the whole database (google/leveldb issue 1287). So before Chromium
 * opens it, a log that is torn is written anew with the records in it that are whole. The others were never acknowledged,
 * or the disk has spoilt them: then the vault's chain shows that something is missing.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { writeFileAtomically } from './atomic-file.ts';
import { openStoreLogs } from './store-log.ts';

const BEING_WRITTEN_MS = 250;
/** The log of changes, and that of which files there are, which has the same form. */
const LOGS = /^(\d+\.log|MANIFEST-\d+)$/;

/**
 * Writes torn logs anew; nobody may have the database open. What the disk refuses stays as it was: a log that cannot be
 * written here Chromium cannot write on either.
 * @param folder of the database; there need be none.
 */
export async function mendStore(folder: string): Promise<void> {
  const logs = await openStoreLogs();
  for (const path of await logsIn(folder)) {
    const { records, torn } = logs.read(await read(path));
    if (torn) await writeFileAtomically(path, logs.write(records));
  }
}

/**
 * Whether a log of the database is torn, so that it may not be opened again before it is mended. The database may be
 * open: what is only being written is whole a moment later.
 */
export async function isStoreTorn(folder: string): Promise<boolean> {
  const logs = await openStoreLogs();
  const isTorn = async (): Promise<boolean> => {
    for (const path of await logsIn(folder)) if (logs.read(await read(path)).torn) return true;
    return false;
  };
  if (!(await isTorn())) return false;
  await setTimeout(BEING_WRITTEN_MS);
  return isTorn();
}

async function logsIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder))
      .filter((name) => LOGS.test(name))
      .map((name) => join(folder, name));
  } catch {
    return [];
  }
}

/** Empty: LevelDB removed it meanwhile, or it cannot be read now. */
async function read(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch {
    return new Uint8Array();
  }
}

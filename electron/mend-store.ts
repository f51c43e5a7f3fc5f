/**
 * What Chromium's LevelDB does not do for the store. A record that was cut short, by a kill, a power cut or a full disk, is
 * left out when the database opens, and what comes next is written behind it, in the same log; when it opens once more,
 * the log counts as corrupt, and Chromium removes the whole database (google/leveldb issue 1287). So before Chromium
 * opens it, a log that is torn is brought back to the records in it that are whole. The others were never acknowledged,
 * or the disk has spoilt them: then the vault's chain shows that something is missing.
 */
import { open, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fail, ok, type Result } from '../renderer/domain/errors.ts';
import { PART_SUFFIX, writeFileAtomically } from './atomic-file.ts';
import { openStoreLogs } from './store-log.ts';

const BEING_WRITTEN_MS = 250;
/** The log of changes, and that of which files there are, which has the same form. */
const LOGS = /^(\d+\.log|MANIFEST-\d+)$/;

/**
 * Mends torn logs; nobody may have the database open. A log that is torn at its end only, which is nearly always, is cut
 * there, for which a full disk has room. Errors: vault/store-closed (the disk refuses: Chromium may not open it either).
 * @param folder of the database; there need be none.
 */
export async function mendStore(folder: string): Promise<Result<null>> {
  const logs = await openStoreLogs();
  try {
    // Of a mending that was cut off itself.
    for (const path of await namesIn(folder, (name) => name.endsWith(PART_SUFFIX))) await rm(path);
    for (const path of await logsIn(folder)) {
      const log = await readFile(path);
      const { records, torn } = logs.read(log);
      if (!torn) continue;
      const whole = logs.write(records);
      if (log.subarray(0, whole.length).equals(whole)) await cut(path, whole.length);
      else {
        const written = await writeFileAtomically(path, whole);
        if (!written.ok) return fail('vault/store-closed');
      }
    }
    return ok(null);
  } catch {
    return fail('vault/store-closed');
  }
}

/**
 * Whether a log of the database is torn, so that it may not be opened again before it is mended. The database may be
 * open: what is only being written is whole a moment later.
 */
export async function isStoreTorn(folder: string): Promise<boolean> {
  const logs = await openStoreLogs();
  const isTorn = async (): Promise<boolean> => {
    for (const path of await logsIn(folder))
      if (logs.read(await readIfThere(path)).torn) return true;
    return false;
  };
  if (!(await isTorn())) return false;
  await setTimeout(BEING_WRITTEN_MS);
  return isTorn();
}

const logsIn = (folder: string) => namesIn(folder, (name) => LOGS.test(name));

async function namesIn(folder: string, isWanted: (name: string) => boolean): Promise<string[]> {
  try {
    return (await readdir(folder)).filter(isWanted).map((name) => join(folder, name));
  } catch {
    return [];
  }
}

async function cut(path: string, length: number): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.truncate(length);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Empty: LevelDB has removed it meanwhile. */
async function readIfThere(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch {
    return new Uint8Array();
  }
}

/**
 * Linux: Chromium hands a document to the printing system by way of a temporary file, in clear, which it removes and does
 * not overwrite. So that it reaches no disk, temporary files are made in memory.
 */
import { accessSync, constants, statfsSync } from 'node:fs';

/** Memory that looks like a folder (shm_overview(7)); Chromium keeps what its processes share there anyway. */
const IN_MEMORY = '/dev/shm';
/** statfs(2). */
const TMPFS_MAGIC = 0x01_02_19_94;

/** Holds for whatever asks for a temporary folder from now on; where there is none in memory, nothing changes. */
export function keepTemporaryFilesInMemory(): void {
  if (process.platform === 'linux' && isInMemory(IN_MEMORY)) process.env['TMPDIR'] = IN_MEMORY;
}

function isInMemory(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return statfsSync(folder).type === TMPFS_MAGIC;
  } catch {
    return false;
  }
}

/**
 * The vault's key file: small, sealed by the worker, and the only way to the keys. Each write makes a new generation
 * under a number of its own; the two newest are kept, so that a damaged one never stands alone. The host reads nothing
 * in it.
 */
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fail, ok, type Result } from '../renderer/domain/errors.ts';
import { codeOf, PART_SUFFIX, syncFolder, writeFileAtomically } from './atomic-file.ts';

const KEPT = 2;
const name = /^keys-(\d{10})\.muniment$/;

export interface KeyFile {
  /** The generations that exist, newest first, as they are on disk; [] when there is no vault here. */
  read(): Promise<Result<Uint8Array[]>>;
  /** Resolves when the new generation is durable and those before the last one are gone. */
  write(bytes: Uint8Array): Promise<Result<null>>;
}

/** The key file in `folder`, which is made at the first write. Errors: file/disk-full, file/read-only, file/failed. */
export function keyFile(folder: string): KeyFile {
  const generations = async (): Promise<{ number: number; path: string }[]> => {
    const found: { number: number; path: string }[] = [];
    for (const entry of await names(folder)) {
      const digits = name.exec(entry)?.[1];
      if (digits) found.push({ number: Number(digits), path: join(folder, entry) });
    }
    return found.sort((a, b) => b.number - a.number);
  };

  return {
    async read() {
      try {
        const kept = (await generations()).slice(0, KEPT);
        // A plain Uint8Array of its own memory: a Buffer may share its pool with other files.
        return ok(
          await Promise.all(kept.map(async ({ path }) => Uint8Array.from(await readFile(path)))),
        );
      } catch (reason) {
        return fail(codeOf(reason, 'file/gone') === 'file/read-only' ? 'file/gone' : 'file/failed');
      }
    },

    async write(bytes) {
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        const before = await generations();
        const next = String((before[0]?.number ?? 0) + 1).padStart(10, '0');
        const written = await writeFileAtomically(join(folder, `keys-${next}.muniment`), bytes);
        if (!written.ok) return written;
        const old = before.slice(KEPT - 1).map(({ path }) => path);
        const unfinished = (await names(folder)).filter((entry) => entry.endsWith(PART_SUFFIX));
        for (const path of [...old, ...unfinished.map((entry) => join(folder, entry))]) {
          await rm(path, { force: true });
        }
        await syncFolder(folder);
        return ok(null);
      } catch (reason) {
        return fail(codeOf(reason));
      }
    },
  };
}

async function names(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (reason) {
    // No folder is no vault; any other reason must not look like one.
    if (reason instanceof Error && 'code' in reason && reason.code === 'ENOENT') return [];
    throw reason;
  }
}

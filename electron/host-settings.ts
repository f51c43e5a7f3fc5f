/** What the host remembers between runs, in host.json. It holds nothing about a person and nothing of the vault. */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { writeFileAtomically } from './atomic-file.ts';
import { route } from './contract.ts';

const place = z.object({
  /** Also the name of the mark in the folder, by which it is known again. */
  id: z.string().regex(/^[0-9a-f]{32}$/),
  path: z.string().min(1).max(4096),
  /** The last backup that was written here and read back; `at` in milliseconds UTC. */
  good: z.object({ name: z.string().max(80), at: z.number() }).nullable(),
  /** When it was first found absent; null while it is there. */
  absentSince: z.number().nullable(),
});
export type StoredPlace = z.output<typeof place>;

const settings = z.object({
  bounds: z
    .object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() })
    .nullable()
    .catch(null),
  maximized: z.boolean().catch(false),
  /** Where the page was before it was locked or the program ended. */
  route: route.catch(''),
  idleMinutes: z.number().min(1).max(240).catch(10),
  /** Off for a person who must share the screen. */
  contentProtection: z.boolean().catch(true),
  /** Folders that a person chose for backups, in the order chosen; one that is absent is remembered. */
  backupPlaces: z.array(place).catch([]),
});
export type Settings = z.output<typeof settings>;

export interface HostSettings {
  readonly now: Settings;
  /** Changes some, and writes the file; a disk that refuses costs the settings, never the program. */
  change(some: Partial<Settings>): Promise<void>;
}

/** Opens host.json; what is missing or makes no sense is as new. */
export async function openSettings(path: string): Promise<HostSettings> {
  let now = settings.parse(await stored(path));
  let writing = Promise.resolve();
  return {
    get now() {
      return now;
    },
    change(some) {
      now = { ...now, ...some };
      writing = writing.then(async () => {
        await writeFileAtomically(path, Buffer.from(`${JSON.stringify(now, null, 2)}\n`));
      });
      return writing;
    },
  };
}

async function stored(path: string): Promise<unknown> {
  try {
    const value: unknown = JSON.parse(await readFile(path, 'utf8'));
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

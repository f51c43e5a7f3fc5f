import type { Side } from './job.ts';
import { muniment } from './sides/muniment.ts';
import { plainDexie } from './sides/plain-dexie.ts';

/** Ours and the peers, by the names that topics.mjs uses. */
export const sides: Readonly<Record<string, Side>> = {
  muniment,
  'plain-dexie': plainDexie,
};

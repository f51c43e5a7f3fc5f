import type { Side } from './job.ts';
import { dexieEncrypted } from './sides/dexie-encrypted.ts';
import { muniment } from './sides/muniment.ts';
import { plainDexie } from './sides/plain-dexie.ts';
import { sealedRows } from './sides/sealed-rows.ts';

/** Ours and the peers, by the names that topics.mjs uses. */
export const sides: Readonly<Record<string, Side>> = {
  muniment,
  'plain-dexie': plainDexie,
  'sealed-rows': sealedRows,
  'dexie-encrypted': dexieEncrypted,
};

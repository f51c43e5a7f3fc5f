/** What is left when a write of the store's log is cut short: the beginning of a record, which counts on more bytes. */
import { appendFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Profile } from '../launch.ts';

const STORE = 'Partitions/muniment/IndexedDB/app_muniment_0.indexeddb.leveldb';
const BLOCK = 32 * 1024;
const HEADER = 7;
const FULL = 1;

/** The program must not be running. */
export function tearLog(profile: Profile, random: (below: number) => number): void {
  const folder = join(profile.userData, STORE);
  const logs = readdirSync(folder).filter((name) => name.endsWith('.log'));
  const path = join(folder, logs.toSorted().at(-1) ?? '');
  const left = BLOCK - (statSync(path).size % BLOCK);
  // LevelDB would pad what is left of the block, and begin in the next.
  const pad = Buffer.alloc(left < HEADER ? left : 0);
  const length = Math.min(300 + random(3_000), (pad.length > 0 ? BLOCK : left) - HEADER);
  const record = Buffer.alloc(HEADER + random(length), random(256));
  record.writeUInt16LE(length, 4);
  record.writeUInt8(FULL, 6);
  appendFileSync(path, Buffer.concat([pad, record]));
}

/** Folders around a program: a store that is copied away and back, and a disk that is too small. */
import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { giveToProgram, programId } from '../stage.ts';

/** Copies a store over another, or away, in the name of the program. */
export function copyStore(from: string, to: string): void {
  rmSync(to, { recursive: true, force: true });
  cpSync(from, to, { recursive: true, preserveTimestamps: true });
  for (const path of [
    to,
    ...readdirSync(to, { recursive: true, encoding: 'utf8' }).map((name) => join(to, name)),
  ])
    giveToProgram(path);
}

/** A disk in memory, of so many KiB. Answers whether it could be made. */
export function mountSmall(folder: string, kib: number): boolean {
  const owner = programId === undefined ? '' : `,uid=${programId},gid=${programId}`;
  const how = `size=${kib}k,mode=700${owner}`;
  return spawnSync('mount', ['-t', 'tmpfs', '-o', how, 'tmpfs', folder]).status === 0;
}

export function unmount(folder: string): void {
  spawnSync('umount', ['-l', folder]);
}

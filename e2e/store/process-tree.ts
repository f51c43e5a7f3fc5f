/** The processes of a running program, seen from outside, and their end without a warning. Linux only. */
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import type { Muniment, Profile } from '../launch.ts';

/** Every process of the program: its own, what it started, and what names its profile. */
export function processesOf({ app, profile }: Pick<Muniment, 'app' | 'profile'>): number[] {
  return treeOf(app.process().pid ?? 0, profile);
}

function treeOf(main: number, profile: Profile): number[] {
  const found = new Set<number>(alive(main) ? [main] : []);
  const all = processes();
  // A child may have a lower number than its parent, so until nothing is added.
  for (let before = -1; before !== found.size;) {
    before = found.size;
    for (const { pid, parent } of all) if (found.has(parent)) found.add(pid);
  }
  const home = `HOME=${profile.home}\0`;
  for (const { pid } of all) {
    const words = `${read(pid, 'environ')}\0${read(pid, 'cmdline')}`;
    if (words.includes(home) || words.includes(profile.userData)) found.add(pid);
  }
  return [...found];
}

/** SIGKILL to all of them in one go; resolves when none is left, or throws with those that are. */
export async function killTree(program: Pick<Muniment, 'app' | 'profile'>): Promise<number> {
  // Taken now: Playwright forgets the process once it has ended.
  const main = program.app.process().pid ?? 0;
  const all = treeOf(main, program.profile);
  for (const pid of all) end(pid);
  for (let tries = 0; tries < 200; tries += 1) {
    const left = [...all.filter(alive), ...treeOf(main, program.profile)];
    if (left.length === 0) return all.length;
    // Started between the listing and its parent's end.
    for (const pid of left) end(pid);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('some processes survived SIGKILL');
}

/** Whether a process runs; one that has ended and waits for its parent does not. */
export function alive(pid: number): boolean {
  const state = /\) (\w)/.exec(read(pid, 'stat'))?.[1];
  return state !== undefined && state !== 'Z' && state !== 'X';
}

function end(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

function processes(): { pid: number; parent: number }[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .map(Number)
    .filter(alive)
    .map((pid) => ({ pid, parent: Number(/\) \w (\d+)/.exec(read(pid, 'stat'))?.[1] ?? 0) }));
}

function read(pid: number, what: 'stat' | 'environ' | 'cmdline'): string {
  try {
    return readFileSync(`/proc/${pid}/${what}`, 'latin1');
  } catch {
    return '';
  }
}

/** The process of the program that has a file open whose path holds the words. Throws when none has. */
export function holderOf(program: Muniment, words: string): number {
  for (const pid of processesOf(program)) {
    let open: string[];
    try {
      open = readdirSync(`/proc/${pid}/fd`).map((fd) => linkOf(`/proc/${pid}/fd/${fd}`));
    } catch {
      continue;
    }
    if (open.some((path) => path.includes(words))) return pid;
  }
  throw new Error(`no process has ${words} open`);
}

function linkOf(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return '';
  }
}

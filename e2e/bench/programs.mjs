/** Peers that are programs of their own, and what lies on the disk. */
import { spawnSync } from 'node:child_process';
import { lstatSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const sqlcipher = fileURLToPath(new URL('./programs/sqlcipher.mjs', import.meta.url));
const LIMIT_MS = 10 * 60_000;

/**
 * Runs one job of the SQLCipher side in a Node of its own. Throws when it broke.
 * @param {string} profile a folder @param {string} contacts the contacts' module @param {import('./page/job.ts').Job} job
 * @returns {import('./page/job.ts').Done}
 */
export function measureInNode(profile, contacts, job) {
  const done = `${profile}.done.json`;
  rmSync(done, { force: true });
  const env = {
    ...process.env,
    BENCH_JOB: JSON.stringify(job),
    BENCH_DONE: done,
    BENCH_PROFILE: profile,
    BENCH_CONTACTS: contacts,
  };
  const { stderr } = spawnSync(process.execPath, [sqlcipher], {
    env,
    encoding: 'utf8',
    timeout: LIMIT_MS,
  });
  let answer;
  try {
    answer = JSON.parse(readFileSync(done, 'utf8'));
  } catch {
    throw new Error(`Node ended without an answer.\n${stderr}`);
  }
  if ('error' in answer) throw new Error(answer.error);
  return answer;
}

/** The argon2 program with the parameters of the page's side. Throws where it is not installed. */
export function measureArgon() {
  const words = ['saltsaltsaltsalt', '-id', '-t', '3', '-k', '65536', '-p', '1', '-l', '32', '-r'];
  const from = performance.now();
  const { error, status } = spawnSync('argon2', words, { input: 'bench bench bench' });
  const ms = performance.now() - from;
  if (error || status !== 0) throw new Error('the argon2 program is not installed (apt: argon2)');
  return { 'key derivation': ms };
}

/** Bytes of the files of a filled store: IndexedDB's of a profile, or a database beside it. @param {string} store */
export function bytesIn(store) {
  const files = readdirSync(store, { recursive: true, encoding: 'utf8' });
  return files
    .filter((name) => /^IndexedDB\/|^people\.db/.test(name.replaceAll('\\', '/')))
    .map((name) => lstatSync(join(store, name)))
    .reduce((sum, stat) => sum + (stat.isFile() ? stat.size : 0), 0);
}

/** One measurement: a profile folder, a fresh Electron over it, and what it answers. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { root } from '../../electron/setup/steps.mjs';

const bench = fileURLToPath(new URL('.', import.meta.url));
const LIMIT_MS = 10 * 60_000;
export const electron = createRequire(import.meta.url)('electron');
/** Chromium's sandbox refuses root. */
export const switches =
  process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/**
 * Runs one job and waits until its Electron has ended. Throws when it broke or took more than ten minutes.
 * @typedef {import('./page/job.ts').Job} Job
 * @typedef {import('./page/job.ts').Done & { electron: string, chrome: string }} Answer
 * @typedef {{ page: string, profile: string, display: string | undefined }} Place
 * @param {Place} place
 * @param {Job} job
 * @param {string} [calls] where strace puts every sync that the processes ask of the disk
 * @returns {Promise<Answer>}
 */
export async function measure({ page, profile, display }, job, calls) {
  const done = `${profile}.done.json`;
  rmSync(done, { force: true });
  const env = {
    ...process.env,
    BENCH_PAGE: page,
    BENCH_JOB: JSON.stringify(job),
    BENCH_DONE: done,
    DBUS_SESSION_BUS_ADDRESS: 'disabled:',
    ...(display === undefined ? {} : { DISPLAY: display }),
  };
  const args = [...switches, bench, `--user-data-dir=${profile}`];
  const said = await new Promise((resolve, reject) => {
    const [program, ...words] = calls === undefined ? [electron, ...args] : traced(calls, args);
    const child = spawn(program, words, { cwd: root, env, stdio: ['ignore', 'ignore', 'pipe'] });
    let saying = '';
    child.stderr.on('data', (bytes) => (saying += bytes));
    const limit = setTimeout(() => child.kill('SIGKILL'), LIMIT_MS);
    child.on('error', reject);
    child.on('close', () => {
      clearTimeout(limit);
      resolve(saying);
    });
  });
  const about = `${job.side}, ${job.task}, ${job.size}`;
  if (!existsSync(done)) throw new Error(`${about}: Electron ended without an answer.\n${said}`);
  const answer = JSON.parse(readFileSync(done, 'utf8'));
  if ('error' in answer) throw new Error(`${about}: ${answer.error}`);
  return answer;
}

const SYNCS = ['fsync', 'fdatasync', 'sync_file_range', 'msync'];

/** @param {string} calls @param {string[]} args */
function traced(calls, args) {
  return ['strace', '-f', '-y', '-o', calls, '-e', `trace=${SYNCS.join()}`, electron, ...args];
}

/**
 * How many syncs of the store's log a task asks for, beyond those of opening it. null: this machine cannot tell.
 * @param {Place} place a profile for each of the two processes, one after the other
 * @param {Omit<Job, 'task'>} job @param {() => void} afresh makes the profile new
 */
export async function syncsOf(place, job, afresh) {
  if (process.platform !== 'linux' || spawnSync('strace', ['-V']).error) return null;
  /** @param {Job['task']} task */
  const count = async (task) => {
    afresh();
    const calls = `${place.profile}.calls.txt`;
    await measure(place, { ...job, task }, calls);
    const lines = readFileSync(calls, 'utf8').split('\n');
    return lines.filter((line) => /indexeddb\.leveldb\/\d+\.log/.test(line)).length;
  };
  return (await count('write')) - (await count('unlock'));
}

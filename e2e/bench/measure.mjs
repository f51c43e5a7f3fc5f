/** One measurement: a profile folder, a fresh Electron over it, and what it answers. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { root } from '../../electron/setup/steps.mjs';

const bench = fileURLToPath(new URL('.', import.meta.url));
const LIMIT_MS = 10 * 60_000;
/** Chromium's sandbox refuses root. */
export const switches =
  process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/**
 * Runs one job and waits until its Electron has ended. Throws when it broke or took more than ten minutes.
 * @typedef {import('./page/job.ts').Job} Job
 * @typedef {import('./page/job.ts').Done & { electron: string, chrome: string }} Answer
 * @param {{ page: string, profile: string, display: string | undefined }} place
 * @param {Job} job
 * @returns {Promise<Answer>}
 */
export async function measure({ page, profile, display }, job) {
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
  const electron = createRequire(import.meta.url)('electron');
  const args = [...switches, bench, `--user-data-dir=${profile}`];
  const said = await new Promise((resolve, reject) => {
    const child = spawn(electron, args, { cwd: root, env, stdio: ['ignore', 'ignore', 'pipe'] });
    let words = '';
    child.stderr.on('data', (bytes) => (words += bytes));
    const limit = setTimeout(() => child.kill('SIGKILL'), LIMIT_MS);
    child.on('error', reject);
    child.on('close', () => {
      clearTimeout(limit);
      resolve(words);
    });
  });
  const about = `${job.side}, ${job.task}, ${job.size}`;
  if (!existsSync(done)) throw new Error(`${about}: Electron ended without an answer.\n${said}`);
  const answer = JSON.parse(readFileSync(done, 'utf8'));
  if ('error' in answer) throw new Error(`${about}: ${answer.error}`);
  return answer;
}

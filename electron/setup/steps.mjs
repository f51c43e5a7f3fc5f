/** Small shared pieces of the set-up scripts. Nothing here needs an installed package. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** One line of progress. @param {string} sentence */
export function say(sentence) {
  console.log(`· ${sentence}`);
}

/**
 * Runs a program to its end with its output shown; throws with its name and exit code when it fails.
 * @param {string} program
 * @param {string[]} args
 * @param {import('node:child_process').SpawnSyncOptions} [options]
 */
export function run(program, args, options = {}) {
  const done = spawnSync(program, args, { cwd: root, stdio: 'inherit', ...options });
  if (done.error) throw done.error;
  if (done.status !== 0) {
    throw new Error(`${program} ${args[0] ?? ''} ended with ${done.status ?? done.signal}.`);
  }
}

/**
 * Runs npm: the one that started this script, else the one on the path.
 * @param {string[]} args
 * @param {import('node:child_process').SpawnSyncOptions} [options]
 */
export function runNpm(args, options = {}) {
  const cli = process.env.npm_execpath;
  if (cli) run(process.execPath, [cli, ...args], options);
  else run('npm', args, { shell: process.platform === 'win32', ...options });
}

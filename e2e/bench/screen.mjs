/** The screen's thread over a long register, by the test that asserts it over a shorter one (speed.spec.ts). */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../electron/setup/steps.mjs';

const PEOPLE = 100_000;
const LIMIT_MS = 10 * 60_000;

/**
 * Figures of a short register and of one of 100,000 people. Throws when the test broke, not when it failed for being slow.
 * @returns {{ short: Record<string, number>, long: Record<string, number> }}
 */
export function measureScreen() {
  const words = ['playwright', 'test', '-c', 'e2e/playwright.config.ts', 'speed.spec.ts'];
  const env = { ...process.env, MUNIMENT_SPEED_PEOPLE: String(PEOPLE) };
  const { stdout } = spawnSync('npx', words, {
    cwd: root,
    env,
    encoding: 'utf8',
    timeout: LIMIT_MS,
  });
  const [few, many] = JSON.parse(readFileSync(join(root, 'e2e/out/speed.json'), 'utf8'));
  if (many?.people !== PEOPLE) throw new Error(`speed.spec.ts did not come to its end.\n${stdout}`);
  return { short: figuresOf(few), long: figuresOf(many) };
}

/** @param {{ answers: Record<string, number | null>, longest: Record<string, number>, frames: { p95: number } }} costs */
function figuresOf({ answers, longest, frames }) {
  const tasks = Object.entries(longest).filter(([step]) => step !== 'held up');
  const sorts = Object.entries(answers).filter(([step]) => step.startsWith('sort'));
  return {
    'longest task of the screen': Math.max(...tasks.map(([, ms]) => ms)),
    'sort, shown': Math.max(...sorts.map(([, ms]) => ms ?? 0)),
    'scrolling, frames': frames.p95,
  };
}

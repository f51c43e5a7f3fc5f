/** How soon a program shows its first words, and how much memory it has by then: the built program, and an empty one. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { _electron } from '@playwright/test';
import { root } from '../../electron/setup/steps.mjs';
import { electron, switches } from './measure.mjs';

const empty = fileURLToPath(new URL('./programs/empty/', import.meta.url));
const SETTLE_MS = 3_000;

/**
 * Starts a program once over a new profile. Milliseconds from its start to its first contentful paint; megabytes of
 * proportional set size of all its processes (Linux only).
 * @param {'muniment' | 'empty-window'} side @param {string} profile @param {string | undefined} display
 * @returns {Promise<Record<string, number>>}
 */
export async function measureWindow(side, profile, display) {
  const started = Date.now();
  const app = await _electron.launch({
    executablePath: electron,
    args: [...switches, side === 'muniment' ? root : empty, `--user-data-dir=${profile}`],
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: profile,
      DBUS_SESSION_BUS_ADDRESS: 'disabled:',
      ...(display === undefined ? {} : { DISPLAY: display }),
    },
  });
  try {
    const page = await app.firstWindow();
    const painted = await page.waitForFunction(() => {
      const [paint] = performance.getEntriesByName('first-contentful-paint');
      return paint ? performance.timeOrigin + paint.startTime : 0;
    });
    const ms = (await painted.jsonValue()) - started;
    await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
    const bytes = process.platform === 'linux' ? memoryOf(app.process().pid ?? 0) : null;
    return {
      'first window': ms,
      ...(bytes === null ? {} : { 'memory before unlock': bytes / 1e6 }),
    };
  } finally {
    await app.close();
  }
}

/** Bytes of proportional set size of a process and all it started. @param {number} main */
function memoryOf(main) {
  const parents = new Map(readdirSync('/proc').flatMap((name) => parentOf(Number(name))));
  const own = [...parents.keys()].filter((pid) => {
    for (let at = pid; at > 1; at = parents.get(at) ?? 0) if (at === main) return true;
    return false;
  });
  return own.reduce((sum, pid) => {
    const kib = /^Pss:\s+(\d+) kB/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0;
    return sum + Number(kib) * 1024;
  }, 0);
}

/** @param {number} pid @returns {[number, number][]} */
function parentOf(pid) {
  const parent = /\) \w (\d+)/.exec(read(`/proc/${pid}/stat`))?.[1];
  return parent === undefined ? [] : [[pid, Number(parent)]];
}

/** @param {string} path */
function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // It has ended, or is no process.
    return '';
  }
}

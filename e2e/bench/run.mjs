/**
 * `npm run bench`: how long the vault takes beside its peers, in real Electron. Every figure is a fresh process over a
 * fresh copy of a filled profile folder; ours and the peer's take turns within each repetition, and who goes first
 * changes. It reports and judges nothing: a goal that is missed is no failure, only a measurement that broke is.
 * `--quick`: 3 repetitions at 1,000 and 10,000 contacts. `--sizes 1000,10000` and `--repetitions 5` choose others.
 */
import { cpSync, constants, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startDisplay } from '../../electron/setup/display.mjs';
import { root, say } from '../../electron/setup/steps.mjs';
import { buildPage } from './build.mjs';
import { measure, switches } from './measure.mjs';
import { machine, rowsOf, tables, timesKey } from './report.mjs';
import { OURS, TOPICS } from './topics.mjs';

const FULL = { sizes: [1_000, 10_000, 100_000], repetitions: 5 };
const QUICK = { sizes: [1_000, 10_000], repetitions: 3 };

const plan = planFrom(process.argv.slice(2));
const out = join(root, 'e2e/out/bench');
mkdirSync(out, { recursive: true });
/** Beside the results and not in the system's temp folder, which may be memory: a sync has to reach a disk. */
const work = mkdtempSync(join(out, 'work-'));
const page = join(work, 'page');
process.once('exit', () =>
  rmSync(work, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }),
);
process.once('SIGINT', () => process.exit(130));
process.once('SIGTERM', () => process.exit(143));

/** @type {import('./report.mjs').Times} */
const times = new Map();
/** @type {Map<string, string>} what each side kept of the store it filled, by store */
const kept = new Map();
/** @type {string[]} */
const broken = [];
let versions = { electron: 'unknown', chrome: 'unknown' };

const screen =
  process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']
    ? await startDisplay()
    : undefined;
try {
  say('Building the bench page …');
  await buildPage(page);
  if (switches.length > 0) say(`Started as root, so Electron runs with ${switches.join(' ')}.`);
  for (const size of plan.sizes) {
    await measureSize(size);
    // After each, so that a run that is broken off keeps what it has.
    write();
  }
} finally {
  screen?.stop();
}
console.log(`\n${write()}`);
say('Written to e2e/out/bench/results.json and report.txt.');
process.exitCode = broken.length > 0 ? 1 : 0;

/** @param {number} size */
async function measureSize(size) {
  const sides = [...new Set([OURS, ...TOPICS.map(({ peer }) => peer)])];
  const tasks = [...new Set(TOPICS.map(({ task }) => task))];
  say(`${size.toLocaleString('en-GB')} contacts: filling ${sides.length} stores …`);
  for (const side of sides) {
    const filled = await attempt(side, 'fill', size);
    if (!filled?.kept) continue;
    kept.set(storeOf(side, size), filled.kept);
    // Opened once, uncounted: LevelDB works off the log of the filling, which no later start meets again.
    await attempt(side, 'settle', size);
  }
  for (let repetition = 1; repetition <= plan.repetitions; repetition += 1) {
    say(
      `${size.toLocaleString('en-GB')} contacts: repetition ${repetition} of ${plan.repetitions} …`,
    );
    for (const task of tasks) {
      const turns = sides.filter(
        (side) => side === OURS || TOPICS.some((one) => one.task === task && one.peer === side),
      );
      if (repetition % 2 === 0) turns.reverse();
      for (const side of turns) {
        const done = await attempt(side, task, size);
        for (const [topic, ms] of Object.entries(done?.figures ?? {})) {
          const key = timesKey(side, topic, size);
          times.set(key, [...(times.get(key) ?? []), ms]);
        }
      }
    }
  }
  for (const side of sides) rmSync(storeOf(side, size), { recursive: true, force: true });
}

/**
 * One process; what breaks is told at the end, and the rest goes on.
 * @param {string} side @param {import('./page/job.ts').Task | 'settle'} step @param {number} size
 */
async function attempt(side, step, size) {
  const store = storeOf(side, size);
  const inPlace = step === 'fill' || step === 'settle';
  const profile = inPlace ? store : join(work, 'profile');
  const task = step === 'settle' ? 'unlock' : step;
  try {
    if (!inPlace) {
      rmSync(profile, { recursive: true, force: true });
      cpSync(store, profile, { recursive: true, mode: constants.COPYFILE_FICLONE });
    }
    const place = { page, profile, display: screen?.display };
    const done = await measure(place, { task, side, size, kept: kept.get(store) ?? null });
    versions = { electron: done.electron, chrome: done.chrome };
    return done;
  } catch (reason) {
    broken.push(reason instanceof Error ? reason.message : String(reason));
    return null;
  }
}

/** @param {string} side @param {number} size */
function storeOf(side, size) {
  return join(work, `${side}-${size}`);
}

/** Puts the rows so far where others read them; answers the same for people. */
function write() {
  const rows = plan.sizes.flatMap((size) => rowsOf(times, size, plan.quick));
  const missing = plan.sizes.filter((size) => !rows.some((row) => row.size === size));
  const text = [
    `Muniment bench, ${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC${plan.quick ? ' · QUICK: fewer repetitions or sizes than a full run; for a first look' : ''}`,
    machine(versions),
    `Medians of ${plan.repetitions} interleaved repetitions, each a fresh process over a fresh copy of a filled profile.`,
    'Times are this machine’s of this hour; the ratio is what counts. Goals are set for 100,000 contacts and shown at',
    'every size; smaller sizes show how cost grows. The copy leaves the files in the system’s cache, for both sides.',
    tables(rows),
    ...missing.map((size) => `\nNOT MEASURED: ${size} contacts; the run did not come that far.`),
    ...broken.map((what) => `\nNOT MEASURED: ${what}`),
    '',
  ].join('\n');
  writeFileSync(join(out, 'results.json'), `${JSON.stringify(rows, null, 2)}\n`);
  writeFileSync(join(out, 'report.txt'), text);
  return text;
}

/** @param {string[]} words */
function planFrom(words) {
  /** @param {string} name */
  const given = (name) => (words.includes(name) ? words[words.indexOf(name) + 1] : undefined);
  const base = words.includes('--quick') ? QUICK : FULL;
  const sizes = given('--sizes')?.split(',').map(Number) ?? base.sizes;
  const repetitions = Number(given('--repetitions') ?? base.repetitions);
  if (sizes.some((size) => !Number.isInteger(size) || size < 500) || !(repetitions >= 1)) {
    throw new Error('Sizes are whole numbers from 500 on, and there is at least one repetition.');
  }
  const quick = repetitions < FULL.repetitions || FULL.sizes.some((size) => !sizes.includes(size));
  return { sizes, repetitions, quick };
}

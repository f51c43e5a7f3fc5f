/**
 * `npm run bench`: how long the vault takes beside its peers, in real Electron. Every figure is a fresh process over a
 * fresh copy of a filled profile folder; ours and the peers' take turns within each repetition, and who goes first
 * changes. It reports and judges nothing: a goal that is missed is no failure, only a measurement that broke is; a peer
 * that cannot run here is named. `--quick`: 3 repetitions at 1,000 and 10,000 contacts. `--sizes 1000,10000`,
 * `--repetitions 5` and `--only unlock,write` choose others.
 */
import { cpSync, constants, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startDisplay } from '../../electron/setup/display.mjs';
import { root, run, say } from '../../electron/setup/steps.mjs';
import { buildContacts, buildPage } from './build.mjs';
import { measureDocument, prepareDocument } from './documents.mjs';
import { measure, switches, syncsOf } from './measure.mjs';
import { installPeers } from './peers.mjs';
import { plot } from './plot.mjs';
import { measureArgon, measureInNode, bytesIn } from './programs.mjs';
import { machine, rowsOf, tables, timesKey } from './report.mjs';
import { measureScreen } from './screen.mjs';
import { ALONE, OURS, TOPICS } from './topics.mjs';
import { measureWindow } from './windows.mjs';

const FULL = { sizes: [1_000, 10_000, 100_000], repetitions: 5 };
const QUICK = { sizes: [1_000, 10_000], repetitions: 3 };

const plan = planFrom(process.argv.slice(2));
const out = join(root, 'e2e/out/bench');
mkdirSync(out, { recursive: true });
/** Beside the results and not in the system's temp folder, which may be memory: a sync has to reach a disk. */
const work = mkdtempSync(join(out, 'work-'));
const page = join(work, 'page');
const profile = join(work, 'profile');
process.once('exit', () =>
  rmSync(work, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }),
);
process.once('SIGINT', () => process.exit(130));
process.once('SIGTERM', () => process.exit(143));

/** @type {import('./report.mjs').Times} */
const times = new Map();
/** @type {Map<string, string>} what each side kept of the store it filled, by store */
const kept = new Map();
/** @type {Set<string>} what could not be measured, in words */
const broken = new Set();
let versions = { electron: 'unknown', chrome: 'unknown' };

const topics = TOPICS.filter(({ task }) => plan.only === null || plan.only.includes(task));
const alone = ALONE.filter(({ task }) => plan.only === null || plan.only.includes(task));
const absent = topics.length > 0 ? installPeers() : new Map();
for (const [side, why] of absent) broken.add(`${side}: ${why}`);

const screen =
  process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']
    ? await startDisplay()
    : undefined;
const display = screen?.display ?? process.env['DISPLAY'];
let contacts = '';
try {
  say('Building the bench page …');
  await buildPage(page);
  contacts = await buildContacts(join(work, 'node'));
  if (switches.length > 0) say(`Started as root, so Electron runs with ${switches.join(' ')}.`);
  if (alone.length > 0) await measureAlone();
  for (const size of plan.sizes) {
    await measureSize(size);
    // After each, so that a run that is broken off keeps what it has.
    write();
  }
} finally {
  screen?.stop();
}
console.log(`\n${write()}`);
say('Written to e2e/out/bench: results.json, report.txt, cost.svg.');
const unexpected = [...broken].filter(
  (what) => ![...absent.keys()].includes(what.split(':')[0] ?? ''),
);
process.exitCode = unexpected.length > 0 ? 1 : 0;

/** @param {number} size */
async function measureSize(size) {
  const sides = sidesOf(topics);
  const words = `${size.toLocaleString('en-GB')} contacts`;
  say(`${words}: filling ${sides.length} stores …`);
  for (const side of sides) {
    const filled = await attempt(side, 'fill', size);
    if (!filled?.kept) continue;
    kept.set(storeOf(side, size), filled.kept);
    // Opened once, uncounted: LevelDB works off the log of the filling, which no later start meets again.
    await attempt(side, 'settle', size);
    note(side, size, { disk: bytesIn(storeOf(side, size)) / 1e6 });
  }
  for (let repetition = 1; repetition <= plan.repetitions; repetition += 1) {
    say(`${words}: repetition ${repetition} of ${plan.repetitions} …`);
    for (const task of new Set(topics.map((one) => one.task))) {
      if (task === 'disk' || (task === 'syncs' && repetition > 1)) continue;
      const turns = sidesOf(topics.filter((one) => one.task === task));
      if (repetition % 2 === 0) turns.reverse();
      for (const side of turns) if (kept.has(storeOf(side, size))) await attempt(side, task, size);
    }
  }
  for (const side of sides) rmSync(storeOf(side, size), { recursive: true, force: true });
}

/** What no store is needed for. */
async function measureAlone() {
  if (alone.some(({ task }) => task === 'window' || task === 'pdf')) {
    say('Building the program, whose first window and printer are measured …');
    run(process.execPath, ['electron/setup/build.mjs'], { stdio: 'ignore' });
  }
  if (alone.some(({ task }) => task === 'pdf')) await prepareDocument(join(work, 'document'));
  if (alone.some(({ task }) => task === 'screen') && (!plan.quick || plan.only !== null)) {
    say('The screen over 100,000 people (once; the list is made first) …');
    try {
      const { short, long } = measureScreen();
      note(OURS, 0, long);
      note('short-register', 0, short);
    } catch (reason) {
      broken.add(`the screen: ${reason instanceof Error ? reason.message : String(reason)}`);
    }
  }
  for (let repetition = 1; repetition <= plan.repetitions; repetition += 1) {
    say(
      `Key derivation, 200 pages and first window: repetition ${repetition} of ${plan.repetitions} …`,
    );
    for (const { task, peers } of new Map(alone.map((one) => [one.task, one])).values()) {
      if (task === 'screen') continue;
      const turns = [OURS, ...peers.map(({ side }) => side)];
      if (repetition % 2 === 0) turns.reverse();
      for (const side of turns) await attempt(side, task, 0);
    }
  }
}

/** Ours and the peers of these topics that can run here. @param {readonly import('./topics.mjs').Topic[]} of */
function sidesOf(of) {
  const sides = new Set([OURS, ...of.flatMap(({ peers }) => peers.map(({ side }) => side))]);
  return [...sides].filter((side) => !absent.has(side));
}

/**
 * One process; what breaks is told at the end, and the rest goes on.
 * @param {string} side @param {import('./topics.mjs').Topic['task'] | 'fill' | 'settle'} step @param {number} size
 * @returns {Promise<import('./page/job.ts').Done | null>}
 */
async function attempt(side, step, size) {
  try {
    const done = await measured(side, step, size);
    // `settle` counts for nothing.
    if (step !== 'settle') note(side, size, done.figures);
    return done;
  } catch (reason) {
    const why = reason instanceof Error ? reason.message : String(reason);
    broken.add(`${side}: ${step} of ${size.toLocaleString('en-GB')}: ${why}`);
    return null;
  }
}

/**
 * @param {string} side @param {import('./topics.mjs').Topic['task'] | 'fill' | 'settle'} step @param {number} size
 * @returns {Promise<import('./page/job.ts').Done>}
 */
async function measured(side, step, size) {
  const store = storeOf(side, size);
  const inPlace = step === 'fill' || step === 'settle';
  const place = { page, profile: inPlace ? store : profile, display };
  const afresh = () => {
    rmSync(profile, { recursive: true, force: true });
    if (kept.has(store))
      cpSync(store, profile, { recursive: true, mode: constants.COPYFILE_FICLONE });
  };
  if (!inPlace) afresh();
  const job = { side, size, kept: kept.get(store) ?? null };
  switch (step) {
    case 'window': {
      const which = side === OURS ? 'muniment' : 'empty-window';
      return { figures: await measureWindow(which, profile, display), kept: null };
    }
    case 'syncs': {
      const each = await syncsOf(place, job, afresh);
      if (each === null) throw new Error('this machine has no strace to count them with');
      return { figures: { 'write, syncs': each }, kept: null };
    }
    case 'pdf': {
      return {
        figures: measureDocument(
          side === OURS ? 'muniment' : side,
          join(work, 'document'),
          profile,
          display,
        ),
        kept: null,
      };
    }
    case 'kdf':
      if (side !== OURS) return { figures: measureArgon(), kept: null };
      return inPage(place, { ...job, task: 'kdf', kept: '' });
    case 'disk':
    case 'screen':
      throw new Error('is not measured by a process of its own');
    default: {
      const task = step === 'settle' ? 'unlock' : step;
      if (side === 'sqlcipher') return measureInNode(place.profile, contacts, { ...job, task });
      return inPage(place, { ...job, task });
    }
  }
}

/** @param {import('./measure.mjs').Place} place @param {import('./page/job.ts').Job} job */
async function inPage(place, job) {
  const done = await measure(place, job);
  versions = { electron: done.electron, chrome: done.chrome };
  return done;
}

/** @param {string} side @param {number} size @param {Readonly<Record<string, number>>} figures */
function note(side, size, figures) {
  for (const [topic, value] of Object.entries(figures)) {
    const key = timesKey(side, topic, size);
    times.set(key, [...(times.get(key) ?? []), value]);
  }
}

/** @param {string} side @param {number} size */
function storeOf(side, size) {
  return join(work, `${side}-${size}`);
}

/** Puts the rows so far where others read them; answers the same for people. */
function write() {
  const rows = [
    ...rowsOf(alone, times, 0, plan.quick),
    ...plan.sizes.flatMap((size) => rowsOf(topics, times, size, plan.quick)),
  ];
  const missing = plan.sizes.filter((size) => !rows.some((row) => row.size === size));
  const text = [
    `Muniment bench, ${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC${plan.quick ? ' · QUICK: fewer repetitions or sizes than a full run; for a first look' : ''}`,
    machine(versions),
    `Medians of ${plan.repetitions} interleaved repetitions, each a fresh process over a fresh copy of a filled profile.`,
    'Times are this machine’s of this hour; the ratio is what counts. Goals are set for 100,000 contacts and shown at',
    'every size; smaller sizes show how cost grows. The copy leaves the files in the system’s cache, for all sides.',
    tables([...topics, ...alone], rows),
    '',
    ...missing.map((size) => `NOT MEASURED: ${size} contacts; the run did not come that far.`),
    ...[...broken].map((what) => `NOT MEASURED: ${what}`),
    '',
  ].join('\n');
  writeFileSync(join(out, 'results.json'), `${JSON.stringify(rows, null, 2)}\n`);
  writeFileSync(join(out, 'report.txt'), text);
  writeFileSync(join(out, 'cost.svg'), plot(topics, rows));
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
  const only = given('--only')?.split(',') ?? null;
  const part = repetitions < FULL.repetitions || FULL.sizes.some((size) => !sizes.includes(size));
  const isSized = TOPICS.some(({ task }) => only === null || only.includes(task));
  return { sizes: isSized ? sizes : [], repetitions, only, quick: part || only !== null };
}

/**
 * What `npm test` does after the set-up: every check and every test, to the end even when one fails.
 * The last line is `N passed, N failed`: each test of vitest and Playwright counts, and each other step as one.
 * At last it is counted which of these tests show that the privacy policy is carried out, clause by clause.
 * `--only oxlint,layers` runs just those steps.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { passedE2e, passedUnits, publish, readClauses, rowsOf, unproven } from './clause-table.mjs';
import { root } from './steps.mjs';

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Count
 * @typedef {{ code: number, output: string }} Ended
 * @typedef {{ name: string, title: string, words: string[], count?: (ended: Ended) => Count }} Step
 */

const reports = mkdtempSync(join(tmpdir(), 'muniment-test-'));
const unitReport = join(reports, 'unit.json');
const e2eReport = join(reports, 'e2e.json');
const folders = ['electron', 'renderer', 'e2e'];
const suppression = 'eslint-disable|oxlint-disable|prettier-ignore|@ts-(ignore|nocheck)';

/** Each step by itself; none changes what another reads. @type {Step[]} */
const checks = [
  step('lockcheck', 'The lock file is complete', 'node electron/setup/lockcheck.mjs'),
  step(
    'prettier',
    'Formatting',
    `prettier --check --log-level warn ${folders.join(' ')} .ci *.json`,
  ),
  step('tsc', 'Types', 'tsc -p . --pretty false'),
  step(
    'oxlint',
    'Lint',
    `oxlint -c electron/setup/oxlint.json --deny-warnings ${folders.join(' ')}`,
  ),
  {
    ...step('suppressions', 'No check is silenced in the code', ''),
    words: ['git', 'grep', '-nE', suppression, '--', ...folders, ':!electron/setup/test.mjs'],
    // git grep ends with 1 when it finds nothing.
    count: ({ code }) => one(code === 1),
  },
  {
    ...step(
      'layers',
      'Who imports whom',
      `depcruise -c electron/setup/layers.mjs ${folders.join(' ')}`,
    ),
    count: ({ code, output }) => one(code === 0 && sawModules(output)),
  },
  step('knip', 'Nothing unused', 'knip -c electron/setup/knip.json --no-progress'),
  step('build', 'Build', 'node electron/setup/build.mjs'),
];

/** One after the other, with the machine to themselves. @type {Step[]} */
const tests = [
  {
    name: 'vitest',
    title: 'Unit tests',
    words: [
      ...'vitest run -c renderer/vite.config.ts --reporter=default --reporter=json'.split(' '),
      `--outputFile.json=${unitReport}`,
    ],
    count: ({ code }) => countUnit(code),
  },
  {
    name: 'e2e',
    title: 'The program, driven in real Electron',
    words: 'playwright test -c e2e/playwright.config.ts --reporter=list,json'.split(' '),
    count: ({ code }) => countE2e(code),
  },
];

const only = process.argv.includes('--only')
  ? (process.argv[process.argv.indexOf('--only') + 1] ?? '').split(',')
  : undefined;
/** @param {Step} asked */
const wanted = ({ name }) => only === undefined || only.includes(name);

/** @type {Count} */
const total = { passed: 0, failed: 0, skipped: 0 };
let buildFailed = false;

const began = performance.now();
await inTwoLanes(checks.filter(wanted));
for (const each of tests.filter(wanted)) {
  if (each.name === 'e2e' && buildFailed) {
    console.log(
      `\n== ${each.title} ==\nNot run: the build failed, and an older build proves nothing.`,
    );
    total.failed += 1;
  } else {
    console.log(`\n== ${each.title} ==`);
    tell(each, await run(each, true));
  }
}
if (only === undefined || only.includes('clauses')) {
  console.log('\n== The privacy policy, clause by clause ==');
  const failed = await countClauses();
  total[failed ? 'failed' : 'passed'] += 1;
}
rmSync(reports, { recursive: true });
const minutes = ((performance.now() - began) / 60_000).toFixed(1);
console.log(`\n${minutes} minutes; the goal for all of it is under 10, on two cores.`);
if (total.skipped > 0) console.log(`${total.skipped} skipped, each with its reason above.`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;

/** @param {string} name @param {string} title @param {string} command @returns {Step} */
function step(name, title, command) {
  const words = command
    .split(' ')
    .flatMap((word) => (word === '*.json' ? ['package.json', 'tsconfig.json'] : [word]));
  return { name, title, words };
}

/** Two at a time; told in their order. @param {Step[]} steps */
async function inTwoLanes(steps) {
  /** @type {Promise<Ended & { seconds: number }>[]} */
  const runs = [];
  for (const each of steps) {
    const before = runs.at(-2) ?? Promise.resolve();
    runs.push(before.then(() => run(each, false)));
  }
  for (const [at, each] of steps.entries()) {
    console.log(`\n== ${each.title} ==`);
    const ended = await runs[at];
    if (!ended) continue;
    if (ended.output.trim()) console.log(ended.output.trim());
    tell(each, ended);
    if (each.name === 'build') buildFailed = ended.code !== 0;
  }
}

/** @param {Step} asked @param {boolean} live shows the output as it comes @returns {Promise<Ended & { seconds: number }>} */
function run({ words: [program = '', ...args] }, live) {
  const started = performance.now();
  const env = {
    ...process.env,
    PATH: `${join(root, 'node_modules/.bin')}${delimiter}${process.env['PATH'] ?? ''}`,
    PLAYWRIGHT_JSON_OUTPUT_FILE: e2eReport,
    ...(live && process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}),
  };
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, env, shell: process.platform === 'win32' });
    let output = '';
    /** @param {Buffer} bytes */
    const hear = (bytes) => {
      output += bytes;
      if (live) process.stdout.write(bytes);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    /** @param {number} code */
    const end = (code) => resolve({ code, output, seconds: (performance.now() - started) / 1000 });
    child.on('error', (error) => {
      hear(Buffer.from(`${error.message}\n`));
      end(-1);
    });
    child.on('close', (code) => end(code ?? -1));
  });
}

/** @param {Step} asked @param {Ended & { seconds: number }} ended */
function tell({ count = ({ code }) => one(code === 0) }, ended) {
  const { passed, failed, skipped } = count(ended);
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
  const rest = skipped > 0 ? `, ${skipped} skipped` : '';
  console.log(`-- ${passed} passed, ${failed} failed${rest} (${ended.seconds.toFixed(1)} s)`);
}

/** @param {boolean} fine @returns {Count} */
function one(fine) {
  return { passed: fine ? 1 : 0, failed: fine ? 0 : 1, skipped: 0 };
}

/** An unsuited TypeScript makes dependency-cruiser see nothing and pass. @param {string} output */
function sawModules(output) {
  const domain = join(root, 'renderer/domain');
  const written = existsSync(domain) && readdirSync(domain).some((name) => name.endsWith('.ts'));
  return !written || Number(/(\d+) modules/.exec(output)?.[1] ?? 0) > 0;
}

/** @param {number} code @returns {Count} */
function countUnit(code) {
  if (!existsSync(unitReport)) return one(false);
  const report = JSON.parse(readFileSync(unitReport, 'utf8'));
  return atLeastOneFailure(code, {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  });
}

/** @param {number} code @returns {Count} */
function countE2e(code) {
  if (!existsSync(e2eReport)) return one(false);
  const { stats } = JSON.parse(readFileSync(e2eReport, 'utf8'));
  return atLeastOneFailure(code, {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
  });
}

/** Tells which tests show which clause; answers whether one has no feature or no test. */
async function countClauses() {
  const rows = rowsOf(await readClauses(), [
    ...(existsSync(unitReport) ? passedUnits(unitReport) : []),
    ...(existsSync(e2eReport) ? passedE2e(e2eReport) : []),
  ]);
  publish(rows);
  const missing = unproven(rows);
  if (missing.length > 0)
    console.log(`No feature, or no test that passed and names it: ${missing.join(', ')}`);
  return missing.length > 0;
}

/** A run that ended badly outside its tests has failed too. @param {number} code @param {Count} count @returns {Count} */
function atLeastOneFailure(code, count) {
  return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
}

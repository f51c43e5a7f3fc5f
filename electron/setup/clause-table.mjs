/**
 * Which tests show that a clause of the privacy policy is carried out: those that passed and name it in brackets in
 * their title, as in "… (CONSENT, COLLECT-PHOTOS)".
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { runnerImport } from 'vite';
import { root } from './steps.mjs';

/**
 * @typedef {{ id: string, carriedOutBy: string }} Clause
 * @typedef {{ file: string, title: string }} Passed
 * @typedef {Clause & { tests: string[] }} Row
 * @typedef {{ title: string, file?: string, specs?: { title: string, ok: boolean, tests: { status: string }[] }[], suites?: Suite[] }} Suite
 */

/** The clauses, of the program's own list. @returns {Promise<readonly Clause[]>} */
export async function readClauses() {
  /** @type {{ module: { CLAUSES: readonly Clause[] } }} */
  const { module } = await runnerImport(join(root, 'renderer/domain/clauses.ts'), {
    configFile: false,
    logLevel: 'error',
  });
  return module.CLAUSES;
}

/** The tests of a report of vitest that passed. @param {string} path @returns {Passed[]} */
export function passedUnits(path) {
  /** @type {{ testResults: { name: string, assertionResults: { fullName: string, status: string }[] }[] }} */
  const { testResults } = JSON.parse(readFileSync(path, 'utf8'));
  return testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'passed')
      .map(({ fullName }) => ({ file: relative(root, name), title: fullName })),
  );
}

/** The tests of a report of Playwright that ran and passed. @param {string} path @returns {Passed[]} */
export function passedE2e(path) {
  /** @type {{ suites: Suite[] }} */
  const { suites } = JSON.parse(readFileSync(path, 'utf8'));
  return suites.flatMap((suite) => passedIn(suite, `e2e/${suite.file ?? suite.title}`, ''));
}

/** @param {Suite} suite @param {string} file @param {string} above @returns {Passed[]} */
function passedIn({ specs = [], suites = [] }, file, above) {
  return [
    ...specs
      .filter(({ ok, tests }) => ok && tests.some(({ status }) => status === 'expected'))
      .map(({ title }) => ({ file, title: `${above}${title}` })),
    ...suites.flatMap((inner) => passedIn(inner, file, `${above}${inner.title} `)),
  ];
}

/** Each clause with the tests that name it. @param {readonly Clause[]} clauses @param {readonly Passed[]} passed @returns {Row[]} */
export function rowsOf(clauses, passed) {
  const named = passed.map(({ file, title }) => ({
    ids: [...title.matchAll(/\(([^()]*)\)/g)].flatMap(([, inside = '']) => inside.split(/,\s*/)),
    words: `${file}: ${title}`,
  }));
  return clauses.map(({ id, carriedOutBy }) => ({
    id,
    carriedOutBy,
    tests: named.filter(({ ids }) => ids.includes(id)).map(({ words }) => words),
  }));
}

/** The ids of clauses that nothing carries out, or that no test shows. @param {readonly Row[]} rows */
export function unproven(rows) {
  return rows
    .filter(({ carriedOutBy, tests }) => carriedOutBy.trim() === '' || tests.length === 0)
    .map(({ id }) => id);
}

/** Prints the table and writes it to e2e/out/clauses.json. @param {readonly Row[]} rows */
export function publish(rows) {
  const widest = Math.max(...rows.map(({ id }) => id.length));
  for (const { id, carriedOutBy, tests } of rows) {
    console.log(`${id.padEnd(widest)}  ${carriedOutBy}`);
    for (const test of tests) console.log(`${' '.repeat(widest)}    ${test}`);
  }
  mkdirSync(join(root, 'e2e/out'), { recursive: true });
  writeFileSync(join(root, 'e2e/out/clauses.json'), `${JSON.stringify(rows, null, 2)}\n`);
}

/**
 * The screen's thread stays free however many people there are: the same is done over a short register and over a long
 * one. Tasks are counted in processor time, which a busy machine does not change much. What was measured is in
 * speed.json; MUNIMENT_SPEED_PEOPLE=100000 measures as many.
 */
import { writeFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { outPath, type Muniment } from './launch.ts';
import { answered, scrolled, traceTasks, watch } from './screen-tasks.ts';
import { PASSPHRASE, lock, makeVault, must, pageOf, readImport, start } from './store/office.ts';
import { writePeople } from './store/many-people.ts';
import { askVault } from './vault-wire.ts';

const FEW = 60;
const MANY = Number(process.env['MUNIMENT_SPEED_PEOPLE'] ?? 20_000);
/** The most that a task of the screen's thread may take; twice that fails the test. */
const LONG_MS = 50;
/** Milliseconds of a task that is too long, for the control. */
const HELD_MS = 400;

interface Costs {
  readonly people: number;
  /** Milliseconds from the key or click to the first frame that shows something else; null: nothing did for a second. */
  readonly answers: Record<string, number | null>;
  /** The longest task of the screen's thread in each step, milliseconds of processor time. */
  readonly longest: Record<string, number>;
  /** Milliseconds between two frames while scrolling. */
  readonly frames: { median: number; p95: number };
}

let program: Muniment;
test.beforeAll(async () => {
  test.setTimeout(120_000);
  program = await start();
  await makeVault(program.page);
});
test.afterAll(() => program.close());

test(`${MANY} people cost the screen's thread no more than ${FEW}`, async () => {
  test.setTimeout(MANY > 20_000 ? 600_000 : 120_000);
  await bringIn(FEW);
  const few = await costs(FEW);
  await bringIn(MANY - FEW);
  const many = await costs(MANY);
  writeFileSync(outPath('speed.json'), `${JSON.stringify([few, many], null, 2)}\n`);
  // The control: a task that is too long is seen.
  expect(many.longest['held up']).toBeGreaterThan(LONG_MS);
  for (const [step, ms] of Object.entries(many.longest))
    if (step !== 'held up') expect(ms, step).toBeLessThanOrEqual(2 * LONG_MS);
});

/** Imports as many people, past the screen, and opens the vault anew, as one does the next morning. */
async function bringIn(count: number): Promise<void> {
  must(await readImport(program, writePeople(program.profile, count)));
  must(await askVault(pageOf(program), 'import.apply', {}));
  const page = await lock(program);
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation', { name: 'Rooms' }).waitFor({ timeout: 60_000 });
}

async function costs(people: number): Promise<Costs> {
  const page = pageOf(program);
  const trace = await traceTasks(page);
  const answers: Costs['answers'] = {};
  const step = async (name: string, act: () => Promise<unknown>) => {
    await trace.mark(name);
    await watch(page);
    await act();
    answers[name] = await answered(page);
  };
  await step('open the register', () => page.keyboard.press('Control+2'));
  await page.getByRole('row').nth(5).waitFor();
  await trace.mark('scroll');
  const frames = await scrolled(page);
  for (const column of ['E-mail', 'Organisation', 'Name'])
    await step(`sort by ${column}`, () => sortBy(page, column));
  const search = page.getByRole('searchbox', { name: 'Search people' });
  await search.focus();
  for (const letter of 'ravi') await step(`type ${letter}`, () => page.keyboard.press(letter));
  await step('show everybody', () => search.fill(''));
  await step('open a person', () => page.getByRole('row').nth(3).click());
  await trace.mark('held up');
  await hold(page, HELD_MS);
  await page.keyboard.press('Control+1');
  return { people, answers, longest: await trace.longest(), frames };
}

function sortBy(page: Page, column: string): Promise<void> {
  return page.getByRole('columnheader', { name: column }).getByRole('button').click();
}

/** Keeps the page's thread busy. */
function hold(page: Page, ms: number): Promise<void> {
  return page.evaluate((length) => {
    for (const from = performance.now(); performance.now() - from < length;);
  }, ms);
}

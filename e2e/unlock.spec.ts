/** The door: a wrong passphrase, the wait that grows, a key file cut short, and what a lock leaves of the page. */
import { readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import type { HostBridge } from '../electron/contract.ts';
import { ERRORS } from '../renderer/domain/errors.ts';
import { look } from './at-work.ts';
import type { Muniment, Profile } from './launch.ts';
import { codeOf, GROUP, lock, lockByKey, makeVault, must, newMeeting } from './store/office.ts';
import { pageOf, PASSPHRASE, restartPage, save, start, unlock } from './store/office.ts';
import { alive } from './store/process-tree.ts';
import { askVault } from './vault-wire.ts';

declare const host: HostBridge;

const KEY_MS = 30_000;

let program: Muniment;
test.beforeAll(async () => {
  test.setTimeout(120_000);
  program = await start();
  await makeVault(program.page);
  await lock(program);
});
test.afterAll(() => program.close());

const waitOf = (page: Page): Promise<number> => page.evaluate(() => host.ask('unlockWait', null));

async function tryByHand(page: Page, passphrase: string): Promise<void> {
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.keyboard.press('Enter');
}

/** The generations of the key file, newest first. */
function generations({ userData }: Profile): string[] {
  const folder = join(userData, 'vault');
  return readdirSync(folder)
    .filter((name) => /^keys-\d+\.muniment$/.test(name))
    .toSorted()
    .toReversed()
    .map((name) => join(folder, name));
}

test('a wrong passphrase is refused in a sentence, and the right one opens', async () => {
  test.setTimeout(120_000);
  const page = pageOf(program);
  await tryByHand(page, 'wrong horse battery staple');
  await expect(page.getByText(ERRORS['vault/passphrase-wrong'])).toBeVisible({ timeout: KEY_MS });
  expect(codeOf(await askVault(page, 'today', {}))).toBe('vault/locked');
  await tryByHand(page, PASSPHRASE);
  await page.getByRole('navigation', { name: 'Rooms' }).waitFor({ timeout: KEY_MS });
  expect(await waitOf(page)).toBe(0);
});

test('a lock ends the page’s process and the worker, and comes back to the same room', async () => {
  const page = pageOf(program);
  await page.getByRole('navigation', { name: 'Rooms' }).waitFor({ timeout: KEY_MS });
  await page.keyboard.press('Control+3');
  await page.getByRole('heading', { name: 'Meetings', level: 1 }).waitFor();
  const pids = (): Promise<number[]> =>
    program.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map(({ webContents }) => webContents.getOSProcessId()),
    );
  const before = await pids();
  const worker = page.workers()[0];
  expect(before.length).toBe(1);
  // The control: what is looked for after the lock is there before it.
  expect(before.map(alive)).toEqual([true]);
  expect(await worker?.evaluate(() => self.constructor.name)).toBe('DedicatedWorkerGlobalScope');

  const next = await lockByKey(program);
  await expect.poll(() => before.some(alive)).toBe(false);
  expect(page.isClosed()).toBe(true);
  expect(page.workers()).toEqual([]);
  const after = await pids();
  expect(after.length).toBe(1);
  expect(after).not.toEqual(before);
  expect(codeOf(await askVault(next, 'today', {}))).toBe('vault/locked');
  await expect(next.getByRole('heading', { name: GROUP })).toBeVisible();

  await tryByHand(next, PASSPHRASE);
  await next.getByRole('heading', { name: 'Meetings', level: 1 }).waitFor({ timeout: KEY_MS });
  await lock(program);
});

test('after several wrong guesses the wait grows, and a restart does not shorten it', async () => {
  test.setTimeout(120_000);
  const guess = (): Promise<number> =>
    pageOf(program).evaluate(() => host.ask('unlockTried', { wrong: true }));
  const waits = [await guess(), await guess(), await guess(), await guess()];
  expect(waits).toEqual([0, 0, 0, 0]);
  const fifth = await guess();
  const sixth = await guess();
  const seventh = await guess();
  expect([fifth, sixth, seventh].map((ms) => Math.round(ms / 1_000))).toEqual([5, 15, 60]);

  await program.close();
  program = await start(program.profile);
  const left = await waitOf(program.page);
  expect(left).toBeGreaterThan(20_000);
  expect(left).toBeLessThanOrEqual(60_000);
  await expect(program.page.getByText(/the next one has to wait: \d+ seconds to go/)).toBeVisible();
  await expect(program.page.getByRole('button', { name: 'Unlock', exact: true })).toBeDisabled();
  // Guesses are in a file of their own, which says nothing of what was typed.
  const stored = readFileSync(join(program.profile.userData, 'vault', 'guesses.json'), 'utf8');
  expect(Object.keys(JSON.parse(stored)).toSorted()).toEqual(['at', 'wrong']);
  // The right passphrase ends it.
  await program.page.evaluate(() => host.ask('unlockTried', { wrong: false }));
  expect(await waitOf(program.page)).toBe(0);
});

test('a key file cut short in its newest generation opens by the one before', async () => {
  test.setTimeout(120_000);
  const kept = newMeeting('Kept in the store');
  must(await unlock(pageOf(program)));
  must(await save(pageOf(program), kept));
  await lock(program);
  const [newest = '', before = ''] = generations(program.profile);
  expect(before).not.toBe('');
  truncateSync(newest, Math.floor(readFileSync(newest).length / 2));
  const page = await restartPage(program);
  expect(must(await askVault(page, 'status', {}))).toMatchObject({ state: 'locked' });
  must(await unlock(page));
  expect(must(await askVault(page, 'open', { id: kept.id })).record).toEqual(kept);
  await lock(program);
});

test('a key file cut short in both is named, and nothing is made over it', async () => {
  test.setTimeout(120_000);
  const files = generations(program.profile);
  const whole = files.map((path) => readFileSync(path));
  for (const path of files) truncateSync(path, 100);
  const page = await restartPage(program);
  expect(must(await askVault(page, 'status', {}))).toEqual({ state: 'header-damaged' });
  await expect(page.getByText(ERRORS['vault/header-damaged'])).toBeVisible();
  await look(page, 'header-damaged');
  expect(codeOf(await unlock(page))).toBe('vault/header-damaged');
  const owner = { name: 'Somebody', post: 'chair', country: 'GB' } as const;
  const made = await askVault(page, 'create', { groupName: 'X', owner, passphrase: PASSPHRASE });
  expect(codeOf(made)).toBe('vault/exists');
  // Nothing was written: put back, it opens.
  for (const path of files) expect(readFileSync(path).length).toBe(100);
  for (const [at, path] of files.entries()) writeFileSync(path, whole[at] ?? '');
  must(await unlock(await restartPage(program)));
  await lock(program);
});

test('a key file that was altered is not believed', async () => {
  test.setTimeout(120_000);
  const files = generations(program.profile);
  const whole = files.map((path) => readFileSync(path, 'utf8'));
  for (const [at, path] of files.entries())
    writeFileSync(path, (whole[at] ?? '').replace(GROUP, 'Another name entirely'));
  const page = await restartPage(program);
  expect(codeOf(await unlock(page))).toBe('vault/header-forged');
  for (const [at, path] of files.entries()) writeFileSync(path, whole[at] ?? '');
  must(await unlock(await restartPage(program)));
});

/**
 * What can happen to the store behind the vault's back: a bit flips, it vanishes, an older copy is put in its place. Each
 * is refused by name, nothing is written over it, and what was saved opens again once the store is whole.
 */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { ERRORS } from '../renderer/domain/errors.ts';
import type { Meeting } from '../renderer/domain/meeting.ts';
import { look, press } from './at-work.ts';
import type { Muniment, Profile } from './launch.ts';
import { writeBigList } from './store/big-list.ts';
import { chance } from './store/chance.ts';
import { codeOf, GROUP, lock, makeVault, must, newMeeting, pageOf } from './store/office.ts';
import {
  PASSPHRASE,
  readImport,
  restartPage,
  save,
  start,
  unlock,
  verified,
} from './store/office.ts';
import { copyStore } from './store/places.ts';
import { harm, rawStore } from './store/raw-store.ts';
import { askVault } from './vault-wire.ts';

const folderOf = ({ userData }: Profile): string => join(userData, 'Partitions/muniment/IndexedDB');
const keyFiles = ({ userData }: Profile): Record<string, string> => {
  const folder = join(userData, 'vault');
  const names = readdirSync(folder).filter((name) => name.startsWith('keys-'));
  return Object.fromEntries(
    names.map((name) => [name, readFileSync(join(folder, name), 'latin1')]),
  );
};

let program: Muniment;
const kept: Meeting[] = [];
test.beforeAll(async () => {
  test.setTimeout(120_000);
  program = await start();
  await makeVault(program.page);
  await keepOne(program.page);
  // Large enough that the vault folds it into pages a moment later.
  must(await readImport(program, writeBigList(program.profile, 'Folded', chance(7))));
  must(await askVault(program.page, 'import.apply', {}));
  await expect
    .poll(async () => (await rawStore(program.page)).folds, { timeout: 60_000 })
    .toBeGreaterThan(0);
  await keepOne(program.page);
  await lock(program);
});
test.afterAll(() => program.close());

/** Saves one more meeting that has to be there at the end of every test. */
async function keepOne(page: Page): Promise<void> {
  const meeting = newMeeting(`Kept ${kept.length}`);
  must(await save(page, meeting));
  kept.push(meeting);
}

async function expectAllKept(page: Page): Promise<void> {
  for (const meeting of kept)
    expect(must(await askVault(page, 'open', { id: meeting.id })).record).toEqual(meeting);
  expect(await verified(page)).toBeGreaterThan(kept.length);
}

/** A new vault over what is here is refused. */
async function expectNoNewVault(page: Page): Promise<void> {
  const owner = { name: 'Somebody', post: 'chair', country: 'GB' } as const;
  const made = await askVault(page, 'create', { groupName: 'X', owner, passphrase: PASSPHRASE });
  expect(codeOf(made)).toBe('vault/exists');
}

test('one bit flipped in any table is refused, and nothing is written over it', async () => {
  test.setTimeout(180_000);
  const { pages } = await rawStore(pageOf(program));
  const records = pages.find((key) => /^people-\d+$/.test(key));
  const segment = pages.find((key) => key.endsWith('-search'));
  expect([records, segment]).not.toContain(undefined);
  for (const [table, key] of [
    ['pages', 'root'],
    ['pages', records],
    ['pages', segment],
    ['commits', undefined],
  ] as const) {
    const page = pageOf(program);
    const healthy = await rawStore(page);
    await harm(page, table, 'flip', key);
    const harmed = await rawStore(page);
    expect(harmed.print).not.toBe(healthy.print);
    const keys = keyFiles(program.profile);
    expect(codeOf(await unlock(page))).toBe('vault/store-damaged');
    expect(codeOf(await askVault(page, 'today', {}))).toBe('vault/locked');
    await expectNoNewVault(page);
    expect((await rawStore(page)).print).toBe(harmed.print);
    expect(keyFiles(program.profile)).toEqual(keys);
    // Flipped back, it is whole again: only that bit was wrong.
    await harm(page, table, 'flip', key);
    expect((await rawStore(page)).print).toBe(healthy.print);
  }
  const page = await restartPage(program);
  must(await unlock(page));
  await expectAllKept(page);
  await lock(program);
});

test('a damaged store may be looked at, and is left exactly as it is', async () => {
  const page = pageOf(program);
  const { pages } = await rawStore(page);
  const records = pages.find((key) => /^people-\d+$/.test(key));
  await harm(page, 'pages', 'flip', records);
  const harmed = await rawStore(page);
  const keys = keyFiles(program.profile);

  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('A page of the store is damaged', {
    timeout: 30_000,
  });
  await expect(page.getByRole('button', { name: 'Restore a backup' })).toBeVisible();
  await look(page, 'store-damaged');
  await press(page, 'Open to look at it');
  await expect(page.getByText('Only to be looked at.')).toBeVisible({ timeout: 30_000 });
  const [meeting] = kept;
  expect(must(await askVault(page, 'open', { id: meeting?.id ?? '' })).record).toEqual(meeting);
  expect(codeOf(await save(page, newMeeting('Not kept')))).toBe('vault/read-only');
  await look(page, 'store-looked-at');
  await lock(program);
  expect((await rawStore(pageOf(program))).print).toBe(harmed.print);
  expect(keyFiles(program.profile)).toEqual(keys);
  await harm(pageOf(program), 'pages', 'flip', records);
});

test('a store that vanished under its key file is named, and no new vault is made over it', async () => {
  test.setTimeout(180_000);
  await program.close();
  const store = folderOf(program.profile);
  const away = join(program.profile.home, 'away');
  copyStore(store, away);
  rmSync(store, { recursive: true });
  const keys = keyFiles(program.profile);

  program = await start(program.profile);
  expect(must(await askVault(program.page, 'status', {}))).toMatchObject({
    state: 'store-missing',
    vaultName: GROUP,
  });
  await expect(program.page.getByRole('heading', { name: GROUP })).toBeVisible();
  await expect(program.page.getByText(ERRORS['vault/store-missing'])).toBeVisible();
  await expect(program.page.getByRole('button', { name: /Create/ })).toHaveCount(0);
  await look(program.page, 'store-missing');
  expect(codeOf(await unlock(program.page))).toBe('vault/store-missing');
  await expectNoNewVault(program.page);
  expect(keyFiles(program.profile)).toEqual(keys);

  await program.close();
  copyStore(away, store);
  program = await start(program.profile);
  must(await unlock(program.page));
  await expectAllKept(program.page);
  await lock(program);
});

test('an older copy of the store under the newer key file is refused by name', async () => {
  test.setTimeout(180_000);
  await program.close();
  const store = folderOf(program.profile);
  const older = join(program.profile.home, 'older');
  const newer = join(program.profile.home, 'newer');
  copyStore(store, older);
  program = await start(program.profile);
  must(await unlock(program.page));
  await keepOne(program.page);
  await lock(program);
  await program.close();
  copyStore(store, newer);
  copyStore(older, store);

  program = await start(program.profile);
  const keys = keyFiles(program.profile);
  const { print } = await rawStore(program.page);
  expect(codeOf(await unlock(program.page))).toBe('vault/store-rolled-back');
  expect((await rawStore(program.page)).print).toBe(print);
  expect(keyFiles(program.profile)).toEqual(keys);

  // The control: with the newer one in its place it opens.
  await program.close();
  copyStore(newer, store);
  program = await start(program.profile);
  must(await unlock(program.page));
  await expectAllKept(program.page);
});

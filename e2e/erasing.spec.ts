/** Erasing a person for good by the screen: what goes is said first, the word is asked for, and nothing comes back. */
import { expect, test, type Page } from '@playwright/test';
import { ERRORS } from '../renderer/domain/errors.ts';
import { choose, look, press } from './at-work.ts';
import type { Muniment } from './launch.ts';
import { heldInMemory, mayReadMemory } from './store/memory.ts';
import { codeOf, makeVault, must, newPerson, pageOf, PASSPHRASE } from './store/office.ts';
import { restartPage, save, start, verified } from './store/office.ts';
import { askVault } from './vault-wire.ts';

let program: Muniment;
const goes = newPerson('Quintessa Vanishing-Featherstone');
const stays = newPerson('Barnaby Staying');

test.beforeAll(async () => {
  program = await start();
  await makeVault(program.page);
  must(await save(program.page, goes));
  must(await save(program.page, stays));
  must(await askVault(program.page, 'lock', {}));
  await unlockByScreen(await restartPage(program, `people/${goes.id}`));
});
test.afterAll(() => program.close());
/** Whether this machine lets the memory of the program be read. */
let searched = false;

async function unlockByScreen(page: Page): Promise<void> {
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation', { name: 'Rooms' }).waitFor({ timeout: 30_000 });
}

test('what goes and what stays is said, and nothing goes without a reason and the word', async () => {
  const page = pageOf(program);
  await press(page, 'Erase for good …');
  const dialog = page.getByRole('dialog', { name: 'Erase for good' });
  await expect(dialog).toContainText('1 person');
  const button = dialog.getByRole('button', { name: 'Erase for good' });
  await expect(button).toBeDisabled();
  await choose(dialog, /Why/, 'The person asked for it');
  await dialog.getByLabel(/Type ERASE/).fill('erase');
  await expect(button).toBeDisabled();
  await dialog.getByLabel(/Type ERASE/).fill('ERASE');
  await expect(button).toBeEnabled();
  await look(page, 'erase-dialog');
  searched = process.platform === 'linux' && mayReadMemory(program);
});

/** In the process of the page and its worker: what the test itself says passes through the host's. */
function heldByPage(text: string): number {
  return heldInMemory(program, { text })
    .filter(({ kind }) => kind === 'renderer')
    .reduce((sum, { times }) => sum + times, 0);
}

test('erasing locks, and the vault opens without the person, with a certificate (ERASE)', async () => {
  const before = program.app.waitForEvent('window');
  await press(pageOf(program).getByRole('dialog'), 'Erase for good');
  const page = await before;
  await unlockByScreen(page);
  await expect(page.getByRole('tab', { name: 'Erasures', selected: true })).toBeVisible();
  const row = page.getByRole('row', { name: /1 person/ });
  await expect(row).toContainText('The person asked for it');
  await look(page, 'erasures');
  if (searched) {
    await page.keyboard.press('Control+2');
    await page.getByRole('row', { name: /Barnaby/ }).waitFor();
    expect(heldByPage(stays.name.full)).toBeGreaterThan(0);
    expect(heldByPage(goes.name.full)).toBe(0);
  }
  expect(codeOf(await askVault(page, 'open', { id: goes.id }))).toBe('record/gone');
  must(await askVault(page, 'open', { id: stays.id }));
  const hits = must(
    await askVault(page, 'find', { text: 'Quintessa', kinds: ['person'], limit: 5 }),
  );
  expect(hits).toEqual([]);
  expect(await verified(page)).toBeGreaterThan(3);
});

test('the vault’s own books are not erased one by one', async () => {
  const page = pageOf(program);
  const rows = must(
    await askVault(page, 'query', {
      list: 'erasures',
      text: '',
      filter: 'all',
      sort: { by: 'at', descending: true },
      offset: 0,
      limit: 1,
    }),
  );
  const id = rows.rows[0]?.id ?? '';
  expect(id).toMatch(/^ers_/);
  const asked = await askVault(page, 'erase', { id, reason: 'mistake', word: 'ERASE' });
  expect(codeOf(asked)).toBe('wall/refused');
  expect(ERRORS['wall/refused']).toContain('Nothing was changed');
});

test('what was only removed is said to be there still, and can be erased', async () => {
  const page = pageOf(program);
  const { revision } = must(await askVault(page, 'open', { id: stays.id }));
  must(await askVault(page, 'remove', { id: stays.id, base: revision }));
  await page.keyboard.press('Control+0');
  await page.getByRole('tab', { name: 'Security' }).click();
  await page.getByRole('tab', { name: 'Erasures' }).click();
  await expect(page.getByRole('heading', { name: 'Removed, not erased' })).toBeVisible();
  await look(page, 'removed-not-erased');
  await press(page, 'Erase for good …');
  await expect(page.getByRole('dialog', { name: 'Erase for good' })).toContainText('1 person');
});

/** The ways into a vault, as a Secretary changes them: passphrase, sheet, shares, new keys; and officers at the door. */
import { readFileSync } from 'node:fs';
import { type Page, expect, test } from '@playwright/test';
import { BANNER } from '../renderer/domain/banner.ts';
import { ERRORS } from '../renderer/domain/errors.ts';
import { createVault, look, press, room, savePdf } from './at-work.ts';
import { expectStamped, textOf } from './documents.ts';
import {
  type Muniment,
  answerOpenDialog,
  answerSaveDialog,
  launchMuniment,
  outPath,
} from './launch.ts';
import { lockByKey } from './store/office.ts';

test.describe.configure({ mode: 'serial' });

const FIRST = 'tide lantern walnut orbit';
const SECOND = 'copper heron saddle violet';
const THIRD = 'ember quarry thistle canoe';
const HOLDERS = ['Immanuel Jacobs', 'Małgorzata Sobczyk', 'نادر بن عبد السلام'];
const KEY_MS = 30_000;

let program: Muniment;
let page: Page;
let sheet: string[];

test.beforeAll(async () => {
  test.setTimeout(120_000);
  program = await launchMuniment();
  ({ page } = program);
  await createVault(program, { name: 'Immanuel Jacobs' }, async (name) => {
    if (name !== 'recovery-sheet') return;
    sheet = await groupsShown();
    await savePdf(program, 'recovery/sheet.pdf');
    await picture('first-recovery-sheet');
  });
});
test.afterAll(() => program.close());

const groupsShown = () =>
  page.getByRole('list', { name: 'Recovery key' }).locator('code').allInnerTexts();
const shares = (index: number) => outPath(`recovery/share-${index}.share`);

/** The screen in both themes, where `look` has seen another like it. */
async function picture(name: string): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.screenshot({ path: outPath(`screens/${name}-${colorScheme}.png`) });
  }
}

async function ways(): Promise<void> {
  await room(page, 'Office');
  await page.getByRole('tab', { name: 'Security' }).click();
  await page.getByRole('heading', { name: 'Ways to open this vault' }).waitFor();
}

/** Opens what stands behind a button of one of the ways. */
async function ask(way: string, button: string) {
  await press(page.getByRole('group', { name: way }), button);
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  return dialog;
}

async function unlock(passphrase: string): Promise<void> {
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.keyboard.press('Enter');
}

async function opened(): Promise<void> {
  await page.getByRole('navigation', { name: 'Rooms' }).waitFor({ timeout: KEY_MS });
}

/** A PDF's text without its spaces and marks of direction, which come between letters that are joined. */
const letters = (text: string) => text.replaceAll(/[\s\u202a-\u202e\u2066-\u2069]/g, '');

test('the recovery sheet of set-up is a printed page', () => {
  const path = outPath('recovery/sheet.pdf');
  expectStamped(path);
  const text = textOf(path);
  expect(text.split('\f')).toHaveLength(2);
  for (const words of [...sheet, 'CQI IMSIG Steering Group', 'Signature'])
    expect(text).toContain(words);
});

test('the passphrase is changed, and the new one opens the vault', async () => {
  await ways();
  await picture('ways-in');
  const dialog = await ask('Passphrase', 'Change …');
  await dialog.getByLabel('Present passphrase').fill(FIRST);
  await dialog.getByLabel('New passphrase', { exact: true }).fill(SECOND);
  await dialog.getByLabel('New passphrase again').fill(SECOND);
  await look(page, 'change-passphrase');
  await press(dialog, 'Change the passphrase');
  await dialog.getByText('The passphrase is changed.').waitFor({ timeout: KEY_MS });
  await expect(dialog.getByText(/still open with the old passphrase/)).toBeVisible();
  await picture('change-passphrase-done');
  await press(dialog, 'Done');

  page = await lockByKey(program);
  await unlock(SECOND);
  await opened();
});

test('the recovery sheet is tested, misread and right', async () => {
  await ways();
  const dialog = await ask('Recovery sheet', 'Test …');
  const [first = '', ...rest] = sheet;
  const wrong = `${first.startsWith('7') ? '8' : '7'}${first.slice(1)}`;
  await dialog.getByLabel('Recovery key').fill([wrong, ...rest].join(' '));
  await press(dialog, 'Test the sheet');
  await expect(dialog.getByText(/^Group 1 was misread/)).toBeVisible();
  const careless = sheet.join('-').toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l');
  await dialog.getByLabel('Recovery key').fill(careless);
  await press(dialog, 'Test the sheet');
  await expect(dialog.getByText(/This sheet opens the vault/)).toBeVisible();
  await picture('test-sheet');
  await press(dialog, 'Done');
});

test('two of three officers open the vault with their shares', async () => {
  const dialog = await ask('Recovery shares', 'Make …');
  for (const [place, name] of HOLDERS.entries())
    await dialog.getByLabel(`Share ${place + 1} is for`).fill(name);
  await dialog.getByLabel('Present passphrase').fill(SECOND);
  await picture('make-shares');
  await press(dialog, 'Make the shares');
  await dialog.getByText(/^Set 1: any 2 of these 3/).waitFor({ timeout: KEY_MS });
  for (const index of [1, 2, 3]) {
    const share = dialog.getByRole('group', { name: `Share ${index}` });
    const pdf = outPath(`recovery/share-${index}.pdf`);
    await answerSaveDialog(program.app, pdf);
    await press(share, 'PDF');
    await expect(dialog.getByText('Handed out')).toHaveCount(index);
    await answerSaveDialog(program.app, shares(index));
    await press(share, 'File');
    await expect.poll(() => textOfFile(shares(index))).toContain(BANNER);
    expectStamped(pdf);
    const text = textOf(pdf);
    expect(text.split('\f')).toHaveLength(2);
    for (const words of [`Recovery share ${index} of 3`, 'Set 1', HOLDERS[index - 1] ?? ''])
      expect(letters(text)).toContain(letters(words));
  }
  await look(page, 'hand-out-shares');
  await press(dialog, 'Done');
  await expect(page.getByText(/^Any 2 of 3 officers open it together/)).toBeVisible();
  await look(page, 'ways-in-with-shares');

  page = await lockByKey(program);
  await press(page, 'Use recovery shares');
  await answerOpenDialog(program.app, [shares(3)]);
  await press(page, 'Choose a file');
  await expect(page.getByText('One more share is needed.')).toBeVisible();
  await press(page, 'Choose a file');
  await expect(page.getByText(ERRORS['recovery/share-twice'])).toBeVisible();
  await look(page, 'unlock-by-shares');
  const file: { groups: string[] } = JSON.parse(textOfFile(shares(1)));
  await page.getByLabel('Next recovery share').fill(file.groups.join(' ').toLowerCase());
  await press(page, 'Add this share');
  await page.getByText('There are enough shares. Unlock the vault now.').waitFor();
  await press(page, 'Unlock');
  await opened();
});

test('after new keys the old passphrase, sheet and shares open nothing', async () => {
  await ways();
  const dialog = await ask('Passphrase', 'Somebody may know it …');
  await dialog.getByLabel('Present passphrase').fill(SECOND);
  await dialog.getByLabel('New passphrase', { exact: true }).fill(THIRD);
  await dialog.getByLabel('New passphrase again').fill(THIRD);
  await look(page, 'renew-keys');
  await press(dialog, 'Make new keys');
  const list = dialog.getByRole('list', { name: 'Recovery key' });
  await list.waitFor({ timeout: KEY_MS });
  const groups = await groupsShown();
  expect(groups).not.toEqual(sheet);
  await picture('renew-sheet');
  await press(dialog, 'I have it on paper');
  const typed = dialog.getByRole('textbox', { name: /^Group \d+ of the recovery key/ });
  const number = Number(/\d+/.exec(await dialog.locator('label').first().innerText())?.[0]);
  await typed.fill(groups[number - 1] ?? '');
  await picture('renew-typed-back');
  await press(dialog, 'Finish');
  await dialog.getByText(/^Set 2: any 2 of these 3/).waitFor({ timeout: KEY_MS });
  await press(dialog, 'Go on');
  await expect(dialog.getByText(/3 shares were neither printed nor saved/)).toBeVisible();
  await press(dialog, 'Go on');
  await expect(dialog.getByText('The keys are new.')).toBeVisible();
  await picture('renew-done');
  await press(dialog, 'Done');

  page = await lockByKey(program);
  await unlock(SECOND);
  await expect(page.getByText(ERRORS['vault/passphrase-wrong'])).toBeVisible({ timeout: KEY_MS });
  await press(page, 'Use recovery shares');
  await answerOpenDialog(program.app, [shares(1)]);
  await press(page, 'Choose a file');
  await expect(page.getByText(ERRORS['recovery/share-old-set'])).toBeVisible();
  await press(page, 'Use the recovery key instead');
  await page.getByLabel('Recovery key').fill(sheet.join(' '));
  await press(page, 'Unlock');
  await expect(page.getByText(ERRORS['vault/recovery-wrong'])).toBeVisible();
  await press(page, 'Use the passphrase instead');
  await unlock(THIRD);
  await opened();
});

test('the dialogs fit a small window', async () => {
  await program.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setContentSize(900, 600),
  );
  await ways();
  await page.screenshot({ path: outPath('screens/small-ways-in.png') });
  for (const [way, button, name] of [
    ['Recovery shares', 'Replace …', 'small-replace-shares'],
    ['Handing over', 'Hand over …', 'small-hand-over'],
  ] as const) {
    const dialog = await ask(way, button);
    await page.screenshot({ path: outPath(`screens/${name}.png`) });
    const last = dialog.getByRole('button').last();
    await last.scrollIntoViewIfNeeded();
    await expect(last).toBeInViewport();
    await page.screenshot({ path: outPath(`screens/${name}-end.png`) });
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
  }
});

function textOfFile(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // Not written yet.
    return '';
  }
}

/** What two officers do with cards and bundles, by what is on their screens. */
import { type Page, expect } from '@playwright/test';
import { press, room } from './at-work.ts';
import { type Muniment, answerOpenDialog, answerSaveDialog, outPath } from './launch.ts';

/** React Aria's boxes lie under their own label; `force` presses them where a person presses the label. */
export function tick(page: Page, name: RegExp): Promise<void> {
  return page.getByRole('checkbox', { name }).check({ force: true });
}

/** What goes into a bundle, and what for. */
export async function fillIn(page: Page, kinds: readonly RegExp[]): Promise<void> {
  for (const kind of kinds) await tick(page, kind);
  await page.getByLabel('Purpose').fill('For the work of the Treasurer');
}

/** One officer saves their card, the other compares its words and keeps it. */
export async function exchangeCards(from: Muniment, to: Muniment, name: string): Promise<void> {
  const path = outPath(`${name}.card`);
  await room(from.page, 'Sharing');
  await from.page.getByRole('tab', { name: 'Officers’ cards' }).click();
  await answerSaveDialog(from.app, path);
  await press(from.page, 'Save my card');
  await expect(from.page.getByText(/[Ss]aved/).first()).toBeVisible();
  const own = await from.page.getByRole('list', { name: 'The words of your card' }).innerText();

  await room(to.page, 'Sharing');
  await to.page.getByRole('tab', { name: 'Officers’ cards' }).click();
  await answerOpenDialog(to.app, [path]);
  await press(to.page, 'Add a card');
  const shown = to.page.getByRole('list', { name: 'The words of the card' });
  await shown.waitFor();
  expect(await shown.innerText()).toBe(own);
  await press(to.page, 'The words agree');
  await expect(shown).toBeHidden();
}

/** Chooses a bundle of e2e/out/ and opens it, at the door or in the room. */
export async function openBundle(
  { app, page }: Muniment,
  name: string,
  words?: string,
): Promise<void> {
  const tab = page.getByRole('tab', { name: 'Open a bundle' });
  if (await page.getByRole('navigation', { name: 'Rooms' }).isVisible()) {
    await room(page, 'Sharing');
    await tab.click();
  }
  await answerOpenDialog(app, [outPath(name)]);
  await press(page, /^Choose (a bundle|another)/);
  if (words !== undefined) await page.getByLabel('Passphrase').first().fill(words);
  await press(page, 'Open bundle');
}

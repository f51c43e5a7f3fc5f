/** What a Secretary does, in a person's words: by what is seen on the screen, never past it. */
import { writeFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { type Locator, type Page, expect } from '@playwright/test';
import { type Muniment, answerSaveDialog, outPath, setClock } from './launch.ts';
import { asOnSlowMachine } from './slow-machine.ts';
import { ready } from './store/office.ts';

/** The day on which the tests are lived: a Monday. */
export const TODAY = '2026-11-23T12:00:00Z';
/** Strong enough for the meter; made up here and used nowhere else. */
export const PASSPHRASE = 'tide lantern walnut orbit';
/** Deriving a key takes a second on a quiet machine, and several on a busy one. */
const KEY_MS = 30_000;

export interface Owner {
  readonly name: string;
  readonly post?: string;
  readonly country?: string;
}

/**
 * First start: who it is, the passphrase, the recovery sheet with one group of it typed back. Answers its groups.
 * @param today the moment at which it happens, ISO 8601
 */
export async function createVault(
  { app, page }: Muniment,
  owner: Owner,
  seen?: (name: string) => Promise<void>,
  today = TODAY,
): Promise<string[]> {
  await ready(page);
  await setClock(app, today);
  await seen?.('first-start');
  await press(page, 'Create a vault');
  await page.getByLabel('Name of the group').fill('CQI IMSIG Steering Group');
  await page.getByLabel('Your name').fill(owner.name);
  if (owner.post) await choose(page, /Your post/, owner.post);
  if (owner.country) await suggest(page, /Where you work from/, owner.country);
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await page.getByLabel('Passphrase again').fill(PASSPHRASE);
  await seen?.('create-vault');
  const sheet = page.getByRole('list', { name: 'Recovery key' });
  await asOnSlowMachine(page, async () => {
    await press(page, 'Create the vault');
    await sheet.waitFor({ timeout: KEY_MS });
  });
  const groups = await sheet.locator('code').allInnerTexts();
  await seen?.('recovery-sheet');
  await press(page, 'I have written it down');
  const typed = page.getByRole('textbox', { name: /^Group \d+ of the recovery key/ });
  const label = await typed.evaluate((box) =>
    box instanceof HTMLInputElement ? (box.labels?.[0]?.innerText ?? '') : '',
  );
  await typed.fill(groups[Number(/\d+/.exec(label)?.[0]) - 1] ?? '');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Today', level: 1 }).waitFor();
  return groups;
}

/** Types the passphrase at the door. */
export async function unlock(page: Page, passphrase = PASSPHRASE): Promise<void> {
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation', { name: 'Rooms' }).waitFor({ timeout: KEY_MS });
}

/** The rooms in the order of their keys, the last of which is 0. */
export const ROOMS = [
  'Today',
  'People',
  'Meetings',
  'Consents',
  'Publications',
  'Enquiries',
  'Requests',
  'Incidents',
  'Sharing',
  'Office',
] as const;

/** Goes to a room by its key. */
export async function room(page: Page, name: (typeof ROOMS)[number]): Promise<void> {
  await page.keyboard.press(`Control+${(ROOMS.indexOf(name) + 1) % 10}`);
  await page.getByRole('heading', { name, level: 1, exact: true }).waitFor();
}

/** Saves what the preview shows as a PDF in e2e/out/; answers its path. */
export async function savePdf({ app, page }: Muniment, name: string): Promise<string> {
  const path = outPath(name);
  await answerSaveDialog(app, path);
  await press(page, 'Save as PDF');
  await page.getByText(/Saved as .*\.pdf/).waitFor({ timeout: 20_000 });
  return path;
}

/** The same for a word processor. */
export async function saveWord({ app, page }: Muniment, name: string): Promise<string> {
  const path = outPath(name);
  await answerSaveDialog(app, path);
  await press(page, 'Save for Word');
  await page.getByText(/Saved as .*\.docx/).waitFor({ timeout: 20_000 });
  return path;
}

/** Presses a button by its name. */
export async function press(within: Page | Locator, name: string | RegExp): Promise<void> {
  const exact = typeof name === 'string';
  await within.getByRole('button', { name, exact }).first().click();
}

/** Opens a list of choices and takes one. */
export async function choose(within: Page | Locator, name: RegExp, option: string): Promise<void> {
  await within.getByRole('button', { name }).first().click();
  await pageOf(within).getByRole('option', { name: option, exact: true }).click();
}

/** Types into a field that suggests, and takes the suggestion. */
export async function suggest(within: Page | Locator, name: RegExp, text: string): Promise<void> {
  const box = within.getByRole('combobox', { name }).first();
  // It has come into view by then: a page that scrolls closes its suggestions.
  await box.click();
  await box.fill(text);
  await pageOf(within)
    .getByRole('option', { name: new RegExp(text) })
    .first()
    .click();
}

/** Drags a file of the disk over a place and drops it, as the system does. */
export async function drop(on: Locator, path: string): Promise<void> {
  await on.scrollIntoViewIfNeeded();
  const box = await on.boundingBox();
  if (!box) throw new Error('the place is not on the screen');
  const wire = await on.page().context().newCDPSession(on.page());
  // Near its upper edge: sentences in the corner may lie over the rest.
  const [x, y] = [box.x + box.width / 2, box.y + 8];
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await wire.send('Input.dispatchDragEvent', { type, x, y, data });
  await wire.detach();
}

function pageOf(within: Page | Locator): Page {
  return 'page' in within ? within.page() : within;
}

/**
 * Takes the screen in light and dark to screens/<name>-{light,dark}.png, and has axe look at each.
 * WCAG 2.2 AA; a finding fails the test and names the rule and the place.
 */
export async function look(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.screenshot({ path: outPath(`screens/${name}-${colorScheme}.png`) });
    // In a page that has been looked at before, axe is there already.
    const isThere = await page.evaluate(() => 'axe' in window);
    const axe = new AxeBuilder({ page, ...(isThere ? { axeSource: ';' } : {}) });
    // What passes is not told of one by one.
    axe.options({ resultTypes: ['violations'] });
    // Only the colours differ in the dark.
    if (colorScheme === 'dark') axe.withRules(['color-contrast']);
    else axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']);
    const { violations } = await axe
      // The document in the preview is read through its own PDF; its frame runs no script, so axe cannot enter.
      .exclude('iframe')
      // React Aria's announcer: it names what is gone from the screen by then, and is emptied after a moment.
      .exclude('[data-live-announcer]')
      .setLegacyMode()
      .analyze();
    const found = violations.map((rule) => `${rule.id}: ${rule.nodes[0]?.target.join(' ')}`);
    expect(found, `${name}, ${colorScheme}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

/** Takes the window as it is on the screen, zoom and all, which Playwright's own picture leaves out. */
export async function photograph(app: Muniment['app'], name: string): Promise<void> {
  const picture = await app.evaluate(async ({ BrowserWindow }) => {
    const image = await BrowserWindow.getAllWindows()[0]?.webContents.capturePage();
    return image?.toPNG().toString('base64') ?? '';
  });
  writeFileSync(outPath(name), Buffer.from(picture, 'base64'));
}

/** The process that the page runs in. */
export function processOfPage({ app }: Muniment): Promise<number | undefined> {
  return app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
  );
}

/** Whether the page is wider than its window. */
export function scrollsSideways(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
}

/** Sets the size of letters, as the View menu does. */
export function zoom(app: Muniment['app'], factor: number): Promise<void> {
  return app.evaluate(({ BrowserWindow }, by) => {
    BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(by);
  }, factor);
}

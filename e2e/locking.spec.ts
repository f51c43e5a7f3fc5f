/**
 * What a lock keeps and what it forgets: what was being typed is sealed first, also when the vault is busy or the disk
 * refuses, and then nothing of the vault is left in the memory of any process of the program.
 *
 * Words that are looked for in memory are typed key by key and named in no locator: what Playwright asks of the program in
 * one piece goes through the program's own memory.
 */
import { expect, test, type Locator, type Page } from '@playwright/test';
import { ERRORS } from '../renderer/domain/errors.ts';
import { choose, press } from './at-work.ts';
import { outPath, type Muniment } from './launch.ts';
import { heldInMemory, mayReadMemory } from './store/memory.ts';
import { lockByKey, pageOf, start } from './store/office.ts';

const KEY_MS = 30_000;
const PASSPHRASE = 'quern mallow thicket osprey 83';
const MARK = 'Wilhelmina Quagfeather';

let program: Muniment;
/** The groups of the recovery key, as text that is on no screen. */
let recoveryKey: string;

async function type(within: Page | Locator, label: string | RegExp, text: string): Promise<void> {
  await within.getByLabel(label, { exact: true }).first().click();
  const { keyboard } = pageOf(program);
  for (const letter of text) await keyboard.press(letter === ' ' ? 'Space' : letter);
}

async function unlockByHand(page: Page): Promise<void> {
  await type(page, 'Passphrase', PASSPHRASE);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation', { name: 'Rooms' }).waitFor({ timeout: KEY_MS });
}

test.beforeAll(async () => {
  test.setTimeout(120_000);
  program = await start();
  const { page } = program;
  await press(page, 'Create a vault');
  await type(page, 'Name of the group', 'Quiet Group');
  await type(page, 'Your name', 'Jo Example');
  await type(page, 'Passphrase', PASSPHRASE);
  await type(page, 'Passphrase again', PASSPHRASE);
  await press(page, 'Create the vault');
  const sheet = page.getByRole('list', { name: 'Recovery key' });
  await sheet.waitFor({ timeout: KEY_MS });
  // Each letter is moved by one, so that the key itself does not leave the page.
  const moved = await sheet
    .locator('code')
    .evaluateAll((codes) =>
      codes.map(({ textContent }) =>
        Array.from(textContent ?? '', (letter) => letter.charCodeAt(0) + 1),
      ),
    );
  const groups = moved.map((codes) => String.fromCharCode(...codes.map((code) => code - 1)));
  recoveryKey = groups[3] ?? '';
  await press(page, 'I have written it down');
  const typed = page.getByRole('textbox', { name: /^Group \d+ of the recovery key/ });
  const asked = await typed.evaluate((box) =>
    box instanceof HTMLInputElement ? (box.labels?.[0]?.innerText ?? '') : '',
  );
  await typed.click();
  for (const letter of groups[Number(/\d+/.exec(asked)?.[0]) - 1] ?? '')
    await page.keyboard.press(letter);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Today', level: 1 }).waitFor();
});
test.afterAll(() => program.close());

test('nothing that was typed or shown is in the memory of any process after a lock', async () => {
  test.setTimeout(120_000);
  test.skip(process.platform !== 'linux', 'Memory is read from /proc.');
  test.skip(
    !mayReadMemory(program),
    'This machine does not let one process read another’s memory.',
  );
  const words = { name: MARK, passphrase: PASSPHRASE, 'recovery key': recoveryKey };
  const page = pageOf(program);
  await page.keyboard.press('Control+2');
  await page.getByRole('heading', { name: 'People', level: 1 }).waitFor();
  await page.keyboard.press('Control+n');
  await choose(page, /How they came to the group/, 'Direct contact (website or network event)');
  await type(page, 'Name', MARK);
  await press(page, 'Add person');
  await page.getByText('Added.').waitFor();

  const before = heldInMemory(program, words);
  console.log(
    before.map(({ kind, word, times }) => `  open: ${word} ${times}× in ${kind}`).join('\n'),
  );
  // The control: the same look finds the name in the page that shows it.
  expect(before.map(({ kind, word }) => `${word} in ${kind}`)).toContain('name in renderer');
  await lockByKey(program);
  expect(heldInMemory(program, words)).toEqual([]);
});

test('what is being typed is sealed before a lock, also while the vault is busy for long', async () => {
  test.setTimeout(60_000);
  await unlockByHand(pageOf(program));
  await newPersonForm('Half A Name');
  // Longer than the host waits for a page that says nothing.
  await pageOf(program)
    .workers()[0]
    ?.evaluate(() => {
      // After it has answered: the lock comes when it is busy, and nothing waits for an answer that cannot come.
      setTimeout(() => {
        const until = performance.now() + 5_000;
        while (performance.now() < until);
      });
    });
  await lockByMenu();
  await unlockByHand(pageOf(program));
  await pageOf(program).keyboard.press('Control+n');
  await expect(pageOf(program).getByLabel('Name', { exact: true })).toHaveValue('Half A Name');
});

test('what the disk refuses to keep is said before it is lost, and kept when the disk takes it again', async () => {
  test.setTimeout(60_000);
  const page = pageOf(program);
  const refuse = (isOn: boolean) =>
    page.workers()[0]?.evaluate((on) => {
      const scope = self as typeof self & { realPut?: IDBObjectStore['put'] };
      const real = (scope.realPut ??= IDBObjectStore.prototype.put);
      IDBObjectStore.prototype.put = on
        ? function (this: IDBObjectStore, ...row) {
            if (this.name === 'drafts') throw new DOMException('full', 'QuotaExceededError');
            return real.apply(this, row);
          }
        : real;
    }, isOn);
  await refuse(true);
  await page.getByLabel('Name', { exact: true }).fill('Half A Name And More');
  await expect(page.getByText(ERRORS['draft/not-kept'])).toBeVisible();
  await page.screenshot({ path: outPath('screens/draft-not-kept-light.png') });
  await refuse(false);
  await lockByMenu();
  await unlockByHand(pageOf(program));
  await pageOf(program).keyboard.press('Control+n');
  await expect(pageOf(program).getByLabel('Name', { exact: true })).toHaveValue(
    'Half A Name And More',
  );
});

test('Office says whether pictures of the window can be kept from others', async () => {
  const page = pageOf(program);
  await page.keyboard.press('Control+0');
  await page.getByRole('tab', { name: 'Security' }).click();
  const said = page.getByText('Pictures of this window').locator('xpath=following-sibling::dd');
  await expect(said).toHaveText(
    process.platform === 'linux' ? /this system cannot keep them from it/ : /are kept from/,
  );
});

/** Opens the form of a new person and begins to fill it in. */
async function newPersonForm(name: string): Promise<void> {
  const page = pageOf(program);
  await page.keyboard.press('Control+2');
  await page.getByRole('heading', { name: 'People', level: 1 }).waitFor();
  await page.keyboard.press('Control+n');
  await choose(page, /How they came to the group/, 'Direct contact (website or network event)');
  await page.getByLabel('Name', { exact: true }).fill(name);
}

/** Locks as the host does by its menu, or when nobody is there: the page is told, and given its time. */
async function lockByMenu(): Promise<void> {
  const fresh = program.app.waitForEvent('window', { timeout: 30_000 });
  await program.app.evaluate(({ Menu }) => {
    const find = (items: Electron.MenuItem[]): Electron.MenuItem | undefined =>
      items
        .flatMap((item) => [item, ...(item.submenu?.items ?? [])])
        .find(({ label }) => label.startsWith('Lock'));
    find(Menu.getApplicationMenu()?.items ?? [])?.click();
  });
  const page = await fresh;
  await page.getByLabel('Passphrase', { exact: true }).waitFor({ timeout: 30_000 });
}

/** Text becomes HTML or script in the program's own page by its own policies only, and pasting still works. */
import { expect, test, type Page } from '@playwright/test';
import { createVault, press, room } from './at-work.ts';
import { launchMuniment, type Muniment } from './launch.ts';
import { openFar, type Far } from './walls/far-server.ts';
import { launchBare } from './walls/programs.ts';

let far: Far;
let bare: Muniment;
let own: Muniment;

test.beforeAll(async () => {
  far = await openFar();
  bare = await launchBare(far);
  own = await launchMuniment();
  await own.page.getByRole('button', { name: 'Create a vault' }).waitFor();
});
test.afterAll(async () => {
  await Promise.all([bare.close(), own.close()]);
  far.close();
});

/** What goes through when a page turns text into something that runs. */
function tryAll(page: Page): Promise<Record<string, boolean>> {
  return page.evaluate(async () => {
    // What runs within a test's own call is exempt from the page's policy.
    await new Promise((resolve) => setTimeout(resolve, 20));
    interface Policies {
      createPolicy(name: string, rules: object): unknown;
    }
    // Not in TypeScript's library.
    const { trustedTypes } = window as unknown as { trustedTypes: Policies };
    const box = document.createElement('div');
    const acts: Record<string, () => unknown> = {
      'emptying an element': () => (box.innerHTML = ''),
      HTML: () => (box.innerHTML = '<b>bold</b>'),
      'HTML beside': () => box.insertAdjacentHTML('beforeend', '<i>x</i>'),
      'a document in a frame': () => (document.createElement('iframe').srcdoc = '<p>x</p>'),
      'parsed HTML': () => new DOMParser().parseFromString('<p>x</p>', 'text/html'),
      'a script': () => (document.createElement('script').text = '42'),
      'its address': () => (document.createElement('script').src = 'data:text/javascript,42'),
      'a handler': () => box.setAttribute('onclick', '42'),
      'a policy of its own': () => trustedTypes.createPolicy('lax', {}),
    };
    const went: Record<string, boolean> = {};
    for (const [name, act] of Object.entries(acts)) {
      try {
        act();
        went[name] = true;
      } catch {
        went[name] = false;
      }
    }
    return went;
  });
}

test('no text becomes HTML or script, and no page makes a policy of its own', async () => {
  const free = await tryAll(bare.page);
  expect(Object.values(free)).not.toContain(false);
  const held = await tryAll(own.page);
  const { 'emptying an element': emptied, ...others } = held;
  expect(emptied).toBe(true);
  expect(Object.entries(others).filter(([, went]) => went)).toEqual([]);
});

test('the program’s own page starts without one violation of its policy', async () => {
  const { page } = own;
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  await page.reload();
  await page.getByRole('button', { name: 'Create a vault' }).waitFor();
  expect(said.filter((text) => /policy|violat|refused/i.test(text))).toEqual([]);
  // The control: a violation would be heard.
  await page.evaluate(() => {
    setTimeout(() => document.createElement('div').setAttribute('onclick', '42'), 0);
  });
  await expect.poll(() => said.some((text) => /policy|violat|refused/i.test(text))).toBe(true);
});

test('what is pasted into minutes keeps its emphasis and brings no script', async () => {
  const { page } = own;
  await createVault(own, { name: 'Immanuel Jacobs' });
  await room(page, 'Meetings');
  await page.keyboard.press('Control+n');
  const asked = page.getByRole('dialog', { name: 'New meeting' });
  await asked.getByRole('spinbutton', { name: /^hour/ }).click();
  await page.keyboard.type('1830');
  await asked.getByLabel('Place').fill('Online');
  await press(asked, 'Add meeting');
  const meeting = page.getByRole('region', { name: 'Meeting' });
  await meeting.getByRole('tab', { name: /Minutes/ }).click();
  await press(meeting, 'Draft minutes');
  const text = meeting.getByRole('textbox', { name: 'Discussion of item 2' });
  await text.click();
  for (const words of ['once', 'twice']) {
    await text.evaluate((editor, word) => {
      const clipboardData = new DataTransfer();
      const html = `<p><strong>${word}</strong><img src="x" onerror="document.title='ran'"></p>`;
      clipboardData.setData('text/html', html);
      editor.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
    }, words);
    await expect(text.locator('strong', { hasText: words })).toBeVisible();
  }
  expect(await text.locator('img').count()).toBe(0);
});

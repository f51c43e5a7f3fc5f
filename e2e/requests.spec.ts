/** What people ask of their data, from the receipt to the answer, driven as the Secretary would. */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type Page, expect, test } from '@playwright/test';
import {
  choose,
  createVault,
  look,
  press,
  room,
  savePdf,
  scrollsSideways,
  suggest,
  unlock,
} from './at-work.ts';
import { BANNER } from '../renderer/domain/banner.ts';
import { makeId } from '../renderer/domain/ids.ts';
import { fromPlainText } from '../renderer/domain/rich-text.ts';
import { expectStamped, textOf } from './documents.ts';
import { type Muniment, answerSaveDialog, launchMuniment, outPath } from './launch.ts';
import { must, newMeeting, newPerson, ready, save } from './store/office.ts';
import { askVault } from './vault-wire.ts';

const ASKS = 'Aurelia Featherstonehaugh-Cholmondeley';
const OTHER = 'Bruno Kessler';

let secretary: Muniment;

test.beforeAll(async () => {
  secretary = await launchMuniment();
  await createVault(secretary, { name: 'Immanuel Jacobs' });
  const { page } = secretary;
  must(await save(page, newPerson(ASKS, { notes: `Came to the group with ${OTHER}.` })));
  must(await save(page, newPerson(OTHER)));
  const meeting = newMeeting('Steering group meeting');
  must(await save(page, meeting));
  const said = `${ASKS} asked who keeps the list. Aurelia ${ASKS.slice(8)} was answered.`;
  must(
    await save(page, {
      kind: 'minutes',
      id: makeId('minutes', randomBytes(16)),
      purpose: 'steering',
      meeting: meeting.id,
      meetingDate: meeting.date,
      items: [
        {
          title: 'The list',
          discussion: fromPlainText(said),
          decision: '',
          proposer: null,
          seconder: null,
          actions: [],
        },
      ],
      nextMeeting: null,
      approved: null,
    }),
  );
  // The rooms learn at the door how much they hold.
  await page.reload();
  await ready(page);
  await unlock(page);
});
test.afterAll(() => secretary?.close());

/** Notes what Aurelia asks; answers the pane of the request. */
async function ask(type: string) {
  const { page } = secretary;
  await room(page, 'Requests');
  await page.getByRole('tab', { name: 'Rights' }).click();
  await press(page, 'New request');
  const form = page.getByRole('dialog');
  await choose(form, /Asks for/, type);
  await suggest(form, /Whose data/, 'Aurelia');
  await press(form, 'Add request');
  return page.getByRole('region', { name: 'request', exact: true });
}

async function inTrail(page: Page, action: 'unfinished') {
  const filter = `${action}:::`;
  const wanted = { list: 'trail', text: '', filter, offset: 0, limit: 2 } as const;
  const sort = { by: 'at', descending: true };
  return must(await askVault(page, 'query', { ...wanted, sort })).rows;
}

test('an access request shows its clock, which a clarification stops (RIGHT-ACCESS)', async () => {
  const { page } = secretary;
  await room(page, 'Requests');
  await look(page, 'requests-empty');
  const pane = await ask('Access to what is held');
  await expect(pane.getByText('Wed 23 Dec 2026')).toBeVisible();
  await press(pane, 'Add a clarification');
  await expect(pane.getByText('Waiting for an answer', { exact: true })).toBeVisible();
  await look(page, 'request-paused');
});

test('what is held shows the names of others as hidden, and leaves stamped without them (RIGHT-ACCESS)', async () => {
  const { page } = secretary;
  const pane = page.getByRole('region', { name: 'request', exact: true });
  await press(pane, 'What is held');
  const held = page.getByRole('dialog', { name: 'What is held' });
  await expect(held.getByText('1 name of others hidden', { exact: false })).toBeVisible();
  await press(held, 'Show …');
  await look(page, 'request-held');
  await page.setViewportSize({ width: 900, height: 600 });
  expect(await scrollsSideways(page)).toBe(false);
  await look(page, 'request-held-small');
  await page.setViewportSize({ width: 1280, height: 793 });
  await page.keyboard.press('Escape');
  await choose(pane, /^Decision|Decision$/, 'Upheld');
  await choose(pane, /Write/, 'Everything held, with the answer');
  const pack = await savePdf(secretary, 'access-pack.pdf');
  await look(page, 'request-pack');
  await page.keyboard.press('Escape');
  expectStamped(pack);
  expect(textOf(pack)).toContain('Aurelia');
  expect(textOf(pack)).not.toContain('Kessler');
});

test('whose data is restricted stays out of the contact list, which says so (RIGHT-RESTRICT)', async () => {
  const { page } = secretary;
  await ask('Restriction of use');
  await look(page, 'request-restriction');
  await room(page, 'People');
  await page.getByRole('searchbox', { name: 'Search people' }).fill('Aurelia');
  await page.getByRole('row', { name: /Aurelia/ }).click();
  await expect(page.getByText(/Restricted since 23 Nov 2026/)).toBeVisible();
  await look(page, 'person-restricted');
  await page.getByRole('searchbox', { name: 'Search people' }).fill('');
  await press(page, 'Contact list');
  const list = textOf(await savePdf(secretary, 'contacts-restricted.pdf'));
  await look(page, 'contacts-restricted');
  await page.keyboard.press('Escape');
  expect(list).toContain('1 person left out: restricted.');
  expect(list).not.toContain('Featherstonehaugh');
});

test('whose data is restricted is not named in minutes, which says so before they leave (RIGHT-RESTRICT)', async () => {
  const { page } = secretary;
  await page.setViewportSize({ width: 900, height: 600 });
  await room(page, 'Meetings');
  await page.getByRole('row').nth(1).click();
  await page.getByRole('tab', { name: /Minutes/ }).click();
  await press(page, 'Preview minutes');
  await expect(page.getByText(/^2 names .* are left out/)).toBeVisible();
  await press(page, 'Mark and copies');
  await page.getByText('CONFIDENTIAL across each page').click();
  const body = page.frameLocator('iframe').locator('body');
  const marked = () =>
    body.evaluate((it) => getComputedStyle(it.querySelector('.banner') ?? it, '::before').content);
  await expect.poll(marked).toBe('""');
  expect(await body.innerText()).not.toContain('Featherstonehaugh');
  await look(page, 'minutes-restricted');
  // What could not be saved is in the trail as what it is.
  await answerSaveDialog(secretary.app, '/no/such/folder/minutes.pdf');
  await press(page, 'Save as PDF');
  await expect(page.getByText('The file could not be written', { exact: false })).toBeVisible();
  expect(await inTrail(page, 'unfinished')).toMatchObject([
    { left: { what: 'minutes', form: 'pdf' }, sheets: { copies: 1 } },
  ]);
  await press(page, 'PDF with password');
  await page.getByLabel('Password', { exact: true }).fill('tide lantern');
  await page.getByLabel('Password again').fill('tide');
  await expect(page.getByText('Estimating')).toHaveCount(0);
  await look(page, 'pdf-password-small');
  await page.keyboard.press('Escape');
  await press(page, 'See the requests');
  await expect(page.getByRole('heading', { name: 'Requests', level: 1 })).toBeVisible();
  await room(page, 'Meetings');
  await page.getByRole('row').nth(1).click();
  await page.getByRole('tab', { name: /^Meeting/ }).click();
  await press(page, 'Preview agenda');
  await expect(page.getByText('Names are left out as far as', { exact: false })).toBeVisible();
  await look(page, 'agenda-restricted');
  await page.keyboard.press('Escape');
  await page.setViewportSize({ width: 1280, height: 793 });
});

test('a person takes their data along as a file that machines read (RIGHT-PORT)', async () => {
  const { app, page } = secretary;
  const pane = await ask('Transfer of data');
  await choose(pane, /^Decision|Decision$/, 'Upheld');
  await choose(pane, /Write/, 'Data files to take along');
  await page.frameLocator('iframe').getByText(BANNER).waitFor();
  await look(page, 'request-data');
  const path = outPath('data-to-take-along.json');
  await answerSaveDialog(app, path);
  await press(page, /JSON/);
  await page.getByText(/Saved as .*\.json/).waitFor();
  expect(readFileSync(path, 'utf8')).toContain('Aurelia');
});

/**
 * The main job, end to end, as the Group Secretary does it on the sample data, and an officer abroad after her.
 * What it makes stays in e2e/out/: minutes.pdf, contacts.pdf, consent.pdf, bundle.age, bundle-pq.age, screens/.
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { BANNER } from '../renderer/domain/banner.ts';
import {
  ROOMS,
  choose,
  createVault,
  look,
  photograph,
  press,
  processOfPage,
  room,
  savePdf,
  saveWord,
  scrollsSideways,
  suggest,
  unlock,
  zoom,
} from './at-work.ts';
import { expectStamped, expectStampedInWord, titleOf, unpackWithStockAge } from './documents.ts';
import { expectFaultsOfTheList, importCounts, previewImport } from './imports.ts';
import { giveAndWithdraw } from './consents.ts';
import { draftMinutes, keepMeeting, printOfMeetings } from './meetings.ts';
import { type Muniment, answerSaveDialog, launchMuniment, outPath } from './launch.ts';
import { expectPdfs } from './pdf-ways.ts';
import { exchangeCards, fillIn, openBundle, tick } from './sharing.ts';

test.describe.configure({ mode: 'serial' });

let secretary: Muniment;
let officer: Muniment;
let passphrase = '';

test.afterAll(async () => {
  await secretary?.close();
  await officer?.close();
});

test('the Secretary makes a vault and types a group of the recovery key back', async () => {
  secretary = await launchMuniment();
  await createVault(secretary, { name: 'Immanuel Jacobs' }, (name) => look(secretary.page, name));
  await look(secretary.page, 'today-empty');
  for (const name of ROOMS.slice(1)) {
    await room(secretary.page, name);
    await look(secretary.page, `room-${name.toLowerCase()}-empty`);
  }
});

test('she brings in her list and sees every fault of it before anything is stored', async () => {
  const { page } = secretary;
  await room(page, 'People');
  await press(page, 'Import a list');
  await look(page, 'import-choose');
  await previewImport(secretary, 'steering-group.csv');
  expect(await importCounts(page)).toEqual({
    All: 64,
    New: 60,
    Changed: 0,
    Duplicate: 2,
    Cannot: 2,
  });
  await look(page, 'import-preview');
  await expectFaultsOfTheList(page);
  await press(page, 'Import 60 people');
  await page.getByRole('heading', { name: '60 people added' }).waitFor();
});

test('the other lists come in, and the attendance workbook becomes six meetings', async () => {
  const { page } = secretary;
  for (const [file, count] of [
    ['outlook-windows1252.csv', 43],
    ['google-contacts.csv', 60],
    ['contacts.vcf', 60],
  ] as const) {
    await press(page, 'Import another');
    await previewImport(secretary, file);
    await press(page, `Import ${count} people`);
    await page.getByRole('heading', { name: `${count} people added` }).waitFor();
  }
  await press(page, 'Import another');
  await previewImport(secretary, 'attendance-2026.xlsx');
  await look(page, 'import-attendance');
  await press(page, /^Import 6 meetings/);
  await page.getByRole('heading', { name: /6 meetings/ }).waitFor();
  await room(page, 'Meetings');
  await expect(page.getByRole('row', { name: /Wed 14 Jan 2026/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /Wed 11 Nov 2026/ })).toBeVisible();
});

test('a wrong import is undone as a whole', async () => {
  const { page } = secretary;
  await room(page, 'Office');
  await page.getByRole('tab', { name: 'Imports' }).click();
  await look(page, 'office-imports');
  await press(page.getByRole('row', { name: /vCard/ }), 'Undo import');
  await press(page.getByRole('alertdialog', { name: 'Undo this import?' }), 'Undo import');
  await expect(page.getByText('The import was undone.')).toBeVisible();
  await room(page, 'People');
  await expect(page.getByText('163', { exact: true })).toBeVisible();
});

test('she finds a person by a slip of the finger, edits in place, and takes it back', async () => {
  const { page } = secretary;
  await room(page, 'People');
  await look(page, 'people');
  await page.getByRole('searchbox', { name: 'Search people' }).fill('malgorzta');
  await page.getByRole('row', { name: /Małgorzata Sobczyk/ }).click();
  const person = page.getByRole('region', { name: 'Person' });
  await person.getByLabel('Organisation').fill('Instytut Jakości');
  await page.keyboard.press('Tab');
  await expect(person.getByText('Saved')).toBeVisible();
  await look(page, 'person');
  await person.getByRole('heading', { name: 'Małgorzata Sobczyk' }).click();
  await page.keyboard.press('Control+z');
  await expect(person.getByLabel('Organisation')).toHaveValue('');
});

test('somebody who came by the CQI form is refused with the reason (COLLECT-CQI)', async () => {
  const { page } = secretary;
  await page.keyboard.press('Control+n');
  await choose(page, /How they came to the group/, 'CQI registration form');
  await expect(page.getByRole('alert')).toContainText('COLLECT-CQI');
  await expect(page.getByRole('button', { name: 'Add person' })).toBeHidden();
  await look(page, 'person-cqi-refused');
  await choose(page, /How they came to the group/, 'Direct contact (website or network event)');
  await page.getByLabel('Name', { exact: true }).fill('Aurelia Nightingale-Featherstonehaugh');
  await page.getByLabel('E-mail').first().fill('aurelia@example.org');
  await press(page, 'Add person');
  await expect(page.getByRole('heading', { name: /Aurelia/ })).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('aurelai');
  await expect(page.getByRole('option', { name: /Aurelia/ })).toBeVisible();
  await look(page, 'palette');
  await page.keyboard.press('Escape');
});

test('she keeps a meeting: who came, what was said, what was decided, who does what (COLLECT-STEERING)', async () => {
  const { page } = secretary;
  await room(page, 'Meetings');
  await look(page, 'meetings');
  const meeting = await keepMeeting(page);
  await look(page, 'meeting');

  await draftMinutes(page, meeting);
  await look(page, 'minutes-draft');
});

test('approved minutes are read-only, and print stamped on every page (BANNER)', async () => {
  const { page } = secretary;
  const meeting = page.getByRole('region', { name: 'Meeting' });
  await press(meeting, 'Approve …');
  await press(page.getByRole('dialog', { name: 'Approve minutes' }), 'Approve minutes');
  await expect(meeting.getByText(/Approved/).first()).toBeVisible();
  await look(page, 'minutes-approved');
  await press(meeting, 'Preview and print');
  await page.frameLocator('iframe').getByText(BANNER).waitFor();
  await look(page, 'minutes-preview');
  const pdf = await savePdf(secretary, 'minutes.pdf');
  expectStamped(pdf);
  expect(titleOf(pdf)).toBe('Minutes of 23 Nov 2026');
  expectStampedInWord(await saveWord(secretary, 'minutes.docx'));
  await press(page, 'Copy text');
  await page.getByText('Copied; it is cleared after 30 seconds.').waitFor();
  const copied = await secretary.app.evaluate(({ clipboard }) => clipboard.readText());
  expect(copied.split('\n')[0]).toBe(BANNER);
  await printOfMeetings(secretary, meeting);
});

test('the contact list prints stamped, with every script’s letters, with a password too (BANNER)', async () => {
  const { page } = secretary;
  await room(page, 'People');
  await page.getByRole('searchbox', { name: 'Search people' }).fill('');
  await press(page, 'Contact list');
  await page.frameLocator('iframe').getByText(BANNER).waitFor();
  await look(page, 'contacts-preview');
  expect(await expectPdfs(secretary)).toContain('里奈 大森');
  await page.keyboard.press('Escape');
});

test('a consent is given, shown on its form, and withdrawn by one action (CONSENT)', async () => {
  await giveAndWithdraw(secretary);
});

test('a passphrase bundle opens with stock age and unzip, without this program', async () => {
  const { app, page } = secretary;
  await room(page, 'Sharing');
  await page.getByRole('tab', { name: 'Seal a bundle' }).click();
  await page.getByText('By a passphrase').click();
  await choose(page, /Recipient’s post/, 'Treasurer');
  await suggest(page, /^Country/, 'Egypt');
  await page.getByLabel('Safeguard').fill('International data transfer agreement, 1 Nov 2026');
  await expect(page.getByRole('checkbox', { name: /Consents not needed/ })).toBeDisabled();
  await fillIn(page, [/^People/, /^Meetings/, /^Minutes/]);
  await look(page, 'seal');
  await answerSaveDialog(app, outPath('bundle.age'));
  await press(page, 'Seal bundle');
  await page.getByRole('heading', { name: 'The bundle is sealed' }).waitFor({ timeout: 30_000 });
  await look(page, 'sealed');
  passphrase = await page.getByRole('status', { name: /Tell this by phone/ }).innerText();
  writeFileSync(outPath('bundle.passphrase.txt'), `${passphrase}\n`);

  const folder = unpackWithStockAge(outPath('bundle.age'), passphrase);
  expect(readFileSync(join(folder, 'CONFIDENTIAL.txt'), 'utf8')).toContain(BANNER);
  const documents = readdirSync(join(folder, 'documents'));
  expect(documents.length).toBeGreaterThanOrEqual(2);
  for (const name of documents) expectStamped(join(folder, 'documents', name));
  expect(readFileSync(join(folder, 'records/people.json'), 'utf8')).toContain(BANNER);
});

test('an officer elsewhere sends a card, and a bundle sealed for it opens for nobody else (TRANSFER)', async () => {
  officer = await launchMuniment();
  await createVault(officer, { name: 'Nadir Salam', post: 'Treasurer', country: 'Egypt' });
  await exchangeCards(officer, secretary, 'treasurer');
  await exchangeCards(secretary, officer, 'secretary');
  await look(secretary.page, 'cards');

  const { app, page } = secretary;
  await page.getByRole('tab', { name: 'Seal a bundle' }).click();
  const another = page.getByRole('button', { name: 'Seal another' });
  if (await another.isVisible()) await another.click();
  await page.getByText('For an officer’s card').click();
  await tick(page, /Nadir Salam/);
  await page.getByLabel('Safeguard').fill('International data transfer agreement, 1 Nov 2026');
  await fillIn(page, [/^People/, /^Minutes/]);
  await answerSaveDialog(app, outPath('bundle-pq.age'));
  await press(page, 'Seal bundle');
  await page.getByRole('heading', { name: 'The bundle is sealed' }).waitFor({ timeout: 30_000 });
  await page.getByRole('tab', { name: 'Transfer register' }).click();
  await look(page, 'transfers');

  await openBundle(officer, 'bundle-pq.age');
  await expect(officer.page.getByText('Paxton Brown').first()).toBeVisible({ timeout: 20_000 });
  await look(officer.page, 'bundle-opened');
});

test('a bundle that was changed on its way, or is for somebody else, shows nothing', async () => {
  const { page } = officer;
  await press(page, 'Put away');
  const bytes = readFileSync(outPath('bundle-pq.age'));
  bytes[bytes.length - 100] = (bytes[bytes.length - 100] ?? 0) ^ 1;
  writeFileSync(outPath('bundle-changed.age'), bytes);
  await openBundle(officer, 'bundle-changed.age');
  await expect(page.getByRole('alert')).toContainText('damaged');
  await room(secretary.page, 'Sharing');
  await openBundle(secretary, 'bundle-pq.age');
  await expect(secretary.page.getByRole('alert')).toContainText('not sealed for you');
  await look(secretary.page, 'bundle-refused');
});

test('the vault locks and comes back to the same place', async () => {
  const { app } = secretary;
  await room(secretary.page, 'Consents');
  const before = await processOfPage(secretary);
  const fresh = app.waitForEvent('window');
  // The lock ends the page's process, at times before the key is up again.
  await secretary.page.keyboard.press('Control+l').catch(() => undefined);
  const page = await fresh;
  secretary = { ...secretary, page };
  await expect(page.getByLabel('Passphrase', { exact: true })).toBeVisible({ timeout: 20_000 });
  expect(await processOfPage(secretary)).not.toBe(before);
  await look(page, 'locked');
  await page.getByLabel('Passphrase', { exact: true }).fill('a wrong one entirely');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('does not open this vault', {
    timeout: 30_000,
  });
  await look(page, 'locked-wrong');
  await unlock(page);
  await expect(page.getByRole('heading', { name: 'Consents', level: 1 })).toBeVisible();
  expect(app.windows()).toHaveLength(1);
});

test('a reader without a vault opens the passphrase bundle after comparing the words', async () => {
  await officer.close();
  officer = await launchMuniment();
  const { page } = officer;
  await press(page, 'Open a bundle');
  await openBundle(officer, 'bundle.age', passphrase);
  await page.getByRole('region', { name: 'Compare the words' }).waitFor({ timeout: 20_000 });
  await look(page, 'reader-compare');
  await press(page, 'The words agree');
  await expect(page.getByText('Paxton Brown').first()).toBeVisible({ timeout: 20_000 });
  await look(page, 'reader');
});

test('every room at 900 × 600 and at twice the size of letters', async () => {
  const { app, page } = secretary;
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setContentSize(900, 600),
  );
  for (const name of ROOMS) {
    await room(page, name);
    if (name === 'People') await page.getByRole('row').nth(2).click();
    await look(page, `small-room-${name.toLowerCase()}`);
    expect(await scrollsSideways(page), `${name} scrolls sideways`).toBe(false);
  }
  await zoom(app, 2);
  await room(page, 'People');
  await photograph(app, 'screens/zoomed-people-light.png');
  expect(await scrollsSideways(page), 'People scrolls sideways at 200 %').toBe(false);
  await zoom(app, 1);
});

test('Office shows the trail, and the chain verifies (AUDIT)', async () => {
  const { page } = secretary;
  await room(page, 'Office');
  for (const tab of await page.getByRole('tab').all()) {
    await tab.click();
    const name = (await tab.innerText()).toLowerCase().replaceAll(/\W+/g, '-');
    await look(page, `office-${name}`);
  }
  await page.getByRole('tab', { name: 'Security' }).click();
  await press(page, 'Check the chain');
  await expect(page.getByText(/^Whole: \d+ .*none missing, none altered/)).toBeVisible();
});

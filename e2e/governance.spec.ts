/** Posts, role descriptions and the access matrix, and a bundle that holds what the Treasurer needs and no more. */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { plainDate } from '../renderer/domain/dates.ts';
import { makeId } from '../renderer/domain/ids.ts';
import type { RecordOf } from '../renderer/domain/kinds.ts';
import type { Post } from '../renderer/domain/posts.ts';
import { choose, createVault, look, press, room, savePdf, suggest } from './at-work.ts';
import { textOf, unpackWithStockAge } from './documents.ts';
import { type Muniment, answerSaveDialog, launchMuniment, outPath } from './launch.ts';
import { fillIn } from './sharing.ts';
import { must, newPerson, save } from './store/office.ts';

let secretary: Muniment;

test.beforeAll(async () => {
  secretary = await launchMuniment();
  await createVault(secretary, { name: 'Immanuel Jacobs' });
});
test.afterAll(() => secretary?.close());

const day = (text: string) => plainDate.parse(text);
const inPost = (post: Post, from: string, until: string | null = null) => ({
  terms: [{ post, from: day(from), until: until === null ? null : day(until) }],
  emails: [{ label: '', address: `${post}@example.org` }],
  notes: 'Prefers the telephone in the evening.',
});
const decided = (resolution: string): RecordOf<'decision'> => ({
  kind: 'decision',
  id: makeId('decision', crypto.getRandomValues(new Uint8Array(16))),
  purpose: 'accountability',
  body: 'committee',
  on: day('2026-11-20'),
  resolution,
});

test('posts have their holders, and a role description is in force by the committee’s decision (GOVERN)', async () => {
  const { page } = secretary;
  must(await save(page, newPerson('Ada Brown', inPost('chair', '2024-02-01', '2026-01-31'))));
  must(await save(page, newPerson('Immanuel Jacobs', inPost('secretary', '2025-05-01'))));
  must(await save(page, newPerson('Nadir Salam', inPost('treasurer', '2026-03-01'))));
  must(await save(page, newPerson('Paxton Brown', inPost('chair', '2026-02-01'))));
  must(await save(page, newPerson('Quinn Outside', { notes: 'Asked about a speaker.' })));
  must(await save(page, decided('The role of the Treasurer is approved as tabled.')));
  must(await save(page, decided('The access matrix is approved as tabled.')));
  // What was saved past the screen is seen where it is next looked at.
  await room(page, 'People');
  await room(page, 'Today');
  await expect(page.getByText('Role descriptions missing')).toBeVisible();

  await room(page, 'Office');
  await page.getByRole('tab', { name: 'Posts' }).click();
  await expect(page.getByRole('row', { name: /^Chair/ })).toContainText('since 1 Feb 2026');
  await expect(page.getByRole('row', { name: /^Vice Chair/ })).toContainText('Vacant');
  await look(page, 'office-posts');

  await page.getByRole('tab', { name: 'Role descriptions' }).click();
  await press(page, 'New role description');
  await choose(page.getByRole('dialog'), /^Post|Chair/, 'Treasurer');
  await page.getByLabel('Responsibilities').fill('Keeps the accounts; collects and pays invoices.');
  await page.getByLabel(/^Data its holder needs/).fill('Payers and payees, to collect and pay.');
  await press(page, 'Add role description');
  const pane = page.getByRole('region', { name: 'role description' });
  await expect(pane.getByText('To be approved', { exact: true })).toBeVisible();
  await suggest(pane, /Approved by/, 'Treasurer');
  await expect(pane.getByText('In force')).toBeVisible();
  await look(page, 'office-roles');
});

test('the access matrix is changed by a version that the committee decides (ACCESS)', async () => {
  const { page } = secretary;
  await page.getByRole('tab', { name: 'Access' }).click();
  await look(page, 'office-access-shipped');
  await press(page, 'New version');
  await page.getByRole('combobox', { name: /Decided by/ }).waitFor();
  await press(page, /^Treasurer, People/);
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Telephone', { exact: true }).click();
  await look(page, 'office-access-cell');
  await press(dialog, 'Done');
  await expect(page.getByText(/^Treasurer, people: all but .*telephone/)).toBeVisible();
  await suggest(page, /Decided by/, 'access matrix');
  await expect(page.getByText('by the Steering Committee’s decision')).toBeVisible();
  await page.setViewportSize({ width: 900, height: 600 });
  await look(page, 'office-access-decided');
  await page.setViewportSize({ width: 1280, height: 800 });
});

test('the contact list prints as the Treasurer may see it, and the office is handed over by a list (ACCESS)', async () => {
  const { page } = secretary;
  const sheet = page.frameLocator('iframe');
  await room(page, 'People');
  await choose(page, /Show$/, 'In post now');
  await press(page, 'Contact list');
  await choose(page, /As which post may see it/, 'For the Treasurer');
  await expect(sheet.getByText(/^As the post of Treasurer may see it/)).toContainText('Telephone');
  await look(page, 'contacts-for-treasurer');
  const list = textOf(await savePdf(secretary, 'contacts-for-treasurer.pdf'));
  expect(list).toContain('chair@example.org');
  expect(list).not.toMatch(/Phone|Quinn Outside/);
  await page.keyboard.press('Escape');
  await room(page, 'Office');
  await page.getByRole('tab', { name: 'Security' }).click();
  await press(page, 'Handover list');
  await expect(sheet.getByText('Who holds which post')).toBeVisible();
  await look(page, 'handover-list');
  await page.keyboard.press('Escape');
});

test('a bundle for the Treasurer holds people without what the post may not see (ACCESS, TRANSFER)', async () => {
  const { app, page } = secretary;
  await room(page, 'Sharing');
  await page.getByText('By a passphrase').click();
  await choose(page, /Recipient’s post/, 'Treasurer');
  await suggest(page, /^Country/, 'Egypt');
  await choose(page, /What it rests on/, 'The officer acts inside IMSIG');
  await page.getByLabel('Safeguard').fill('An officer of the group, under its policy.');
  await fillIn(page, [/^People/, /^Role descriptions/]);
  await look(page, 'seal-by-matrix');
  await answerSaveDialog(app, outPath('bundle-treasurer.age'));
  await press(page, 'Seal bundle');
  await page.getByRole('heading', { name: 'The bundle is sealed' }).waitFor({ timeout: 30_000 });
  const passphrase = await page.getByRole('status', { name: /Tell this by phone/ }).innerText();

  const folder = unpackWithStockAge(outPath('bundle-treasurer.age'), passphrase);
  const people = readFileSync(join(folder, 'records/people.json'), 'utf8');
  writeFileSync(outPath('bundle-treasurer-people.json'), people);
  expect(people).toContain('chair@example.org');
  expect(people).not.toMatch(/telephone in the evening|Quinn Outside|Ada Brown/);
  expect(readFileSync(join(folder, 'records/left-out.json'), 'utf8')).toContain('Telephone');
  expect(readdirSync(join(folder, 'documents')).sort()).toEqual(['contacts.pdf', 'role.pdf']);

  await page.getByRole('tab', { name: 'Transfer register' }).click();
  await page.getByRole('row', { name: /Treasurer/ }).click();
  const pane = page.getByRole('region', { name: 'Sealed bundle' });
  await expect(pane.getByText('The officer acts inside IMSIG')).toBeVisible();
  await look(page, 'transfer-opened');
});

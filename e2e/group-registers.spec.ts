/** The processing register, the group's own registers and the welcome letter, driven as a person would. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { choose, createVault, look, press, room, savePdf, scrollsSideways } from './at-work.ts';
import { expectStamped } from './documents.ts';
import { type Muniment, answerOpenDialog, launchMuniment, outPath } from './launch.ts';
import { ringPng } from './pictures.ts';
import { must, newPerson, save } from './store/office.ts';

let secretary: Muniment;

test.beforeAll(async () => {
  secretary = await launchMuniment();
  await createVault(secretary, { name: 'Immanuel Jacobs' });
});
test.afterAll(() => secretary?.close());

test('the letterhead: a logo is made of a picture, an SVG is refused, and the documents carry it', async () => {
  const { app, page } = secretary;
  await room(page, 'Office');
  await page.getByRole('tab', { name: 'Letterhead' }).click();
  const svg = outPath('files/logo.png');
  writeFileSync(svg, '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
  await answerOpenDialog(app, [svg]);
  await press(page, 'Choose a picture');
  await expect(page.getByText(/PNG, JPEG or WebP picture. Drawings \(SVG\)/)).toBeVisible();
  const seal = outPath('files/a-seal.svg');
  writeFileSync(seal, ringPng(900, 'Ottoline'));
  await answerOpenDialog(app, [seal]);
  await press(page, 'Choose a picture');
  await expect(page.getByRole('img', { name: /^Logo of/ })).toBeVisible();
  await page.getByLabel('Line under the name').fill('2nd Floor North, Chancery Exchange, London');
  await page.getByLabel('Line under the name').blur();
  await choose(page, /Paper/, 'US Letter');
  await look(page, 'office-letterhead');
  await page.setViewportSize({ width: 900, height: 600 });
  expect(await scrollsSideways(page)).toBe(false);
  await page.screenshot({ path: outPath('screens/office-letterhead-900x600.png') });
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByRole('tab', { name: 'Purposes' }).click();
  await press(page, 'Processing register');
  const path = await savePdf(secretary, 'letterhead.pdf');
  await page.setViewportSize({ width: 900, height: 600 });
  await look(page, 'letterhead-900x600');
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.keyboard.press('Escape');
  expectStamped(path);
  const read = execFileSync('pdfinfo', ['-struct', path], { encoding: 'utf8' });
  expect(read).toMatch(/Figure/);
  expect(readFileSync(path, 'latin1')).not.toContain('Ottoline');
});

test('a purpose is edited in place, and the register is printed with it (BASIS, MINIMISE)', async () => {
  const { page } = secretary;
  await room(page, 'Office');
  await page.getByRole('tab', { name: 'Purposes' }).click();
  await page.getByRole('row', { name: /Serving members/ }).click();
  const pane = page.getByRole('region', { name: 'purpose' });
  await pane.getByLabel('Months after that').fill('6');
  await pane.getByLabel('Months after that').blur();
  await expect(pane.getByText(/and for 6 months after/)).toBeVisible();
  await look(page, 'office-purposes');
  await press(page, 'Processing register');
  await savePdf(secretary, 'processing-register.pdf');
  await look(page, 'processing-register');
  await page.keyboard.press('Escape');
});

test('a supplier, an invoice and a disclosure each have their place (SUPPLIERS, COLLECT-INVOICES, DISCLOSE)', async () => {
  const { page } = secretary;
  await page.getByRole('tab', { name: 'Suppliers' }).click();
  await press(page, 'New supplier');
  await page.getByLabel('Name').fill('Wix.com');
  await press(page, 'Add supplier');
  await expect(
    page.getByRole('region', { name: 'supplier' }).getByText('To review', { exact: true }),
  ).toBeVisible();
  await press(page, 'What each field is for');
  await look(page, 'field-reasons');
  await page.keyboard.press('Escape');
  await look(page, 'office-supplier');
  await page.getByRole('tab', { name: 'Invoices' }).click();
  await press(page, 'New invoice');
  await look(page, 'office-invoice-new');
  await page.keyboard.press('Escape');
  await room(page, 'Sharing');
  await page.getByRole('tab', { name: 'Disclosures' }).click();
  await press(page, 'New disclosure');
  await look(page, 'disclosure-new');
  await page.keyboard.press('Escape');
});

test('a welcome letter carries the notice, and the record says that it was given (TRANSPARENCY)', async () => {
  const { page } = secretary;
  must(await save(page, newPerson('Anna Kowalska')));
  await room(page, 'Today');
  await page.getByText('1 person has not been given the privacy notice').click();
  await page.getByRole('row', { name: /Anna Kowalska/ }).click();
  await press(page, 'Welcome letter');
  await savePdf(secretary, 'welcome-letter.pdf');
  await look(page, 'welcome-letter');
  await press(page, 'Note that the notice was given');
  await expect(page.getByText(/The record says that version/)).toBeVisible();
  await page.keyboard.press('Escape');
  await room(page, 'Today');
  await expect(page.getByText(/been given the privacy notice/)).toBeHidden();
});

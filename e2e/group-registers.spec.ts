/** The processing register, the group's own registers and the welcome letter, driven as a person would. */
import { expect, test } from '@playwright/test';
import { createVault, look, press, room, savePdf } from './at-work.ts';
import { type Muniment, launchMuniment } from './launch.ts';
import { must, newPerson, save } from './store/office.ts';

let secretary: Muniment;

test.beforeAll(async () => {
  secretary = await launchMuniment();
  await createVault(secretary, { name: 'Immanuel Jacobs' });
});
test.afterAll(() => secretary?.close());

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

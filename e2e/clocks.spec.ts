/** Complaints, a breach on a Friday evening, and the working days that deadlines are rolled to. */
import { readFileSync } from 'node:fs';
import { type Locator, type Page, expect, test } from '@playwright/test';
import { createVault, look, press, room, savePdf } from './at-work.ts';
import { type Muniment, answerSaveDialog, launchMuniment, outPath, setClock } from './launch.ts';

let secretary: Muniment;

test.beforeAll(async () => {
  secretary = await launchMuniment();
  await createVault(secretary, { name: 'Immanuel Jacobs' });
});
test.afterAll(() => secretary?.close());

/** Types a day, as DDMMYYYY, into the field of that name. */
async function typeDay(within: Page | Locator, label: string, digits: string): Promise<void> {
  const field = within.getByRole('group', { name: label, exact: true });
  await field.getByRole('spinbutton', { name: /^day/ }).click();
  await field.page().keyboard.type(digits);
}

test('a complaint is acknowledged and answered by letters with the ICO’s address (COMPLAINT)', async () => {
  const { page } = secretary;
  await room(page, 'Requests');
  await page.getByRole('tab', { name: 'Complaints' }).click();
  await press(page, 'New complaint');
  await page.getByLabel('Or their name').fill('Kim Visitor');
  await page.getByLabel('About').fill('A photograph was shown without asking.');
  await press(page, 'Add complaint');
  const pane = page.getByRole('region', { name: 'complaint' });
  await press(pane, 'Acknowledged today');
  await pane.getByLabel('Outcome').fill('The photograph has been taken down.');
  await pane.getByLabel('Or their name').click();
  await look(page, 'complaint');
  await press(pane, 'Response');
  await savePdf(secretary, 'complaint-response.pdf');
  await page.keyboard.press('Escape');
  await press(pane, 'Answered today');
  await expect(pane.getByText('Answered', { exact: true })).toBeVisible();
});

test('a breach on a Friday evening is due on the Monday, and its report is a draft (BREACH)', async () => {
  const { page, app } = secretary;
  await setClock(app, '2027-03-26T20:00:00Z');
  await room(page, 'Incidents');
  await press(page, 'New incident');
  await page.getByLabel('In a few words').fill('A list sent to the wrong address');
  const form = page.getByRole('dialog');
  await typeDay(form, 'Became aware', '26032027');
  await form.getByLabel('Became aware: time').fill('17:30');
  await form.getByLabel('What happened').fill('A contact list went to another society.');
  await press(page, 'Add incident');
  const pane = page.getByRole('region', { name: 'incident' });
  const clocks = pane.getByRole('region', { name: 'The 72 hours' });
  await expect(clocks.getByText('69 hours left.')).toBeVisible();
  await expect(clocks.getByText(/= 29 Mar 2027, 18:30/)).toBeVisible();
  await pane
    .getByRole('row', { name: /Serious/ })
    .getByRole('button', { name: 'High risk' })
    .click();
  await expect(pane.getByText('A high risk is likely.')).toBeVisible();
  await look(page, 'incident');
  await press(pane, 'Report form');
  await savePdf(secretary, 'breach-report.pdf');
  await page.keyboard.press('Escape');

  await room(page, 'Today');
  await expect(page.getByText('29 Mar 2027, 18:30').first()).toBeVisible();
  const path = outPath('deadlines.ics');
  await answerSaveDialog(app, path);
  await press(page, 'Save as calendar');
  await page.getByText(/Saved as deadlines\.ics/).waitFor();
  expect(readFileSync(path, 'utf8')).toContain('DTSTART:20270329T173000Z');
  await look(page, 'today-breach');
});

test('a bank holiday that is announced later is added in the office; a wrong one is refused', async () => {
  const { page } = secretary;
  await room(page, 'Office');
  await page.getByRole('tab', { name: 'Working days' }).click();
  await typeDay(page, 'Day', '01052027');
  await page.getByLabel('What it is').fill('Jubilee');
  await press(page, 'Add the day');
  await expect(page.getByText(/That day is on a weekend/)).toBeVisible();
  await typeDay(page, 'Day', '04052027');
  await press(page, 'Add the day');
  await expect(page.getByText('Added here')).toBeVisible();
  await look(page, 'office-working-days');
});

/** What the Secretary does on the days of the year, by the screen. */
import { type Locator, type Page, expect } from '@playwright/test';
import { PASSPHRASE, choose, press, room, savePdf, suggest } from '../at-work.ts';
import { expectStamped } from '../documents.ts';
import type { Muniment } from '../launch.ts';
import { ready } from '../store/office.ts';
import { leavePdf, paper } from './diary.ts';

const KEY_MS = 30_000;

/** Has the minutes of a meeting approved today, and prints them; `of` is its day as the list shows it. */
export async function approveAndPrint(program: Muniment, of: string): Promise<string> {
  const { page } = program;
  await room(page, 'Meetings');
  await page.getByRole('row', { name: of }).click();
  const meeting = page.getByRole('region', { name: 'Meeting' });
  await press(meeting, 'Approve …');
  await press(page.getByRole('dialog', { name: 'Approve minutes' }), 'Approve minutes');
  await press(meeting, 'Preview and print');
  return leavePdf(program, 'minutes');
}

/** Goes to a part of the office. */
export async function office(page: Page, tab: string): Promise<void> {
  await room(page, 'Office');
  await page.getByRole('tab', { name: tab, exact: true }).click();
}

/** Types a day, `YYYY-MM-DD`, into the last field of this name and leaves it. */
export async function typeDay(within: Locator, label: string, day: string): Promise<void> {
  const field = within.getByRole('group', { name: label, exact: true }).last();
  await field.getByRole('spinbutton').first().click();
  await within.page().keyboard.type(day.split('-').reverse().join(''));
  await within.page().keyboard.press('Tab');
  await within.page().keyboard.press('Tab');
}

/** Records a decision of the committee of today and prints it; answers its words. */
export async function decide(program: Muniment, resolution: string): Promise<string> {
  const { page } = program;
  await office(page, 'Decisions');
  await press(page, 'New decision');
  const asked = page.getByRole('dialog', { name: 'New decision' });
  await asked.getByLabel('Resolution').fill(resolution);
  await press(asked, 'Add decision');
  await press(page.getByRole('region', { name: 'decision' }), 'Print');
  return leavePdf(program, 'decision');
}

/** An officer takes an enquiry that has come in by the website; answers its pane. */
export async function takeEnquiry(page: Page, of: string, officer: string): Promise<Locator> {
  await room(page, 'Enquiries');
  await press(page, 'New enquiry');
  const asked = page.getByRole('dialog', { name: 'New enquiry' });
  await suggest(asked, /Who asks/, of);
  await suggest(asked, /Officer/, officer);
  await asked.getByLabel('What they need').fill('A speaker on integrated management in May.');
  await press(asked, 'Add enquiry');
  return page.getByRole('region', { name: 'enquiry' });
}

/** Opens the consent of somebody; answers its pane. */
export async function openConsent(page: Page, of: string): Promise<Locator> {
  await room(page, 'Consents');
  await page.getByRole('row', { name: new RegExp(of) }).click();
  return page.getByRole('region', { name: 'Consent' });
}

/** Withdraws the consent of somebody, as told today; answers its pane. */
export async function withdrawConsent(page: Page, of: string): Promise<Locator> {
  const consent = await openConsent(page, of);
  await press(consent, 'Withdraw');
  await press(consent, 'Withdraw consent');
  await expect(consent.getByText('Withdrawn').first()).toBeVisible();
  return consent;
}

/** Describes what the Secretary answers for, in force by this decision; answers its pane. */
export async function describeRole(page: Page, decision: string): Promise<Locator> {
  await office(page, 'Role descriptions');
  await press(page, 'New role description');
  const asked = page.getByRole('dialog', { name: 'New role description' });
  await choose(asked, /Post$/, 'Group Secretary');
  await asked.getByLabel('Responsibilities').fill('Keeps the records of the group.');
  await press(asked, 'Add role description');
  const role = page.getByRole('region', { name: 'role description' });
  await suggest(role, /Approved by/, decision);
  await expect(role.getByText('In force', { exact: true })).toBeVisible();
  return role;
}

/** Puts a new version of the access matrix in force by this decision. */
export async function approveMatrix(page: Page, decision: string): Promise<void> {
  await office(page, 'Access');
  await press(page, 'New version');
  await suggest(page.getByRole('region', { name: 'Draft' }), /Decided by/, decision);
  await expect(page.getByText('In force', { exact: true })).toBeVisible();
}

/** Hands the office over to somebody here in the room, who chooses a passphrase; answers the locked page. */
export async function handOver(
  program: Muniment,
  successor: { name: string; passphrase: string },
): Promise<Page> {
  const { app, page } = program;
  await office(page, 'Security');
  await press(page.getByRole('group', { name: 'Handing over' }), 'Hand over …');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Present passphrase').fill(PASSPHRASE);
  await dialog.getByLabel('Successor’s name').fill(successor.name);
  await dialog.getByLabel('New passphrase', { exact: true }).fill(successor.passphrase);
  await dialog.getByLabel('New passphrase again').fill(successor.passphrase);
  await press(dialog, 'Make the new keys');
  const sheet = dialog.getByRole('list', { name: 'Recovery key' });
  await sheet.waitFor({ timeout: KEY_MS });
  const groups = await sheet.locator('code').allInnerTexts();
  expectStamped(await savePdf(program, paper('recovery-sheet')));
  await press(dialog, 'I have it on paper');
  const asked = Number(/\d+/.exec(await dialog.locator('label').first().innerText())?.[0]);
  const typed = dialog.getByRole('textbox', { name: /^Group \d+ of the recovery key/ });
  await typed.fill(groups[asked - 1] ?? '');
  await press(dialog, 'Finish');
  await dialog.getByText('The office is handed over.').waitFor({ timeout: KEY_MS });
  const fresh = app.waitForEvent('window');
  await press(dialog, 'Lock, and try the new passphrase');
  return ready(await fresh);
}

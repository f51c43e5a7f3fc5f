/** A meeting and its minutes, as the Secretary keeps them. */
import { type Locator, type Page, expect } from '@playwright/test';
import { BANNER } from '../renderer/domain/banner.ts';
import { choose, look, press, savePdf, suggest } from './at-work.ts';
import { expectStamped } from './documents.ts';
import type { Muniment } from './launch.ts';

/** Records today's meeting: time, place, chair, and who came; answers its pane. */
export async function keepMeeting(page: Page): Promise<Locator> {
  await page.keyboard.press('Control+n');
  const asked = page.getByRole('dialog', { name: 'New meeting' });
  await asked.getByRole('spinbutton', { name: /^hour/ }).click();
  await page.keyboard.type('1830');
  await asked.getByLabel('Place').fill('Online');
  await press(asked, 'Add meeting');
  const meeting = page.getByRole('region', { name: 'Meeting' });
  await suggest(meeting, /^Chair/, 'Paxton Brown');
  for (const name of ['Paxton Brown', 'Immanuel Jacobs', 'Małgorzata Sobczyk', '里奈 大森']) {
    await meeting.getByRole('button', { name: `${name}: Present` }).click();
  }
  await meeting.getByRole('button', { name: 'نادر بن عبد السلام: Apologies' }).click();
  await expect(meeting.getByText(/4 present, 1 apologies/)).toBeVisible();
  return meeting;
}

/** Drafts its minutes: a discussion with a name in bold, a decision, an action with its owner. */
export async function draftMinutes(page: Page, meeting: Locator): Promise<void> {
  await meeting.getByRole('tab', { name: /Minutes/ }).click();
  await press(meeting, 'Draft minutes');
  await expect(meeting.getByText('23 Nov 2027').first()).toBeVisible();
  const item = meeting
    .getByRole('listitem')
    .filter({ has: page.getByRole('textbox', { name: 'Item 2', exact: true }) });
  await item.getByRole('textbox', { name: 'Discussion of item 2' }).click();
  await page.keyboard.type('The minutes of 11 November 2026 were read. ');
  await page.keyboard.press('Control+b');
  await page.keyboard.type('Małgorzata Sobczyk');
  await page.keyboard.press('Control+b');
  await page.keyboard.type(' asked for one correction.');
  await item.getByLabel('Decision').fill('The minutes were approved as corrected.');
  await page.keyboard.press('Tab');
  await suggest(item, /Proposed by/, '里奈 大森');
  await item.getByLabel('Add an action to item 2').fill('Send the corrected minutes round');
  await page.keyboard.press('Enter');
  await suggest(item, /Owner/, 'Immanuel Jacobs');
  await expect(meeting.getByText('Saved')).toBeVisible();
}

/** Closes the preview of the minutes and prints what the room has besides: the agenda, the action list, the attendance register. */
export async function printOfMeetings(secretary: Muniment, meeting: Locator): Promise<void> {
  const { page } = secretary;
  const isShown = async (picture: string, words: string) => {
    const sheet = page.frameLocator('iframe');
    await sheet.getByText(BANNER).waitFor();
    await expect(sheet.getByText(words).first()).toBeVisible();
    await look(page, picture);
    expectStamped(await savePdf(secretary, `${picture}.pdf`));
    await page.keyboard.press('Escape');
  };
  await page.keyboard.press('Escape');
  await meeting.getByRole('tab', { name: /^Meeting/ }).click();
  await press(meeting, 'Preview agenda');
  await isShown('agenda', 'Apologies for absence');
  await press(page, 'Action list');
  const actions = page.getByRole('dialog', { name: 'Action list' });
  await choose(actions, /Actions of/, 'Immanuel Jacobs');
  await press(actions, 'Show the list');
  await isShown('action-list', 'Send the corrected minutes round');
  await press(page, 'Attendance');
  const attendance = page.getByRole('dialog', { name: 'Attendance register' });
  await look(page, 'attendance-asked');
  await press(attendance, 'Show the register');
  await isShown('attendance', 'Paxton Brown');
  await meeting.getByRole('tab', { name: /^Minutes/ }).click();
}

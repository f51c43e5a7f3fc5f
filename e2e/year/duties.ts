/** What the policy asks in the course of the year, done by the screen: events, requests, complaints, a breach, a review. */
import { readFileSync } from 'node:fs';
import { type Locator, type Page, expect } from '@playwright/test';
import { choose, press, room, suggest } from '../at-work.ts';
import { type Muniment, answerSaveDialog, outPath } from '../launch.ts';
import { paper } from './diary.ts';
import { office, typeDay } from './steps.ts';

/** Presses the button that makes a new record; answers its pane. */
async function add(asked: Locator, one: string): Promise<Locator> {
  const pane = asked.page().getByRole('region', { name: one });
  await press(asked, `Add ${one}`);
  await pane.waitFor();
  return pane;
}

/** Goes to a part of a room. */
async function tab(page: Page, of: Parameters<typeof room>[1], name: string): Promise<void> {
  await room(page, of);
  await page.getByRole('tab', { name, exact: true }).click();
}

/** Keeps an event of today, and a photograph of it in which these people can be recognised; answers its pane. */
export async function photographAtEvent(page: Page, names: readonly string[]): Promise<Locator> {
  await tab(page, 'Publications', 'Events');
  await press(page, 'New event');
  const event = page.getByRole('dialog', { name: 'New event' });
  await event.getByLabel('Title').fill('Regional day');
  await add(event, 'event');
  await tab(page, 'Publications', 'Photographs');
  await press(page, 'New photograph');
  const asked = page.getByRole('dialog', { name: 'New photograph' });
  await asked.getByLabel('Caption').fill('The panel');
  await suggest(asked, /^Event/, 'Regional day');
  for (const name of names) {
    await suggest(asked, /Add to people who can be recognised/, name);
    await expect(asked.getByRole('listitem').filter({ hasText: name })).toBeVisible();
  }
  return add(asked, 'photograph');
}

/** Records, at the photograph, that somebody has consented today on paper. */
export async function consentAt(photograph: Locator, name: string): Promise<void> {
  await press(photograph, `Consent … of ${name}`);
  await press(photograph.page().getByRole('dialog'), 'Add consent');
  const line = photograph.getByRole('listitem').filter({ hasText: name }).first();
  await expect(line).toContainText('In force');
}

/** A complaint of somebody who is not in the register has come today; answers its pane. */
export async function receiveComplaint(page: Page, name: string, about: string): Promise<Locator> {
  await tab(page, 'Requests', 'Complaints');
  await press(page, 'New complaint');
  const asked = page.getByRole('dialog', { name: 'New complaint' });
  await asked.getByLabel('Or their name').fill(name);
  await asked.getByLabel('About').fill(about);
  return add(asked, 'complaint');
}

/** Somebody asks today to see what is held on them; answers the pane of the request. */
export async function receiveRequest(page: Page, name: string): Promise<Locator> {
  await tab(page, 'Requests', 'Rights');
  await press(page, 'New request');
  const asked = page.getByRole('dialog', { name: 'New request' });
  await suggest(asked, /Whose data/, name);
  await asked.getByLabel('What they ask, in a sentence').fill('What is held, and why.');
  return add(asked, 'request');
}

/** Looks at all that is held on the person who asks, as it will leave. */
export async function lookAtHeld(request: Locator): Promise<void> {
  await press(request, 'What is held');
  const held = request.page().getByRole('dialog', { name: 'What is held' });
  await expect(held.getByText('Look at each before it leaves.')).toBeVisible();
  await request.page().screenshot({ path: outPath('screens/year-what-is-held-light.png') });
  await request.page().keyboard.press('Escape');
  await expect(held).toBeHidden();
}

/** Opens a record from the line of Today that says this. */
export async function openFromToday(page: Page, words: RegExp): Promise<void> {
  await room(page, 'Today');
  await page.getByRole('button', { name: words }).first().click();
}

/** A breach that became known on a day at a time, recorded and assessed; answers its pane. */
export async function recordBreach(page: Page, day: string, time: string): Promise<Locator> {
  await room(page, 'Incidents');
  await press(page, 'New incident');
  const asked = page.getByRole('dialog', { name: 'New incident' });
  await asked.getByLabel('In a few words').fill('A list sent to the wrong address');
  await typeDay(asked, 'Became aware', day);
  await asked.getByLabel('Became aware: time').fill(time);
  await asked.getByLabel('What happened').fill('The contact list went to another society.');
  const pane = await add(asked, 'incident');
  const serious = pane.getByRole('row', { name: /Serious/ });
  await serious.getByRole('button', { name: 'High risk' }).click();
  await expect(pane.getByText('A high risk is likely.', { exact: true })).toBeVisible();
  return pane;
}

/** Decides, with the reason first, that the ICO and the people are told. */
export async function decideToTell(pane: Locator, reason: string): Promise<void> {
  for (const [why, what] of [
    ['Why it is, or is not, reported', /Report to the ICO/],
    ['Why the people are, or are not, told', /Tell the people affected/],
  ] as const) {
    await pane.getByLabel(why).fill(reason);
    await choose(pane, what, 'Yes');
    await expect(pane.getByRole('button', { name: what })).toContainText('Yes');
  }
}

/** Saves the deadlines of Today as a calendar; answers the file. */
export async function leaveCalendar({ app, page }: Muniment): Promise<string> {
  const path = outPath(paper('deadlines', 'ics'));
  await room(page, 'Today');
  await answerSaveDialog(app, path);
  await press(page, 'Save as calendar');
  await page.getByText(/Saved as .*\.ics/).waitFor();
  return readFileSync(path, 'utf8');
}

/** Walks the annual review, as the program proposes each decision, up to its end; answers how many groups there were. */
export async function walkReview(page: Page): Promise<number> {
  await office(page, 'Review');
  await press(page, 'Begin the review');
  const progress = page.getByText(/^\d+ of \d+ groups decided/);
  const [, total = '0'] = /of (\d+)/.exec(await progress.innerText()) ?? [];
  for (let done = 1; done <= Number(total); done += 1) {
    await page.getByRole('button', { name: /^Decide/ }).click();
    await expect(progress).toHaveText(`${done} of ${total} groups decided`);
  }
  await press(page, 'Finish the review');
  return Number(total);
}

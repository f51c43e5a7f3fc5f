/** Minutes at their last day, seen as the Secretary sees it, with the clock moved. */
import { randomBytes } from 'node:crypto';
import { expect, test, type Page } from '@playwright/test';
import { plainDate } from '../renderer/domain/dates.ts';
import { makeId } from '../renderer/domain/ids.ts';
import { createVault, look, press, room, unlock } from './at-work.ts';
import { type Muniment, launchMuniment, setClock } from './launch.ts';
import { lockByKey, must, newMeeting, newPerson, pageOf, save } from './store/office.ts';
import { askVault } from './vault-wire.ts';

let secretary: Muniment;

test.beforeAll(async () => {
  secretary = await launchMuniment();
  await createVault(secretary, { name: 'Immanuel Jacobs' });
});
test.afterAll(() => secretary?.close());

/** Locks, moves the clock, unlocks; answers the page that follows. */
async function unlockOn(day: string): Promise<Page> {
  const door = await lockByKey(secretary);
  await setClock(secretary.app, `${day}T09:00:00Z`);
  await unlock(door);
  return door;
}

test('minutes are warned of, hidden after their last day and erased at the next unlock (RETAIN-MINUTES)', async () => {
  await keepMinutes(secretary.page, '2026-01-15');
  await keepMinutes(secretary.page, '2026-03-10');
  let page = await unlockOn('2026-12-20');
  await expect(page.getByText('Minutes reach their last day')).toBeVisible();
  await expect(page.getByText('Meeting 15 Jan 2026 + 12 months = 15 Jan 2027.')).toBeVisible();

  page = await unlockOn('2027-01-10');
  await expect(page.getByText('Last week of minutes')).toBeVisible();
  await look(page, 'retention-last-week');

  // Left open past midnight: hidden at once, erased at the next unlock and not before.
  await setClock(secretary.app, '2027-01-16T00:05:00Z');
  await room(page, 'Meetings');
  await room(page, 'Today');
  await expect(page.getByText('One set of minutes, hidden')).toBeVisible();

  page = await unlockOn('2027-01-16');
  const notice = page.getByRole('region', { name: 'Erased at the unlock' });
  await expect(notice).toContainText('One set of minutes erased for good');
  await expect(notice).toContainText('15 Jan 2026');
  await look(page, 'retention-erased');
  await press(notice, 'See the certificate');
  await expect(page.getByRole('row', { name: /1 set of minutes/ })).toContainText(
    'Kept as long as it may be',
  );
  await room(page, 'Today');
  await press(page, 'Put away');
  await expect(notice).toBeHidden();
});

test('a clock that stepped far forward erases nothing before somebody has said that it is right', async () => {
  let page = await unlockOn('2027-04-20');
  const question = page.getByRole('region', { name: 'The clock' });
  await expect(question).toContainText(
    'The clock says 20 Apr 2027, the last entry is of 16 Jan 2027.',
  );
  await look(page, 'retention-clock');
  await press(question, 'Yes, it is 20 Apr 2027');
  await expect(question).toBeHidden();
  page = await unlockOn('2027-04-20');
  await expect(page.getByRole('region', { name: 'Erased at the unlock' })).toContainText(
    '10 Mar 2026',
  );
});

test('a review decides what is kept, keeps its place over a lock, and ends in a report (REVIEW, RETAIN-PEOPLE)', async () => {
  for (const name of ['Anna Kept', 'Bruno Kept'])
    must(await save(pageOf(secretary), newPerson(name, { purpose: 'members' })));
  const prospect = newPerson('Never Asked', { purpose: 'prospects', categories: ['public'] });
  must(await save(pageOf(secretary), prospect));
  await forgetAsking(pageOf(secretary));
  let page = pageOf(secretary);
  await room(page, 'Office');
  await room(page, 'Today');
  await page.getByRole('button', { name: /Informing prospective members: 1 record/ }).click();
  await expect(page.getByRole('form', { name: 'Informing prospective members' })).toBeVisible();
  await look(page, 'retention-due');
  await page.getByRole('tab', { name: 'Review' }).click();
  await press(page, 'Begin the review');
  await press(page, 'Decide for all 2');
  await expect(page.getByText(/1 of 3 groups decided/)).toBeVisible();

  page = await unlockOn('2027-04-21');
  await expect(page.getByRole('form', { name: 'Serving members' })).toBeVisible();
  await press(page, 'Look at each');
  await look(page, 'review-walk');
  await press(page, 'Decide for all 2');
  await press(page, 'Decide');
  await press(page, 'Finish the review');
  const dialog = page.getByRole('dialog', { name: 'Finish' });
  await dialog.getByLabel(/Type ERASE/).fill('ERASE');
  await look(page, 'review-finish');
  const fresh = secretary.app.waitForEvent('window');
  await press(dialog, 'Finish and erase');
  page = await fresh;
  await unlock(page);
  await expect(page.getByText(/Last finished on 21 Apr 2027/)).toBeVisible();
  await page.getByRole('button', { name: /Annual review, 20 Apr 2027/ }).click();
  await expect(page.frameLocator('iframe').getByText('Signature of the Chair')).toBeVisible();
  await look(page, 'review-report');
});

/** Takes out the consents that the intake noted as asked for: nobody was asked. */
async function forgetAsking(page: Page): Promise<void> {
  const sort = { by: 'name', descending: false };
  const all = { list: 'consents', text: '', filter: 'asked', sort, offset: 0, limit: 10 } as const;
  const { rows } = must(await askVault(page, 'query', all));
  expect(rows.length).toBe(1);
  for (const { id } of rows) {
    const { revision } = must(await askVault(page, 'open', { id }));
    must(await askVault(page, 'remove', { id, base: revision }));
  }
}

/** Keeps a meeting of a day and its minutes, not approved. */
async function keepMinutes(page: Page, on: string): Promise<void> {
  const meeting = { ...newMeeting('Steering group meeting'), date: plainDate.parse(on) };
  must(await save(page, meeting));
  must(
    await askVault(page, 'save', {
      record: {
        kind: 'minutes',
        id: makeId('minutes', randomBytes(16)),
        purpose: 'steering',
        meeting: meeting.id,
        meetingDate: meeting.date,
        items: [],
        nextMeeting: null,
        approved: null,
      },
      base: null,
    }),
  );
}

/** What a group publishes, and the consents that it rests on, driven as a person would. */
import { randomBytes } from 'node:crypto';
import { type Page, expect, test } from '@playwright/test';
import { makeId } from '../renderer/domain/ids.ts';
import { plainDate } from '../renderer/domain/dates.ts';
import type { EventId, PersonId } from '../renderer/domain/ids.ts';
import type { Photograph } from '../renderer/domain/publishing.ts';
import { createVault, look, press, room } from './at-work.ts';
import { type Muniment, launchMuniment } from './launch.ts';
import { must, newPerson } from './store/office.ts';
import { askVault } from './vault-wire.ts';

let secretary: Muniment;

test.beforeAll(async () => {
  secretary = await launchMuniment();
  await createVault(secretary, { name: 'Immanuel Jacobs' });
});
test.afterAll(() => secretary?.close());

/** An event of last week with three photographs: one of both people, one of the second, one of a view. */
async function photoEvent(page: Page): Promise<void> {
  const keep = async (record: Parameters<typeof askVault<'save'>>[2]['record']) =>
    must(await askVault(page, 'save', { record, base: null }));
  const anna = newPerson('Anna Kowalska');
  const bola = newPerson('Bola Adeyemi');
  await keep(anna);
  await keep(bola);
  const date = plainDate.parse('2026-11-16');
  const id = makeId('event', randomBytes(16));
  await keep({
    kind: 'event',
    id,
    purpose: 'members',
    title: 'Regional day in Leeds',
    date,
    place: 'Leeds',
    participants: [anna.id, bola.id],
    photographerTold: date,
    notes: '',
  });
  await keep(photographOf(id, 'The panel', [anna.id, bola.id]));
  await keep(photographOf(id, 'The first talk', [bola.id]));
  await keep({ ...photographOf(id, 'The hall from above', []), nobody: true });
}

function photographOf(event: EventId, caption: string, recognisable: PersonId[]): Photograph {
  return {
    kind: 'photograph',
    id: makeId('photograph', randomBytes(16)),
    purpose: 'photographs',
    event,
    taken: plainDate.parse('2026-11-16'),
    caption,
    recognisable,
    nobody: false,
    where: '',
    publishable: null,
    published: null,
    removed: null,
  };
}

test('a photograph is published once everybody in it has consented, and a withdrawal says what must be taken down (CONSENT, COLLECT-PHOTOS)', async () => {
  const { page } = secretary;
  await photoEvent(page);
  await room(page, 'Publications');
  await look(page, 'publications-empty');
  await page.getByRole('tab', { name: 'Photographs' }).click();
  await page.getByRole('row', { name: /The panel/ }).click();
  const pane = page.getByRole('region', { name: 'photograph' });
  await press(pane, 'Mark as published');
  await expect(pane.getByText(/^2 of 2 people have no consent in force/)).toBeVisible();
  await look(page, 'photograph-refused');

  for (const name of ['Anna Kowalska', 'Bola Adeyemi']) {
    await press(pane, `Consent … of ${name}`);
    await press(page.getByRole('dialog'), 'Add consent');
    await expect(pane.getByRole('listitem').filter({ hasText: name }).first()).toContainText(
      'In force',
    );
  }
  await press(pane, 'Mark as published');
  await expect(pane.getByText('Published', { exact: true })).toBeVisible();
  await look(page, 'photograph-published');

  await press(pane, 'Open the consent of Bola Adeyemi');
  await page.getByRole('button', { name: 'Withdraw', exact: true }).click();
  await look(page, 'consent-withdrawing');
  await press(page, 'Withdraw consent');
  await expect(page.getByRole('heading', { name: 'To take down or erase' })).toBeVisible();
  await look(page, 'consent-withdrawn');
  await press(page, /^The panel/);
  await expect(pane.getByText('To take down')).toBeVisible();
  await look(page, 'photograph-to-take-down');

  await room(page, 'Today');
  const owed = page.getByRole('button', { name: /a consent was withdrawn/ });
  await expect(owed).toHaveCount(2);
  await look(page, 'today-take-down');
  await page.keyboard.press('Control+z');
  await expect(owed).toHaveCount(0);
  await page.keyboard.press('Control+Shift+z');
  await expect(owed).toHaveCount(2);

  await room(page, 'Publications');
  await page.getByRole('tab', { name: 'Photographs' }).click();
  await page.getByRole('row', { name: /The panel/ }).click();
  await press(pane, 'Mark as taken down');
  await expect(pane.getByText('Taken down', { exact: true }).first()).toBeVisible();
  await room(page, 'Today');
  await expect(owed).toHaveCount(1);
});

test('a wording of the group’s own is a new version, which consents and forms offer from then on (CONSENT)', async () => {
  const { page } = secretary;
  await room(page, 'Consents');
  await page.getByRole('tab', { name: 'Wordings' }).click();
  await press(page, 'New version of News for prospective members');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Words').fill('I agree to have the newsletter twice a year.');
  await look(page, 'wording-new-version');
  await press(dialog, 'Add version');
  await expect(page.getByText('Version 2.0')).toBeVisible();
  await page.setViewportSize({ width: 900, height: 600 });
  await look(page, 'wordings-900');
  await room(page, 'Publications');
  await page.getByRole('tab', { name: 'Photographs' }).click();
  await page.getByRole('row', { name: /The first talk/ }).click();
  await look(page, 'photograph-900');
});

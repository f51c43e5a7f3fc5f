/** The forms that the main job hurries through, each as it opens and in both themes; and Today when dates come near. */
import { type Page, expect, test } from '@playwright/test';
import { choose, createVault, look, press, room, suggest } from './at-work.ts';
import { type Muniment, launchMuniment, setClock } from './launch.ts';
import { draftMinutes, keepMeeting } from './meetings.ts';

test.describe.configure({ mode: 'serial' });

const COMMITTEE = [
  'نادر بن عبد السلام',
  'Immanuel Jacobs',
  'Paxton Brown',
  'Małgorzata Sobczyk',
  '里奈 大森',
];

let program: Muniment;
test.beforeAll(async () => {
  test.setTimeout(120_000);
  program = await launchMuniment();
  await createVault(program, { name: 'Immanuel Jacobs' });
});
test.afterAll(() => program.close());

async function addPerson(page: Page, name: string): Promise<void> {
  await room(page, 'People');
  await page.keyboard.press('Control+n');
  await choose(page, /How they came to the group/, 'Joined the steering group');
  await page.getByLabel('Name', { exact: true }).fill(name);
}

test('a new person, with a long name and one that is read from the right', async () => {
  const { page } = program;
  await addPerson(page, 'Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh '.repeat(3).trim());
  await look(page, 'new-person');
  await press(page, 'Add person');
  await look(page, 'person-long-name');
  for (const name of COMMITTEE) {
    await addPerson(page, name);
    await press(page, 'Add person');
    const person = page.getByRole('region', { name: 'Person' });
    await person.getByRole('heading', { name, exact: true }).waitFor();
    await press(person, 'Add a term');
    if (name.startsWith('نادر')) await look(page, 'new-term');
    await press(person, /^Add( term)?$/);
    await expect(person.getByText('In post', { exact: true })).toBeVisible();
  }
});

test('a new meeting and a new consent', async () => {
  const { page } = program;
  await room(page, 'Meetings');
  await page.keyboard.press('Control+n');
  await page.getByRole('dialog', { name: 'New meeting' }).waitFor();
  await look(page, 'new-meeting');
  await page.keyboard.press('Escape');
  await room(page, 'Consents');
  await page.keyboard.press('Control+n');
  const asked = page.getByRole('dialog', { name: 'New consent' });
  await suggest(asked, /Person/, 'Paxton Brown');
  await choose(asked, /Wording/, 'Publishing an article');
  await look(page, 'new-consent');
  await page.keyboard.press('Escape');
});

test('the shortcuts, and Today when minutes near their last day', async () => {
  const { app, page } = program;
  await page.keyboard.press('Control+/');
  await page.getByRole('dialog').waitFor();
  await look(page, 'shortcuts');
  await page.keyboard.press('Escape');
  await room(page, 'Meetings');
  await draftMinutes(page, await keepMeeting(page));
  await setClock(app, '2027-11-10T12:00:00Z');
  await room(page, 'People');
  await room(page, 'Today');
  await expect(page.getByText('Meeting 23 Nov 2026 + 12 months = 23 Nov 2027.')).toBeVisible();
  await expect(page.getByText('Wed 10 Nov 2027')).toBeVisible();
  await look(page, 'today-due');
});

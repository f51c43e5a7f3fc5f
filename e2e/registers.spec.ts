/** Registers that are made of their fields, driven as a person would. */
import { expect, test } from '@playwright/test';
import { createVault, look, press, room, suggest } from './at-work.ts';
import { type Muniment, launchMuniment } from './launch.ts';
import { must, newPerson, save } from './store/office.ts';
import { askVault } from './vault-wire.ts';

let secretary: Muniment;

test.beforeAll(async () => {
  secretary = await launchMuniment();
  await createVault(secretary, { name: 'Immanuel Jacobs' });
});
test.afterAll(() => secretary?.close());

test('an enquiry is assigned, shared and closed, and Today tells that it is open (COLLECT-DIRECT)', async () => {
  const { page } = secretary;
  must(await save(page, newPerson('Anna Kowalska')));
  await room(page, 'Enquiries');
  await press(page, 'New enquiry');
  await suggest(page, /Who asks/, 'Anna');
  await page.getByLabel('What they need').fill('A speaker on MSS1000 for a regional event.');
  await look(page, 'enquiry-new');
  await press(page, 'Add enquiry');
  const pane = page.getByRole('region', { name: 'enquiry' });
  await expect(pane.getByText('Nobody yet')).toBeVisible();
  await press(pane, 'Add a sharing');
  await pane.getByLabel('What', { exact: true }).fill('Name and e-mail');
  await pane.getByLabel('Outcome').click();
  await look(page, 'enquiry-open');

  // A field that is left by a key of the rail is saved as it goes.
  await pane.getByLabel('Outcome').fill('A speaker was found.');
  await room(page, 'Today');
  await expect
    .poll(async () => {
      const [hit] = must(
        await askVault(page, 'find', { text: 'speaker was found', kinds: null, limit: 1 }),
      );
      return hit?.kind;
    })
    .toBe('enquiry');
  await expect(page.getByText('Enquiry without an officer')).toBeVisible();
  await room(page, 'Office');
  await page.getByRole('tab', { name: 'Decisions' }).click();
  await look(page, 'office-decisions-empty');
});

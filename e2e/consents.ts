/** A consent, as the Secretary has it given and withdrawn. */
import { expect } from '@playwright/test';
import { BANNER } from '../renderer/domain/banner.ts';
import { choose, look, press, room, savePdf, suggest } from './at-work.ts';
import { expectStamped } from './documents.ts';
import type { Muniment } from './launch.ts';

/** A consent to photographs is given, shown on its form, saved, and withdrawn by one action. */
export async function giveAndWithdraw(secretary: Muniment): Promise<void> {
  const { page } = secretary;
  await room(page, 'Consents');
  await page.keyboard.press('Control+n');
  const asked = page.getByRole('dialog', { name: 'New consent' });
  await suggest(asked, /Person/, 'Rachael Green');
  await choose(asked, /Wording/, 'Photographs at events');
  await press(asked, 'Add consent');
  const consent = page.getByRole('region', { name: 'Consent' });
  await expect(consent.getByText('In force')).toBeVisible();
  await look(page, 'consent');
  await press(consent, 'Consent record');
  await page.frameLocator('iframe').getByText(BANNER).waitFor();
  expectStamped(await savePdf(secretary, 'consent.pdf'));
  await page.keyboard.press('Escape');
  await press(consent, 'Withdraw');
  await look(page, 'consent-withdraw');
  await press(consent, 'Withdraw consent');
  await expect(consent.getByText('Withdrawn').first()).toBeVisible();
}

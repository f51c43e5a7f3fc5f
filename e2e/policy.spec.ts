/** The policy clause by clause, the summary and the evidence for the CQI, and the trail on paper. */
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { ANONYMISED, BANNER } from '../renderer/domain/banner.ts';
import { createVault, look, press, room, savePdf, scrollsSideways } from './at-work.ts';
import { expectStamped, textOf } from './documents.ts';
import { type Muniment, answerSaveDialog, launchMuniment, outPath } from './launch.ts';
import { must, newPerson, save } from './store/office.ts';

let secretary: Muniment;
const NAMES = ['Anna Kowalska', 'Ben Okafor', 'Chidi Eze', 'Dana Levi', 'Eva Novak', 'Finn Olsen'];

test.beforeAll(async () => {
  secretary = await launchMuniment();
  await createVault(secretary, { name: 'Immanuel Jacobs' });
  for (const name of NAMES) must(await save(secretary.page, newPerson(name)));
});
test.afterAll(() => secretary?.close());

test('every clause is in Office, with its state and a way to where it is carried out', async () => {
  const { page } = secretary;
  await room(page, 'Office');
  const scope = page.getByRole('listitem').filter({ hasText: 'SCOPE' });
  await expect(scope.getByText('6 people')).toBeVisible();
  await look(page, 'office-policy');
  await page.setViewportSize({ width: 900, height: 600 });
  expect(await scrollsSideways(page)).toBe(false);
  await page.screenshot({ path: outPath('screens/office-policy-small.png') });
  await page.setViewportSize({ width: 1280, height: 800 });
  await press(page.getByRole('listitem').filter({ hasText: 'COLLECT-DIRECT' }), 'Enquiries');
  await page.getByRole('heading', { name: 'Enquiries', level: 1 }).waitFor();
});

test('the summary and the evidence leave as counts, without the banner (ANONYMISE, OVERSIGHT)', async () => {
  const { page, app } = secretary;
  await room(page, 'Office');
  await page.getByRole('tab', { name: 'Summary' }).click();
  await look(page, 'office-summary');
  await answerSaveDialog(app, outPath('policy/summary.csv'));
  await press(page, 'Save as CSV');
  await expect(page.getByText('Saved as summary.csv.')).toBeVisible();
  expect(readFileSync(outPath('policy/summary.csv'), 'utf8')).toContain(ANONYMISED);
  for (const [button, file] of [
    ['Preview the summary', 'policy/summary.pdf'],
    ['Preview the evidence', 'policy/evidence.pdf'],
  ] as const) {
    await press(page, button);
    await page.frameLocator('iframe').getByText(ANONYMISED).waitFor();
    await page.screenshot({ path: outPath(`screens/${file.slice(7, -4)}-preview.png`) });
    const words = textOf(await savePdf(secretary, file));
    for (const sheet of words.split('\f').slice(0, -1)) expect(sheet).toContain(ANONYMISED);
    expect(words).not.toContain(BANNER);
    for (const name of NAMES) expect(words).not.toContain(name);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
  }
});

test('the trail is looked through, and printed with the state of its chain (AUDIT, BANNER)', async () => {
  const { page } = secretary;
  await page.getByRole('tab', { name: 'The trail' }).click();
  await press(page, 'Check the chain');
  await expect(page.getByText(/Whole: \d+ entries checked/)).toBeVisible();
  await look(page, 'office-trail');
  await press(page, 'Preview and print');
  const path = await savePdf(secretary, 'policy/trail.pdf');
  expectStamped(path);
  expect(textOf(path).replaceAll(/\s+/g, ' ')).toContain('none missing, none altered');
  await page.keyboard.press('Escape');
});

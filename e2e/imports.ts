/** Bringing lists in, by the wizard. */
import { type Page, expect } from '@playwright/test';
import { press } from './at-work.ts';
import { type Muniment, answerOpenDialog, fixturePath } from './launch.ts';

/** Chooses a sample file in the wizard and reads it; the preview is on the screen then. */
export async function previewImport({ app, page }: Muniment, fixture: string): Promise<void> {
  await answerOpenDialog(app, [fixturePath(fixture)]);
  await press(page, /^Choose (a file|another)/);
  await press(page, 'Read the file');
  await page.getByText('Nothing is stored yet').waitFor();
}

/** How many rows the preview shows of each sort: `New 60` → ['New', 60]. */
export async function importCounts(page: Page): Promise<Record<string, number>> {
  const shown = await page
    .getByRole('radiogroup', { name: 'Rows to show' })
    .getByRole('radio')
    .allInnerTexts();
  return Object.fromEntries(
    shown.map((text) => {
      const [, word = '', count = ''] = /^(\w+)\s+(\d+)$/.exec(text.trim()) ?? [];
      return [word, Number(count)];
    }),
  );
}

/** What is wrong in steering-group.csv on purpose, each row with its reason. */
export async function expectFaultsOfTheList(page: Page): Promise<void> {
  for (const [row, why] of [
    ['19', 'This is not an e-mail address'],
    ['23', 'There is no e-mail address'],
    ['25', 'two or more phone numbers in one cell'],
  ] as const) {
    await expect(page.getByRole('row', { name: new RegExp(`^${row} .*${why}`) })).toBeVisible();
  }
  await page.getByText(/^Duplicate/).click();
  await expect(
    page.getByRole('row', { name: /^62 Marika Hetzler .*Duplicate of row 6/ }),
  ).toBeVisible();
  await expect(page.getByRole('row', { name: /^63 .*Duplicate of row 7/ })).toBeVisible();
  await page.getByText(/^Cannot/).click();
  await expect(page.getByRole('row', { name: /^64 .*The row is empty/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /^65 .*a row of totals/ })).toBeVisible();
}

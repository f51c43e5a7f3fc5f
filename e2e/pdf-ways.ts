/** The PDFs of what a preview shows: as it is, with a password, and cancelled. */
import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect } from '@playwright/test';
import { look, press, savePdf } from './at-work.ts';
import { expectStamped, textOf } from './documents.ts';
import { type Muniment, answerSaveDialog, outPath } from './launch.ts';
import { readPdf } from './pdf-objects.ts';
import { pdfFindings } from './pdf-rules.ts';

/** The contact list in every way; answers its words. */
export async function expectPdfs(program: Muniment): Promise<string> {
  const path = await savePdf(program, 'contacts.pdf');
  expectStamped(path);
  await expectProtectedPdf(program);
  await expectCancelledPdf(program);
  return textOf(path);
}

/** A password that is too long is refused with a sentence; another, typed in pieces, opens the file as one. */
async function expectProtectedPdf(program: Muniment): Promise<void> {
  const { app, page } = program;
  await press(page, 'PDF with password');
  const asked = page.getByRole('dialog', { name: 'PDF with password' });
  await asked.getByLabel('Password', { exact: true }).fill('x'.repeat(500));
  await asked.getByLabel('Password again').fill('x'.repeat(500));
  await press(asked, 'Choose where to save');
  await expect(asked.getByRole('alert')).toContainText('longer than a PDF can hold');
  await asked.getByLabel('Password', { exact: true }).fill('pa\u0308ss 王');
  await asked.getByLabel('Password again').fill('p\u00E4ss 王');
  await expect(asked.getByText('The two are not the same.')).toBeVisible();
  await asked.getByLabel('Password again').fill('pa\u0308ss 王');
  await expect(asked.getByText(/With a copy of the file/)).toBeVisible();
  await look(page, 'pdf-password');
  const path = outPath('contacts-protected.pdf');
  await answerSaveDialog(app, path);
  await press(asked, 'Choose where to save');
  await page.getByText(/Saved as .*\. It opens with the password only\./).waitFor();
  expect(() => readPdf(path)).toThrow(/invalid password/);
  expect(pdfFindings(path, 'p\u00E4ss 王')).toEqual([]);
}

/** A rendering that never ends is cancelled: no file, and the next one is made as ever. */
async function expectCancelledPdf(program: Muniment): Promise<void> {
  const { app, page } = program;
  await app.evaluate(({ app: electron }) => {
    electron.once('web-contents-created', (_event, contents) => {
      contents.printToPDF = () => new Promise(() => {});
    });
  });
  const path = outPath('cancelled/contacts.pdf');
  await answerSaveDialog(app, path);
  await press(page, 'Save as PDF');
  await press(page, 'Cancel');
  await expect(page.getByRole('status')).toHaveText('Cancelled. Nothing was changed.');
  expect(readdirSync(dirname(path))).toEqual([]);
  expectStamped(await savePdf(program, 'contacts-after-cancel.pdf'));
}

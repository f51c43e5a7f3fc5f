/**
 * Minutes on paper, by the program's own Print button: through a real CUPS queue, and the pages read back as pictures.
 * What cannot be printed or saved is said in a sentence, and what was chosen stays.
 */
import { mkdtempSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { BANNER } from '../renderer/domain/banner.ts';
import { look, press, room, unlock } from './at-work.ts';
import {
  type Scheduler,
  answerPrintDialog,
  openPdfPrinter,
  printThroughCups,
  whyNoPdfPrinter,
} from './cups.ts';
import { type Muniment, answerSaveDialog, launchMuniment, newProfile, setClock } from './launch.ts';
import { inkOf, strip } from './paper.ts';
import { NOW } from './proof/office.ts';
import { meetings, minutes, people } from './proof/records.ts';
import { PASSPHRASE, makeVault, must, ready } from './store/office.ts';
import { stage } from './stage.ts';
import { remnants, remnantsDuring } from './store/remnants.ts';
import { askVault, askVaultAll } from './vault-wire.ts';

const why = whyNoPdfPrinter();
test.skip(why !== null, why ?? '');

const CHAIR = 'Prof Simone Lemaire';
const SECRETARY = 'Ottoline Ferncastle';
const VISITOR = 'Kim Visitor';
/** What would be of a document on the disk. */
const IN_CLEAR = ['%PDF-', BANNER, CHAIR];
const foldersOf = ({ profile: { userData, home, tmp } }: Muniment) => [userData, home, tmp];

let queue: Scheduler;
let program: Muniment;
test.beforeAll(async () => {
  queue = await openPdfPrinter();
  program = await launchMuniment({ profile: newProfile(), env: queue.env });
  const { page } = program;
  await ready(page);
  await setClock(program.app, NOW);
  await makeVault(page);
  const records = [...people, meetings.last, minutes.last];
  const saved = await askVaultAll(
    page,
    'save',
    records.map((record) => ({ record, base: null })),
    NOW,
  );
  for (const reply of saved) must(reply);
  await page.reload();
  await ready(page);
  await unlock(page, PASSPHRASE);
});
test.afterAll(async () => {
  await program.close();
  queue.stop();
});

test('marked minutes with a copy each go through CUPS with the sentence, the mark and the foot on every page (BANNER, RETAIN-MINUTES)', async () => {
  test.setTimeout(120_000);
  const { page } = program;
  await room(page, 'Meetings');
  await page.getByRole('row').nth(1).click();
  await page.getByRole('tab', { name: /Minutes/ }).click();
  await press(page, 'Preview minutes');
  await press(page, 'Mark and copies');
  await page.getByText('CONFIDENTIAL across each page').click();
  const choose = async (name: string) => {
    await page.getByRole('combobox', { name: 'Add somebody who gets a copy' }).fill(name.slice(-8));
    await page
      .getByRole('option', { name: new RegExp(name) })
      .first()
      .click();
  };
  for (const name of [CHAIR, VISITOR]) await choose(name);
  await press(page, 'Print');
  await expect(page.getByText(/committee/).last()).toBeVisible();
  await look(page, 'print-options');
  // Refused, and nothing that was chosen is gone.
  await expect(page.getByText(CHAIR, { exact: true })).toBeVisible();
  await press(page, `No copy for ${VISITOR}`);
  await choose(SECRETARY);

  const said = page.getByText(/Sent to the printer: \d+ pages, 2 copies\./);
  const print = async () => {
    await press(page, 'Print');
    await expect(said).toBeVisible({ timeout: 20_000 });
  };
  const pages = await printThroughCups(
    program,
    async () => expect(await remnantsDuring(foldersOf(program), IN_CLEAR, print)).toEqual([]),
    'minutes',
  );
  expect(pages).toHaveLength(Number(/\d+/.exec(await said.innerText())?.[0]));
  for (const [at, picture] of pages.entries()) {
    // The sentence in red, the same on each; the foot; and the pale mark in the middle of the page.
    const head = strip(picture, 12, 20);
    expect(inkOf(head).red, `page ${at + 1}`).toBeGreaterThan(250);
    expect(pages.every((other) => strip(other, 12, 20).equals(head))).toBe(true);
    expect(inkOf(strip(picture, 283, 289)).dark, `page ${at + 1}`).toBeGreaterThan(0);
    expect(inkOf(strip(picture, 120, 180)).pale, `page ${at + 1}`).toBeGreaterThan(1_200);
  }

  const last = {
    list: 'trail',
    text: '',
    filter: 'printed:::',
    sort: { by: 'at', descending: true },
    offset: 0,
    limit: 2,
  } as const;
  const trail = must(await askVault(page, 'query', last, NOW));
  const each = pages.length / 2;
  expect(JSON.stringify(trail.rows)).toContain(`"sheets":{"pages":${each},"copy":2,"copies":2}`);
  expect(remnants(foldersOf(program), IN_CLEAR)).toEqual([]);
});

test('a printer that is gone, none at all and a folder that is read-only are said in a sentence, with nothing half done', async () => {
  const { app, page } = program;
  const refused = page.getByText('No printer took the document. Nothing was printed.');
  await answerPrintDialog(program, 'Gone');
  await press(page, 'Print');
  await expect(refused).toBeVisible();

  queue.stop();
  await answerPrintDialog(program, '');
  await press(page, 'Print');
  await expect(refused).toBeHidden();
  await expect(refused).toBeVisible();

  const folder = mkdtempSync(join(stage().root, 'locked-'));
  await answerSaveDialog(app, join(folder, 'minutes.pdf'));
  await press(page, 'Save as PDF');
  await expect(page.getByText('The folder may not be written to.')).toBeVisible();
  expect(readdirSync(folder)).toEqual([]);
  expect(remnants(foldersOf(program), IN_CLEAR)).toEqual([]);
});

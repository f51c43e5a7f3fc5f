/** Every document in every output, made of records as bad as they come, and read back by other programs. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { HostBridge } from '../electron/contract.ts';
import { answerSaveDialog, launchMuniment, outPath, setClock, type Muniment } from './launch.ts';
import { NOW, fillOffice } from './proof/office.ts';
import { badFonts, drawPages, pagesOf, read, withSentence } from './proof/read-back.ts';
import { type Template, templatesOf } from './proof/templates.ts';
import { makeVault, must, ready } from './store/office.ts';
import { askVault } from './vault-wire.ts';

declare const host: HostBridge;

/** A line of documents.json. */
interface Row {
  readonly template: string;
  readonly output: string;
  readonly file: string;
  readonly pages: number;
  readonly pagesWithBanner: number;
  readonly personal: boolean;
}

test.describe.configure({ mode: 'serial' });
test.setTimeout(150_000);

const rows: Row[] = [];
let program: Muniment;
let templates: readonly Template[] = [];

test.beforeAll(async () => {
  program = await launchMuniment();
  await ready(program.page);
  await setClock(program.app, NOW);
  await makeVault(program.page);
  templates = templatesOf(await fillOffice(program));
});
test.afterAll(() => program?.close());

const fileOf = (name: string) => outPath(`documents/${name}`);

/** Has the vault make a document and the host write it; answers the pages that the program counted. */
async function leaveAsPdf({ template, name }: Template): Promise<number> {
  const { app, page } = program;
  const { job, pages, suggestedName } = must(
    await askVault(page, 'document', { name, for: 'pdf' }, NOW),
  );
  expect(suggestedName, 'a dull name').toMatch(/^[a-z-]+(-\d{4}-\d\d-\d\d)?$/);
  await answerSaveDialog(app, fileOf(`${template}.pdf`));
  await page.evaluate(
    async ({ from, suggested }) => {
      const to = await host.ask('chooseSave', { kind: 'pdf', suggestedName: suggested });
      if (!to.ok || to.value === null) throw new Error('There is no place to save to.');
      const written = await host.ask('pdfJob', { job: from, to: to.value.handle });
      await host.ask('dropJob', { job: from });
      if (!written.ok) throw new Error(written.error.code);
    },
    { from: job, suggested: `${suggestedName}.pdf` },
  );
  if (pages === null) throw new Error('the pages were not counted');
  return pages;
}

test('each document leaves as a tagged PDF with the sentence on every page (BANNER, ANONYMISE)', async () => {
  for (const template of templates) {
    const pages = await leaveAsPdf(template);
    const pdf = fileOf(`${template.template}.pdf`);
    const found = await pagesOf(pdf);
    expect(found.length, template.template).toBe(pages);
    const pagesWithBanner = withSentence(found, template.personal);
    expect(pagesWithBanner, template.template).toBe(pages);
    const facts = await read('pdfinfo', pdf);
    expect(facts).toMatch(/^Tagged: +yes$/m);
    expect(facts).toMatch(/^Creator: +Muniment$/m);
    expect(facts).toMatch(/^Title: +\S/m);
    expect(await badFonts(pdf), template.template).toEqual([]);
    await read('qpdf', '--check', pdf);
    rows.push({
      template: template.template,
      output: 'pdf',
      file: `${template.template}.pdf`,
      pages,
      pagesWithBanner,
      personal: template.personal,
    });
  }
});

test('each page can be looked at as a picture', async () => {
  const folder = outPath('pages');
  mkdirSync(folder, { recursive: true });
  for (const { file, pages } of rows.filter(({ output }) => output === 'pdf'))
    expect(await drawPages(fileOf(file), folder)).toHaveLength(pages);
});

test('what was made is told in a table', () => {
  writeFileSync(outPath('documents.json'), `${JSON.stringify(rows, null, 2)}\n`);
  console.table(rows);
  for (const { file } of rows)
    expect(readFileSync(join(outPath('documents'), file)).length).toBeGreaterThan(0);
});

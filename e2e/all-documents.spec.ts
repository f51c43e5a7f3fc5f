/** Every document in every output, made of records as bad as they come, and read back by other programs. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { FileKind, HostBridge } from '../electron/contract.ts';
import { ANONYMISED, BANNER } from '../renderer/domain/banner.ts';
import { answerSaveDialog, launchMuniment, outPath, setClock, type Muniment } from './launch.ts';
import { pdfFindings, tofuIn } from './pdf-rules.ts';
import { NOW, fillOffice } from './proof/office.ts';
import {
  asLibreOfficePrints,
  badFonts,
  drawPages,
  pagesOf,
  read,
  withSentence,
} from './proof/read-back.ts';
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

/** Of the protected PDFs; made up here. */
const PASSWORD = 'quince ladder 77';
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

/** Chooses the file as the place of the next save; answers its handle. */
async function placeFor(kind: FileKind, file: string): Promise<string> {
  const { app, page } = program;
  await answerSaveDialog(app, fileOf(file));
  const chosen = must(
    await page.evaluate((of) => host.ask('chooseSave', { kind: of, suggestedName: 'a' }), kind),
  );
  if (chosen === null) throw new Error('there is no place to save to');
  return chosen.handle;
}

/** Has the vault make a document and the host write it; answers the pages that the program counted. */
async function leaveAsPdf({ template, name }: Template): Promise<number> {
  const { page } = program;
  const made = must(await askVault(page, 'document', { name, for: 'pdf' }, NOW));
  const { job, pages, suggestedName } = made;
  expect(suggestedName).toMatch(/^[a-z-]+(-\d{4}-\d\d-\d\d)?$/);
  const to = await placeFor('pdf', `${template}.pdf`);
  must(await page.evaluate((asked) => host.ask('pdfJob', asked), { job, to }));
  const locked = await placeFor('pdf', `${template}-locked.pdf`);
  const guarded = { job, to: locked, password: PASSWORD };
  must(await page.evaluate((asked) => host.ask('pdfJob', asked), guarded));
  await page.evaluate((asked) => host.ask('dropJob', asked), { job });
  if (pages === null) throw new Error('the pages were not counted');
  return pages;
}

test('each document leaves as a tagged PDF with the sentence on every page (BANNER, ANONYMISE)', async () => {
  for (const template of templates) {
    const file = `${template.template}.pdf`;
    const pages = await leaveAsPdf(template);
    expect(await provedPdf(template, 'pdf', file)).toBe(pages);
    const pdf = fileOf(file);
    expect([...pdfFindings(pdf), ...tofuIn(pdf), ...(await badFonts(pdf))]).toEqual([]);
    await read('qpdf', '--check', pdf);
    const facts = await read('pdfinfo', pdf);
    expect(facts).toMatch(/^Tagged: +yes$/m);
    expect(facts).toMatch(/^Creator: +Muniment$/m);
    expect(facts).toMatch(/^Title: +\S/m);
  }
});

test('each PDF can ask for a password, and is whole behind it (BANNER, ANONYMISE)', async () => {
  for (const template of templates) {
    const file = `${template.template}-locked.pdf`;
    const pdf = fileOf(file);
    const seen = await read('qpdf', `--password=${PASSWORD}`, '--show-encryption', pdf);
    expect(seen).toMatch(/^R = 6$/m);
    expect(seen).toMatch(/^stream encryption method: AESv3$/m);
    await read('qpdf', `--password=${PASSWORD}`, '--check', pdf);
    await expect(read('pdftotext', pdf, '-')).rejects.toThrow(/Incorrect password/);
    await provedPdf(template, 'pdf-with-password', file, pdf);
  }
});

/** Counts the pages of a PDF that the sentence heads, and adds the line to the table; answers the pages. */
async function provedPdf(
  { template, personal }: Template,
  output: string,
  file: string,
  pdf = fileOf(file),
): Promise<number> {
  const found = await pagesOf(pdf, PASSWORD);
  const pages = found.length;
  const pagesWithBanner = withSentence(found, personal);
  expect(`${template}: ${pagesWithBanner} of ${pages}`).toBe(`${template}: ${pages} of ${pages}`);
  rows.push({ template, output, file, pages, pagesWithBanner, personal });
  return pages;
}

test('each document opens in a word processor with the sentence on every page (BANNER, ANONYMISE)', async () => {
  const { page } = program;
  for (const { template, name } of templates) {
    const to = await placeFor('docx', `${template}.docx`);
    must(await askVault(page, 'document.write', { name, format: 'docx', to }, NOW));
  }
  const folder = outPath('documents-as-word-shows-them');
  await asLibreOfficePrints(
    templates.map(({ template }) => fileOf(`${template}.docx`)),
    folder,
  );
  for (const template of templates) {
    const printed = join(folder, `${template.template}.pdf`);
    await provedPdf(template, 'docx', `${template.template}.docx`, printed);
    expect(await badFonts(printed)).toEqual([]);
  }
});

test('each document is copied as text that begins with the sentence (BANNER, ANONYMISE)', async () => {
  for (const { template, name, personal } of templates) {
    const { text } = must(await askVault(program.page, 'document.text', { name }, NOW));
    const file = `${template}.txt`;
    writeFileSync(fileOf(file), text);
    const pagesWithBanner = text.startsWith(personal ? BANNER : ANONYMISED) ? 1 : 0;
    expect(`${template}: ${pagesWithBanner}`).toBe(`${template}: 1`);
    rows.push({ template, output: 'text', file, pages: 1, pagesWithBanner, personal });
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

/** Every document in every output, made of records as bad as they come, and read back by other programs. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { FileKind, HostBridge } from '../electron/contract.ts';
import { ANONYMISED, BANNER } from '../renderer/domain/banner.ts';
import { answerSaveDialog, launchMuniment, outPath, setClock, type Muniment } from './launch.ts';
import { pdfFindings, tofuIn } from './pdf-rules.ts';
import { NOW, type Office, fillOffice } from './proof/office.ts';
import {
  asLibreOfficePrints,
  badFonts,
  drawPages,
  pagesOf,
  read,
  withSentence,
} from './proof/read-back.ts';
import { LONG } from './proof/records.ts';
import { type Template, templatesOf } from './proof/templates.ts';
import { PASSPHRASE, makeVault, must, ready } from './store/office.ts';
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
type Paper = Pick<Template, 'template' | 'personal'>;
const rows: Row[] = [];
/** Those that the vault makes by ways of their own. */
const papers: Paper[] = [];
let program: Muniment;
let office: Office;
let templates: readonly Template[] = [];

test.beforeAll(async () => {
  program = await launchMuniment();
  await ready(program.page);
  await setClock(program.app, NOW);
  await makeVault(program.page);
  office = await fillOffice(program);
  templates = templatesOf(office);
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
  const made = must(await askVault(program.page, 'document', { name, for: 'pdf' }, NOW));
  expect(made.suggestedName).toMatch(/^[a-z-]+(-\d{4}-\d\d-\d\d)?$/);
  await writeBoth(template, made.job);
  if (made.pages === null) throw new Error('the pages were not counted');
  return made.pages;
}

/** Writes a job as a PDF that anybody opens, and as one that asks for the password. */
async function writeBoth(template: string, job: string): Promise<void> {
  const { page } = program;
  const to = await placeFor('pdf', `${template}.pdf`);
  must(await page.evaluate((asked) => host.ask('pdfJob', asked), { job, to }));
  const locked = await placeFor('pdf', `${template}-locked.pdf`);
  const guarded = { job, to: locked, password: PASSWORD };
  must(await page.evaluate((asked) => host.ask('pdfJob', asked), guarded));
  await page.evaluate((asked) => host.ask('dropJob', asked), { job });
}

test('each document leaves as a tagged PDF with the sentence on every page (BANNER, ANONYMISE)', async () => {
  // One is read back while the next is made.
  let reading: Promise<unknown> = Promise.resolve();
  for (const template of templates) {
    const [pages] = await Promise.all([leaveAsPdf(template), reading]);
    reading = readBack(template, pages);
  }
  await reading;
});

/** @param counted the pages that the program counted */
async function readBack(template: Template, counted: number): Promise<void> {
  const file = `${template.template}.pdf`;
  expect(await provedPdf(template, 'pdf', file)).toBe(counted);
  expect(await faultsOf(fileOf(file))).toEqual([]);
}

test('the recovery sheet and a recovery share leave as PDFs of one page (BANNER)', async () => {
  const { page } = program;
  const present = { slot: 'passphrase', passphrase: PASSPHRASE } as const;
  const asked = { present, passphrase: null, shares: null, handOverTo: null };
  must(await askVault(page, 'renewal.begin', asked, NOW));
  const sheet = must(await askVault(page, 'recovery.sheet', { for: 'pdf' }, NOW));
  must(await askVault(page, 'renewal.drop', {}, NOW));
  // The longest name that a holder may have.
  const holders = [LONG.slice(0, 200), '🦊🎻🌿'];
  must(await askVault(page, 'shares.make', { present, shares: { threshold: 2, holders } }, NOW));
  const share = must(await askVault(page, 'share.document', { index: 1, for: 'pdf' }, NOW));
  must(await askVault(page, 'shares.putAway', {}, NOW));
  for (const [template, { job }] of Object.entries({
    'recovery-sheet': sheet,
    'recovery-share': share,
  })) {
    await writeBoth(template, job);
    const paper = { template, personal: true };
    papers.push(paper);
    expect(await provedPdf(paper, 'pdf', `${template}.pdf`)).toBe(1);
    expect(await faultsOf(fileOf(`${template}.pdf`))).toEqual([]);
  }
});

/** What is wrong with a PDF, by the rules that can be checked, its letters, its fonts and its structure. */
async function faultsOf(pdf: string): Promise<string[]> {
  await read('qpdf', '--check', pdf);
  const facts = await read('pdfinfo', pdf);
  const wanted = [/^Tagged: +yes$/m, /^Creator: +Muniment$/m, /^Title: +\S/m];
  const missing = wanted.filter((fact) => !fact.test(facts)).map(String);
  return [...missing, ...pdfFindings(pdf), ...tofuIn(pdf), ...(await badFonts(pdf))];
}

test('each PDF can ask for a password, and is whole behind it (BANNER, ANONYMISE)', async () => {
  for (const template of [...templates, ...papers]) {
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
  { template, personal }: Paper,
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

test('contacts and portable data leave as data files with the sentence (BANNER, RIGHT-PORT)', async () => {
  const { page } = program;
  const { portability: id } = office.requests;
  const written = (template: string, format: 'csv' | 'vcf' | 'json') => {
    const file = `${template}.${format}`;
    // A vCard parts its long lines.
    const said = readFileSync(fileOf(file), 'utf8').replaceAll(/\r\n[ \t]/g, '');
    const pagesWithBanner = said.includes(BANNER) ? 1 : 0;
    expect(`${file}: ${pagesWithBanner}`).toBe(`${file}: 1`);
    rows.push({ template, output: format, file, pages: 1, pagesWithBanner, personal: true });
  };
  for (const format of ['csv', 'vcf'] as const) {
    const to = await placeFor(format, `contact-list.${format}`);
    const asked = { format, filter: 'committee', text: '', to };
    must(await askVault(page, 'contacts.write', asked, NOW));
    written('contact-list', format);
  }
  for (const format of ['csv', 'vcf', 'json'] as const) {
    const to = await placeFor(format, `portability.${format}`);
    must(await askVault(page, 'request.data', { id, format, to }, NOW));
    written('portability', format);
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

/** Every document in every output, made of records as bad as they come, and read back by other programs. */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { FileKind, HostBridge } from '../electron/contract.ts';
import { ANONYMISED, BANNER } from '../renderer/domain/banner.ts';
import { type Scheduler, answerPrintDialog, openScheduler, whyNoPrinter } from './cups.ts';
import { answerSaveDialogsIn, launchMuniment, outPath, setClock, type Muniment } from './launch.ts';
import { pdfFindings } from './pdf-rules.ts';
import { NOW, type Office, fillOffice } from './proof/office.ts';
import {
  asLibreOfficePrints,
  badFonts,
  drawPages,
  pagesOf,
  read,
  sheetsOf,
  twoAtATime,
  withSentence,
} from './proof/read-back.ts';
import { LONG, minutes } from './proof/records.ts';
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
const LETTER = /^Page size: +612 x 792 pts \(letter\)$/m;
type Paper = Pick<Template, 'template' | 'personal'>;
const rows: Row[] = [];
/** Those that the vault makes by ways of their own. */
const papers: Paper[] = [];
/** The pages of each template, as the program counted them. */
const counted = new Map<string, number>();
const noPrinter = whyNoPrinter();
/** With a printer for each job. */
let printers: Scheduler | null = null;
let program: Muniment;
let office: Office;
let templates: readonly Template[] = [];

test.beforeAll(async () => {
  if (noPrinter === null) printers = await openScheduler();
  program = await launchMuniment({ env: printers?.env ?? {} });
  await ready(program.page);
  await setClock(program.app, NOW);
  await makeVault(program.page);
  office = await fillOffice(program);
  templates = templatesOf(office);
  await answerSaveDialogsIn(program.app, dirname(fileOf('any')));
  await answerPrintDialog(program, null);
  mkdirSync(outPath('pages'), { recursive: true });
});
test.afterAll(async () => {
  await program?.close();
  printers?.stop();
});

const fileOf = (name: string) => outPath(`documents/${name}`);

/** Chooses the file as the place of a save; answers its handle. */
async function placeFor(kind: FileKind, file: string): Promise<string> {
  const asked = { kind, suggestedName: file };
  const chosen = must(await program.page.evaluate((of) => host.ask('chooseSave', of), asked));
  if (chosen === null) throw new Error('there is no place to save to');
  return chosen.handle;
}

/**
 * Has the vault make a document, which is the same whatever it is made for; answers its job.
 * @param at milliseconds since noon, so that the trail tells them apart
 */
async function make({ template, name }: Template, at: number): Promise<string> {
  const asked = { name, for: 'print' } as const;
  const made = must(await askVault(program.page, 'document', asked, NOW + at));
  expect(made.suggestedName).toMatch(/^[a-z-]+(-\d{4}-\d\d-\d\d)?$/);
  if (made.pages === null) throw new Error('the pages were not counted');
  counted.set(template, made.pages);
  return made.job;
}

/** Has the host write a job as a PDF that anybody opens, and as one that asks for the password, and print it. */
async function leave(paper: Paper, job: string): Promise<void> {
  const { page } = program;
  const { template } = paper;
  const print = async () => {
    if (!printers) return;
    await printers.addPrinter(job);
    must(await page.evaluate((asked) => host.ask('printJob', asked), { job }));
    copyFileSync(await printers.sentTo(job), fileOf(`${template}-printed.pdf`));
  };
  const write = async () => {
    const to = await placeFor('pdf', `${template}.pdf`);
    must(await page.evaluate((asked) => host.ask('pdfJob', asked), { job, to }));
    const locked = await placeFor('pdf', `${template}-locked.pdf`);
    const guarded = { job, to: locked, password: PASSWORD };
    must(await page.evaluate((asked) => host.ask('pdfJob', asked), guarded));
    expect(await provedPdf(paper, 'pdf', `${template}.pdf`)).toBe(counted.get(template));
    expect(await faultsOf(fileOf(`${template}.pdf`))).toEqual([]);
  };
  await Promise.all([print(), write()]);
  await page.evaluate((asked) => host.ask('dropJob', asked), { job });
}

test('each document leaves as a tagged PDF with the sentence on every page (BANNER, ANONYMISE)', async () => {
  // While one is made, two others leave and are read back.
  const leaving: Promise<void>[] = [];
  for (const [at, template] of templates.entries()) {
    const job = await make(template, at + 1);
    await leaving.at(-2);
    leaving.push(leave(template, job));
  }
  await Promise.all(leaving);
});

test('the recovery sheet and a recovery share leave as PDFs of one page (BANNER)', async () => {
  const { page } = program;
  const present = { slot: 'passphrase', passphrase: PASSPHRASE } as const;
  const asked = { present, passphrase: null, shares: null, handOverTo: null };
  must(await askVault(page, 'renewal.begin', asked, NOW));
  const sheet = must(await askVault(page, 'recovery.sheet', { for: 'print' }, NOW));
  must(await askVault(page, 'renewal.drop', {}, NOW));
  // The longest name that a holder may have.
  const holders = [LONG.slice(0, 200), '🦊🎻🌿'];
  must(await askVault(page, 'shares.make', { present, shares: { threshold: 2, holders } }, NOW));
  const share = must(await askVault(page, 'share.document', { index: 1, for: 'print' }, NOW));
  must(await askVault(page, 'shares.putAway', {}, NOW));
  for (const [template, { job }] of Object.entries({
    'recovery-sheet': sheet,
    'recovery-share': share,
  })) {
    const paper = { template, personal: true };
    papers.push(paper);
    counted.set(template, 1);
    await leave(paper, job);
  }
});

test('each document comes out of a printer with the sentence on every sheet (BANNER, ANONYMISE)', async () => {
  test.skip(noPrinter !== null, noPrinter ?? '');
  await twoAtATime([...templates, ...papers], provedPaper);

  const sort = { by: 'at', descending: false } as const;
  const since = {
    list: 'trail',
    text: '',
    filter: `::${NOW + 1}:`,
    offset: 0,
    limit: 100,
  } as const;
  const trail = must(await askVault(program.page, 'query', { ...since, sort }, NOW));
  const noted = trail.rows.map((row) => 'sheets' in row && row.sheets?.pages);
  expect(noted.filter(Boolean)).toEqual(templates.map(({ template }) => counted.get(template)));
});

/** As provedPdf, of what the printer was sent. */
async function provedPaper({ template, personal }: Paper): Promise<void> {
  const file = `${template}-printed.pdf`;
  const { pages, pagesWithBanner } = await sheetsOf(fileOf(file), personal, outPath('pages'));
  const all = counted.get(template);
  expect(`${template}: ${pagesWithBanner} of ${pages}`).toBe(`${template}: ${all} of ${all}`);
  rows.push({ template, output: 'print', file, pages, pagesWithBanner, personal });
}

/** What is wrong with a PDF, by the rules that can be checked, its letters, its fonts and its structure. */
async function faultsOf(pdf: string): Promise<string[]> {
  await read('qpdf', '--check', pdf);
  const facts = await read('pdfinfo', pdf);
  const wanted = [/^Tagged: +yes$/m, /^Creator: +Muniment$/m, /^Title: +\S/m];
  const missing = wanted.filter((fact) => !fact.test(facts)).map(String);
  return [...missing, ...pdfFindings(pdf)];
}

test('each PDF can ask for a password, and is whole behind it (BANNER, ANONYMISE)', async () => {
  await twoAtATime([...templates, ...papers], async (paper) => {
    const file = `${paper.template}-locked.pdf`;
    const pdf = fileOf(file);
    const seen = await read('qpdf', `--password=${PASSWORD}`, '--show-encryption', '--check', pdf);
    expect(seen).toMatch(/^R = 6$/m);
    expect(seen).toMatch(/^stream encryption method: AESv3$/m);
    await expect(read('pdftotext', pdf, '-')).rejects.toThrow(/Incorrect password/);
    await provedPdf(paper, 'pdf-with-password', file, pdf);
  });
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
  await twoAtATime(templates, async (template) => {
    const printed = join(folder, `${template.template}.pdf`);
    await provedPdf(template, 'docx', `${template.template}.docx`, printed);
    expect(await badFonts(printed)).toEqual([]);
  });
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
  const pdfs = rows.filter(({ output }) => output === 'pdf');
  await twoAtATime(pdfs, async ({ file, pages }) => {
    expect(await drawPages(fileOf(file), folder)).toHaveLength(pages);
  });
});

test('a group that prints on US Letter gets Letter, with the sentence on every page (BANNER)', async () => {
  const { page } = program;
  must(await askVault(page, 'letterhead.change', { changes: { paper: 'letter' } }, NOW));
  const name = { what: 'minutes', id: minutes.now.id } as const;
  const onLetter = { template: 'minutes-on-letter', name, personal: true };
  await leave(onLetter, await make(onLetter, 0));
  await drawPages(fileOf('minutes-on-letter.pdf'), outPath('pages'));
  expect(await read('pdfinfo', fileOf('minutes-on-letter.pdf'))).toMatch(LETTER);
  if (!printers) return;
  await provedPaper(onLetter);
  expect(await read('pdfinfo', fileOf('minutes-on-letter-printed.pdf'))).toMatch(LETTER);
});

test('what was made is told in a table', () => {
  writeFileSync(outPath('documents.json'), `${JSON.stringify(rows, null, 2)}\n`);
  console.table(rows);
  for (const { file } of rows)
    expect(readFileSync(join(outPath('documents'), file)).length).toBeGreaterThan(0);
});

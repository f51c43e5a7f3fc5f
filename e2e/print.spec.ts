/** The host's PDF, read back by other programs: the sentence on every page, tags, outline, fonts of every script, a clean Creator. */
import { spawnSync } from 'node:child_process';
import { expect, test } from '@playwright/test';
import type { HostBridge } from '../electron/contract.ts';
import { toHtml } from '../renderer/documents/html.ts';
import { stamp } from '../renderer/documents/stamp.ts';
import { type Block, words } from '../renderer/documents/tree.ts';
import { BANNER } from '../renderer/domain/banner.ts';
import { plainDate } from '../renderer/domain/dates.ts';
import { answerSaveDialog, outPath, type Muniment } from './launch.ts';
import { pdfFindings, tofuIn } from './pdf-rules.ts';
import { launchWalled } from './walls/programs.ts';

declare const host: HostBridge;
declare const port: MessagePort;

const lines = Array.from(
  { length: 120 },
  (_each, at) => `<p>Line ${at + 1} of the minutes, <span lang="ja">議事録</span>.</p>`,
);
const documentOf = (...content: string[]): string =>
  [
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Minutes</title>',
    '<link rel="stylesheet" href="/fonts.css"><link rel="stylesheet" href="/print.css">',
    '<script>document.title = "a script ran"</script></head><body data-banner="page">',
    `<table class="sheet" role="presentation"><thead><tr><td class="banner">${BANNER}</td></tr></thead>`,
    '<tbody><tr><td class="content"><main><h1>Minutes</h1><h2>Matters arising</h2>',
    ...content,
    '</main></td></tr></tbody></table></body></html>',
  ].join('\n');

/** Words of each script that has letters here, and the font that has them. */
const scripts = [
  ['pl', 'Zażółć gęślą jaźń', 'NotoSans-'],
  ['el', 'Ελένη Παπαδοπούλου, ἀρχή', 'NotoSans-'],
  ['uk', 'Наталья Щербакова, Ґанок', 'NotoSans-'],
  ['ar', 'نادر بن عبد السلام', 'NotoSansArabic'],
  ['he', 'שָׁלוֹם רחל', 'NotoSansHebrew'],
  ['zh', '王小明', 'NotoSansSC'],
  ['ja', 'やまだ太郎', 'NotoSansJP'],
  ['ko', '김민수', 'NotoSansKR'],
  ['en', '🎉👩🏽‍💻🇬🇧', 'NotoEmoji'],
  ['en', '✓ ☐ ☑ ★ ☎', 'NotoSansSymbols2'],
  ['en', '① ♀ →', 'NotoSansSymbols-'],
  ['en', '€ ½ № ™ – …', 'NotoSans-'],
] as const;

let program: Muniment;
test.beforeAll(async () => {
  program = await launchWalled();
});
test.afterAll(() => program.close());

const read = (tool: string, ...args: string[]): string => {
  const { status, stdout, stderr } = spawnSync(tool, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${tool}: ${stderr}`);
  return stdout;
};

/** Saves a document as a PDF, as the vault and the page do; answers its pages. */
async function save(document: string, path: string): Promise<number> {
  await answerSaveDialog(program.app, path);
  const made = await program.page.evaluate(async (text) => {
    const job = await new Promise<{ value: string }>((resolve) => {
      port.addEventListener('message', ({ data }) => resolve(data), { once: true });
      port.start();
      const bytes = new TextEncoder().encode(text);
      port.postMessage({ id: 1, op: 'job.append', job: null, bytes, last: true });
    });
    const to = await host.ask('chooseSave', { kind: 'pdf', suggestedName: 'minutes.pdf' });
    if (!to.ok || to.value === null) throw new Error('There is no place to save to.');
    return host.ask('pdfJob', { job: job.value, to: to.value.handle });
  }, document);
  if (!made.ok) throw new Error(made.error.code);
  return made.value.pages;
}

test('a long document becomes a tagged PDF with the sentence on each page (BANNER)', async () => {
  const path = outPath('host/print.pdf');
  const pages = await save(documentOf(...lines), path);
  expect(pages).toBeGreaterThan(2);

  for (let page = 1; page <= pages; page += 1) {
    const text = read('pdftotext', '-f', `${page}`, '-l', `${page}`, path, '-');
    expect(text.replaceAll(/\s+/g, ' ').split(BANNER), `page ${page}`).toHaveLength(2);
    expect(text).toContain(`Page ${page} of ${pages}`);
  }
  const about = read('pdfinfo', path);
  expect(about).toMatch(/^Title: +Minutes$/m);
  expect(about).toMatch(/^Creator: +Muniment$/m);
  expect(about).toMatch(/^Producer: +Muniment$/m);
  expect(about).toMatch(/^Tagged: +yes$/m);
  expect(spawnSync('grep', ['-ac', 'Mozilla\\|Chrome\\|Skia', path]).stdout.toString().trim()).toBe(
    '0',
  );
  expect(read('pdfinfo', '-struct-text', path)).toMatch(/H2[^]*Matters arising/);
  expect(pdfFindings(path)).toEqual([]);
  expect(read('qpdf', '--json', '--json-key=outlines', path)).toContain('Matters arising');
});

test('letters of every script, signs and emoji have shapes, from fonts in the file', async () => {
  const path = outPath('host/scripts.pdf');
  const cells = scripts.map(
    ([lang, said]) =>
      `<tr><th scope="row">${lang}</th><td><span lang="${lang}">${said}</span></td><td><b>${said}</b></td></tr>`,
  );
  const items = scripts.map(([lang, said]) => `<li><p lang="${lang}">${said}</p></li>`);
  const heads = '<th scope="col">Language</th><th scope="col">Plain</th><th scope="col">Bold</th>';
  await save(
    documentOf(
      `<table class="data"><caption>Words</caption><thead><tr>${heads}</tr></thead>`,
      `<tbody>${cells.join('\n')}</tbody></table><ol>${items.join('\n')}</ol>`,
      '<ol class="letters"><li><span>1</span> <code>ABCD</code></li></ol>',
    ),
    path,
  );
  expect(pdfFindings(path)).toEqual([]);
  const fonts = read('pdffonts', path);
  for (const [, , font] of scripts) expect(fonts).toContain(font);
  expect(fonts).toContain('NotoSansMono');
});

test('a character that no font has is found', async () => {
  const path = outPath('host/tofu.pdf');
  await save(documentOf('<p>Unassigned: \u0378.</p>'), path);
  expect(tofuIn(path)).toEqual([expect.stringContaining('lacks a character')]);
});

test('a table has its head on each page and no row in two, a row longer than a page is whole, and nobody signs alone', async () => {
  const path = outPath('host/typography.pdf');
  const pages = await save(typeset(), path);
  const text = read('pdftotext', '-layout', path, '-').split('\f').slice(0, pages);
  const on = (what: string) => text.flatMap((page, at) => (page.includes(what) ? [at + 1] : []));
  const heads = on('Notes of it');
  for (let row = 1; row <= ROWS; row += 1) {
    const begun = on(`begin-${row}.`);
    expect(begun, `row ${row}`).toHaveLength(1);
    expect(on(`end-${row}.`), `row ${row}`).toEqual(begun);
    expect(heads, `row ${row}`).toEqual(expect.arrayContaining(begun));
  }
  expect(on('word-1.')).toHaveLength(1);
  expect(on(`word-${LONG}.`)[0]).toBeGreaterThan(on('word-1.')[0] ?? pages);
  for (let letter = 1; letter <= LETTERS; letter += 1) {
    const signed = on(`Signature-${letter}.`);
    expect(signed, `letter ${letter}`).toHaveLength(1);
    expect(on(`Sincerely-${letter}.`), `letter ${letter}`).toEqual(signed);
    expect(on(`before-${letter}.`), `letter ${letter}`).toEqual(expect.arrayContaining(signed));
  }
  for (let set = 1; set <= SETS; set += 1)
    expect(on(`owed-${set}.`), `minutes ${set}`).toEqual(on(`Chair-${set}.`));
});

test('a table of 10,000 rows is printed to its end, with its head and the sentence on each page', async () => {
  test.setTimeout(180_000);
  const path = outPath('host/ten-thousand-rows.pdf');
  const rows = Array.from(
    { length: MANY },
    (_each, at) => `<tr><th scope="row">Row ${at + 1}.</th><td>Somebody</td></tr>`,
  );
  const head = '<thead><tr><th scope="col">Number</th><th scope="col">Whoever</th></tr></thead>';
  const table = `<table class="data">${head}<tbody>${rows.join('\n')}</tbody></table>`;
  const pages = await save(documentOf(table), path);
  const text = read('pdftotext', '-layout', path, '-').split('\f').slice(0, pages);
  for (const [at, page] of text.entries())
    expect([page.split('Whoever').length, page.split(BANNER).length], `page ${at + 1}`).toEqual([
      2, 2,
    ]);
  expect(text.join('\n').match(/Row \d+\./g)).toHaveLength(MANY);
});

const MANY = 10_000;
const ROWS = 60;
const LONG = 900;
const LETTERS = 14;
const SETS = 12;

/**
 * A table over several pages, a row longer than one, and letters and sets of minutes whose ends fall on every part of a
 * page, the minutes with a table before who signs them.
 */
function typeset(): string {
  const paragraph = (text: string): Block => ({ type: 'paragraph', content: words(text) });
  const range = (length: number) => Array.from({ length }, (_each, at) => at + 1);
  const table = (caption: string, notes: readonly string[]): Block => ({
    type: 'table',
    caption,
    rowHeader: 0,
    columns: [
      { heading: 'Name', width: 'medium' },
      { heading: 'Notes of it', width: 'rest' },
    ],
    groups: [{ heading: null, rows: notes.map((note, at) => [words(`${at + 1}`), words(note)]) }],
  });
  const filling = 'the room was full and nobody objected to it ';
  const rows = range(ROWS).map((n) => `begin-${n}. ${filling.repeat(1 + (n % 9))}end-${n}.`);
  const written = toHtml(
    stamp({
      language: 'en-GB',
      title: 'Typography',
      subtitle: '',
      issuer: 'A group',
      status: 'DRAFT',
      fileName: 'typography',
      made: plainDate.parse('2026-11-23'),
      contacts: null,
      blocks: [
        table('Rows', rows),
        table('Long', [
          range(LONG)
            .map((n) => `word-${n}.`)
            .join(' '),
        ]),
        ...range(LETTERS).flatMap((n): Block[] => [
          ...range(3 * n).map((line) => paragraph(`Line ${line}`)),
          paragraph(`${filling.repeat(6)}before-${n}.`),
          paragraph(`Sincerely-${n}.`),
          { type: 'signature', rows: [[{ label: `Signature-${n}.`, value: null }]] },
        ]),
        ...range(SETS).flatMap((n): Block[] => [
          ...range(2 * n).map((line) => paragraph(`Line ${line}`)),
          table('Actions', [...range(5).map(String), `${filling.repeat(5)}owed-${n}.`]),
          {
            type: 'section',
            number: null,
            title: words('To be signed as a true record'),
            blocks: [
              paragraph('A draft: signed when a meeting has approved it.'),
              { type: 'signature', rows: [[{ label: `Chair-${n}.`, value: null }]] },
            ],
          },
        ]),
      ],
    }),
  );
  if (!written.ok) throw new Error(written.error.code);
  return written.value;
}

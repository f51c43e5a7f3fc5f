/**
 * Foreign files that are not what they say, chosen in the real program: each is refused by its code, quickly, and nothing
 * of it is stored. A formula is only text, and leaves the program as text.
 */
import { randomBytes } from 'node:crypto';
import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { zipSync } from 'fflate';
import Papa from 'papaparse';
import type { HostBridge } from '../electron/contract.ts';
import { ERRORS } from '../renderer/domain/errors.ts';
import { answerSaveDialog, type Muniment } from './launch.ts';
import { giveToProgram } from './stage.ts';
import { codeOf, makeVault, must, pageOf, readImport, start, verified } from './store/office.ts';
import { askVault } from './vault-wire.ts';

declare const host: HostBridge;

const MIB = 1024 * 1024;

let program: Muniment;
test.beforeAll(async () => {
  test.setTimeout(120_000);
  program = await start();
  await makeVault(program.page);
});
test.afterAll(() => program.close());

function write(name: string, content: string | Uint8Array): string {
  const path = join(program.profile.home, name);
  writeFileSync(path, content);
  giveToProgram(path);
  return path;
}

const HEADER = 'Name,E-mail address,Organisation,Job title\n';

const REFUSED: readonly [string, string, () => string][] = [
  ['an empty file', 'file/empty', () => write('empty.csv', '')],
  ['a binary file', 'file/not-text', () => write('binary.csv', randomBytes(300_000))],
  [
    'a file of 200 MB',
    'file/too-large',
    () => {
      const path = write('huge.csv', HEADER);
      truncateSync(path, 200 * MIB);
      return path;
    },
  ],
  [
    'a million columns',
    'file/too-wide',
    () => write('wide.csv', `${HEADER.trim()}${',x'.repeat(1_000_000)}\nA,a@example.org,B,C\n`),
  ],
  [
    'a zip bomb for a workbook',
    'file/bomb',
    () =>
      write(
        'bomb.xlsx',
        zipSync({
          '[Content_Types].xml': new Uint8Array(10),
          'xl/worksheets/sheet1.xml': new Uint8Array(160 * MIB),
        }),
      ),
  ],
  [
    'a workbook cut short',
    'file/damaged',
    () => write('cut.xlsx', zipSync({ 'xl/workbook.xml': randomBytes(5_000) }).subarray(0, 3_000)),
  ],
];

for (const [what, code, make] of REFUSED) {
  test(`${what} is refused with ${code}, and nothing of it is stored`, async () => {
    const page = pageOf(program);
    const before = await verified(page);
    const started = performance.now();
    expect(codeOf(await readImport(program, make()))).toBe(code);
    expect(ERRORS).toHaveProperty([code]);
    expect(codeOf(await askVault(page, 'import.apply', {}))).toBe('record/gone');
    expect(await verified(page)).toBe(before);
    expect(performance.now() - started).toBeLessThan(15_000);
  });
}

test('a formula comes in as text and goes out harmless', async () => {
  const page = pageOf(program);
  const evil = [`=cmd|' /C calc'!A0`, '+SUM(1+1)', '@import', '-2+3', '\tx', '＝1+1'];
  const rows = evil.map((cell, at) => [`Person ${at}`, `p${at}@example.org`, cell, cell]);
  rows.push([evil[0] ?? '', 'calc@example.org', 'Plain', 'Plain']);
  const list = `${HEADER}${Papa.unparse(rows)}\n`;
  // The control: the file that comes in would be run.
  const runs = /^\s*[=+\-@\t\r＝＋－＠]/u;
  const cellsOf = (text: string): string[] => Papa.parse<string[]>(text).data.flat();
  expect(cellsOf(list).filter((cell) => runs.test(cell)).length).toBeGreaterThan(evil.length);

  must(await readImport(program, write('formulas.csv', list)));
  expect(must(await askVault(page, 'import.apply', {})).created).toBe(rows.length);
  const all = { list: 'people', text: '', filter: 'all', offset: 0, limit: 100 } as const;
  const sort = { by: 'name', descending: false };
  const shown = must(await askVault(page, 'query', { ...all, sort })).rows;
  expect(JSON.stringify(shown)).toContain(JSON.stringify(evil[0]));

  const path = write('out.csv', 'old');
  await answerSaveDialog(program.app, path);
  const to = must(
    await page.evaluate(() => host.ask('chooseSave', { kind: 'csv', suggestedName: 'out.csv' })),
  );
  const { count } = must(
    await askVault(page, 'contacts.write', {
      format: 'csv',
      filter: 'all',
      text: '',
      to: to?.handle ?? '',
    }),
  );
  expect(count).toBe(rows.length);
  const cells = cellsOf(readFileSync(path, 'utf8'));
  expect(cells.some((cell) => cell.includes('cmd|'))).toBe(true);
  expect(cells.filter((cell) => runs.test(cell))).toEqual([]);
});

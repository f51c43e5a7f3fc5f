import * as XLSX from '@e965/xlsx';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { plainDate } from '../domain/dates.ts';
import { readFile } from './read-file.ts';

const today = plainDate.parse('2026-11-23');
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const codeOf = (bytes: Uint8Array): string => {
  const read = readFile(bytes, today);
  return read.ok ? 'read' : read.error.code;
};

/** Of the processor, since then: the machine may be busy with other things. */
function milliseconds(started: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1_000;
}

function workbook(rows: unknown[][], more: Record<string, unknown[][]> = {}): Uint8Array {
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows), 'People');
  for (const [name, sheet] of Object.entries(more)) {
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(sheet), name);
  }
  const bytes: ArrayBuffer = XLSX.write(book, {
    type: 'array',
    bookType: 'xlsx',
    compression: true,
  });
  return new Uint8Array(bytes);
}
const good = workbook([
  ['Name', 'E-mail', 'Mobile'],
  ['Ann B', 'ann@example.org', 7700900001],
]);
/** Where the central directory's entry for a name starts. */
function entryOf(bytes: Uint8Array, name: string): number {
  const view = new DataView(bytes.buffer);
  for (let at = 0; at + 46 < bytes.length; at++) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    const length = view.getUint16(at + 28, true);
    if (new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length)) === name) return at;
  }
  throw new Error('no such entry');
}
function changed(bytes: Uint8Array, change: (view: DataView) => void): Uint8Array {
  const copy = Uint8Array.from(bytes);
  change(new DataView(copy.buffer));
  return copy;
}

describe('a file that cannot be read is refused with its code', () => {
  test.each([
    ['nothing at all', new Uint8Array(0), 'file/empty'],
    ['only white space', utf8('\ufeff \r\n\t'), 'file/empty'],
    ['a header without rows', utf8('Name,E-mail\n'), 'file/empty'],
    [
      'a picture',
      Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0]),
      'file/not-text',
    ],
    [
      'bytes without sense',
      Uint8Array.from({ length: 4_000 }, (_, i) => (i * 7) % 256),
      'file/not-text',
    ],
    ['broken UTF-16', Uint8Array.from([0xff, 0xfe, 0x41]), 'file/damaged'],
    ['prose', utf8('Dear all,\nthe meeting is off.\n'), 'file/no-columns'],
    ['an encrypted workbook', compound('EncryptedPackage'), 'file/encrypted'],
    ['a workbook of before 2007', compound('Workbook'), 'file/not-text'],
    ['a ZIP that is no workbook', zipSync({ 'a.txt': utf8('a') }), 'file/not-text'],
    ['a workbook cut short', good.slice(0, good.length - 40), 'file/damaged'],
    ['a workbook without words', workbook([[]]), 'file/empty'],
  ])('%s', (_, bytes, code) => {
    expect(codeOf(bytes)).toBe(code);
  });

  test('a file of 200 MB, without looking into it', () => {
    const started = process.cpuUsage();
    expect(codeOf(new Uint8Array(200 * 1024 * 1024))).toBe('file/too-large');
    expect(milliseconds(started)).toBeLessThan(1_000);
  });

  test('a million columns, in the header or below it, in little time', () => {
    const started = process.cpuUsage();
    expect(codeOf(utf8('Name,'.repeat(1_000_000)))).toBe('file/too-wide');
    expect(codeOf(utf8(`Name,E-mail\nAnn${','.repeat(1_000_000)}`))).toBe('file/too-wide');
    expect(milliseconds(started)).toBeLessThan(3_000);
  });

  test('more than 200,000 rows', () => {
    expect(codeOf(utf8(`Name\n${'Ann\n'.repeat(200_100)}`))).toBe('file/too-large');
  });

  test('cells of a million spaces or entries take no time to speak of', () => {
    const started = process.cpuUsage();
    for (const filling of [
      ' '.repeat(1_000_000),
      'a@b.org '.repeat(200_000),
      '; '.repeat(300_000),
    ]) {
      const cells = Array.from({ length: 3 }, () => `"1${filling}x"`);
      expect(codeOf(utf8(`E-mail,Phone,Labels\n${cells.join(',')}\n`))).toBe('read');
    }
    expect(milliseconds(started)).toBeLessThan(8_000);
  }, 30_000);

  test('quotes all over, which CSV does not have', () => {
    expect(codeOf(utf8(`Name\n"${'a"b'.repeat(20_000)}`))).toBe('file/not-text');
  });

  test('a sheet with a row beyond what is read, rather than without that row', () => {
    const rows: string[][] = [['Name'], ['Ann']];
    rows[200_200] = ['Bob'];
    expect(codeOf(workbook(rows))).toBe('file/too-large');
  });

  test('a sheet with a cell far to the right', () => {
    const wide: string[] = [];
    wide[600] = 'far';
    expect(codeOf(workbook([['Name'], wide]))).toBe('file/too-wide');
  });
});

describe('a zip bomb is not opened', () => {
  const sheet = 'xl/worksheets/sheet1.xml';

  test('one whose many entries are all the same few bytes, and unpack to 104 MB', () => {
    const bomb = overlapping(13, 8 << 20);
    expect(bomb.length).toBeLessThan(20_000);
    const started = process.cpuUsage();
    expect(codeOf(bomb)).toBe('file/bomb');
    expect(milliseconds(started)).toBeLessThan(500);
    expect(codeOf(overlapping(2, 8 << 20))).toBe('file/not-text');
  });

  test('one that lies about its size', () => {
    expect(codeOf(good)).toBe('read');
    const at = entryOf(good, sheet);
    const size = new DataView(good.buffer).getUint32(at + 24, true);
    expect(codeOf(changed(good, (view) => view.setUint32(at + 24, size - 9, true)))).not.toBe(
      'read',
    );
    expect(codeOf(changed(good, (view) => view.setUint32(at + 24, size + 9, true)))).not.toBe(
      'read',
    );
    const wrongSum = changed(good, (view) => view.setUint32(at + 16, 1, true));
    expect(codeOf(wrongSum)).toBe('file/damaged');
  });

  test('one with more entries than any workbook', () => {
    const many = Object.fromEntries(
      Array.from({ length: 10_001 }, (_, i) => [`xl/${i}.xml`, new Uint8Array(0)]),
    );
    expect(codeOf(zipSync(many, { level: 0 }))).toBe('file/bomb');
  });

  test('one with a password', () => {
    const at = entryOf(good, sheet);
    expect(codeOf(changed(good, (view) => view.setUint16(at + 8, 1, true)))).toBe('file/encrypted');
  });
});

test('a workbook of people comes in, days as days, formulas as their text', () => {
  const bytes = workbook(
    [
      ['Members'],
      [],
      ['Name', 'Role', 'Joined', 'E-mail', 'Mobile'],
      [
        'Dr Ann Bell',
        'Treasurer',
        { t: 'n', v: 45_351, z: 'dd/mm/yyyy' },
        'ann@example.org',
        7700900001,
      ],
      [],
      ['=cmd|calc', '', '31/02/2024', '', ''],
    ],
    { Other: [['what', 'ever']] },
  );
  const read = readFile(bytes, today);
  expect(read.ok && read.value).toMatchObject({
    format: 'XLSX',
    details: 'sheet “People”, 1 of 2',
    rows: [
      {
        row: 4,
        draft: {
          name: { full: 'Ann Bell', prefix: 'Dr' },
          terms: [{ post: 'treasurer', from: '2024-02-29' }],
          phones: [{ number: '7700900001' }],
        },
      },
      { row: 5, problems: [{ code: 'empty-row' }] },
      { row: 6, draft: { name: { full: '=cmd|calc' }, notes: 'Joined as given: 31/02/2024' } },
    ],
  });
});

function compound(holding: string): Uint8Array {
  const words = Array.from(holding).flatMap((char) => [char.charCodeAt(0), 0]);
  const magic = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
  return Uint8Array.from([...magic, ...Array.from({ length: 600 }, () => 0), ...words]);
}

/** A ZIP whose directory names one entry of zeros many times. */
function overlapping(count: number, size: number): Uint8Array {
  const one = zipSync({ 'xl/a.xml': new Uint8Array(size) }, { level: 1 });
  const start = entryOf(one, 'xl/a.xml');
  const entry = one.subarray(start, one.length - 22);
  const entries = Array.from({ length: count }, (_, i) => {
    const copy = Uint8Array.from(entry);
    copy[46 + 'xl/'.length] = 'a'.charCodeAt(0) + i;
    return copy;
  });
  const directory = entries.flatMap((copy) => [...copy]);
  const end = changed(one.slice(one.length - 22), (view) => {
    view.setUint16(8, count, true);
    view.setUint16(10, count, true);
    view.setUint32(12, directory.length, true);
  });
  return Uint8Array.from([...one.subarray(0, start), ...directory, ...end]);
}

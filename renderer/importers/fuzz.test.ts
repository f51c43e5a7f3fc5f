import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { plainDate } from '../domain/dates.ts';
import { person } from '../domain/person.ts';
import { propose } from './propose.ts';
import { readFile } from './read-file.ts';

// The machine may be busy with other things; what hangs is found all the same.
vi.setConfig({ testTimeout: 30_000 });

const today = plainDate.parse('2026-11-23');
const draftShape = person.omit({ id: true });
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Reads, and checks that every draft keeps the schema; answers whether it was read. */
function survives(bytes: Uint8Array): boolean {
  const read = readFile(bytes, today);
  if (!read.ok) return false;
  if (read.value.what === 'attendance') return true;
  for (const { draft, problems } of read.value.rows) {
    if (draft) draftShape.parse(draft);
    expect(draft !== null || problems.some(({ severity }) => severity === 'cannot')).toBe(true);
  }
  const { counts } = propose(read.value, []);
  expect(counts.new + counts.duplicate + counts.cannot).toBe(read.value.rows.length);
  return true;
}

test('random bytes, also behind the beginnings of known files, never throw', () => {
  const starts = ['', 'PK\u0003\u0004', 'BEGIN:VCARD\r\n', 'Name,E-mail\n', '\ufeff'].map(utf8);
  const start = fc.constantFrom(...starts, Uint8Array.of(0xff, 0xfe), Uint8Array.of(0xd0, 0xcf));
  fc.assert(
    fc.property(start, fc.uint8Array({ maxLength: 600 }), (before, after) => {
      survives(Uint8Array.of(...before, ...after));
    }),
    { numRuns: 300 },
  );
});

test('tables of any cells under known headers come in, every draft well-formed', () => {
  const headers = 'Name,Role,E-mail,Mobile,Home address,Post code,Joined,Until,Notes,Title,Labels';
  const odd = fc.constantFrom(
    'Chair',
    'Mr',
    '0/0/00',
    '31/02/2024',
    '2020-01-01',
    'a@b.org',
    '/',
    '"',
  );
  const cell = fc.oneof(fc.string({ unit: 'binary', maxLength: 30 }), odd);
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { maxLength: 12 }), { minLength: 1, maxLength: 6 }),
      (rows) => {
        const lines = rows.map((cells) => cells.map(quoted).join(','));
        survives(utf8([headers, ...lines].join('\n')));
      },
    ),
    { numRuns: 100 },
  );
});

test('cards of any lines come in, every draft well-formed', () => {
  const name = fc.constantFrom(
    'FN',
    'N',
    'ORG',
    'ADR',
    'TEL',
    'EMAIL',
    'NOTE',
    'item1.TEL',
    'X-A',
    ' ',
  );
  const parameter = fc.constantFrom(
    '',
    ';HOME',
    ';TYPE=',
    ';TYPE="a,b',
    ';ENCODING=QUOTED-PRINTABLE',
    ';X',
  );
  const value = fc.string({ unit: 'binary', maxLength: 40 });
  const line = fc.tuple(name, parameter, value).map(([n, p, v]) => `${n}${p}:${v}`);
  const version = fc.constantFrom('2.1', '3.0', '4.0', 'x');
  fc.assert(
    fc.property(version, fc.array(line, { maxLength: 12 }), (v, lines) => {
      survives(utf8(['BEGIN:VCARD', `VERSION:${v}`, ...lines, 'END:VCARD'].join('\r\n')));
    }),
    { numRuns: 300 },
  );
});

test('names in any script come back as they were written', () => {
  const word = fc.string({
    unit: fc.constantFrom(...Array.from('aZéßłØ里奈درבגд한-’')),
    minLength: 2,
    maxLength: 8,
  });
  fc.assert(
    fc.property(fc.tuple(word, word), fc.constantFrom(',', ';', '\t'), ([a, b], delimiter) => {
      const full = `${a} ${b}`;
      const csv = readFile(utf8(`Name${delimiter}E-mail\n${full}${delimiter}a@b.org\n`), today);
      const card = `BEGIN:VCARD\r\nVERSION:4.0\r\nFN:${full}\r\nEND:VCARD\r\n`;
      for (const read of [csv, readFile(utf8(card), today)]) {
        if (!read.ok || read.value.what !== 'people') throw new Error('not read');
        expect(read.value.rows[0]?.draft?.name.full).toBe(full);
      }
    }),
    { numRuns: 200 },
  );
});

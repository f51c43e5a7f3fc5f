import { describe, expect, test } from 'vitest';
import { plainDate } from '../domain/dates.ts';
import { phonesIn } from './contact-cells.ts';
import { dayReader } from './days.ts';
import { splitName } from './names.ts';
import { readFile } from './read-file.ts';

const today = plainDate.parse('2026-11-23');
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function utf16(text: string, little: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2 + 2);
  const view = new DataView(bytes.buffer);
  Array.from(`\ufeff${text}`).forEach((char, i) =>
    view.setUint16(i * 2, char.charCodeAt(0), little),
  );
  return bytes;
}
const windows = (text: string): Uint8Array =>
  Uint8Array.from(text, (char) => (char === '€' ? 0x80 : char === '’' ? 0x92 : char.charCodeAt(0)));

function people(bytes: Uint8Array) {
  const read = readFile(bytes, today);
  if (!read.ok || read.value.what !== 'people') throw new Error('not a list of people');
  return read.value;
}
const cards = (text: string) => people(utf8(text.replaceAll('\n', '\r\n')));

describe('encodings and delimiters', () => {
  const encodings = [
    ['UTF-8', utf8],
    ['UTF-8 with BOM', (text: string) => utf8(`\ufeff${text}`)],
    ['UTF-16 LE', (text: string) => utf16(text, true)],
    ['UTF-16 BE', (text: string) => utf16(text, false)],
    ['Windows-1252', windows],
  ] as const;
  const delimiters = [
    ['comma', ','],
    ['semicolon', ';'],
    ['tab', '\t'],
  ] as const;
  const endings = ['\n', '\r\n', '\r'];
  const table = encodings.flatMap((encoding) =>
    delimiters.map((delimiter) => [...encoding, ...delimiter] as const),
  );

  test.each(table)('%s with each line ending: %s', (encoding, encode, name, delimiter) => {
    for (const ending of endings) {
      const text = [
        ['Name', 'E-mail', 'Notes'],
        ['Zoë O’Hara', 'zoe@example.org', `"fee €5${delimiter} said ""no""${ending}twice"`],
        ['Ann Öz', 'ann@example.org', ''],
      ].map((cells) => cells.join(delimiter));
      const read = people(encode(text.join(ending)));
      expect(read.details).toBe(`${encoding}, ${name}`);
      expect(read.rows.map(({ row, label }) => `${row} ${label}`)).toEqual([
        '2 Zoë O’Hara',
        '3 Ann Öz',
      ]);
      expect(read.rows[0]?.draft?.notes).toBe(`fee €5${delimiter} said "no"\ntwice`);
    }
  });

  test('the line `sep=;` of Excel is obeyed', () => {
    const read = people(utf8('sep=;\r\nName;E-mail\r\nAnn, B;ann@example.org\r\n'));
    expect(read.rows.map(({ row, label }) => `${row} ${label}`)).toEqual(['3 Ann, B']);
  });
});

describe('headers of other lists', () => {
  test.each([
    [
      'German',
      'Anrede;Vorname;Name;Firma;E-Mail-Adresse;Telefon geschäftlich;Straße;PLZ;Ort;Land;Eintrittsdatum',
      'Herr;Jörg;Weiß;Werk;joerg@example.org;030/1234567;Ring 5;10115;Berlin;Deutschland;31.01.2020',
    ],
    [
      'French',
      'Civilité;Prénom;Nom;Société;Courriel;Téléphone;Rue;Code postal;Ville;Pays;Membre depuis',
      'Herr;Jörg;Weiß;Werk;joerg@example.org;030/1234567;Ring 5;10115;Berlin;Deutschland;31/01/2020',
    ],
  ])('%s ones are understood', (_, header, row) => {
    const read = people(utf8(`${header}\n${row}`));
    expect(read.columns.filter(({ field }) => field === null)).toEqual([]);
    expect(read.rows[0]?.problems).toEqual([]);
    expect(read.rows[0]?.draft).toMatchObject({
      name: { full: 'Jörg Weiß', prefix: 'Herr', given: 'Jörg', family: 'Weiß' },
      organisation: 'Werk',
      emails: [{ address: 'joerg@example.org' }],
      phones: [{ number: '030/1234567' }],
      addresses: [{ lines: ['Ring 5'], postcode: '10115', city: 'Berlin', country: 'Deutschland' }],
      collectedOn: '2020-01-31',
    });
  });

  test('a column that nothing is known about is named when it holds something', () => {
    const read = people(utf8('Name,Shoe size,Empty\nAnn B,38,\n'));
    expect(read.columns).toEqual([
      { header: 'Name', field: 'Name' },
      { header: 'Shoe size', field: null },
    ]);
  });

  test('a register of attendance may be CSV too', () => {
    const read = readFile(
      utf8('Committee meetings\nE-mail,14/01/2026,12/02/2026\na@example.org,P,?\n,P,P\n'),
      today,
    );
    expect(read.ok && read.value).toMatchObject({
      what: 'attendance',
      meetings: [{ date: '2026-01-14', title: 'Committee meeting' }, { date: '2026-02-12' }],
      rows: [
        { row: 3, marks: ['present', 'absent'], problems: [{ code: 'mark-unknown' }] },
        { row: 4, problems: [{ code: 'email-missing', severity: 'cannot' }] },
      ],
    });
  });
});

describe('cells', () => {
  test('a formula is text like any other', () => {
    const read = people(utf8(`Name,Notes\n"=cmd|' /C calc'!A0",@SUM(A1)\n`));
    expect(read.rows[0]?.draft).toMatchObject({
      name: { full: "=cmd|' /C calc'!A0" },
      notes: '@SUM(A1)',
    });
  });

  test.each([
    ['2024-02-29', '2024-02-29'],
    ['2024-02-29T00:00:00Z', '2024-02-29'],
    ['1/2/2024', '2024-02-01'],
    ['01.02.24', '2024-02-01'],
    ['01-02-99', '1999-02-01'],
    ['3rd March 2026', '2026-03-03'],
    ['31/02/2024', 'no-day'],
    ['12/31/2024', 'no-day'],
    ['soon', 'no-day'],
    ['0/0/00', 'nothing'],
    ['  ', 'nothing'],
  ])('the date %j is %s', (text, expected) => {
    const read = dayReader(today)(text);
    expect(read.is === 'day' ? read.day : read.is).toBe(expected);
  });

  test.each([
    ['Dr. Ann B', 'Dr', 'Ann B'],
    ['PROF DR ANN BELL', 'Prof Dr', 'ANN BELL'],
    ['Prof', '', 'Prof'],
    ['Drew Barr', '', 'Drew Barr'],
    ['M. Dupont', '', 'M. Dupont'],
    ['Sir 太陽 石原', 'Sir', '太陽 石原'],
  ])('the name %j is %j and %j', (text, prefix, full) => {
    expect(splitName(text)).toMatchObject({ prefix, full });
  });

  test.each([
    ['07700 900 023 / 024', ['07700 900 023', '07700 900 024'], []],
    ['+44 7700 900001; 07700 900002', ['+44 7700 900001', '07700 900002'], []],
    ['030/1234567', ['030/1234567'], []],
    ['ask Ann', [], ['ask Ann']],
  ])('the numbers in %j are %j', (cell, good, bad) => {
    expect(phonesIn(cell)).toEqual({ good, bad });
  });

  test('what a line cannot hold is kept whole in the notes; what the notes cannot hold stops the row', () => {
    const long = 'x'.repeat(300);
    const read = people(utf8(`Name,Company,Notes\nAnn,${long},\nBob,,${'y'.repeat(10_001)}\n`));
    expect(read.rows[0]?.draft).toMatchObject({
      organisation: 'x'.repeat(200),
      notes: `Organisation as given: ${long}`,
    });
    expect(read.rows[1]).toMatchObject({ draft: null, problems: [{}, { code: 'too-long' }] });
  });

  test('a role that is no post becomes the job title; a post without a day is kept in the notes', () => {
    const read = people(utf8('Name,Role,Joined\nAnn,Welder,\nBob,Chair,\nCy,Chair,30/02/2020\n'));
    expect(read.rows.map(({ draft }) => [draft?.jobTitle, draft?.route, draft?.notes])).toEqual([
      ['Welder', 'direct', ''],
      ['', 'steering-group', 'Role as given: Chair'],
      ['', 'steering-group', 'Joined as given: 30/02/2020\nRole as given: Chair'],
    ]);
  });

  test('without a name the organisation or e-mail address stands in; without any of them the row cannot', () => {
    const read = people(
      utf8('Name,E-mail,Company,Phone\n,a@example.org,,\n,,Works,\n,,,01234567\n'),
    );
    expect(read.rows.map(({ label }) => label)).toEqual(['a@example.org', 'Works', '']);
    expect(read.rows.map(({ draft }) => draft === null)).toEqual([false, false, true]);
    expect(read.rows[2]?.problems).toContainEqual({
      code: 'no-name',
      field: 'Name',
      severity: 'cannot',
    });
  });
});

describe('cards', () => {
  test('2.1 with its own character set, soft line breaks and bare types', () => {
    const read = cards(
      'BEGIN:VCARD\nVERSION:2.1\nN;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:M=FCller;J=\n=F6rg\nTEL;WORK;VOICE:030 1234567\nADR;HOME:;;Ring 5, Hof\\; links;Berlin;;10115;\nNOTE;QUOTED-PRINTABLE:a=0D=0Ab, c\nEND:VCARD\n',
    );
    expect(read.rows[0]?.draft).toMatchObject({
      name: { full: 'Jörg Müller' },
      phones: [{ label: 'Work', number: '030 1234567' }],
      addresses: [{ label: 'Home', lines: ['Ring 5, Hof; links'], city: 'Berlin' }],
      notes: 'a\nb, c',
    });
  });

  test('folded in the middle of a character', () => {
    const before = 'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Zo';
    const after = ' B\r\nEND:VCARD\r\n';
    const bytes = [...utf8(before), 0xc3, 13, 10, 32, 0xab, ...utf8(after)];
    expect(people(Uint8Array.from(bytes)).rows[0]?.label).toBe('Zoë B');
  });

  test('a damaged card stops nobody else', () => {
    const read = cards(
      'BEGIN:VCARD\nVERSION:3.0\nFN:Ann B\nEMAIL:a@example.org\nEND:VCARD\nBEGIN:VCARD\nVERSION:3.0\nFN:Cut sh',
    );
    expect(read.rows.map(({ row, label, problems }) => [row, label, problems[0]?.code])).toEqual([
      [1, 'Ann B', undefined],
      [2, '', 'card-damaged'],
    ]);
  });

  test('a card with values longer than any record stops there, and takes no time', () => {
    const line = `N:${'\\\\;;,'.repeat(20_000)}\n`;
    const read = cards(`BEGIN:VCARD\nVERSION:3.0\n${line.repeat(50)}END:VCARD\n`);
    expect(read.rows[0]?.problems).toMatchObject([{ code: 'too-long', severity: 'cannot' }]);
  });

  test('a card inside a card is not a person of the list', () => {
    const read = cards(
      'BEGIN:VCARD\nVERSION:2.1\nN:B;Ann\nAGENT:\nBEGIN:VCARD\nVERSION:2.1\nN:Smith;Agent\nEND:VCARD\nEND:VCARD\n',
    );
    expect(read.rows.map(({ label }) => label)).toEqual(['Ann B']);
  });
});

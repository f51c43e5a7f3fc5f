import { randomBytes } from 'node:crypto';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { plainDate } from '../domain/dates.ts';
import { makeId } from '../domain/ids.ts';
import { plainTextOf, richText, tableOf } from '../domain/rich-text.ts';
import { readDocx } from './docx.ts';
import { textOf } from './docx-text.ts';
import { findPeople } from './find-people.ts';
import { proposeMinutes } from './propose-minutes.ts';
import { oldMinutes, paragraph, run, table, wordFile } from './testing/word-file.ts';

const TODAY = plainDate.parse('2026-11-23');
const person = (full: string, n: number) => ({
  id: makeId('person', new Uint8Array(16).fill(n)),
  name: { full },
});
const roll = [person('Małgorzata Sobczyk', 1), person('Jo Bloggs', 2), person('Ben Okafor', 3)];
const [chair, jo, ben] = roll.map(({ id }) => id);
const people = findPeople(roll);

async function proposed(bytes: Uint8Array) {
  const text = await readDocx(bytes);
  if (!text.ok) throw new Error(text.error.code);
  return { ...proposeMinutes(text.value, people, TODAY), leftOut: text.value.leftOut };
}

const said = (text: string) => ({
  type: 'paragraph' as const,
  content: [{ type: 'text' as const, text }],
});
const item = (...content: unknown[]) => ({ type: 'listItem', content });

describe('old minutes in Word', () => {
  test('become items with what was said, decided and to be done, and say when they met and who was there', async () => {
    const found = await proposed(
      oldMinutes({
        chair: 'Prof. Malgorzata Sobczyk',
        present: 'Jo Bloggs',
        apologies: 'Ben Okafor',
      }),
    );
    expect(found).toMatchObject({
      title: 'Steering Group Meeting',
      date: '2026-10-14',
      time: '18:30',
      place: 'Harbour House, Leith',
      // Her name is written without its ł: a person is not guessed by that.
      strangers: ['Prof. Malgorzata Sobczyk', 'Somebody Unknown'],
      attendance: [
        { person: jo, mark: 'present' },
        { person: ben, mark: 'apologies' },
      ],
      nextMeeting: '2026-12-09',
    });
    expect(found.items.map(({ title }) => title)).toEqual([
      'Before the first heading',
      'Treasurer’s report',
      'Any other business',
      'Date of next meeting',
    ]);
    expect(found.items[1]).toEqual({
      title: 'Treasurer’s report',
      decision: 'That Harbour Hosting be asked.',
      proposer: jo,
      seconder: null,
      actions: [
        {
          what: 'Jo Bloggs to write to Harbour Hosting by 1 December 2026',
          owner: jo,
          due: '2026-12-01',
          done: false,
        },
      ],
      discussion: {
        type: 'doc',
        content: [
          {
            type: 'paragraph',
            content: [
              { type: 'text', text: 'The account holds ' },
              { type: 'text', text: '£1,204', marks: [{ type: 'bold' }] },
              { type: 'text', text: '.' },
            ],
          },
          { type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: 'Quotes' }] },
          {
            type: 'bulletList',
            content: [
              item(said('Harbour Hosting'), {
                type: 'bulletList',
                content: [item(said('for one year'))],
              }),
              item(said('Quay & Sons')),
            ],
          },
          tableOf([
            [[said('Host')], [said('Price')], []],
            [[said('Harbour')], [said('first year')], [said('£90')]],
            [[said('Quay')], [said('first year')], [said('£85')]],
          ]),
          said('Proposed by Jo Bloggs, seconded by Prof. Malgorzata Sobczyk.'),
        ],
      },
    });
  });

  test('name their chair where the name is written as it is on file', async () => {
    const found = await proposed(
      oldMinutes({ chair: 'Dr Małgorzata Sobczyk', present: 'Jo Bloggs', apologies: 'Ben Okafor' }),
    );
    expect(found.chair).toBe(chair);
    expect(found.items[1]?.seconder).toBe(chair);
  });

  test('without headings are taken by their bold lines, and without those as one item', async () => {
    const bold = (text: string) => paragraph(run(text, 'b'));
    const { items } = await proposed(
      wordFile(
        [bold('Apologies'), paragraph('Ben Okafor'), bold('Website'), paragraph('Fine.')].join(''),
      ),
    );
    expect(items.map(({ title }) => title)).toEqual(['Apologies', 'Website']);
    const plain = await proposed(wordFile(paragraph('We met and talked.')));
    expect(plain.items).toMatchObject([{ title: 'Imported minutes', decision: '', actions: [] }]);
    expect(plain.date).toBeNull();
  });

  test('bring no picture, link or field with them, and say what was left out', async () => {
    const link = '<w:hyperlink r:id="x"><w:r><w:t>the site</w:t></w:r></w:hyperlink>';
    const picture =
      '<w:r><w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" r:embed="r9"/></w:drawing></w:r>';
    const note = '<w:r><w:footnoteReference w:id="1"/></w:r>';
    const { items, leftOut } = await proposed(
      wordFile(paragraph(`${run('See ')}${link}${note}${picture}`)),
    );
    expect(leftOut.notes).toBe(1);
    expect(items[0]?.discussion.content).toEqual([said('See the site')]);
  });

  test('with a table that is larger than minutes hold become its lines', async () => {
    const rows = Array.from({ length: 250 }, (_, at) => [`Row ${at}`, 'x']);
    const { items } = await proposed(wordFile(table(...rows)));
    expect(items[0]?.discussion.content).toHaveLength(250);
    expect(items[0] && plainTextOf(items[0].discussion)).toContain('Row 249 · x');
  });

  test('with a cell that holds more than one of minutes does keep all of its words', async () => {
    const lines = Array.from({ length: 80 }, (_, at) => paragraph(`line ${at}`)).join('');
    const cell = `<w:tc><w:tcPr><w:gridSpan w:val="many"/></w:tcPr>${lines}</w:tc>`;
    const { items } = await proposed(wordFile(`<w:tbl><w:tr>${cell}${cell}</w:tr></w:tbl>`));
    const words = items[0] ? plainTextOf(items[0].discussion) : '';
    expect(richText.safeParse(items[0]?.discussion).success).toBe(true);
    expect(words.match(/line \d+/g)).toHaveLength(160);
  });

  test('with lists that claim more levels than Word has are nested no deeper than in Word', () => {
    const numbered = (level: number) => ({
      type: 'paragraph',
      numbering: { isOrdered: false, level: String(level) },
      children: [{ type: 'text', value: 'x' }],
    });
    const { blocks } = textOf({
      children: Array.from({ length: 20_000 }, (_, at) => numbered(at)),
      type: 'document',
    });
    expect(JSON.stringify(blocks).match(/"bulletList"/g)).toHaveLength(9);
  });

  test('with a heading as long as a book are read all the same', async () => {
    const started = performance.now();
    const { items } = await proposed(
      wordFile(paragraph('minutes '.repeat(200_000), { style: 'Heading1' })),
    );
    expect(items[0]?.title).toHaveLength(300);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

const codeOf = async (bytes: Uint8Array) => {
  const read = await readDocx(bytes);
  return read.ok ? 'ok' : read.error.code;
};
/** The first bytes of a compound file, and words in it. */
const compound = (words: string) =>
  new Uint8Array([
    0xd0,
    0xcf,
    0x11,
    0xe0,
    0xa1,
    0xb1,
    0x1a,
    0xe1,
    ...Buffer.from(words, 'utf16le'),
  ]);
const good = wordFile(paragraph('Fine.'));
const LARGE: [Uint8Array, { level: 0 }] = [randomBytes(9 * 1024 * 1024), { level: 0 }];

/** The same file, whose directory claims that its first entry unpacks to so many bytes (APPNOTE 4.3.12). */
function claiming(bytes: Uint8Array, size: number): Uint8Array {
  const lying = Buffer.from(bytes);
  lying.writeUInt32LE(size, lying.indexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 24);
  return lying;
}
const nested = (depth: number) =>
  wordFile(
    `${'<w:sdt><w:sdtContent>'.repeat(depth)}${paragraph('x')}${'</w:sdtContent></w:sdt>'.repeat(depth)}`,
  );

describe('a file that is not what it says', () => {
  test.each<[string, string, () => Uint8Array]>([
    ['an empty one', 'file/empty', () => new Uint8Array()],
    ['a text', 'file/not-word', () => Buffer.from('Minutes of the meeting')],
    ['an old .doc', 'file/old-word', () => compound('WordDocument')],
    ['one with a password', 'file/encrypted', () => compound('EncryptedPackage')],
    ['a workbook', 'file/not-word', () => zipSync({ 'xl/workbook.xml': new Uint8Array(9) })],
    ['one that is cut short', 'file/damaged', () => good.subarray(0, good.length - 40)],
    ['one that is not XML inside', 'file/damaged', () => wordFile('<w:p><w:r>')],
    ['one nested beyond reason', 'file/damaged', () => nested(5_000)],
    ['a bomb', 'file/bomb', () => claiming(good, 0x7fffffff)],
    ['more text than is parsed', 'file/too-large', () => wordFile('', { 'word/a.xml': LARGE })],
  ])('%s is refused with %s', async (_what, code, make) => {
    expect(await codeOf(make())).toBe(code);
  });

  test('entities that grow are not unfolded', async () => {
    const lol = '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>';
    const bytes = wordFile('', {
      'word/document.xml': Buffer.from(
        `${lol}<w:document xmlns:w="x"><w:body>&b;</w:body></w:document>`,
      ),
    });
    expect(['ok', 'file/damaged']).toContain(await codeOf(bytes));
  });
});

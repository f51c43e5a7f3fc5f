import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { ANONYMISED, BANNER } from '../domain/banner.ts';
import { type Result } from '../domain/errors.ts';
import { word } from '../domain/summary/labels.ts';
import { suppressed } from '../domain/summary/suppress.ts';
import { type AnonymousDocument, anonymous } from './anonymous.ts';
import { toAnonymousDocx } from './anonymous-docx.ts';
import { toDocx } from './docx.ts';
import { minutesDocument } from './minutes-document.ts';
import { plain } from './plain.ts';
import { PLAIN_SHEET, type Sheet } from './sheet.ts';
import { type StampedDocument, stamp } from './stamp.ts';
import { day, minutesSources } from './testing/sample-records.ts';
import type { Block, DocumentTree, Run } from './tree.ts';

function tree(blocks: readonly Block[], changes: Partial<DocumentTree> = {}): DocumentTree {
  return {
    language: 'en-GB',
    title: 'A <title> & more',
    subtitle: '',
    issuer: 'A group',
    status: '',
    fileName: 'file',
    made: day('2026-11-23'),
    contacts: null,
    blocks,
    ...changes,
  };
}

/** The parts of a Word file, by their names. */
function parts(written: Result<Uint8Array>): ReadonlyMap<string, string> {
  if (!written.ok) throw new Error(written.error.code);
  return new Map(
    Object.entries(unzipSync(written.value)).map(([path, bytes]) => [path, strFromU8(bytes)]),
  );
}

const opened = async (document: DocumentTree, sheet: Partial<Sheet> = {}) =>
  parts(await toDocx(stamp(document), { ...PLAIN_SHEET, ...sheet }));

const bodyOf = async (blocks: readonly Block[]) =>
  (await opened(tree(blocks))).get('word/document.xml') ?? '';

const signs: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&amp;': '&',
  '<w:br/>': '\n',
  '<w:tab/>': '\t',
};
/** Reads text back as Word would: line breaks and tabs are elements, the rest is what `w:t` holds. */
const read = (xml: string) =>
  [...xml.matchAll(/<w:t [^>]*>([^<]*)<\/w:t>|(<w:(?:br|tab)\/>)/g)]
    .map(([, text = '', sign = '']) => text + sign)
    .join('')
    .replaceAll(/&(?:lt|gt|quot|apos|amp);|<w:(?:br|tab)\/>/g, (sign) => signs[sign] ?? '');

/** Any UTF-16, halves of surrogate pairs included, and what the library would take for a place of its own. */
const anyText = fc.oneof(
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 })
    .map((units) => String.fromCharCode(...units)),
  fc.constantFrom('{numbers-1}', '{bullets-0}', '{numbers\u202D-1}', '<w:p/>', ']]>'),
);
const paragraph = (...content: Run[]): Block => ({ type: 'paragraph', content });
const says = (text: string) => [paragraph({ text })];

describe('a Word file', () => {
  it('has the sentence, to the letter, at the head of every kind of page (BANNER)', async () => {
    const file = await opened(minutesDocument(minutesSources), { mark: true });
    const heads = [...file].filter(([path]) => /^word\/header\d\.xml$/.test(path));
    expect(heads.map(([, xml]) => read(xml))).toEqual([BANNER, BANNER, BANNER]);
    const [section = '', ...more] = (file.get('word/document.xml') ?? '')
      .split('<w:sectPr')
      .slice(1);
    expect(more).toEqual([]);
    for (const kind of ['default', 'first', 'even'])
      expect(section).toMatch(new RegExp(`<w:headerReference w:type="${kind}"`));
  });

  it('is made of nothing that was not stamped (BANNER)', async () => {
    // What the compiler refuses, forced.
    const forged = { banner: BANNER, tree: tree([]) } as unknown as StampedDocument;
    expect(await toDocx(forged)).toMatchObject({ error: { code: 'document/unstamped' } });
    const counts = anonymous({
      what: 'summary',
      made: day('2026-11-23'),
      sentences: [],
      parts: [],
    });
    expect(await toDocx(counts as unknown as StampedDocument)).toMatchObject({ ok: false });
    const personal = stamp(tree([])) as unknown as AnonymousDocument;
    expect(await toAnonymousDocx(personal, 'a4')).toMatchObject({ ok: false });
  });

  it('of counts says that it holds nobody, and no banner (ANONYMISE)', async () => {
    const counts = [suppressed({ label: word('people'), value: 30, by: [] }, 5)];
    const part = { title: word('people'), sentences: [], facts: [], counts };
    const sentences = [{ say: 'withheld', with: [4, 5] }] as const;
    const file = parts(
      await toAnonymousDocx(
        anonymous({ what: 'summary', made: day('2026-11-23'), sentences, parts: [part] }),
        'a4',
      ),
    );
    expect(read(file.get('word/header1.xml') ?? '')).toBe(ANONYMISED);
    expect([...file.values()].join('')).not.toContain('CONFIDENTIAL');
    expect(read(file.get('word/document.xml') ?? '')).toMatch(/People.*People30$/);
  });

  it('names its title, its language and the program, and neither hour, machine nor person', async () => {
    const document = stamp(tree(says('Words')));
    const file = parts(await toDocx(document));
    expect(file.get('docProps/core.xml')).toMatch(
      /<dc:title>A &lt;title&gt; &amp; more<\/dc:title><dc:creator>Muniment<\/dc:creator>.*<dc:language>en-GB<\/dc:language>/,
    );
    expect(file.get('docProps/core.xml')).not.toMatch(/dcterms:(created|modified)|lastModifiedBy/);
    expect(file.get('word/styles.xml')).toContain('<w:lang w:val="en-GB"');
    expect(await toDocx(document)).toEqual(await toDocx(document));
    const dull = await opened(tree([], { dullTitle: 'Minutes of 23 Nov 2026' }));
    expect(dull.get('docProps/core.xml')).toContain('<dc:title>Minutes of 23 Nov 2026</dc:title>');
    expect(read(dull.get('word/document.xml') ?? '')).toContain('A <title> & more');
  });

  it('lies on the paper of the group, its pages numbered beside its last day', async () => {
    const file = await opened(tree([], { foot: 'Keep until 11 Nov 2027' }), { paper: 'letter' });
    expect(file.get('word/document.xml')).toContain('<w:pgSz w:w="12240" w:h="15840"');
    const foot = file.get('word/footer1.xml') ?? '';
    expect(read(foot)).toBe('Keep until 11 Nov 2027\tPage  of ');
    expect(foot.match(/PAGE|NUMPAGES/g)).toEqual(['PAGE', 'NUMPAGES']);
  });

  it('has styles that Word knows: a title, headings, lists and captions', async () => {
    const xml = await bodyOf([
      { type: 'heading', level: 2, content: [{ text: 'Two' }] },
      { type: 'heading', level: 3, content: [{ text: 'Three' }] },
      { type: 'section', number: 4, title: [{ text: 'Four' }], blocks: says('In it') },
      { type: 'list', ordered: true, items: [says('First'), [...says('Second'), ...says('More')]] },
    ]);
    const styled = [...xml.matchAll(/<w:p>(.*?)<\/w:p>/g)].map(([, inner = '']) => [
      /<w:pStyle w:val="(\w+)"/.exec(inner)?.[1],
      read(inner),
      inner.includes('<w:numPr>'),
    ]);
    expect(styled).toEqual([
      ['Issuer', 'A group', false],
      ['Title', 'A <title> & more', false],
      ['Made', 'Made on 23 Nov 2026', false],
      ['Heading1', 'Two', false],
      ['Heading2', 'Three', false],
      ['Heading1', '4\tFour', false],
      ['Normal', 'In it', false],
      ['ListParagraph', 'First', true],
      ['ListParagraph', 'Second', true],
      ['ListParagraph', 'More', false],
    ]);
  });

  it('repeats the heads of its tables and splits no row; lines to sign on stand with what is signed', async () => {
    const xml = await bodyOf([
      {
        type: 'table',
        caption: 'People',
        rowHeader: 0,
        columns: [
          { heading: 'Name', width: 'wide' },
          { heading: 'Post', width: 'rest' },
        ],
        groups: [{ heading: 'Present', rows: [[[{ text: 'Jo' }], []]] }],
      },
      ...says('Agreed.'),
      { type: 'signature', rows: [[{ label: 'Chair', value: null }]] },
    ]);
    const rows = [...xml.matchAll(/<w:trPr>(.*?)<\/w:trPr>/g)].map(([, inner]) => inner);
    expect(rows).toHaveLength(5);
    expect(rows.every((row) => row?.includes('<w:cantSplit/>'))).toBe(true);
    expect(rows.map((row) => row?.includes('<w:tblHeader/>'))).toEqual([
      true,
      ...Array(4).fill(false),
    ]);
    expect(xml).toMatch(/<w:keepNext\/>(?:(?!<\/w:p>).)*Agreed\./);
  });

  it('marks the language and the direction of a name, which does not spill over', async () => {
    const xml = await bodyOf([
      paragraph({ text: 'Prof ' }, { text: 'نادر', isolate: true }, { text: ', 12 and 里奈 さん' }),
      paragraph({ text: 'שלום' }),
    ]);
    expect(xml).toMatch(/<w:rtl\/><w:lang w:bidi="ar-SA"\/><\/w:rPr><w:t [^>]*>نادر<\/w:t>/);
    expect(xml).toMatch(/نادر<\/w:t><\/w:r><w:r><w:t [^>]*>\u200E<\/w:t>/);
    expect(xml).toMatch(/<w:lang w:val="ja-JP" w:eastAsia="ja-JP"\/>/);
    expect(xml.match(/<w:bidi\/>/g)).toHaveLength(1);
  });

  it('begins a letter with whom it is to, its day and its greeting, and has boxes to tick', async () => {
    const letter = {
      from: [[{ text: 'Jo' }]],
      to: [[{ text: 'Anna' }], [{ text: '1 Street' }]],
      reference: 'ref-1',
      greeting: [{ text: 'Dear Anna,' }],
    };
    const boxes: Block = { type: 'list', ordered: false, boxes: true, items: [says('Tick me')] };
    const file = await opened(tree([boxes], { letter }), { sender: 'jo@example.org' });
    const xml = file.get('word/document.xml') ?? '';
    expect([...xml.matchAll(/<w:p>(.*?)<\/w:p>/g)].map(([, inner = '']) => read(inner))).toEqual([
      'A group',
      'jo@example.org',
      'Anna',
      '1 Street',
      '23 Nov 2026',
      'Our reference: ref-1',
      'Dear Anna,',
      'A <title> & more',
      'Tick me',
    ]);
    expect(file.get('word/numbering.xml')).toContain('<w:lvlText w:val="☐"/>');
  });

  it('says under the head of a table without rows that there are none', async () => {
    const columns = [{ heading: 'Name', width: 'rest' }] as const;
    const table = { type: 'table', caption: '', rowHeader: 0, columns, groups: [] } as const;
    expect(read(await bodyOf([table]))).toMatch(/NameNone\.$/);
  });

  it('keeps a title with what is under it, and one with nothing under it with nothing', async () => {
    const of = (title: string, blocks: readonly Block[]): Block => ({
      type: 'section',
      number: null,
      title: [{ text: title }],
      blocks,
    });
    const xml = await bodyOf([of('Empty', []), of('Full', says('Words'))]);
    const [empty = '', full = ''] = xml.split('"Heading1"').slice(1);
    expect(empty).toMatch(/^\/><w:keepNext w:val="false"\/>/);
    expect(full).not.toContain('keepNext');
  });

  it('shows the logo with words for who cannot see it', async () => {
    const file = await opened(tree([]), { logo: { png: 'AAAA', width: 400, height: 100 } });
    expect(file.get('word/document.xml')).toContain('descr="Logo of A group"');
    expect([...file.keys()].filter((path) => path.startsWith('word/media/'))).toHaveLength(1);
  });

  it('says every text as it was, whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyText, { maxLength: 20 }), async (texts) => {
        const items = texts.map((text) => says(text));
        const file = await opened(tree([{ type: 'list', ordered: true, items }]));
        const xml = file.get('word/document.xml') ?? '';
        const [, ...read_] = [...xml.matchAll(/<w:p>(.*?)<\/w:p>/gs)].map(([, p = '']) => read(p));
        expect(read_.slice(2)).toEqual(texts.map(plain));
      }),
      { numRuns: 10 },
    );
  });
});

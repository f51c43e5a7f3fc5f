import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toHtml } from './html.ts';
import { plain } from './plain.ts';
import { stamp } from './stamp.ts';
import { day } from './testing/sample-records.ts';
import type { Block, DocumentTree, Run } from './tree.ts';

function tree(blocks: readonly Block[], changes: Partial<DocumentTree> = {}): DocumentTree {
  return {
    language: 'en-GB',
    title: 'A title',
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

function html(blocks: readonly Block[], changes: Partial<DocumentTree> = {}): string {
  const written = toHtml(stamp(tree(blocks, changes)));
  if (!written.ok) throw new Error(written.error.code);
  return written.value;
}

/** Any UTF-16, halves of surrogate pairs included. */
const anyText = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 })
  .map((units) => String.fromCharCode(...units));

/** What a paragraph of one run becomes, between its tags. */
function paragraph(run: Run): string {
  const text = html([{ type: 'paragraph', content: [run] }]);
  return /<p dir="(?:ltr|rtl)">([\s\S]*)<\/p>\n<\/main>/.exec(text)?.[1] ?? '';
}

const signs: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
  '<br>': '\n',
};
/** Reads text back as a browser would: our own tags out, entities resolved. */
const read = (markup: string) =>
  markup
    .replaceAll(/<(?!br>)[^>]*>/g, '')
    .replaceAll(/&lt;|&gt;|&quot;|&#39;|&amp;|<br>/g, (sign) => signs[sign] ?? '');

describe('HTML', () => {
  it('has no script, no style and no address but its three style sheets', () => {
    const text = html([{ type: 'paragraph', content: [{ text: 'Words' }] }]);
    expect(text).not.toMatch(/<script|<style|\sstyle=|\son\w+=|https?:/i);
    expect(text.match(/(?:href|src)="[^"]*"/g)).toEqual([
      'href="/fonts.css"',
      'href="/print.css"',
      'href="/a4.css"',
    ]);
  });

  it.each([
    ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    [`"><img src=x onerror='x'>`, '&quot;&gt;&lt;img src=x onerror=&#39;x&#39;&gt;'],
    ['a & b &amp; c', 'a &amp; b &amp;amp; c'],
    ['one\r\ntwo\rthree', 'one<br>two<br>three'],
  ])('writes %j as words', (text, markup) => {
    expect(paragraph({ text })).toBe(markup);
    expect(paragraph({ text, isolate: true })).toBe(`<bdi>${markup}</bdi>`);
  });

  it('escapes in every place where a text can stand', () => {
    const bad = `</td><script>"'&`;
    const inline = [{ text: bad }];
    const text = html(
      [
        { type: 'heading', level: 2, content: inline },
        { type: 'list', ordered: true, items: [[{ type: 'paragraph', content: inline }]] },
        {
          type: 'table',
          caption: bad,
          rowHeader: 0,
          columns: [{ heading: bad, width: 'rest' }],
          groups: [{ heading: bad, rows: [[inline]] }],
        },
        { type: 'fields', rows: [{ term: bad, value: [inline] }] },
        { type: 'section', number: 1, title: inline, blocks: [] },
        { type: 'marked', mark: 'decision', label: bad, blocks: [] },
        { type: 'signature', rows: [[{ label: bad, value: inline }]] },
        { type: 'notice', tone: 'plain', content: inline },
        { type: 'paragraph', content: [{ text: bad, lang: bad, dir: 'rtl' }] },
      ],
      { title: bad, subtitle: bad, issuer: bad, status: bad, language: bad },
    );
    expect(text).not.toContain('<script');
    expect(text.split('&lt;/td&gt;&lt;script&gt;&quot;&#39;&amp;')).toHaveLength(20);
    expect(text).toContain('<html lang="und">');
  });

  it('says under the head of a table without rows that there are none', () => {
    const groups = [{ heading: null, rows: [] }];
    const columns = [{ heading: 'Name', width: 'rest' }] as const;
    const table = { type: 'table', caption: '', rowHeader: 0, columns, groups } as const;
    expect(html([table])).toContain('<tbody><tr><td colspan="1">None.</td></tr></tbody>');
  });

  it('gives back any text unharmed, but for characters that deceive', () => {
    fc.assert(
      fc.property(anyText, fc.boolean(), fc.boolean(), (text, bold, isolate) => {
        expect(read(paragraph({ text, bold, isolate }))).toBe(plain(text));
      }),
    );
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(...`<>&"'/= \n\u202E\u2066aأבあ漢한ー,1`),
          maxLength: 30,
        }),
        (text) => {
          expect(read(paragraph({ text }))).toBe(plain(text));
        },
      ),
    );
  });

  it('takes out directional overrides, so that a name cannot turn round what follows', () => {
    const tricks = '\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069';
    const text = html([
      { type: 'paragraph', content: [{ text: `Ann${tricks} Lee`, isolate: true }] },
    ]);
    expect(text).toContain('<bdi>Ann Lee</bdi>');
    expect(text).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
  });

  it('names the language and direction of other scripts', () => {
    expect(paragraph({ text: 'Ask نادر (2) now' })).toBe(
      'Ask <span lang="ar" dir="rtl">نادر</span> (2) now',
    );
    expect(paragraph({ text: 'a.b@example.org', isolate: true, isAddress: true })).toBe(
      '<bdi>a.b<wbr>@example.org</bdi>',
    );
    expect(paragraph({ text: 'נועה', isolate: true })).toBe('<bdi lang="he" dir="rtl">נועה</bdi>');
    // Its direction is that of its first letter: no inner `dir` hides the letters from the browser.
    expect(paragraph({ text: 'Prof نادر', isolate: true })).toBe(
      '<bdi>Prof <span lang="ar">نادر</span></bdi>',
    );
    expect(paragraph({ text: '王小明', isolate: true, bold: true })).toBe(
      '<strong><bdi lang="zh">王小明</bdi></strong>',
    );
    expect(paragraph({ text: '里奈', han: 'ja' })).toBe('<span lang="ja">里奈</span>');
  });

  it('builds tables with a caption, a head, and headings for columns, rows and groups', () => {
    const text = html([
      {
        type: 'table',
        caption: 'Attendance',
        rowHeader: 0,
        columns: [
          { heading: 'Name', width: 'wide' },
          { heading: 'Times', width: 'number', align: 'end' },
        ],
        groups: [{ heading: 'Present (1)', rows: [[[{ text: 'Ann' }], [{ text: '3' }]]] }],
      },
    ]);
    expect(text).toContain('<caption>Attendance</caption>');
    expect(text).toContain(
      '<thead><tr><th scope="col">Name</th><th scope="col" class="end">Times</th></tr></thead>',
    );
    expect(text).toContain('<th scope="rowgroup" colspan="2">Present (1)</th>');
    expect(text).toContain('<tr><th scope="row">Ann</th><td class="end">3</td></tr>');
  });
});

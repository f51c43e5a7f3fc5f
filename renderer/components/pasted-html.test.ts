// @vitest-environment happy-dom
import { getSchema } from '@tiptap/core';
import { describe, expect, test } from 'vitest';
import { type RichText, plainTextOf, tableOf } from '../domain/rich-text.ts';
import { PastedParser, withoutStyles } from './pasted-html.ts';
import { straightenTables } from './pasted-tables.ts';
import { MINUTES_EXTENSIONS, toRichText } from './rich-text-schema.ts';

const schema = getSchema(MINUTES_EXTENSIONS);
const parser = new PastedParser(schema);

/** What the minutes hold of pasted HTML. */
function pasted(html: string): RichText | null {
  const dom = document.createElement('div');
  dom.innerHTML = withoutStyles(html);
  return toRichText({ type: 'doc', content: parser.parseSlice(dom).content.toJSON() });
}

const said = (text: string, ...marks: ('bold' | 'italic')[]) => ({
  type: 'paragraph' as const,
  content: [
    {
      type: 'text' as const,
      text,
      ...(marks.length > 0 && { marks: marks.map((type) => ({ type })) }),
    },
  ],
});
const heading = (level: 1 | 2, text: string) => ({
  ...said(text),
  type: 'heading',
  attrs: { level },
});
const list = (type: 'bulletList' | 'orderedList', ...items: unknown[][]) => ({
  type,
  content: items.map((content) => ({ type: 'listItem', content })),
});

/** As Word 365 puts it on the clipboard, shortened where it repeats itself. */
const WORD = `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40"><head>
<meta name=Generator content="Microsoft Word 15">
<!--[if gte mso 9]><xml><o:OfficeDocumentSettings><o:AllowPNG/></o:OfficeDocumentSettings></xml><![endif]-->
<style><!-- p.MsoNormal {margin:0cm;font-family:"Calibri",sans-serif;} @list l0:level1 {mso-level-number-format:bullet;} --></style>
</head><body lang=EN-GB style='tab-interval:36.0pt;word-wrap:break-word'>
<!--StartFragment-->
<h2>3<span style='mso-tab-count:1'> </span>Treasurer’s report<o:p></o:p></h2>
<p class=MsoNormal>The <st1:place w:st="on">London</st1:place> account holds <b style='mso-bidi-font-weight:normal'>£1,204</b>; the
<i>reserve</i> is untouched.<o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<h3>Quotes<o:p></o:p></h3>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol;mso-bidi-font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>Harbour Hosting<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='margin-left:72.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span
style='font-family:"Courier New"'><span style='mso-list:Ignore'>o<span style='font:7.0pt "Times New Roman"'>&nbsp; </span></span></span><![endif]>one year<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span><span style='mso-list:Ignore'>·&nbsp; </span></span><![endif]>Quay &amp; Sons<o:p></o:p></p>
<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>1.&nbsp; </span><![endif]>Ask for references<o:p></o:p></p>
<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>2.&nbsp; </span><![endif]>Decide in <del cite="mailto:jo">March</del><ins cite="mailto:jo">May</ins><o:p></o:p></p>
<table class=MsoTableGrid border=1 cellspacing=0 style='border-collapse:collapse'>
 <tr style='mso-yfti-irow:0'><td width=200 valign=top style='width:150pt'><p class=MsoNormal>Host<o:p></o:p></p></td><td colspan=2><p class=MsoNormal>Price<o:p></o:p></p></td></tr>
 <tr><td rowspan=2><p class=MsoNormal><b>Harbour</b><o:p></o:p></p></td><td><p class=MsoNormal>first year</p></td><td><p class=MsoNormal>£90</p></td></tr>
 <tr><td><p class=MsoNormal>after</p></td><td><p class=MsoNormal>£120<o:p>&nbsp;</o:p></p></td></tr>
</table>
<p class=MsoNormal><a href="https://example.org/quotes"><span class=MsoHyperlink>All quotes</span></a><img width=1 src="file:///C:/Users/jo/image001.png"><o:p></o:p></p>
<!--EndFragment--></body></html>`;

/** As LibreOffice Writer 7 puts it there. */
const LIBREOFFICE = `<!DOCTYPE html><html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"/>
<style type="text/css">td p { background: transparent }</style></head><body lang="en-GB" dir="ltr">
<h1 class="western">Venue</h1>
<ol><li><p style="margin-bottom: 0cm">Book the hall</p><ul><li><p>with a ramp</p></li></ul></li><li><p>Pay</p></li></ol>
<p><span style="font-weight: bold">Agreed</span> <span style="font-style: italic">by all</span></p>
<table width="100%"><caption>Costs</caption><col width="128*"/><thead><tr><th>What</th><th>How much</th></tr></thead>
<tbody><tr><td><ul><li><p>Hall</p></li></ul></td><td><table><tr><td>£40</td><td>deposit</td></tr></table></td></tr></tbody></table>
</body></html>`;

const cell = (text: string, ...marks: ('bold' | 'italic')[]) =>
  text === '' ? [{ type: 'paragraph' as const }] : [said(text, ...marks)];

describe('what is pasted into the minutes', () => {
  test('from Word becomes headings, lists and a table, and nothing else of it stays', () => {
    const text = pasted(WORD);
    expect(text?.content).toEqual([
      heading(1, '3 Treasurer’s report'),
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'The London account holds ' },
          { type: 'text', text: '£1,204', marks: [{ type: 'bold' }] },
          { type: 'text', text: '; the ' },
          { type: 'text', text: 'reserve', marks: [{ type: 'italic' }] },
          { type: 'text', text: ' is untouched.' },
        ],
      },
      heading(2, 'Quotes'),
      list(
        'bulletList',
        [said('Harbour Hosting'), list('bulletList', [said('one year')])],
        [said('Quay & Sons')],
      ),
      list('orderedList', [said('Ask for references')], [said('Decide in May')]),
      tableOf([
        [cell('Host'), cell('Price'), cell('')],
        [cell('Harbour', 'bold'), cell('first year'), cell('£90')],
        [cell(''), cell('after'), cell('£120')],
      ]),
      said('All quotes'),
    ]);
  });

  test('from LibreOffice keeps lists and emphasis; a table in a table becomes words', () => {
    expect(pasted(LIBREOFFICE)?.content).toEqual([
      heading(1, 'Venue'),
      list(
        'orderedList',
        [said('Book the hall'), list('bulletList', [said('with a ramp')])],
        [said('Pay')],
      ),
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'Agreed', marks: [{ type: 'bold' }] },
          { type: 'text', text: ' ' },
          { type: 'text', text: 'by all', marks: [{ type: 'italic' }] },
        ],
      },
      said('Costs'),
      tableOf([
        [cell('What'), cell('How much')],
        [cell('Hall'), cell('£40 · deposit')],
      ]),
    ]);
  });

  test('from a web page loses scripts, pictures and what stands around a table of one cell', () => {
    const html = `<b id="docs-internal-guid-1" style="font-weight:normal"><p>plain</p></b><script>alert(1)</script>
      <svg><text>drawn</text></svg><table><tr><td><p>framed</p></td></tr></table><table></table>`;
    expect(pasted(html)?.content).toEqual([said('plain'), said('framed')]);
  });

  test('keeps what was copied in this editor as it is', () => {
    const html = '<h5 data-pm-slice="1 1 []">A subheading</h5>';
    expect(pasted(html)?.content).toEqual([heading(2, 'A subheading')]);
  });

  test('takes a merged cell of any claimed size apart without stopping', () => {
    const html = `<table><tr><td colspan="1000000000">a</td><td rowspan="-7">b</td></tr><tr><td>c</td></tr></table>`;
    const started = performance.now();
    expect(pasted(html)).toBeNull();
    expect(performance.now() - started).toBeLessThan(500);
  });

  test.each([
    ['wide', `<tr>${'<td colspan="50" rowspan="50">a</td>'.repeat(100)}</tr>`, 112],
    ['long', '<tr><td colspan="12">a</td></tr>'.repeat(220), 201 * 12 + 19],
  ])('makes nothing more of a table that is too %s for minutes', (_how, rows, cells) => {
    const dom = document.createElement('div');
    dom.innerHTML = `<table>${rows}</table>`;
    straightenTables(dom);
    expect(dom.querySelectorAll('td, th')).toHaveLength(cells);
  });

  test('of tables in tables keeps each word once, however deep it lies', () => {
    const deep = (levels: number): string =>
      `<table><tr><td>at ${levels}</td><td>${levels === 0 ? 'end' : deep(levels - 1)}</td></tr></table>`;
    const words = plainTextOf(pasted(deep(30)) ?? { type: 'doc', content: [] });
    expect(words.match(/end/g)).toHaveLength(1);
    expect(words.match(/at 7(?!\d)/g)).toHaveLength(1);
  });

  test('nests lists no deeper than Word does, whatever it claims', () => {
    const html = Array.from(
      { length: 300 },
      (_, at) => `<p style="mso-list:l0 level${at + 1} lfo1">item</p>`,
    ).join('');
    const depth = (node: RichText['content'][number] | undefined): number =>
      node && 'content' in node && (node.type === 'bulletList' || node.type === 'orderedList')
        ? 1 + Math.max(...node.content.flatMap((held) => held.content.map(depth)))
        : 0;
    expect(depth(pasted(html)?.content[0])).toBe(9);
  });

  test('without an end to its tags is read as fast as any other', () => {
    const html = `<p style="color:red">a</p>${'<a'.repeat(200_000)}`;
    const started = performance.now();
    expect(withoutStyles(html)).toBe(html.replace(' style="color:red"', ''));
    expect(performance.now() - started).toBeLessThan(500);
  });

  test('is read within a moment when it is long', () => {
    const rows = WORD.repeat(100);
    const started = performance.now();
    const stripped = withoutStyles(rows);
    expect(performance.now() - started).toBeLessThan(500);
    expect(stripped).not.toContain('font-family');
  });
});

describe('pasted text', () => {
  test.each([
    ['<p style="color:red">a</p>', '<p>a</p>'],
    [`<P STYLE='x' class="y">a</P>`, '<P class="y">a</P>'],
    ['<style>p{}</style><b>a</b>', '<b>a</b>'],
    ['<p>write style="x" here</p>', '<p>write style="x" here</p>'],
    ['<p style="mso-list:l0 level2 lfo1">a</p>', '<p data-list="l0 level2">a</p>'],
    ['<span style=font-weight:700>a</span>', '<span data-bold>a</span>'],
  ])('loses its styles and nothing else: %s', (html, kept) => {
    expect(withoutStyles(html)).toBe(kept);
  });
});

test('the words of a pasted table are found', () => {
  const text = pasted('<table><tr><td>Host</td><td>Price</td></tr></table>');
  expect(text && plainTextOf(text)).toBe('Host\tPrice');
});

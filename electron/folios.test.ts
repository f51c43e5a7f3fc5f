import { describe, expect, it } from 'vitest';
import { copiesIn, footerOf, paperOf, withFolios } from './folios.ts';

const copy = (words: string) =>
  `<table class="sheet" role="presentation"><thead></thead><tfoot><tr><td class="foot">${words}</td></tr></tfoot><tbody></tbody></table>`;
const document = (copies: number, words = 'Keep until 23 Nov 2027 &amp; no longer') =>
  `<body data-banner="page" data-paper="letter">${copy(words).repeat(copies)}</body></html>`;
const numbers = (html: string) => html.match(/Page \d+ of \d+/g);

describe('the foot of each page', () => {
  it('says what the document says there, and the page’s number', () => {
    const html = withFolios(document(1), 3);
    expect(numbers(html)).toEqual(['Page 1 of 3', 'Page 2 of 3', 'Page 3 of 3']);
    expect(html.split('<li><span>Keep until 23 Nov 2027 &amp; no longer</span>')).toHaveLength(4);
    expect(html.endsWith('</ol></body></html>')).toBe(true);
  });

  it('numbers each copy from 1', () => {
    expect(copiesIn(document(3))).toBe(3);
    expect(numbers(withFolios(document(3), 6))).toEqual([
      'Page 1 of 2',
      'Page 2 of 2',
      'Page 1 of 2',
      'Page 2 of 2',
      'Page 1 of 2',
      'Page 2 of 2',
    ]);
  });

  it('is numbered only, where the document says nothing there', () => {
    expect(withFolios(document(1, ''), 1)).toContain('<li><span></span><span>Page 1 of 1</span>');
    expect(withFolios('<body>Words</body>', 1)).toContain('Page 1 of 1');
    expect(footerOf(document(1, ''))).toContain(
      '<span></span><span>Page <span class="pageNumber">',
    );
  });

  it('lies on the paper that the document is laid out for, on A4 when it does not say', () => {
    expect(paperOf(document(1))).toBe('Letter');
    expect(paperOf('<body data-banner="page" data-paper="a4">')).toBe('A4');
    expect(paperOf('<body data-banner="page">data-paper="letter"</body>')).toBe('A4');
  });
});

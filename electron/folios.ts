/**
 * The foot of each page: what the document says there, and `Page x of y`. A PDF gets it from Chromium's own footer. On
 * paper Chromium knows no page's number, so the pages are counted first, on the PDF, and then numbered one by one; so are
 * those of several copies, each from 1.
 */

/** How many copies a document is printed in: each is such a table. */
export function copiesIn(html: string): number {
  return html.split(/<table\b[^>]*\bclass="sheet"/).length - 1;
}

/** The paper that a document is laid out for, in Electron's own words; A4 where it does not say. */
export function paperOf(html: string): 'A4' | 'Letter' {
  return /<body\b[^>]*\bdata-paper="letter"/.test(html) ? 'Letter' : 'A4';
}

/** Chromium's template for the foot of each page. It cannot load our fonts. */
export function footerOf(html: string): string {
  return `<div style="display:flex;justify-content:space-between;width:100%;margin:0 18mm;padding-bottom:3mm;font:8pt sans-serif;color:#575d63">
<span>${footOf(html)}</span><span>Page <span class="pageNumber"></span> of <span class="totalPages"></span></span></div>`;
}

/**
 * The document with a foot on each of its pages.
 * @param pages of all copies together; each copy has as many as the next
 */
export function withFolios(html: string, pages: number): string {
  const each = Math.ceil(pages / Math.max(1, copiesIn(html)));
  const foot = footOf(html);
  const folios = Array.from(
    { length: pages },
    (_page, at) => `<li><span>${foot}</span><span>Page ${(at % each) + 1} of ${each}</span></li>`,
  );
  // Not for a screen reader, which would read them all after the last page.
  const list = `<ol class="folios" aria-hidden="true">${folios.join('')}</ol>`;
  const end = html.lastIndexOf('</body>');
  return html.slice(0, end) + list + html.slice(end);
}

/** What the first copy says at its foot, as it is written there: escaped. */
function footOf(html: string): string {
  return /<td class="foot">(.*?)<\/td><\/tr><\/tfoot>/.exec(html)?.[1] ?? '';
}

/**
 * Text pasted from Word, LibreOffice and web pages, made into what minutes hold: the lists that Word writes as
 * paragraphs become lists, headings keep two levels, merged cells come apart, and everything else of their HTML goes.
 */
import { DOMParser, type Schema } from '@tiptap/pm/model';
import { makeLists } from './pasted-lists.ts';
import { withContentOf } from './pasted-parts.ts';
import { straightenTables } from './pasted-tables.ts';

/** The longest HTML that is taken from the clipboard, in characters: reading it must not stop the screen. */
export const LONGEST_PASTE = 4_000_000;

/**
 * Pasted HTML without styles, which a strict content policy refuses and minutes do not keep. What a style says of lists,
 * weight and slope stays as data: `data-list`, `data-bold`, `data-italic`.
 */
export function withoutStyles(html: string): string {
  const kept = html.replace(/<style\b[\s\S]*?(<\/style\s*>|$)/gi, '');
  // Beyond the last `>` no tag ends: looking for one from each `<` would take for ever.
  const end = kept.lastIndexOf('>') + 1;
  const tags = kept
    .slice(0, end)
    .replace(/<[a-z][^>]*>/gi, (tag) =>
      tag.replace(/\sstyle\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)/gi, (_all, style: string) =>
        saidBy(style),
      ),
    );
  return tags + kept.slice(end);
}

function saidBy(style: string): string {
  const list = /mso-list:\s*(ignore|l\d+\s+level\d+)/i.exec(style)?.[1];
  return [
    list === undefined ? '' : ` data-list="${list.toLowerCase()}"`,
    /font-weight:\s*(bold|[6-9]00)/i.test(style) ? ' data-bold' : '',
    /font-style:\s*italic/i.test(style) ? ' data-italic' : '',
  ].join('');
}

/** Reads pasted HTML as the minutes hold it. */
export class PastedParser extends DOMParser {
  constructor(schema: Schema) {
    super(schema, DOMParser.fromSchema(schema).rules);
  }

  override parseSlice(...[dom, options]: Parameters<DOMParser['parseSlice']>) {
    // What was copied in this editor is as it should be.
    if (dom instanceof Element && !dom.querySelector('[data-pm-slice]')) cleanPasted(dom);
    return super.parseSlice(dom, options);
  }
}

/** Cleans a tree of pasted HTML in place. */
function cleanPasted(root: Element): void {
  for (const junk of root.querySelectorAll(JUNK)) junk.remove();
  for (const wrapper of root.querySelectorAll('b[id^="docs-internal-guid"], ins')) unwrap(wrapper);
  for (const [said, tag] of [
    ['data-bold', 'strong'],
    ['data-italic', 'em'],
  ] as const)
    for (const span of root.querySelectorAll(`span[${said}]`))
      span.append(withContentOf(span, tag));
  // Word ends every paragraph with one, often with a space in it.
  for (const end of Array.from(root.getElementsByTagName('o:p'))) if (isBlank(end)) end.remove();
  makeHeadings(root);
  makeLists(root);
  straightenTables(root);
  // Word parts paragraphs by empty ones.
  for (const paragraph of root.querySelectorAll('p'))
    if (!paragraph.closest('td, th') && isBlank(paragraph)) paragraph.remove();
}

/** What is no text of the document: its machinery, comments on it, and words that were struck out. */
const JUNK =
  'xml, meta, link, title, style, script, img, svg, object, iframe, del, .MsoCommentReference, [id^="_com_"]';

/** The highest level that is pasted is a heading, every lower one a subheading. */
function makeHeadings(root: Element): void {
  for (const title of root.querySelectorAll('p.MsoTitle'))
    title.replaceWith(withContentOf(title, 'h1'));
  const headings = [...root.querySelectorAll('h1, h2, h3, h4, h5, h6')];
  const levels = headings.map(({ tagName }) => Number(tagName.slice(1)));
  const highest = Math.min(...levels);
  headings.forEach((heading, at) =>
    heading.replaceWith(withContentOf(heading, levels[at] === highest ? 'h4' : 'h5')),
  );
}

function isBlank({ textContent }: Element): boolean {
  return textContent.trim() === '';
}

function unwrap(element: Element): void {
  element.replaceWith(...element.childNodes);
}

/** Word's tree of a document as text of the minutes. */
import {
  RICH_TEXT_LIMITS,
  type RichBlock,
  type RichInline,
  type RichList,
  type RichParagraph,
  tableOf,
} from '../domain/rich-text.ts';

/** A block, and its rank where it is a heading: 0 is the title of the document, 1 to 9 are Word's levels. */
export interface DocxBlock {
  readonly rank: number | null;
  readonly block: RichBlock;
}

export interface DocxText {
  readonly blocks: readonly DocxBlock[];
  readonly leftOut: Readonly<Record<LeftOut, number>>;
}
type LeftOut = 'pictures' | 'notes' | 'comments';

/** What mammoth makes of a document before it writes HTML: https://github.com/mwilliamson/mammoth.js#document-transforms. */
export interface DocxElement {
  readonly type: string;
  readonly children?: readonly DocxElement[];
  readonly value?: string;
  readonly styleName?: string | null;
  readonly numbering?: { readonly isOrdered: boolean; readonly level: string } | null;
  readonly isBold?: boolean;
  readonly isItalic?: boolean;
  readonly colSpan?: number;
  readonly rowSpan?: number;
  readonly breakType?: string;
}

/** Word knows levels 0 to 8; a file that claims more would nest without end. */
const DEEPEST_LEVEL = 8;
/** Paragraphs of a cell, as minutes hold them. */
const MOST_IN_CELL = 50;

/** The text of a document, with what of it was not read. */
export function textOf(document: DocxElement): DocxText {
  const leftOut = { pictures: 0, notes: 0, comments: 0 };
  const blocks: DocxBlock[] = [];
  let items: { level: number; ordered: boolean; paragraph: RichParagraph }[] = [];
  const endList = () => {
    for (const list of listsOf(items, 0)) blocks.push({ rank: null, block: list });
    items = [];
  };
  for (const element of document.children ?? []) {
    if (element.type === 'table') {
      endList();
      blocks.push(...tableBlocks(element, leftOut));
      continue;
    }
    if (element.type !== 'paragraph') continue;
    const paragraph = paragraphOf(element, leftOut);
    const rank = rankOf(element);
    if (rank === null && element.numbering && isSaid(paragraph)) {
      const { level, isOrdered } = element.numbering;
      const depth = Math.min(DEEPEST_LEVEL, Number(level) || 0);
      items.push({ level: depth, ordered: isOrdered, paragraph });
      continue;
    }
    endList();
    if (!isSaid(paragraph)) continue;
    const heading = { type: 'heading' as const, attrs: { level: 1 as const } };
    blocks.push({ rank, block: rank === null ? paragraph : { ...paragraph, ...heading } });
  }
  endList();
  return { blocks, leftOut };
}

/** 0: the title; 1 to 9: a heading of that level; null: neither. */
function rankOf({ styleName }: DocxElement): number | null {
  if (!styleName) return null;
  if (/^title$/i.test(styleName)) return 0;
  return Number(/^heading ([1-9])$/i.exec(styleName)?.[1] ?? 0) || null;
}

/** Lists out of paragraphs that each say their level. */
function listsOf(
  items: readonly { level: number; ordered: boolean; paragraph: RichParagraph }[],
  level: number,
): RichList[] {
  const lists: RichList[] = [];
  for (let at = 0; at < items.length;) {
    const item = items[at];
    if (!item) break;
    let end = at + 1;
    while ((items[end]?.level ?? 0) > Math.max(level, item.level)) end += 1;
    const inner = listsOf(items.slice(at + 1, end), level + 1);
    const type = item.ordered ? 'orderedList' : 'bulletList';
    const entry = { type: 'listItem' as const, content: [item.paragraph, ...inner] };
    const last = lists.at(-1);
    if (last?.type === type) last.content.push(entry);
    else lists.push({ type, content: [entry] });
    at = end;
  }
  return lists;
}

/** A table that is larger than minutes hold becomes lines of text; so does one of a single cell. */
function tableBlocks(table: DocxElement, leftOut: Record<LeftOut, number>): DocxBlock[] {
  const rows = gridOf(table, leftOut);
  const columns = Math.max(0, ...rows.map((cells) => cells.length));
  const isTable =
    columns > 1 && columns <= RICH_TEXT_LIMITS.columns && rows.length <= RICH_TEXT_LIMITS.rows;
  if (isTable) return [{ rank: null, block: tableOf(rows) }];
  const lines =
    columns > 1 ? rows.map((cells) => [lineOf(cells)]) : rows.map((cells) => cells.flat());
  return lines
    .flat()
    .filter(isSaid)
    .map((block) => ({ rank: null, block }));
}

/** The cells of a table, merged ones taken apart with empty ones in their place. */
function gridOf(table: DocxElement, leftOut: Record<LeftOut, number>): RichParagraph[][][] {
  const above: number[] = [];
  return (table.children ?? []).map((row) => {
    const cells: RichParagraph[][] = [];
    const fill = () => {
      while ((above[cells.length] ?? 0) > 0) {
        above[cells.length] = (above[cells.length] ?? 0) - 1;
        cells.push([]);
      }
    };
    for (const cell of row.children ?? []) {
      fill();
      const held = (cell.children ?? []).flatMap((part) => cellParagraphs(part, leftOut));
      // What is no number spans one column.
      const wide = Math.min(Math.max(1, cell.colSpan || 1), RICH_TEXT_LIMITS.columns + 1);
      for (let at = 0; at < wide; at += 1) {
        above[cells.length] = (cell.rowSpan ?? 1) - 1;
        cells.push(at === 0 ? fewer(held.filter(isSaid)) : []);
      }
    }
    fill();
    return cells;
  });
}

/** As many paragraphs as a cell holds: those beyond become lines of the last. */
function fewer(held: readonly RichParagraph[]): RichParagraph[] {
  if (held.length <= MOST_IN_CELL) return [...held];
  const content = held
    .slice(MOST_IN_CELL - 1)
    .flatMap((paragraph, at): RichInline[] => [
      ...(at > 0 ? [{ type: 'hardBreak' as const }] : []),
      ...(paragraph.content ?? []),
    ]);
  return [...held.slice(0, MOST_IN_CELL - 1), { type: 'paragraph', content }];
}

/** Of a table within a cell, its words. */
function cellParagraphs(part: DocxElement, leftOut: Record<LeftOut, number>): RichParagraph[] {
  if (part.type === 'paragraph') return [paragraphOf(part, leftOut)];
  return (part.children ?? []).flatMap((inner) => cellParagraphs(inner, leftOut));
}

function lineOf(cells: readonly (readonly RichParagraph[])[]): RichParagraph {
  const content = cells.flatMap((held, at): RichInline[] => [
    ...(at > 0 ? [{ type: 'text' as const, text: ' · ' }] : []),
    ...held.flatMap((paragraph) => paragraph.content ?? []),
  ]);
  return { type: 'paragraph', content };
}

function paragraphOf(element: DocxElement, leftOut: Record<LeftOut, number>): RichParagraph {
  const content: RichInline[] = [];
  const visit = (part: DocxElement, bold: boolean, italic: boolean) => {
    switch (part.type) {
      case 'text':
        return addText(content, part.value ?? '', bold, italic);
      case 'tab':
        return addText(content, ' ', bold, italic);
      case 'break':
        if (part.breakType === 'line') content.push({ type: 'hardBreak' });
        return;
      case 'image':
        leftOut.pictures += 1;
        return;
      case 'noteReference':
        leftOut.notes += 1;
        return;
      case 'commentReference':
        leftOut.comments += 1;
        return;
      default:
        for (const inner of part.children ?? [])
          visit(inner, bold || part.isBold === true, italic || part.isItalic === true);
    }
  };
  // A heading is bold by being one.
  const isHeading = rankOf(element) !== null;
  for (const part of element.children ?? []) visit(part, false, false);
  if (isHeading) for (const part of content) if (part.type === 'text') delete part.marks;
  return { type: 'paragraph', content };
}

/** Adds words to a line: to those before them, where both look alike. */
function addText(content: RichInline[], text: string, bold: boolean, italic: boolean): void {
  const marks = [
    ...(bold ? [{ type: 'bold' as const }] : []),
    ...(italic ? [{ type: 'italic' as const }] : []),
  ];
  const last = content.at(-1);
  const isAlike =
    last?.type === 'text' && JSON.stringify(last.marks ?? []) === JSON.stringify(marks);
  if (isAlike && last.text.length + text.length <= RICH_TEXT_LIMITS.run) {
    last.text += text;
    return;
  }
  for (let at = 0; at < text.length; at += RICH_TEXT_LIMITS.run) {
    const piece = text.slice(at, at + RICH_TEXT_LIMITS.run);
    content.push({ type: 'text', text: piece, ...(marks.length > 0 && { marks }) });
  }
}

function isSaid({ content = [] }: RichParagraph): boolean {
  return content.some((part) => part.type === 'text' && part.text.trim() !== '');
}

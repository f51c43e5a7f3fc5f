import type {
  RichBlock,
  RichInline,
  RichList,
  RichParagraph,
  RichTable,
  RichText,
} from '../domain/rich-text.ts';
import type { Block, Column, Inline, Run } from './tree.ts';

/**
 * The editor's text as blocks of a document, under a heading of level 2. Paragraphs and headings with nothing in them are
 * left out, and no level of heading is skipped.
 */
export function richBlocks(text: RichText): Block[] {
  const isUpper = (block: Block) => block.type === 'heading' && block.level === 3;
  let below = false;
  return text.content.flatMap(richBlock).map((block) => {
    if (isUpper(block)) below = true;
    return block.type === 'heading' && !below ? { ...block, level: 3 } : block;
  });
}

function richBlock(value: RichBlock): Block[] {
  switch (value.type) {
    case 'paragraph':
      return isSaid(value) ? [{ type: 'paragraph', content: runs(value.content ?? []) }] : [];
    case 'heading':
      return isSaid(value)
        ? [
            {
              type: 'heading',
              level: value.attrs.level === 1 ? 3 : 4,
              content: runs(value.content ?? []),
            },
          ]
        : [];
    case 'table':
      return table(value);
    default:
      return list(value);
  }
}

function list({ type, content }: RichList): Block[] {
  const items = content
    .map((item) => item.content.flatMap(richBlock))
    .filter((item) => item.length > 0);
  return items.length === 0 ? [] : [{ type: 'list', ordered: type === 'orderedList', items }];
}

function table({ content }: RichTable): Block[] {
  const [head, ...rows] = content.map((row) => row.content.map((cell) => cellRuns(cell.content)));
  if (!head) return [];
  const columns = head.map((heading): Column => ({
    heading: heading.map(({ text }) => text).join(''),
    width: 'rest',
  }));
  return [
    { type: 'table', caption: '', rowHeader: null, columns, groups: [{ heading: null, rows }] },
  ];
}

/** The paragraphs of a cell, a line each. */
function cellRuns(paragraphs: readonly RichParagraph[]): Inline {
  return paragraphs.flatMap(({ content = [] }, at) => [
    ...(at > 0 ? [{ text: '\n' }] : []),
    ...runs(content),
  ]);
}

function isSaid({ content = [] }: { content?: RichInline[] | undefined }): boolean {
  return content.some((part) => part.type === 'text' && part.text.trim() !== '');
}

function runs(parts: readonly RichInline[]): Inline {
  return parts.map((part): Run => {
    if (part.type === 'hardBreak') return { text: '\n' };
    const marks = part.marks ?? [];
    return {
      text: part.text,
      ...(marks.some((mark) => mark.type === 'bold') && { bold: true }),
      ...(marks.some((mark) => mark.type === 'italic') && { italic: true }),
    };
  });
}

/** Plain text as paragraphs, one a line; empty lines are left out. */
export function plainBlocks(text: string): Block[] {
  return text
    .split(/\r\n|[\r\n]/)
    .filter((line) => line.trim() !== '')
    .map((line) => ({ type: 'paragraph', content: [{ text: line }] }));
}

import { z } from 'zod';

/** What one text may hold; more belongs in a file beside the record. */
export const RICH_TEXT_LIMITS = { blocks: 2_000, rows: 200, columns: 12, run: 20_000 } as const;

/**
 * Text as the minutes editor keeps it: the editor's own document tree, narrowed to what minutes need.
 * Anything else (style, links, images) is refused at the wall.
 */
const mark = z.object({ type: z.enum(['bold', 'italic']) });
const inline = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('text'),
    text: z.string().max(RICH_TEXT_LIMITS.run),
    marks: z.array(mark).optional(),
  }),
  z.object({ type: z.literal('hardBreak') }),
]);
export type RichInline = z.infer<typeof inline>;
const inlines = z.array(inline).max(2_000).optional();

const paragraph = z.object({ type: z.literal('paragraph'), content: inlines });
export type RichParagraph = z.infer<typeof paragraph>;

/** A heading under an item of the agenda, in two levels. */
const heading = z.object({
  type: z.literal('heading'),
  attrs: z.object({ level: z.union([z.literal(1), z.literal(2)]) }),
  content: inlines,
});

export interface RichList {
  type: 'bulletList' | 'orderedList';
  content: { type: 'listItem'; content: (RichParagraph | RichList)[] }[];
}
const list: z.ZodType<RichList> = z.lazy(() =>
  z.object({
    type: z.enum(['bulletList', 'orderedList']),
    content: z
      .array(
        z.object({
          type: z.literal('listItem'),
          content: z.array(z.union([paragraph, list])).max(2_000),
        }),
      )
      .max(2_000),
  }),
);

const tableCell = z.object({
  type: z.enum(['tableHeader', 'tableCell']),
  content: z.array(paragraph).min(1).max(50),
});
const tableRow = z.object({
  type: z.literal('tableRow'),
  content: z.array(tableCell).min(1).max(RICH_TEXT_LIMITS.columns),
});
/** Rows of as many cells each, none merged; the first row is the head. */
const table = z
  .object({
    type: z.literal('table'),
    content: z.array(tableRow).min(1).max(RICH_TEXT_LIMITS.rows),
  })
  .refine(({ content }) =>
    content.every(
      (row, at) =>
        row.content.length === content[0]?.content.length &&
        row.content.every(({ type }) => type === (at === 0 ? 'tableHeader' : 'tableCell')),
    ),
  );
export type RichTable = z.infer<typeof table>;

const block = z.union([paragraph, heading, table, list]);
export type RichBlock = z.infer<typeof block>;

export const richText = z.object({
  type: z.literal('doc'),
  content: z.array(block).max(RICH_TEXT_LIMITS.blocks),
});
export type RichText = z.infer<typeof richText>;

/** A document with nothing in it. */
export const EMPTY_TEXT: RichText = { type: 'doc', content: [] };

/** Plain paragraphs as rich text. */
export function fromPlainText(text: string): RichText {
  return {
    type: 'doc',
    content: text.split('\n').map((words) => ({
      type: 'paragraph',
      content: words ? [{ type: 'text', text: words }] : [],
    })),
  };
}

/** A table of rows of cells, the first of which is its head; short rows are filled up with empty cells. */
export function tableOf(rows: readonly (readonly RichParagraph[][])[]): RichTable {
  const columns = Math.max(1, ...rows.map((cells) => cells.length));
  return {
    type: 'table',
    content: rows.map((cells, at) => ({
      type: 'tableRow',
      content: Array.from({ length: columns }, (_, column) => {
        const held = cells[column] ?? [];
        return {
          type: at === 0 ? 'tableHeader' : 'tableCell',
          content: held.length > 0 ? held : [{ type: 'paragraph', content: [] }],
        };
      }),
    })),
  };
}

/** All words of a text, for search; blocks are parted by a line break, cells by a tab. */
export function plainTextOf(text: RichText): string {
  return text.content.map(blockText).join('\n');
}

function blockText(value: RichBlock): string {
  switch (value.type) {
    case 'paragraph':
    case 'heading':
      return (value.content ?? [])
        .map((part) => (part.type === 'text' ? part.text : '\n'))
        .join('');
    case 'table':
      return value.content
        .map((row) => row.content.map((cell) => cell.content.map(blockText).join(' ')).join('\t'))
        .join('\n');
    default:
      return value.content.map((item) => item.content.map(blockText).join('\n')).join('\n');
  }
}

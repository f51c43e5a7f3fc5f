import { z } from 'zod';

/**
 * Text as the minutes editor keeps it: the editor's own document tree, narrowed to what minutes need.
 * Anything else (style, links, images) is refused at the wall.
 */
const mark = z.object({ type: z.enum(['bold', 'italic']) });
const inline = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('text'),
    text: z.string().max(20_000),
    marks: z.array(mark).optional(),
  }),
  z.object({ type: z.literal('hardBreak') }),
]);
export type RichInline = z.infer<typeof inline>;

export type RichBlock =
  | { type: 'paragraph'; content?: RichInline[] | undefined }
  | { type: 'bulletList' | 'orderedList'; content: { type: 'listItem'; content: RichBlock[] }[] };

const block: z.ZodType<RichBlock> = z.lazy(() =>
  z.union([
    z.object({ type: z.literal('paragraph'), content: z.array(inline).max(2_000).optional() }),
    z.object({
      type: z.enum(['bulletList', 'orderedList']),
      content: z
        .array(z.object({ type: z.literal('listItem'), content: z.array(block).max(2_000) }))
        .max(2_000),
    }),
  ]),
);

export const richText = z.object({ type: z.literal('doc'), content: z.array(block).max(2_000) });
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

/** All words of a text, for search; blocks are parted by a line break. */
export function plainTextOf(text: RichText): string {
  return text.content.map(blockText).join('\n');
}

function blockText(value: RichBlock): string {
  if (value.type === 'paragraph') {
    return (value.content ?? []).map((part) => (part.type === 'text' ? part.text : '\n')).join('');
  }
  return value.content.map((item) => item.content.map(blockText).join('\n')).join('\n');
}

import type { RichBlock, RichInline, RichText } from '../domain/rich-text.ts';
import type { Block, Inline, Run } from './tree.ts';

/** The editor's text as blocks of a document; paragraphs with nothing in them are left out. */
export function richBlocks(text: RichText): Block[] {
  return text.content.flatMap(richBlock);
}

function richBlock(value: RichBlock): Block[] {
  if (value.type === 'paragraph') {
    const content = runs(value.content ?? []);
    return content.some((run) => run.text.trim() !== '') ? [{ type: 'paragraph', content }] : [];
  }
  const items = value.content
    .map((item) => item.content.flatMap(richBlock))
    .filter((item) => item.length > 0);
  return items.length === 0 ? [] : [{ type: 'list', ordered: value.type === 'orderedList', items }];
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

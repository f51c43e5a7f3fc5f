import type { Extensions } from '@tiptap/core';
import { StarterKit } from '@tiptap/starter-kit';
import { type RichText, richText } from '../domain/rich-text.ts';

/** What minutes need and domain/rich-text.ts allows: paragraphs, bold, italic, two lists, line breaks. */
export const MINUTES_EXTENSIONS: Extensions = [
  StarterKit.configure({
    blockquote: false,
    code: false,
    codeBlock: false,
    dropcursor: false,
    heading: false,
    horizontalRule: false,
    link: false,
    strike: false,
    trailingNode: false,
    underline: false,
  }),
];

/**
 * The editor's document tree as a record may hold it: attributes (list numbering, styles) fall away.
 * null when it holds something that a record may not, or a run of text that is too long.
 */
export function toRichText(tree: unknown): RichText | null {
  const parsed = richText.safeParse(tree);
  if (!parsed.success) return null;
  return isEmpty(parsed.data) ? { type: 'doc', content: [] } : parsed.data;
}

/** Pasted HTML without styles, which a strict content policy refuses and minutes do not keep. */
export function withoutStyles(html: string): string {
  return html
    .replace(/<style\b[\s\S]*?(<\/style\s*>|$)/gi, '')
    .replace(/<[a-z][^>]*>/gi, (tag) =>
      tag.replace(/\sstyle\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)/gi, ''),
    );
}

function isEmpty(text: RichText): boolean {
  return text.content.every((block) => block.type === 'paragraph' && !block.content?.length);
}

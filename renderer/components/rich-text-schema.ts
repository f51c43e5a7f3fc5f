import { Extension, type Extensions, type JSONContent, Node } from '@tiptap/core';
import { Heading } from '@tiptap/extension-heading';
import type { Node as DocumentNode } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import { StarterKit } from '@tiptap/starter-kit';
import { RICH_TEXT_LIMITS, type RichText, richText } from '../domain/rich-text.ts';
import { TABLE_EXTENSIONS } from './rich-text-table.ts';

/** Headings and tables stand by themselves: not in lists, nor in one another. */
const MinutesDocument = Node.create({ name: 'doc', topNode: true, content: '(block | part)+' });

const MinutesHeading = Heading.extend({
  group: 'part',
  parseHTML: () => [
    ...['h1', 'h2', 'h3', 'h4'].map((tag) => ({ tag, attrs: { level: 1 } })),
    ...['h5', 'h6'].map((tag) => ({ tag, attrs: { level: 2 } })),
  ],
  // An item of the agenda is a heading of the third level on the screen.
  renderHTML: ({ node }) => [node.attrs['level'] === 1 ? 'h4' : 'h5', 0],
}).configure({ levels: [1, 2] });

/** What minutes need and domain/rich-text.ts allows: paragraphs, headings, lists, tables, bold, italic, line breaks. */
export const MINUTES_EXTENSIONS: Extensions = [
  StarterKit.configure({
    blockquote: false,
    code: false,
    codeBlock: false,
    document: false,
    dropcursor: false,
    heading: false,
    horizontalRule: false,
    link: false,
    strike: false,
    // There is a line to write on after a table.
    trailingNode: { notAfter: ['bulletList', 'orderedList', 'heading'] },
    underline: false,
  }),
  MinutesDocument,
  MinutesHeading,
  ...TABLE_EXTENSIONS,
];

/** Refuses a change that would make the text longer than a record may hold, and calls back. */
export function withinLimits(onRefused: () => void): Extension {
  return Extension.create({
    name: 'withinLimits',
    addProseMirrorPlugins: () => [
      new Plugin({
        filterTransaction(change) {
          if (!change.docChanged || fits(change.doc)) return true;
          onRefused();
          return false;
        },
      }),
    ],
  });
}

/** Whether a record may hold a text of the editor. */
function fits(doc: DocumentNode): boolean {
  const { blocks, rows, columns, run } = RICH_TEXT_LIMITS;
  if (doc.childCount > blocks) return false;
  let isFitting = true;
  doc.descendants((node) => {
    if (node.type.name === 'table' && node.childCount > rows) isFitting = false;
    if (node.type.name === 'tableRow' && node.childCount > columns) isFitting = false;
    if (node.isText && (node.text?.length ?? 0) > run) isFitting = false;
    return isFitting;
  });
  return isFitting;
}

/**
 * The editor's document tree as a record may hold it: attributes (list numbering, styles) fall away.
 * null when it holds something that a record may not, or a run of text that is too long.
 */
export function toRichText(tree: unknown): RichText | null {
  const parsed = richText.safeParse(tree);
  if (!parsed.success) return null;
  return isEmpty(parsed.data) ? { type: 'doc', content: [] } : parsed.data;
}

/** A text as the editor opens it: there is always a line to write on. */
export function contentOf(text: RichText): JSONContent {
  if (text.content.length === 0) return { type: 'doc', content: [{ type: 'paragraph' }] };
  // The same tree; the editor's type of it only knows no optional part that is undefined.
  return text as JSONContent;
}

function isEmpty(text: RichText): boolean {
  return text.content.every((block) => block.type === 'paragraph' && !block.content?.length);
}

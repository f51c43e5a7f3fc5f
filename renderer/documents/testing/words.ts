import { toHtml } from '../html.ts';
import { stamp } from '../stamp.ts';
import type { DocumentTree } from '../tree.ts';

/** A document's words, a line for each row, field or paragraph. */
export function wordsOf(tree: DocumentTree): string {
  const html = toHtml(stamp(tree));
  if (!html.ok) throw new Error(html.error.code);
  return html.value
    .replaceAll('<br>', ' ')
    .replaceAll(/<\/(?:td|th|dt|p)>/g, ' | ')
    .replaceAll(/<\/(?:tr|dd|h[1-6]|caption|li)>/g, '\n')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/\n\s+/g, '\n');
}

/** Levels of the headings of a document, in their order. */
export function headingLevels(tree: DocumentTree): number[] {
  const html = toHtml(stamp(tree));
  if (!html.ok) throw new Error(html.error.code);
  return [...html.value.matchAll(/<h([1-6])>/g)].map(([, level]) => Number(level));
}

/** Blocks of the program's own words that many documents are made of. */
import { type Block, words } from './tree.ts';

/** A part without a number. */
export function section(title: string, blocks: readonly Block[]): Block {
  return { type: 'section', number: null, title: words(title), blocks };
}

/** A list of a line each; boxes are to be ticked by hand. */
export function list(mark: 'bullets' | 'numbers' | 'boxes', lines: readonly string[]): Block {
  return {
    type: 'list',
    ordered: mark === 'numbers',
    boxes: mark === 'boxes',
    items: lines.map((line) => [{ type: 'paragraph', content: words(line) }]),
  };
}

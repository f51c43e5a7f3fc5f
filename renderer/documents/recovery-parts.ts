/** What the recovery sheet and the recovery shares say alike. */
import { type Block, type SignatureLine, words } from './tree.ts';

/** How the letters are to be read. */
export const READING =
  'Capitals, spaces and dashes do not matter. There is no letter I, L, O or U: what looks like one is a digit. The fifth letter of each group is a check, so the program says which group was misread.';

/** A short list under a heading. */
export function listed(title: string, ordered: boolean, lines: readonly string[]): Block {
  return {
    type: 'section',
    number: null,
    title: words(title),
    blocks: [
      {
        type: 'list',
        ordered,
        items: lines.map((line) => [{ type: 'paragraph', content: words(line) }]),
      },
    ],
  };
}

/** Who took the paper. @param holder their name where it is known; empty: to be written. */
export function receipt(holder: string): Block {
  const name: SignatureLine = {
    label: 'Name',
    value: holder === '' ? null : [{ text: holder, isolate: true }],
  };
  return {
    type: 'section',
    number: null,
    title: words('Received'),
    blocks: [
      {
        type: 'signature',
        rows: [[name, { label: 'Signature', value: null }, { label: 'Date', value: null }]],
      },
    ],
  };
}

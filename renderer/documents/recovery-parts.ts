/** What the recovery sheet and the recovery shares say alike. */
import { section } from './sections.ts';
import type { Block, SignatureLine } from './tree.ts';

/** How the letters are to be read. */
export const READING =
  'Capitals, spaces and dashes do not matter. There is no letter I, L, O or U: what looks like one is a digit. The fifth letter of each group is a check, so the program says which group was misread.';

/** Who took the paper. @param holder their name where it is known; empty: to be written. */
export function receipt(holder: string): Block {
  const name: SignatureLine = {
    label: 'Name',
    value: holder === '' ? null : [{ text: holder, isolate: true }],
  };
  return section('Received', [
    {
      type: 'signature',
      rows: [[name, { label: 'Signature', value: null }, { label: 'Date', value: null }]],
    },
  ]);
}

/** The sizes that documents are printed on. */
export const PAPERS = { a4: 'A4', letter: 'US Letter' } as const;
export type Paper = keyof typeof PAPERS;

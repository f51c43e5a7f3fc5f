import type { RichText } from '../../domain/rich-text.ts';

const MOST_TEXTS = 20;
/** Characters of all texts together. */
const MOST = 200_000;

/**
 * The texts with another, typed over `before`. Words typed in one go are one step. What is not of one row with the text
 * before is forgotten, and so are the oldest beyond twenty, or beyond 200,000 characters; a longer text has no past.
 */
export function typedOn(
  texts: readonly RichText[],
  before: RichText,
  after: RichText,
  isOneGo: boolean,
): RichText[] {
  const isInRow = JSON.stringify(texts.at(-1)) === JSON.stringify(before);
  const row = isInRow ? texts : [before];
  let next = isInRow && isOneGo && row.length > 1 ? [...row.slice(0, -1), after] : [...row, after];
  next = next.slice(-MOST_TEXTS);
  while (next.length > 1 && JSON.stringify(next).length > MOST) next = next.slice(1);
  return next.length > 1 ? next : [];
}

import { expect, test } from 'vitest';
import { type RichText, fromPlainText, plainTextOf } from '../../domain/rich-text.ts';
import { typedOn } from './typed-texts.ts';

const [empty, one, two, three] = ['', 'one', 'one two', 'one two three'].map(fromPlainText) as [
  // Four go in, four come out.
  RichText,
  RichText,
  RichText,
  RichText,
];
const words = (texts: readonly RichText[]) => texts.map(plainTextOf);

test('words typed in one go are one step, those after a pause another', () => {
  const first = typedOn([], empty, one, false);
  expect(words(first)).toEqual(['', 'one']);
  const second = typedOn(first, one, two, false);
  expect(words(typedOn(second, two, three, true))).toEqual(['', 'one', 'one two three']);
  expect(words(typedOn(second, two, three, false))).toEqual([
    '',
    'one',
    'one two',
    'one two three',
  ]);
});

test('what was changed elsewhere in between ends the row', () => {
  expect(words(typedOn([empty, one], two, three, true))).toEqual(['one two', 'one two three']);
});

test('no more than twenty texts and 200,000 characters are held, the newest of them', () => {
  let texts: RichText[] = [];
  for (let at = 0; at < 30; at += 1)
    texts = typedOn(texts, fromPlainText(String(at)), fromPlainText(String(at + 1)), false);
  expect(texts).toHaveLength(20);
  expect(words(texts).at(-1)).toBe('30');
  const long = (letter: string) => fromPlainText(letter.repeat(19_000));
  texts = [];
  for (const letter of 'abcdefghijklmnop')
    texts = typedOn(texts, texts.at(-1) ?? empty, long(letter), false);
  expect(JSON.stringify(texts).length).toBeLessThanOrEqual(200_000);
  expect(texts.length).toBeGreaterThan(5);
  const huge = fromPlainText(Array(20).fill('x'.repeat(19_000)).join('\n'));
  expect(typedOn(texts, texts.at(-1) ?? empty, huge, false)).toEqual([]);
});

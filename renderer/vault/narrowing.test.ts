import fc from 'fast-check';
import { expect, it } from 'vitest';
import { makeSearch } from './search.ts';

const letter = fc.constantFrom('a', 'b', 'c', 'n', '1');
const word = fc.array(letter, { minLength: 1, maxLength: 9 }).map((letters) => letters.join(''));
const text = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));

function searchOver(texts: readonly string[]) {
  const search = makeSearch();
  search.load(
    'person',
    texts.map((_, at) => `${at}`),
    texts,
  );
  return search;
}

it('finds the same letter by letter as at once, whatever was typed before', () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 40 }), text, text, (texts, first, second) => {
      const typing = searchOver(texts);
      for (const typed of [first, second])
        for (let length = 1; length <= typed.length; length += 1) {
          const now = typed.slice(0, length);
          const fresh = searchOver(texts);
          expect(typing.find(now, ['person'], 100)).toEqual(fresh.find(now, ['person'], 100));
        }
    }),
    { numRuns: 25 },
  );
});

it('leaves nobody out that has a single slip in what is typed', () => {
  const slip = fc.record({
    at: fc.integer({ min: 1, max: 8 }),
    how: fc.constantFrom('other', 'more', 'less', 'swapped'),
  });
  // Each letter once: among equal letters uFuzzy itself passes over some slips ('uzubbbbb' for 'uubbbbb').
  const letters = fc
    .shuffledSubarray([...'bcdefghijklmnopqrstuvwxy'], { minLength: 6, maxLength: 9 })
    .map((chosen) => chosen.join(''));
  fc.assert(
    fc.property(letters, slip, (name, { at, how }) => {
      const place = Math.min(at, name.length - 2);
      const [head, here, next] = [name.slice(0, place), name.charAt(place), name.charAt(place + 1)];
      const tail = name.slice(place + 1);
      const typed = {
        other: `${head}z${tail}`,
        more: `${head}z${here}${tail}`,
        less: `${head}${tail}`,
        swapped: `${head}${next}${here}${name.slice(place + 2)}`,
      }[how];
      const search = searchOver([name, 'aaaa']);
      for (let length = 1; length < typed.length; length += 1)
        search.find(typed.slice(0, length), ['person'], 5);
      expect(search.find(typed, ['person'], 5)).toEqual(['0']);
    }),
    { numRuns: 60 },
  );
});

it('forgets what it kept when a text changes', () => {
  const search = searchOver(['calmanford', 'wells']);
  expect(search.find('calma', ['person'], 5)).toEqual(['0']);
  search.put('1', 'person', 'calmanby');
  expect(search.find('calman', ['person'], 5).sort()).toEqual(['0', '1']);
  search.drop('0', 'person');
  expect(search.find('calmanford', ['person'], 5)).toEqual([]);
  search.load('person', ['2'], ['calmanford']);
  expect(search.find('calmanford', ['person'], 5)).toEqual(['2']);
});

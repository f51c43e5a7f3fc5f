import { expect, test } from 'vitest';
import { type PersonId, makeId } from './ids.ts';
import { namesOf } from './other-names.ts';
import { type Person, blankPerson } from './person.ts';

let count = 0;
function person(full: string, changes: Partial<Person['name']> = {}, address = ''): Person {
  const blank = blankPerson('steering-group');
  const id: PersonId = makeId('person', new Uint8Array(16).fill((count += 1)));
  const emails = address === '' ? [] : [{ label: '', address }];
  return { ...blank, id, name: { ...blank.name, full, ...changes }, emails };
}
const may = person('Rose May Hall', { given: 'Rose', family: 'May' }, 'R.May@example.org');
const zoe = person('Zoë O’Brien-Łuczak');
const wang = person('王小明');
const seven = person('Ana Maria de la Cruz y Ortega');
const sukarno = person('Sukarno');
const people = [may, zoe, wang, seven, sukarno];

test.each<[text: string, beside: Person[], found: string[]]>([
  // By whole names, whatever the case, and by addresses.
  ['Thanks to ROSE MAY HALL and r.may@example.org.', [], ['ROSE MAY HALL', 'r.may@example.org']],
  ['O’Brien-Łuczak, zoë o’brien-łuczak', [], ['zoë o’brien-łuczak']],
  ['由王小明提出', [], ['王小明']],
  // As an owner, with the family name first, with an initial, of many words, of one.
  ['Rose May Hall’s paper, ROSE MAY HALL’S too', [], ['Rose May Hall', 'ROSE MAY HALL']],
  ['May, Rose; Rose P. May Hall', [], ['May, Rose', 'Rose P. May Hall']],
  ['by ana maria de la cruz y ortega', [], ['ana maria de la cruz y ortega']],
  ['Sukarno agreed, sukarnoism did not', [], ['Sukarno']],
  // By half a name only where the record names them, and as it is written.
  ['Rose and Ms May; a rose, which may grow', [], []],
  ['Rose and Ms May; a rose, which may grow', [may], ['Rose', 'May']],
  ['On 5 May 2026 in Mayfair; May agreed', [may], ['May']],
  ['O’Brien-Łuczak agreed, Zoëlla did not', [zoe], ['O’Brien-Łuczak']],
  ['Somebody else: rosemary@example.org', [may, zoe, wang], []],
  ['', [may], []],
])('%j names whom it names', (text, beside, found) => {
  const spans = namesOf(people)(
    text,
    beside.map(({ id }) => id),
  );
  expect(spans.map(({ from, to }) => text.slice(from, to))).toEqual(found);
});

test('nobody is found among nobody', () => {
  expect(namesOf([])('Rose May Hall', [may.id])).toEqual([]);
});

test('a text of one long word is looked through at once', () => {
  const from = performance.now();
  expect(namesOf(people)(`${'字'.repeat(50_000)}@${'字'.repeat(50_000)}`, [])).toEqual([]);
  expect(performance.now() - from).toBeLessThan(2_000);
});

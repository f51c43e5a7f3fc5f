import { expect, test } from 'vitest';
import { makeId } from '../../domain/ids.ts';
import { namesOf } from '../../domain/other-names.ts';
import { type Person, blankPerson } from '../../domain/person.ts';
import { withoutNames } from './masked-words.ts';

const blank = blankPerson('steering-group');
const may: Person = {
  ...blank,
  id: makeId('person', new Uint8Array(16)),
  name: { ...blank.name, full: 'Rose May', given: 'Rose', family: 'May' },
};
const find = namesOf([may])([may.id]);

test.each<[runs: string[], left: string[]]>([
  // Parts of one word and of one date.
  [
    ['the ', 'May', 'or'],
    ['the ', 'May', 'or'],
  ],
  [
    ['on 5 ', 'May', ' 2026'],
    ['on 5 ', 'May', ' 2026'],
  ],
  // A name in several runs, alone in one, and with the next word at its end.
  [
    ['by Rose', ' May', ' and'],
    ['by …', ' and'],
  ],
  [
    ['Ms ', 'May', ', Chair'],
    ['Ms ', '…', ', Chair'],
  ],
  [
    ['May', 'Chair'],
    ['…', 'Chair'],
  ],
  [
    ['Chair', 'May'],
    ['Chair', '…'],
  ],
  [
    ['Rose May', 'chair'],
    ['…', 'chair'],
  ],
])('of the runs %j these stay: %j', (runs, left) => {
  const asRuns = (texts: readonly string[]) => texts.map((text) => ({ text }));
  expect(withoutNames(asRuns(runs), find, '…')).toEqual(asRuns(left));
});

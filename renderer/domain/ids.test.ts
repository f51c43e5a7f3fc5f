import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeId, minutesId, personId } from './ids.ts';

const sixteenBytes = fc.uint8Array({ minLength: 16, maxLength: 16 });

test('an id has the shape that its schema wants, and no two random values share one', () => {
  fc.assert(
    fc.property(sixteenBytes, sixteenBytes, (a, b) => {
      expect(personId.safeParse(makeId('person', a)).success).toBe(true);
      const same = a.every((byte, i) => byte === b[i]);
      expect(makeId('person', a) === makeId('person', b)).toBe(same);
    }),
  );
});

test('is RFC 4648 base32 in lower case', () => {
  const foobar = new TextEncoder().encode('foobarfoobarfoob');
  expect(makeId('person', foobar)).toBe('per_mzxw6ytbojtg633cmfzgm33pmi');
});

test('an id of a person is not an id of minutes', () => {
  const id = makeId('person', new Uint8Array(16));
  expect(personId.safeParse(id).success).toBe(true);
  expect(minutesId.safeParse(id).success).toBe(false);
});

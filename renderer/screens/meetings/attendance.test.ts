import { expect, test } from 'vitest';
import { makeId } from '../../domain/ids.ts';
import { withMark } from '../../domain/meeting.ts';
import { attendanceLines, markOfKey, offeredMarks, withNote } from './attendance.ts';

const id = (n: number) => makeId('person', new Uint8Array(16).fill(n));
const ana = { id: id(1), name: 'Ana', detail: 'Chair' };
const bea = { id: id(2), name: 'Bea', detail: 'Treasurer' };

test.each([
  ['p', 'present'],
  ['P', 'present'],
  ['a', 'apologies'],
  ['-', 'absent'],
  ['–', 'absent'],
  ['Delete', 'absent'],
  ['Tab', null],
  ['b', null],
] as const)('the key %s marks %s', (key, mark) => {
  expect(markOfKey(key)).toBe(mark);
});

test('a committee member who is not marked is absent', () => {
  expect(attendanceLines([], [ana], {})).toEqual([
    { person: ana.id, name: 'Ana', detail: 'Chair', guest: false, mark: 'absent', note: '' },
  ]);
});

test('guests stand below the committee and keep their marks', () => {
  const guest = id(9);
  const lines = attendanceLines(
    [
      { person: guest, mark: 'present' },
      { person: bea.id, mark: 'apologies' },
    ],
    [ana, bea],
    { [guest]: 'Gus' },
  );
  expect(lines.map((l) => [l.name, l.mark, l.guest])).toEqual([
    ['Ana', 'absent', false],
    ['Bea', 'apologies', false],
    ['Gus', 'present', true],
  ]);
});

test('marking somebody twice leaves one mark, in its place', () => {
  const once = withMark(withMark([], ana.id, 'present'), bea.id, 'present');
  expect(withMark(once, ana.id, 'apologies')).toEqual([
    { person: ana.id, mark: 'apologies' },
    { person: bea.id, mark: 'present' },
  ]);
});

test('what is noted beside a name stays when the mark changes, and goes when it is emptied', () => {
  const noted = withNote(withMark([], ana.id, 'present'), ana.id, 'items 1 to 4');
  const marked = withMark(noted, ana.id, 'apologies');
  expect(marked).toEqual([{ person: ana.id, mark: 'apologies', note: 'items 1 to 4' }]);
  expect(withNote(marked, ana.id, '')).toEqual([{ person: ana.id, mark: 'apologies' }]);
  expect(attendanceLines(marked, [ana], {})[0]?.note).toBe('items 1 to 4');
});

test('a document offers the marks that the meeting here does not have, and says which would overwrite one', () => {
  const found = [
    { person: ana.id, mark: 'present' },
    { person: bea.id, mark: 'apologies' },
    { person: id(3), mark: 'absent' },
  ] as const;
  expect(offeredMarks(found, [{ person: bea.id, mark: 'present' }])).toEqual([
    { person: ana.id, mark: 'present', here: null },
    { person: bea.id, mark: 'apologies', here: 'present' },
  ]);
  expect(offeredMarks(found, [...found])).toEqual([]);
});

import { expect, it } from 'vitest';
import { plainDate } from './dates.ts';
import { freeOf, holdsOn } from './holds.ts';
import { type IdKind, makeId } from './ids.ts';
import type { AnyRecord, RecordOf } from './kinds.ts';
import type { Around } from './registers/register.ts';

const newId = <K extends IdKind>(kind: K) =>
  makeId(kind, crypto.getRandomValues(new Uint8Array(16)));
const meeting: RecordOf<'meeting'> = {
  kind: 'meeting',
  id: newId('meeting'),
  purpose: 'steering',
  title: 'Steering group meeting',
  date: plainDate.parse('2026-01-15'),
  time: '',
  place: '',
  chair: null,
  quorum: null,
  attendance: [],
};
const minutes: RecordOf<'minutes'> = {
  kind: 'minutes',
  id: newId('minutes'),
  purpose: 'steering',
  meeting: meeting.id,
  meetingDate: meeting.date,
  items: [],
  nextMeeting: null,
  approved: null,
};

const hold = (records: string[], from: string, until: string | null): RecordOf<'hold'> => ({
  kind: 'hold',
  id: newId('hold'),
  purpose: 'steering',
  why: 'legal-duty',
  reason: 'A court has asked for it.',
  records,
  from: plainDate.parse(from),
  until: until === null ? null : plainDate.parse(until),
});

function around(today: string, records: readonly AnyRecord[]): Around {
  return {
    today: plainDate.parse(today),
    now: Date.parse(`${today}T12:00:00Z`),
    timeZone: 'Europe/London',
    find: (id) => records.find((record) => record.id === id),
    // Those of the kind, which the filter cannot tell TypeScript.
    all: <K extends AnyRecord['kind']>(kind: K) =>
      records.filter((record) => record.kind === kind) as RecordOf<K>[],
    holidays: new Set(),
    trail: () => [],
    newId,
  };
}

it('holds what it names, from its first day to its last (ERASE)', () => {
  const one = hold([minutes.id], '2026-03-01', '2026-03-31');
  const on = (today: string) => holdsOn([minutes.id], around(today, [meeting, minutes, one]));
  expect(on('2026-02-28')).toEqual([]);
  expect(on('2026-03-01')).toEqual([{ by: one.id, kind: 'hold', held: [minutes.id] }]);
  expect(on('2026-03-31')).toHaveLength(1);
  expect(on('2026-04-01')).toEqual([]);
});

it('holds what is about a held record and nothing else, and leaves the rest free', () => {
  const one = hold([meeting.id], '2026-03-01', null);
  const other = newId('person');
  const found = holdsOn([minutes.id, other], around('2030-01-01', [meeting, minutes, one]));
  expect(found).toEqual([{ by: one.id, kind: 'hold', held: [minutes.id] }]);
  expect(freeOf(found, [minutes.id, other])).toEqual([other]);
});

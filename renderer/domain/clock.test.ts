import { expect, it } from 'vitest';
import { clockBeside } from './clock.ts';
import type { TrailAction } from './trail.ts';

const moment = (day: string) => Date.parse(`${day}T12:00:00Z`);
const entry = (day: string, action: TrailAction = 'edited') => ({ at: moment(day), action });
const read = (entries: readonly ReturnType<typeof entry>[], day: string) => {
  const { stands, known, now } = clockBeside(entries, moment(day));
  return [
    stands,
    new Date(known).toISOString().slice(0, 10),
    new Date(now).toISOString().slice(0, 10),
  ];
};

it('goes by the clock while it steps on from the last entry (RETAIN-MINUTES)', () => {
  expect(read([], '2027-03-03')).toEqual(['right', '2027-03-03', '2027-03-03']);
  expect(read([entry('2027-01-01')], '2027-01-31')).toEqual(['right', '2027-01-01', '2027-01-31']);
});

it('goes by the last entry when the clock was set back', () => {
  const entries = [entry('2027-01-01'), entry('2027-01-10')];
  expect(read(entries, '2027-01-09')).toEqual(['right', '2027-01-10', '2027-01-10']);
  expect(read(entries, '2026-06-01')).toEqual(['behind', '2027-01-10', '2027-01-10']);
});

it('asks before it believes a step of more than a quarter, and goes by the last entry meanwhile', () => {
  const entries = [entry('2027-01-01')];
  expect(read(entries, '2027-04-03')).toEqual(['right', '2027-01-01', '2027-04-03']);
  expect(read(entries, '2027-04-04')).toEqual(['ahead', '2027-01-01', '2027-01-01']);
  // What was done while it was wrong does not make it right.
  const since = [...entries, entry('2027-05-03', 'unlocked'), entry('2027-05-04')];
  expect(read(since, '2027-05-05')).toEqual(['ahead', '2027-01-01', '2027-01-01']);
  expect(read(since, '2027-01-02')).toEqual(['right', '2027-01-01', '2027-01-02']);
});

it('believes it once a person has confirmed it', () => {
  const entries = [
    entry('2027-01-01'),
    entry('2027-05-03', 'unlocked'),
    entry('2027-05-03', 'clock-confirmed'),
  ];
  expect(read(entries, '2027-05-20')).toEqual(['right', '2027-05-03', '2027-05-20']);
});

import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { toCalendar } from './calendar-file.ts';
import { day } from './testing/sample-records.ts';

const NOW = Date.parse('2026-11-23T12:00:00Z');
const incident = `inc_${'a'.repeat(26)}`;
const complaint = `cmp_${'b'.repeat(26)}`;
const minutes = `min_${'c'.repeat(26)}`;
const LONG = 'Étudier, répondre; et dire pourquoi '.repeat(4).trim();
const ENTRIES = [
  {
    id: incident,
    what: 'Report the breach to the ICO',
    due: day('2027-03-29'),
    at: Date.parse('2027-03-29T17:30:00Z'),
  },
  { id: complaint, what: 'Answer the complaint', due: day('2026-12-31'), at: null },
  { id: minutes, what: 'Action', due: day('2026-12-01'), at: null },
  { id: minutes, what: 'Action', due: day('2026-12-02'), at: null },
  { id: minutes, what: LONG, due: day('2026-12-03'), at: null },
];

function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
}

test('a calendar that another program reads has each deadline on its day, or at its moment', () => {
  const events = read(toCalendar(ENTRIES, NOW));
  expect(events.map(({ summary }) => summary)).toEqual(ENTRIES.map(({ what }) => what));
  const [report, answer] = events;
  expect(report?.startDate.toJSDate().toISOString()).toBe('2027-03-29T17:30:00.000Z');
  expect([answer?.startDate.toString(), answer?.startDate.isDate]).toEqual(['2026-12-31', true]);
  expect(answer?.endDate.toString()).toBe('2027-01-01');
});

test('the same deadline has the same identity each time, and no two share one', () => {
  const uids = (now: number) => read(toCalendar(ENTRIES, now)).map(({ uid }) => uid);
  expect(uids(NOW)).toEqual(uids(NOW + 86_400_000));
  expect(new Set(uids(NOW)).size).toBe(ENTRIES.length);
});

test('no line is longer than 75 octets', () => {
  const lines = toCalendar(ENTRIES, NOW).split('\r\n');
  for (const line of lines) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
});

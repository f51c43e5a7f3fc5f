import { expect, it } from 'vitest';
import { plainDate } from '../dates.ts';
import type { AnyRecord } from '../kinds.ts';
import { anyRecord } from '../kinds.ts';
import type { Around } from '../registers/register.ts';
import { countsOf } from './counting.ts';
import { type Label, labelWords } from './labels.ts';
import type { Count } from './suppress.ts';

const id = (prefix: string, letter: string) => `${prefix}_${letter.repeat(26)}`;
const records: AnyRecord[] = [
  meeting('a', '2026-01-14', { a: 'present', b: 'present', c: 'apologies' }),
  meeting('b', '2026-03-11', { a: 'present', b: 'absent' }),
  meeting('c', '2025-11-12', { a: 'present' }),
  enquiry('a', '2026-02-03', '2026-02-05'),
  enquiry('b', '2026-02-28', null),
  enquiry('c', '2025-12-31', null),
];

function meeting(letter: string, date: string, marks: Record<string, string>): AnyRecord {
  return anyRecord.parse({
    kind: 'meeting',
    id: id('mtg', letter),
    purpose: 'steering',
    title: 'Steering group meeting',
    date,
    time: '',
    place: '',
    chair: null,
    quorum: null,
    attendance: Object.entries(marks).map(([person, mark]) => ({
      person: id('per', person),
      mark,
    })),
  });
}

function enquiry(letter: string, received: string, closed: string | null): AnyRecord {
  return anyRecord.parse({
    kind: 'enquiry',
    id: id('enq', letter),
    purpose: 'enquiries',
    person: id('per', 'a'),
    received,
    channel: 'website',
    officer: null,
    need: '',
    outcome: '',
    closed,
    sharings: [],
  });
}

const around: Pick<Around, 'today' | 'all'> = {
  today: plainDate.parse('2026-03-20'),
  *all(kind) {
    for (const record of records) if (record.kind === kind) yield record as never;
  },
};
const period = { from: plainDate.parse('2026-01-01'), until: plainDate.parse('2026-03-31') };
const people = ['member officer chair:2025-01-01:', 'member', 'public', 'member participant'];
// Counting asks for the day and the records only.
const counts = countsOf(period, people, around as Around);

/** A count in words: `People 4 (By category: Member 1, …)`. */
function told({ label, value, by = [] }: Count<Label>): string {
  const ways = by.map(({ title, parts }) => `${labelWords(title)}: ${parts.map(told).join(', ')}`);
  return `${labelWords(label)} ${value}${ways.length > 0 ? ` (${ways.join('; ')})` : ''}`;
}
const line = (start: string) => counts.map(told).find((text) => text.startsWith(start));

it('counts each person once, by the first category that is theirs (ANONYMISE)', () => {
  expect(line('People')).toBe(
    'People 4 (By category: Appointed officer 1, Author 0, Event participant 1, CQI staff 0, Member of the public 1, Member 1)',
  );
});

it('counts meetings and marks of the period, and who was present month by month (ANONYMISE)', () => {
  expect(line('Meetings held')).toBe(
    'Meetings held 2 (By month: Jan 2026 1, Feb 2026 0, Mar 2026 1)',
  );
  expect(line('Marks')).toBe(
    'Marks of attendance 5 (By mark: Present 3 (Present, by the month of the meeting: Jan 2026 2, Feb 2026 0, Mar 2026 1), Apologies 1, Absent 1)',
  );
});

it('counts every other register by its state, its choices and its months (ANONYMISE, COLLECT-DIRECT)', () => {
  expect(line('Enquiries')).toBe(
    'Enquiries 2 (By state: Nobody yet 1, Open 0, Closed 1; Came by: Website 2, Network event 0, E-mail 0, LinkedIn 0; By month: Jan 2026 0, Feb 2026 2, Mar 2026 0)',
  );
  expect(line('Consents')).toBe('Consents 0');
});

import { describe, expect, it } from 'vitest';
import { makeId } from '../domain/ids.ts';
import { attendanceDocument } from './attendance-document.ts';
import { day, meeting, minutesSources, samplePerson } from './testing/sample-records.ts';
import { wordsOf } from './testing/words.ts';

const { people, group } = minutesSources;
const persons = [...people.keys()];
const monthly = Array.from({ length: 14 }, (_, month) => ({
  ...meeting,
  id: makeId('meeting', new Uint8Array(16).fill(60 + month)),
  date: day(`${2025 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-20`),
  quorum: month === 1 ? 12 : month === 2 ? null : 5,
}));
const sources: Parameters<typeof attendanceDocument>[0] = {
  from: day('2025-01-01'),
  until: day('2026-02-28'),
  meetings: monthly.slice(0, 3),
  persons,
  leftOut: 0,
  people,
  group,
  day: day('2026-12-08'),
};
const text = (changes: Partial<typeof sources> = {}) =>
  wordsOf(attendanceDocument({ ...sources, ...changes }));

describe('the attendance register', () => {
  it('marks each person at each meeting, counts them, and says whether there was a quorum', () => {
    const words = text();
    expect(words).toContain('Name | 20 Jan 2025 | 20 Feb 2025 | 20 Mar 2025 | P | A | – | ');
    expect(words).toContain('Prof Simone Lemaire | P | P | P | 3 | 0 | 0 | ');
    expect(words).toContain('Наталья Щербакова | A | A | A | 0 | 3 | 0 | ');
    expect(words).toContain('Ελένη Παπαδοπούλου | – | – | – | 0 | 0 | 3 | ');
    expect(words).toContain('Present | 11 | 11 | 11 | ');
    expect(words).toContain('Needed for a quorum | 5 | 12 |  | ');
    expect(words).toContain('Quorate | yes | no |  | ');
    expect(words).toContain('P: present. A: apologies. –: absent.');
  });

  it('has guests apart, and leaves empty where nobody was expected', () => {
    const joined = samplePerson(40, 'Newly Elected', {
      terms: [{ post: 'committee-member', from: day('2025-02-01'), until: null }],
    });
    const words = text({
      people: new Map(people).set(joined.id, joined),
      persons: [...persons, joined.id],
    });
    expect(words).toContain('Newly Elected |  | – | – | 0 | 0 | 2 | ');
    expect(words).toMatch(/Others \| \nGuest Speaker \| P/);
  });

  it('has no more than twelve meetings in a table, and then counts them all', () => {
    const tree = attendanceDocument({ ...sources, meetings: monthly });
    const tables = tree.blocks.filter((block) => block.type === 'table');
    expect(tables.map(({ columns }) => columns.length)).toEqual([16, 6, 4]);
    expect(wordsOf(tree)).toContain('All 14 meetings\n');
    expect(wordsOf(tree)).toContain('Prof Simone Lemaire | 14 | 0 | 0 | ');
  });

  it('says how many are left out, and that nobody met', () => {
    expect(text({ leftOut: 2 })).toContain('2 people are left out: restricted.');
    expect(text({ meetings: [] })).toContain('There was no meeting in this period.');
    expect(attendanceDocument(sources).fileName).toBe('attendance-2026-02-28');
  });
});

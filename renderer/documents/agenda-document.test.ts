import { describe, expect, it } from 'vitest';
import { agreedActions } from '../domain/action-list.ts';
import { makeId } from '../domain/ids.ts';
import { agendaDocument } from './agenda-document.ts';
import { day, meeting, minutes, minutesSources } from './testing/sample-records.ts';
import { headingLevels, wordsOf } from './testing/words.ts';

const next = {
  ...meeting,
  id: makeId('meeting', new Uint8Array(16).fill(90)),
  date: day('2027-02-22'),
  attendance: meeting.attendance.map((one) => ({ ...one, mark: 'absent' as const })),
};
const sources: Parameters<typeof agendaDocument>[0] = {
  meeting: next,
  minutes: null,
  before: minutes,
  open: agreedActions([minutes]),
  next: day('2027-05-24'),
  people: minutesSources.people,
  group: minutesSources.group,
  day: day('2027-02-15'),
};
const text = (changes: Partial<typeof sources> = {}) =>
  wordsOf(agendaDocument({ ...sources, ...changes }));

describe('an agenda', () => {
  it('says when and where, who chairs, and what is taken in which order', () => {
    const words = text();
    expect(words).toContain('Date and time | Mon 22 Feb 2027, 18:30 (Europe/London)\n');
    expect(words).toContain('Place | Chartered Quality Institute, London, and online\n');
    expect(words).toContain('Chair | Prof Simone Lemaire\n');
    expect(words).toMatch(/1 Apologies for absence\n2 Minutes of the previous meeting\n/);
    expect(words).toMatch(/4 Any other business\n5 Date of the next meeting\nMon 24 May 2027\./);
  });

  it('brings the minutes before to be approved, and what they left open with owner and date', () => {
    expect(text()).toContain('Minutes of Mon 23 Nov 2026: approved on 7 Dec 2026. |');
    const draft = { ...minutes, approved: null };
    expect(text({ before: draft })).toContain('2026: to be approved, or corrected. |');
    expect(text()).toContain(
      'Write to the venue about item 0 | Prof Simone Lemaire | 11 Dec 2026 66 days late | 23 Nov 2026',
    );
    expect(text()).not.toContain('Book the room');
    expect(text({ before: null, open: [] })).toMatch(
      /2 Minutes of the previous meeting\nNo minutes of an earlier meeting are kept\. \|\s+3 Matters arising\nNone on record\. \|\s+4 Any other/,
    );
  });

  it('follows the draft of its minutes, without a word of what was said', () => {
    const words = text({ minutes });
    expect(words).toMatch(/1 Welcome and apologies\n2 Minutes of the meeting on 24 Aug 2026\n/);
    expect(words).toContain('16 Any other business\n');
    expect(words).not.toContain('The Treasurer reported');
    expect(words).toContain('Date of the next meeting\nMon 22 Feb 2027.');
  });

  it('names who has sent apologies already', () => {
    expect(text({ meeting: { ...meeting, date: next.date } })).toContain(
      'From Mrs Bartholomea Featherstonehaugh-Cholmondeley, Наталья Щербакова. |',
    );
  });

  it('goes where minutes may go and no longer than the oldest that it tells of (RETAIN-MINUTES)', () => {
    const foot = 'Members of the steering committee only. Keep until 23 Nov 2027, then';
    expect(agendaDocument(sources).foot).toContain(foot);
    expect(text()).toContain('Keep until | 23 Nov 2027, the last day');
    expect(text({ before: null, open: [] })).toContain('Keep until | 22 Feb 2028');
  });

  it('has headings in their order, a dull name, and no empty field', () => {
    const tree = agendaDocument({ ...sources, meeting: { ...next, place: '', chair: null } });
    expect(headingLevels(tree)).toEqual([1, 2, 2, 2, 2, 2]);
    expect(tree.fileName).toBe('agenda-2027-02-22');
    expect(wordsOf(tree)).not.toMatch(/Place|Chair \|/);
  });
});

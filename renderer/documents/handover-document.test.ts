import { describe, expect, it } from 'vitest';
import { type HandoverSources, handoverDocument } from './handover-document.ts';
import { day, minutesSources } from './testing/sample-records.ts';
import { headingLevels, wordsOf } from './testing/words.ts';

const sources: HandoverSources = {
  kinds: [
    { kind: 'person', count: 1_204 },
    { kind: 'minutes', count: 6 },
  ],
  duties: [
    { what: 'Answer the request', kind: 'request', due: day('2026-12-01'), lines: 2 },
    { what: 'Minutes to approve', kind: 'minutes', due: null, lines: 1 },
  ],
  backups: [
    { name: 'שלום <b>', here: true, last: day('2026-12-07') },
    { name: 'Old stick', here: false, last: null },
  ],
  shares: { set: 3, threshold: 2, count: 3, holders: ['Prof نادر بن عبد السلام', '', 'Kit'] },
  posts: [
    { post: 'chair', holders: [{ name: 'Prof Simone Lemaire', from: day('2024-01-01') }] },
    { post: 'treasurer', holders: [] },
  ],
  cards: [{ name: 'Kit Sample', post: 'treasurer', checkedOn: day('2026-03-01') }],
  group: minutesSources.group,
  day: day('2026-12-08'),
};
const text = (changes: Partial<HandoverSources> = {}) =>
  wordsOf(handoverDocument({ ...sources, ...changes }));

describe('the handover list', () => {
  it('says what is kept by kind and count, and what is owed by when', () => {
    expect(text()).toContain('People | 1,204 | ');
    expect(text()).toContain('Answer the request | Request | 2 | 1 Dec 2026 overdue | ');
    expect(text()).toContain('Minutes to approve | Set of minutes | 1 | No date | ');
    expect(text({ duties: [] })).toContain('Nothing is owed.');
  });

  it('says where the backups are and how old, and which papers change hands', () => {
    expect(text()).toContain('In reach | שלום &lt;b&gt;: last on 7 Dec 2026\n');
    expect(text()).toContain('Not in reach | Old stick: no good backup is known\n');
    expect(text()).toContain('Recovery shares, set 3: any 2 of 3 open the vault\n');
    expect(text()).toContain('1 | Prof نادر بن عبد السلام |  | \n2 | Not written down |  | ');
    expect(text({ shares: null })).not.toMatch(/recovery shares/i);
    expect(text({ backups: [] })).toContain('There is no backup.');
  });

  it('says who holds which post and whose cards are trusted, and is signed by both', () => {
    expect(text()).toContain('Chair | Prof Simone Lemaire, since 1 Jan 2024\n');
    expect(text()).toContain('Treasurer | Vacant\n');
    expect(text()).toContain('Kit Sample | Treasurer | 1 Mar 2026 | ');
    expect(text({ cards: [] })).toContain('None is trusted yet.');
    expect(text()).toContain('Signature of the next Secretary | ');
  });

  it('has its headings in order and a dull name', () => {
    const tree = handoverDocument(sources);
    expect(headingLevels(tree)).toEqual([1, 2, 2, 2, 2, 2, 2, 2]);
    expect(tree.fileName).toBe('handover-2026-12-08');
  });
});

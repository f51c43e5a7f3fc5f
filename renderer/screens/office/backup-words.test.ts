import { expect, it } from 'vitest';
import { plainDate } from '../../domain/dates.ts';
import type { PlaceView } from '../../stores/backups.ts';
import { isOverdue, placeInWords } from './backup-words.ts';

const day = plainDate.parse('2026-11-23');
const place = (changes: Partial<PlaceView>): PlaceView => ({
  id: 'a',
  name: 'Red stick',
  here: true,
  absentSince: null,
  failure: null,
  good: null,
  ...changes,
});
const good = (days: number, since = 1) => ({ name: '', day, days, since });

it('says how old the last backup is, and where the disk is', () => {
  for (const [changes, words] of [
    [{}, 'No backup was made there yet.'],
    [{ good: good(0) }, 'Last backup today.'],
    [{ good: good(1) }, 'Last backup yesterday.'],
    [{ good: good(12) }, 'Last backup 12 days ago.'],
    [
      { good: good(-3) },
      'Last backup dated 23 Nov 2026, which is still to come: the clock was moved.',
    ],
    [
      { good: good(3), here: false, absentSince: day },
      'Last backup 3 days ago. Not there since 23 Nov 2026.',
    ],
  ] as const)
    expect(placeInWords(place(changes))).toBe(words);
});

it('is overdue after seven days with changes, and at once when one could not be made', () => {
  expect(isOverdue(place({}))).toBe(false);
  expect(isOverdue(place({ good: good(6) }))).toBe(false);
  expect(isOverdue(place({ good: good(7) }))).toBe(true);
  expect(isOverdue(place({ good: good(70, 0) }))).toBe(false);
  const failed = place({ good: good(0), failure: { code: 'backup/disk-full' } });
  expect(isOverdue(failed)).toBe(true);
  expect(placeInWords(failed)).toContain('no room');
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BackupName, backupName, keptBackups, readBackupName } from './backup-plan.ts';
import { type PlainDate, plainDate, plusDays } from './dates.ts';

const START = plainDate.parse('2026-01-01');
const on = (day: PlainDate, sequence: number): BackupName => ({ vault: '0123abcd', day, sequence });
const daily = (count: number) =>
  Array.from({ length: count }, (_, at) => on(plusDays(START, at), at + 1));
const backups = fc.uniqueArray(
  fc.record({
    vault: fc.constant('0123abcd'),
    // Any day: the clock goes as it likes.
    day: fc.integer({ min: 0, max: 900 }).map((days) => plusDays(START, days)),
    sequence: fc.integer({ min: 0, max: 2 ** 31 }),
  }),
  { selector: ({ sequence }) => sequence, maxLength: 80 },
);

describe('the plan of what is kept', () => {
  it('is seven days, five weeks and twelve months of a backup a day', () => {
    const kept = keptBackups(daily(365)).map(({ day }) => day);
    expect(kept.slice(0, 7)).toEqual(
      Array.from({ length: 7 }, (_, back) => plusDays(START, 364 - back)),
    );
    // Thursday 31 Dec: the Sundays before, then the last days of the months before.
    expect(kept.slice(7)).toEqual([
      '2026-12-20',
      '2026-12-13',
      '2026-12-06',
      '2026-11-30',
      '2026-10-31',
      '2026-09-30',
      '2026-08-31',
      '2026-07-31',
      '2026-06-30',
      '2026-05-31',
      '2026-04-30',
      '2026-03-31',
      '2026-02-28',
      '2026-01-31',
    ]);
  });

  it('keeps the newest of a day', () => {
    const day = [on(START, 3), on(START, 9), on(START, 5)];
    expect(keptBackups(day)).toEqual([on(START, 9)]);
  });

  it('always keeps the newest, never the same day twice for the days, and never more than it says', () => {
    fc.assert(
      fc.property(backups, (all) => {
        const kept = keptBackups(all);
        const [newest] = [...all].sort((a, b) => b.sequence - a.sequence);
        expect(kept[0]).toBe(newest);
        expect(kept.length).toBeLessThanOrEqual(7 + 5 + 12);
        expect(new Set(kept).size).toBe(kept.length);
        expect(kept.every((one) => all.includes(one))).toBe(true);
      }),
    );
  });

  it('comes to rest: what is kept once is kept again', () => {
    fc.assert(
      fc.property(backups, (all) => {
        const kept = keptBackups(all);
        expect(keptBackups(kept)).toEqual(kept);
      }),
    );
  });

  it('keeps a newer backup when an older one goes, whatever the clock said', () => {
    fc.assert(
      fc.property(backups, fc.nat(), (all, seed) => {
        if (all.length === 0) return;
        const gone = all[seed % all.length];
        const kept = keptBackups(all.filter((one) => one !== gone));
        const newer = keptBackups(all).filter(({ sequence }) => sequence > (gone?.sequence ?? 0));
        expect(kept).toEqual(expect.arrayContaining(newer));
      }),
    );
  });
});

describe('the name of a backup', () => {
  it('says vault, day and sequence, and comes back', () => {
    fc.assert(
      fc.property(backups, (all) => {
        for (const one of all) expect(readBackupName(backupName(one))).toEqual(one);
      }),
      { numRuns: 20 },
    );
    expect(backupName(on(START, 42))).toBe('muniment-0123abcd-2026-01-01-0000000042.backup');
  });

  it('is read strictly', () => {
    for (const name of [
      'muniment-0123abcd-2026-02-30-0000000042.backup',
      'muniment-0123ABCD-2026-01-01-0000000042.backup',
      'muniment-0123abcd-2026-01-01-42.backup',
      '../muniment-0123abcd-2026-01-01-0000000042.backup',
      '.muniment-0123abcd-2026-01-01-0000000042.backup.0123456789ab.muniment-part',
    ])
      expect(readBackupName(name)).toBeNull();
  });
});

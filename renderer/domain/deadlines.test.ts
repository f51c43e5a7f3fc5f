import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { holidaysWith } from './calendar.ts';
import { dayOf, minutesLastDay, plainDate, plusDays } from './dates.ts';
import {
  type RequestClock,
  breachClocks,
  complaintDeadlines,
  extensionNotice,
  nextReview,
  requestDeadline,
  requestTarget,
} from './deadlines.ts';
import { isWorkingDay } from './working-days.ts';

const day = (text: string) => plainDate.parse(text);
const HOLIDAYS = new Set(holidaysWith([]).keys());
const TODAY = day('2026-11-24');

function clock(received: string, changes: Partial<RequestClock> = {}): RequestClock {
  return {
    received: day(received),
    identityProven: null,
    authorityProven: null,
    pauses: [],
    isExtended: false,
    ...changes,
  };
}
const answerBy = (asked: RequestClock) => requestDeadline(asked, TODAY, HOLIDAYS);
const pause = (asked: string, answered: string | null) => ({
  asked: day(asked),
  answered: answered === null ? null : day(answered),
});

describe('rights requests', () => {
  test.each([
    ['2026-01-01', '2026-02-02', 'a bank holiday counts; a Sunday is rolled'],
    ['2024-11-25', '2024-12-27', 'Christmas and Boxing Day'],
    ['2027-01-31', '2027-03-01', 'a shorter month, whose last day is a Sunday'],
    ['2028-01-31', '2028-02-29', 'a leap year'],
    ['2026-03-31', '2026-04-30', 'a shorter month'],
    ['2026-11-25', '2026-12-29', 'a holiday, a weekend and a substitute day'],
    ['2026-12-01', '2027-01-04', 'New Year and a weekend'],
    ['2027-02-26', '2027-03-30', 'Good Friday to Easter Monday'],
  ])('received %s is answered by %s: %s (RIGHT-ACCESS)', (received, due) => {
    expect(answerBy(clock(received)).day).toBe(due);
  });

  test('extended, it is three months from the same start (RIGHT-ACCESS)', () => {
    expect(answerBy(clock('2026-11-30', { isExtended: true }))).toEqual({
      day: '2027-03-01',
      working:
        'Received 30 Nov 2026 + 3 months, extended = 28 Feb 2027, a weekend; next working day 1 Mar 2027.',
    });
    const told = extensionNotice(clock('2026-11-30', { isExtended: true }), TODAY, HOLIDAYS);
    expect(told.day).toBe('2026-12-30');
  });

  test('days of waiting for a clarification do not count, and are added before rolling (RIGHT-ACCESS)', () => {
    const asked = clock('2027-03-01', { pauses: [pause('2027-03-04', '2027-03-09')] });
    expect(answerBy(asked)).toEqual({
      day: '2027-04-07',
      working:
        'Received 1 Mar 2027 + 1 month = 1 Apr 2027 + 6 days waiting for an answer = 7 Apr 2027.',
    });
    expect(requestTarget(asked, TODAY, HOLIDAYS).day).toBe('2027-04-04');
  });

  test('the clock starts when identity or authority is proven, if that is later', () => {
    const proven = clock('2026-03-01', { identityProven: day('2026-03-31') });
    expect(answerBy(proven)).toEqual({
      day: '2026-04-30',
      working: 'Identity proven 31 Mar 2026 + 1 month = 30 Apr 2026.',
    });
    expect(answerBy({ ...proven, authorityProven: day('2026-02-01') }).day).toBe('2026-04-30');
    expect(answerBy({ ...proven, authorityProven: day('2026-04-01') }).day).toBe('2026-05-01');
    expect(requestTarget(proven, TODAY, HOLIDAYS).day).toBe('2026-04-28');
  });

  test('a question without an answer stands until today; one asked too late brings nothing back', () => {
    const waiting = clock('2026-11-02', { pauses: [pause('2026-11-20', null)] });
    expect(answerBy(waiting).day).toBe('2026-12-07');
    const late = clock('2026-06-01', { pauses: [pause('2026-07-02', '2026-07-10')] });
    expect(answerBy(late).day).toBe('2026-07-01');
  });

  test('two clarifications at once are counted once', () => {
    const both = [pause('2027-03-04', '2027-03-09'), pause('2027-03-05', '2027-03-10')];
    expect(answerBy(clock('2027-03-01', { pauses: both })).day).toBe('2027-04-08');
  });

  const someDay = fc.integer({ min: 0, max: 2_400 }).map((n) => plusDays(day('2024-01-01'), n));
  const somePause = fc
    .tuple(someDay, fc.integer({ min: 0, max: 40 }))
    .map(([asked, days]) => ({ asked, answered: plusDays(asked, days) }));
  const someClock = fc.record({
    received: someDay,
    identityProven: fc.option(someDay),
    authorityProven: fc.option(someDay),
    pauses: fc.array(somePause, { maxLength: 4 }),
    isExtended: fc.boolean(),
  });
  const RUNS = { numRuns: 200 };

  test('are never due before they start, nor on a day without work', () => {
    fc.assert(
      fc.property(someClock, (asked) => {
        const due = answerBy(asked).day;
        expect(due > asked.received).toBe(true);
        expect(due > (asked.identityProven ?? '') && due > (asked.authorityProven ?? '')).toBe(
          true,
        );
        expect(isWorkingDay(due, HOLIDAYS)).toBe(true);
      }),
      RUNS,
    );
  });

  test('pausing never shortens the time, nor does extending', () => {
    fc.assert(
      fc.property(someClock, somePause, (asked, more) => {
        const due = answerBy(asked).day;
        expect(answerBy({ ...asked, pauses: [...asked.pauses, more] }).day >= due).toBe(true);
        const extended = answerBy({ ...asked, isExtended: true }).day;
        expect(extended >= answerBy({ ...asked, isExtended: false }).day).toBe(true);
      }),
      RUNS,
    );
  });
});

describe('complaints', () => {
  test.each([
    ['2026-11-23', '2026-12-23', '2026-12-22', '2026-12-23'],
    ['2026-11-25', '2026-12-29', '2026-12-24', '2026-12-25'],
  ])(
    'received %s: acknowledged by %s, warned of on %s, answered by %s (COMPLAINT)',
    (received, acknowledge, warn, respond) => {
      const due = complaintDeadlines(day(received), HOLIDAYS);
      expect([due.acknowledge.day, due.warn.day, due.respond.day]).toEqual([
        acknowledge,
        warn,
        respond,
      ]);
    },
  );

  test('say how their days were worked out', () => {
    const { acknowledge, respond } = complaintDeadlines(day('2026-11-25'), HOLIDAYS);
    expect(acknowledge.working).toBe(
      'Received 25 Nov 2026 + 30 days = 25 Dec 2026, a bank holiday; next working day 29 Dec 2026.',
    );
    expect(respond.working).toBe('Received 25 Nov 2026 + 1 month = 25 Dec 2026, as promised.');
  });
});

describe('breaches', () => {
  const ZONE = 'Europe/London';
  test.each([
    ['2027-03-26T17:30Z', '29 Mar 2027, 18:30', 'the clocks go forward'],
    ['2026-10-23T08:00Z', '26 Oct 2026, 08:00', 'the clocks go back'],
    ['2026-12-24T16:00Z', '27 Dec 2026, 16:00', 'over Christmas'],
  ])('known at %s, reported by %s: %s (BREACH)', (aware, by) => {
    const { law } = breachClocks(Date.parse(aware), null, ZONE);
    expect(law.working).toMatch(new RegExp(`\\+ 72 hours = ${by}\\.$`));
  });

  test('the earlier of the law’s clock and the policy’s is worked to (BREACH)', () => {
    const aware = Date.parse('2026-11-20T18:00Z');
    const occurred = Date.parse('2026-11-20T09:00Z');
    const { law, policy, earlier } = breachClocks(aware, occurred, ZONE);
    expect(earlier).toBe(policy);
    expect(law.at - earlier.at).toBe(9 * 3_600_000);
    expect(breachClocks(aware, null, ZONE).policy).toBeNull();
  });

  test('it is 72 elapsed hours whatever the clocks do', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000_000 }), (aware) => {
        const { law } = breachClocks(aware, null, ZONE);
        expect(law.at - aware).toBe(72 * 3_600_000);
        expect(dayOf(law.at, ZONE) > dayOf(aware, ZONE)).toBe(true);
      }),
    );
  });
});

describe('keeping and reviewing', () => {
  test.each([
    ['2024-02-29', '2025-02-28'],
    ['2026-11-23', '2027-11-23'],
  ])(
    'minutes of %s, and a review done on it, come round on %s (RETAIN-MINUTES, REVIEW)',
    (on, last) => {
      expect(minutesLastDay(day(on))).toBe(last);
      expect(nextReview(day(on)).day).toBe(last);
    },
  );
});

/** Minutes at their last day, over a real vault in memory (RETAIN-MINUTES; dates.md, Retention). */
import fc from 'fast-check';
import { beforeAll, expect, it, vi } from 'vitest';
import { type PlainDate, minutesLastDay, plusDays } from '../../domain/dates.ts';
import { makeId } from '../../domain/ids.ts';
import type { RecordOf } from '../../domain/kinds.ts';
import { clearDesk } from '../desk/desk.ts';
import { readAside } from '../desk/word-reader.ts';
import { eraseAtUnlock, erasedBefore } from '../desk/retaining.ts';
import { type Disk, copyOf, placesOn } from '../test-kit.ts';
import { unlockVault } from '../vault.ts';
import {
  type MadeVault,
  day,
  deskOver,
  hostInMemory,
  makeVault,
  meeting,
  minutesOf,
  person,
  valueOf,
} from './test-kit.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let made: MadeVault;
beforeAll(async () => {
  made = await makeVault('Jo Example', 'GB');
});

/** Unlocks as the door does, on a day; answers the desk and what went. */
async function unlockOn(disk: Disk, today: string) {
  const host = hostInMemory();
  const places = placesOn(disk, host.port);
  const opened = valueOf(await unlockVault(places, { recoveryKey: made.recoveryKey }));
  const context = {
    host: places.host,
    now: Date.parse(`${today}T12:00:00Z`),
    desk: clearDesk(),
    progress: () => {},
    cancelled: () => false,
    readWord: readAside,
  };
  const session = valueOf(await eraseAtUnlock(opened, context, (own) => unlockVault(places, own)));
  valueOf(await session.commit([], 'unlocked', context.now));
  return { ...deskOver(session, places.host, today), erased: await erasedBefore(session) };
}

/** Puts minutes into the vault as they were written then, whatever the day is now. */
async function written(session: Awaited<ReturnType<typeof unlockOn>>['session'], on: PlainDate) {
  const of = meeting(on);
  const minutes = minutesOf(of);
  const added = [of, minutes].map((after) => ({ id: after.id, before: null, after }));
  valueOf(await session.commit(added, 'added', Date.parse(`${on}T12:00:00Z`)));
  return { of, minutes };
}

it('keeps no minutes beyond their last day by the first unlock after it, and none less long (RETAIN-MINUTES)', async () => {
  const steps = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 4 });
  const dates = fc.array(fc.integer({ min: 0, max: 420 }), { minLength: 1, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(dates, steps, async (ages, days) => {
      const disk = copyOf(made.disk);
      let today = day('2026-01-01');
      let at = await unlockOn(disk, today);
      const kept: RecordOf<'minutes'>[] = [];
      for (const age of ages) kept.push((await written(at.session, plusDays(today, -age))).minutes);
      for (const step of days) {
        valueOf(await at.session.close());
        today = plusDays(today, step);
        at = await unlockOn(disk, today);
        for (const { id, meetingDate } of kept)
          expect(at.record(id) !== undefined).toBe(today <= minutesLastDay(meetingDate));
      }
      await at.session.close();
    }),
    { numRuns: 8 },
  );
});

it('erases at the unlock with a certificate without content, and keeps the meeting (RETAIN-MINUTES, ERASE)', async () => {
  const disk = copyOf(made.disk);
  const first = await unlockOn(disk, '2026-01-20');
  const { of, minutes } = await written(first.session, day('2025-01-31'));
  await first.session.close();
  const onTheDay = await unlockOn(disk, '2026-01-31');
  expect(onTheDay.erased).toEqual([]);
  expect(onTheDay.record(minutes.id)).toEqual(minutes);
  await onTheDay.session.close();

  const after = await unlockOn(disk, '2026-02-01');
  expect(after.erased).toEqual(['2025-01-31']);
  expect(after.record(minutes.id)).toBeUndefined();
  expect(after.record(of.id)).toEqual(of);
  expect(after.actions().slice(-2)).toEqual(['erased', 'unlocked']);
  const [certificate] = after.session.state.all('erasure');
  expect(certificate).toMatchObject({
    reason: 'retention',
    erased: [{ kind: 'minutes', id: minutes.id }],
  });
  expect(after.session.epochOf('steering')).toBe(2);
  valueOf(await after.session.verifyTrail());
});

it('hides at once what reaches its last day in an open vault, and erases it at the next unlock, not before', async () => {
  const disk = copyOf(made.disk);
  const at = await unlockOn(disk, '2026-01-31');
  const { minutes } = await written(at.session, day('2025-01-31'));
  at.isOn('2026-02-01');
  expect(await at.ask('open', { id: minutes.id })).toMatchObject({
    error: { code: 'minutes/expired' },
  });
  expect(at.record(minutes.id)).toEqual(minutes);
  expect(valueOf(await at.ask('today', {})).lines).toMatchObject([
    { what: 'Minutes past their last day' },
  ]);
});

it('warns thirty days before the last day, and again seven days before (RETAIN-MINUTES)', async () => {
  const at = await unlockOn(copyOf(made.disk), '2026-01-01');
  const { minutes } = await written(at.session, day('2025-03-03'));
  await at.session.commit(
    [
      {
        id: minutes.id,
        before: minutes,
        after: {
          ...minutes,
          approved: { by: person('Jo').id, on: day('2025-04-01'), recordedAt: 0 },
        },
      },
    ],
    'approved',
    0,
  );
  const warned = async (today: string) => {
    at.isOn(today);
    return valueOf(await at.ask('today', {})).lines.map(({ what }) => what);
  };
  expect(await warned('2026-01-31')).toEqual([]);
  expect(await warned('2026-02-01')).toEqual(['Minutes reach their last day']);
  expect(await warned('2026-02-23')).toEqual(['Minutes reach their last day']);
  expect(await warned('2026-02-24')).toEqual(['Last week of minutes']);
  expect(await warned('2026-03-03')).toEqual(['Last week of minutes']);
});

it('keeps what a legal hold names, says so, and erases it once the hold is over (RETAIN-MINUTES)', async () => {
  const disk = copyOf(made.disk);
  const at = await unlockOn(disk, '2026-01-20');
  const { minutes } = await written(at.session, day('2025-01-25'));
  const hold: RecordOf<'hold'> = {
    kind: 'hold',
    id: makeId('hold', crypto.getRandomValues(new Uint8Array(16))),
    purpose: 'steering',
    why: 'legal-duty',
    reason: 'A court has asked for it.',
    records: [minutes.id],
    from: day('2026-01-20'),
    until: day('2026-02-15'),
  };
  await at.keep(hold);
  await at.session.close();
  const held = await unlockOn(disk, '2026-02-01');
  expect(held.erased).toEqual([]);
  expect(held.record(minutes.id)).toEqual(minutes);
  expect(valueOf(await held.ask('today', {})).lines).toContainEqual(
    expect.objectContaining({
      what: 'Kept beyond its last day',
      id: hold.id,
      working: 'Last day 25 Jan 2026, hidden since. Held by: A court has asked for it.',
    }),
  );
  await held.session.close();
  expect((await unlockOn(disk, '2026-02-16')).record(minutes.id)).toBeUndefined();
});

it('goes by the last entry when the clock was set back, and says so', async () => {
  const disk = copyOf(made.disk);
  const at = await unlockOn(disk, '2026-01-20');
  const { minutes } = await written(at.session, day('2025-01-20'));
  at.isOn('2026-01-25');
  await at.keep(meeting('2026-01-25'));
  await at.session.close();
  const back = await unlockOn(disk, '2026-01-10');
  expect(back.record(minutes.id)).toBeUndefined();
  expect(valueOf(await back.ask('today', {})).clock).toEqual({
    stands: 'behind',
    today: '2026-01-10',
    last: '2026-01-25',
    waiting: 0,
  });
});

it('erases nothing on a clock that stepped far forward before a person has confirmed it', async () => {
  const disk = copyOf(made.disk);
  const at = await unlockOn(disk, '2026-01-20');
  const { minutes } = await written(at.session, day('2025-02-01'));
  await at.keep(meeting('2026-01-20'));
  await at.session.close();
  for (let round = 0; round < 2; round += 1) {
    const far = await unlockOn(disk, '2026-05-03');
    expect(far.erased).toEqual([]);
    expect(valueOf(await far.ask('today', {})).clock).toEqual({
      stands: 'ahead',
      today: '2026-05-03',
      last: '2026-01-20',
      waiting: 1,
    });
    expect(await far.ask('open', { id: minutes.id })).toMatchObject({
      error: { code: 'minutes/expired' },
    });
    if (round === 1) valueOf(await far.ask('clock.confirm', {}));
    await far.session.close();
  }
  const confirmed = await unlockOn(disk, '2026-05-03');
  expect(confirmed.erased).toEqual(['2025-02-01']);
  expect(valueOf(await confirmed.ask('today', {})).clock).toBeNull();
});

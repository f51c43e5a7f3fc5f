import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Failure, type Result, fail, ok } from '../domain/errors.ts';
import type { TrailEntry } from '../domain/trail.ts';
import type { Session } from './session.ts';
import { startUpkeep } from './upkeep.ts';

const FIVE_MINUTES = 5 * 60_000;
const HOUR = 60 * 60_000;
const none = () => {};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const damaged = fail('vault/store-damaged', { what: 'trail', sequence: 2 });

/** Counts what a session is asked for: what it then does is tested with the real one, in vault.test.ts. */
function counted(
  floorAnswers: () => Result<null> = () => ok(null),
  trail: readonly Pick<TrailEntry, 'action' | 'at'>[] = [],
) {
  const asked = { floors: 0, folds: 0, sweeps: 0, checks: 0, revision: 1 };
  const session: Pick<Session, 'writeFloor' | 'foldWhenDue' | 'verifyTrail'> & {
    state: { revision: number; trail(): typeof trail };
    blobs: Pick<Session['blobs'], 'sweep'>;
  } = {
    state: {
      get revision() {
        return asked.revision;
      },
      trail: () => trail,
    },
    writeFloor: async () => {
      asked.floors += 1;
      return floorAnswers();
    },
    foldWhenDue: async () => {
      asked.folds += 1;
      return ok(false);
    },
    verifyTrail: async () => {
      asked.checks += 1;
      return damaged;
    },
    blobs: {
      sweep: async () => {
        asked.sweeps += 1;
        return 0;
      },
    },
  };
  // Upkeep uses these of a session only.
  return { asked, session: session as unknown as Session };
}

test('the floor is written every five minutes while something has changed, and not otherwise', async () => {
  const { asked, session } = counted();
  startUpkeep({ session, undo: [], redo: [], trailDamage: null }, none);
  await vi.advanceTimersByTimeAsync(FIVE_MINUTES - 1);
  expect(asked.floors).toBe(0);
  await vi.advanceTimersByTimeAsync(1);
  expect(asked.floors).toBe(1);
  await vi.advanceTimersByTimeAsync(3 * FIVE_MINUTES);
  expect(asked.floors).toBe(1);
  asked.revision += 1;
  await vi.advanceTimersByTimeAsync(FIVE_MINUTES);
  expect(asked.floors).toBe(2);
});

test('a floor that could not be written is tried again', async () => {
  const { asked, session } = counted(() => fail('file/disk-full'));
  startUpkeep({ session, undo: [], redo: [], trailDamage: null }, none);
  await vi.advanceTimersByTimeAsync(2 * FIVE_MINUTES);
  expect(asked.floors).toBe(2);
});

test('a locked vault is left alone', async () => {
  const { asked, session } = counted();
  const desk: { session: Session | null; undo: []; redo: []; trailDamage: null } = {
    session,
    undo: [],
    redo: [],
    trailDamage: null,
  };
  const rest = startUpkeep(desk, none);
  rest(0);
  desk.session = null;
  await vi.advanceTimersByTimeAsync(FIVE_MINUTES);
  expect(asked).toMatchObject({ floors: 0, folds: 0 });
});

test('folding waits until nothing is asked for a moment', async () => {
  const { asked, session } = counted();
  const rest = startUpkeep({ session, undo: [], redo: [], trailDamage: null }, none);
  for (let request = 0; request < 5; request += 1) {
    rest(request);
    await vi.advanceTimersByTimeAsync(200);
  }
  expect(asked.folds).toBe(0);
  await vi.advanceTimersByTimeAsync(100);
  expect(asked.folds).toBe(1);
});

test('files that nothing names are swept once after an unlock', async () => {
  const { asked, session } = counted();
  const desk: { session: Session | null; undo: []; redo: []; trailDamage: null } = {
    session,
    undo: [],
    redo: [],
    trailDamage: null,
  };
  const rest = startUpkeep(desk, none);
  for (let request = 0; request < 3; request += 1) {
    rest(request);
    await vi.advanceTimersByTimeAsync(300);
  }
  expect(asked.sweeps).toBe(1);
  desk.session = { ...session };
  rest(4);
  await vi.advanceTimersByTimeAsync(300);
  expect(asked.sweeps).toBe(2);
});

test('nothing is swept for a month after a restore: the right backup may come after the wrong one', async () => {
  for (const [daysAgo, sweeps] of [
    [0, 0],
    [30, 0],
    [32, 1],
  ] as const) {
    const now = 40 * 24 * HOUR;
    const { asked, session } = counted(undefined, [
      { action: 'restored', at: now - daysAgo * 24 * HOUR },
      { action: 'unlocked', at: now },
    ]);
    startUpkeep({ session, undo: [], redo: [], trailDamage: null }, none)(now);
    await vi.advanceTimersByTimeAsync(300);
    expect([daysAgo, asked.sweeps]).toEqual([daysAgo, sweeps]);
  }
});

test('the full trail is checked once after an unlock, and what is found is kept for Today', async () => {
  const { asked, session } = counted();
  const desk: { session: Session; undo: []; redo: []; trailDamage: Failure | null } = {
    session,
    undo: [],
    redo: [],
    trailDamage: null,
  };
  const rest = startUpkeep(desk, none);
  for (let request = 0; request < 3; request += 1) {
    rest(request);
    await vi.advanceTimersByTimeAsync(300);
  }
  expect(asked.checks).toBe(1);
  expect(desk.trailDamage).toEqual({
    code: 'vault/store-damaged',
    detail: { what: 'trail', sequence: 2 },
  });
});

test('the places of backups are looked at when the vault rests after opening, then hourly, whichever way the clock goes', async () => {
  const { session } = counted();
  const looked: number[] = [];
  const rest = startUpkeep({ session, undo: [], redo: [], trailDamage: null }, (now) =>
    looked.push(now),
  );
  for (const now of [5 * HOUR, 5 * HOUR + 1, 6 * HOUR, 2 * HOUR]) {
    rest(now);
    await vi.advanceTimersByTimeAsync(300);
  }
  expect(looked).toEqual([5 * HOUR, 6 * HOUR, 2 * HOUR]);
});

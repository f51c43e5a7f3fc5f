import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openGuesses, type Clocks } from './guesses.ts';

let folder = '';
let path = '';
/** A machine's clocks, moved by hand; a restart sets the steady one to nought. */
const time = { wall: 0, steady: 0 };
const clocks: Clocks = { wall: () => time.wall, steady: () => time.steady };
const pass = (ms: number): void => {
  time.wall += ms;
  time.steady += ms;
};
const restart = () => {
  time.steady = 0;
  return openGuesses(path, clocks);
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'muniment-guesses-'));
  path = join(folder, 'guesses.json');
  time.wall = 1_800_000_000_000;
  time.steady = 5_000;
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('wrong guesses', () => {
  it('are free four times, and then cost more each time', async () => {
    const guesses = await openGuesses(path, clocks);
    const waits: number[] = [];
    for (let count = 0; count < 11; count += 1) waits.push(await guesses.tried(true));
    expect(waits).toEqual([0, 0, 0, 0, 5_000, 15_000, 60_000, 300_000, 900_000, 900_000, 900_000]);
  });

  it('wait no longer once the time has passed, or after a right one', async () => {
    const guesses = await openGuesses(path, clocks);
    for (let count = 0; count < 5; count += 1) await guesses.tried(true);
    pass(4_000);
    expect(guesses.wait()).toBe(1_000);
    pass(1_000);
    expect(guesses.wait()).toBe(0);
    expect(await guesses.tried(true)).toBe(15_000);
    expect(await guesses.tried(false)).toBe(0);
    expect(await guesses.tried(true)).toBe(0);
  });

  it('go on waiting after a restart', async () => {
    const before = await openGuesses(path, clocks);
    for (let count = 0; count < 7; count += 1) await before.tried(true);
    pass(20_000);
    const after = await restart();
    expect(after.wait()).toBe(40_000);
    expect(await after.tried(true)).toBe(300_000);
  });

  it('wait no less when the clock is set back, nor when that is repeated', async () => {
    const before = await openGuesses(path, clocks);
    for (let count = 0; count < 7; count += 1) await before.tried(true);
    time.wall -= 86_400_000;
    expect(before.wait()).toBe(60_000);
    expect((await restart()).wait()).toBe(60_000);
    pass(10_000);
    expect((await restart()).wait()).toBe(50_000);
    time.wall -= 1;
    expect((await restart()).wait()).toBe(50_001);
  });

  it('wait no less in the same run when the clock is set forward', async () => {
    const guesses = await openGuesses(path, clocks);
    for (let count = 0; count < 7; count += 1) await guesses.tried(true);
    time.wall += 86_400_000;
    expect(guesses.wait()).toBe(60_000);
  });

  it('are not forgiven by a damaged file', async () => {
    writeFileSync(path, '{"wrong":');
    expect((await restart()).wait()).toBe(5_000);
  });

  it('leave no time on disk after a right one', async () => {
    const guesses = await openGuesses(path, clocks);
    await guesses.tried(true);
    await guesses.tried(false);
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ wrong: 0 });
  });
});

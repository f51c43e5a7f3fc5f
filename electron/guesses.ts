/**
 * Wrong guesses at the passphrase, in a file of their own so that a guess never rewrites the key file. It slows the
 * screen, not a thief, who has Argon2id to get past. After a restart the wait goes on; a clock that was set back starts
 * it anew. A clock set forward shortens it: this computer's clock is the only one there is.
 */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { writeFileAtomically } from './atomic-file.ts';

/** Milliseconds to wait after the nth wrong guess: the first four are free, from the ninth it stays. */
const WAITS = [0, 0, 0, 0, 5_000, 15_000, 60_000, 300_000, 900_000];

const stored = z.object({ wrong: z.number().int().min(0), at: z.number() });

/** Milliseconds: `wall` since 1970 UTC, `steady` since any moment, never set back. */
export interface Clocks {
  wall(): number;
  steady(): number;
}

export interface Guesses {
  /** Milliseconds until the next try is taken; 0 when it is now. */
  wait(): number;
  /** Notes a guess durably (a disk that refuses does not make it free) and answers the wait in milliseconds. */
  tried(wrong: boolean): Promise<number>;
}

/** Opens the count in `path`; a missing file is no guess, a damaged one counts as the first that waits. */
export async function openGuesses(path: string, clocks: Clocks): Promise<Guesses> {
  let { wrong, at } = await load(path, clocks.wall());
  const now = clocks.wall();
  const full = waitAfter(wrong);
  let until = clocks.steady() + (now < at ? full : Math.max(0, at + full - now));
  const save = async (): Promise<void> => {
    await writeFileAtomically(path, Buffer.from(JSON.stringify({ wrong, at })));
  };
  if (now < at) {
    at = now;
    await save();
  }

  const wait = (): number => Math.max(0, Math.ceil(until - clocks.steady()));
  return {
    wait,
    async tried(wasWrong) {
      if (!wasWrong && wrong === 0) return 0;
      wrong = wasWrong ? wrong + 1 : 0;
      at = clocks.wall();
      until = clocks.steady() + waitAfter(wrong);
      await save();
      return wait();
    },
  };
}

function waitAfter(wrong: number): number {
  return wrong === 0 ? 0 : (WAITS[Math.min(wrong, WAITS.length) - 1] ?? 0);
}

async function load(path: string, now: number): Promise<z.output<typeof stored>> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    return { wrong: 0, at: now };
  }
  try {
    return stored.parse(JSON.parse(text));
  } catch {
    return { wrong: 5, at: now };
  }
}

/**
 * Locking: the page is told to seal its drafts, and then its process ends, and the worker and every key with it: ready or
 * not after two seconds, or after twenty while it says that it is still at it or a backup is being written. What starts
 * in its place knows only the route to come back to.
 */
import { powerMonitor } from 'electron';
import type { EventOf } from './contract.ts';
import type { Page } from './page.ts';

type Why = EventOf<'lockSoon'>['why'];

const GRACE_MS = 2_000;
/** The longest that it is put off: a vault that is busy, a large backup on a slow disk. What is not done then is left off. */
const LONGEST_GRACE_MS = 20_000;
const BACKUP_CHECK_MS = 250;
const IDLE_CHECK_MS = 5_000;

export interface Lock {
  /** Asks the page to seal its drafts, and ends it. Does nothing while no vault is open. */
  soon(why: Why): void;
  /** The page has something left to seal, behind what the vault is busy with: its time starts anew. */
  hold(): void;
  /** Ends the page now, and its process. Resolves when a fresh one has loaded. */
  now(): Promise<void>;
  /** Whether the window may close; while a vault is open it may not: the page seals its drafts first, then it closes. */
  mayClose(): boolean;
  setUnlocked(unlocked: boolean): void;
}

/**
 * Watches for idleness, suspend and the screen's own lock.
 * `changed` hears of every opening and locking; `close` ends the window, and with it the program; `backingUp`: whether
 * a backup is being written.
 */
export function openLock(
  page: Page,
  idleMinutes: () => number,
  {
    changed,
    close,
    backingUp,
  }: { changed: (unlocked: boolean) => void; close: () => void; backingUp: () => boolean },
): Lock {
  let unlocked = false;
  let closing = false;
  let grace: NodeJS.Timeout | undefined;
  /** When it ends whatever is under way, by `performance.now`. */
  let latest = 0;

  const setUnlocked = (value: boolean): void => {
    if (unlocked === value) return;
    unlocked = value;
    changed(value);
  };
  const now = async (): Promise<void> => {
    clearTimeout(grace);
    grace = undefined;
    setUnlocked(false);
    if (closing) close();
    else await page.restart();
  };
  const soon = (why: Why): void => {
    if (!unlocked) return;
    const longest = why === 'suspend' ? GRACE_MS : LONGEST_GRACE_MS;
    if (grace) {
      // A suspend does not wait, nor what was under way before it: keys shall not sleep in memory.
      if (why === 'suspend') endAfter(GRACE_MS, longest);
      return;
    }
    page.send('lockSoon', { why });
    endAfter(GRACE_MS, longest);
  };
  const hold = (): void => {
    if (grace) endAfter(GRACE_MS);
  };
  /** `longest`: from now on nothing puts it off for longer. */
  const endAfter = (ms: number, longest?: number): void => {
    if (longest !== undefined) latest = performance.now() + longest;
    clearTimeout(grace);
    grace = setTimeout(end, Math.max(0, Math.min(ms, latest - performance.now())));
  };
  const end = (): void => {
    if (backingUp() && performance.now() < latest) endAfter(BACKUP_CHECK_MS);
    else void now();
  };

  powerMonitor.on('suspend', () => soon('suspend'));
  powerMonitor.on('lock-screen', () => soon('screen'));
  setInterval(() => {
    if (unlocked && powerMonitor.getSystemIdleTime() >= idleMinutes() * 60) soon('idle');
  }, IDLE_CHECK_MS).unref();

  return {
    soon,
    hold,
    now,
    mayClose() {
      if (!unlocked) return true;
      closing = true;
      soon('quit');
      return false;
    },
    setUnlocked,
  };
}

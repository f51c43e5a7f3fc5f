/** From the first start to the lock: which state the vault is in, and the steps between. */
import { create } from 'zustand';
import { dayOf, type PlainDate } from '../domain/dates.ts';
import { type ErrorCode, type Failure, type Result, ok } from '../domain/errors.ts';
import { vault } from '../vault/client.ts';
import type { Opened, Replies, VaultAsk } from '../vault/protocol.ts';

export type Strength = Extract<Replies['strength'], { ok: true }>['value'];

export type Session =
  | { at: 'starting' }
  | { at: 'none' }
  | { at: 'recovery-sheet'; groupName: string; recoveryKey: readonly string[]; ask: number }
  | { at: 'locked'; vaultName: string }
  | { at: 'store-missing'; vaultName: string }
  | { at: 'header-damaged' }
  | { at: 'failed'; failure: Failure }
  | { at: 'open'; opened: Opened; today: PlainDate; isNew: boolean }
  /** Everything is saved and nothing is shown any more; a backup may still be written. */
  | { at: 'locking' };

interface Holder {
  session: Session;
}

export const useSession = create<Holder>(() => ({ session: { at: 'starting' } }));

const become = (session: Session) => useSession.setState({ session });

/** The open vault's group, owner and day, for screens that exist only then. Throws elsewhere. */
export function useOpened(): Extract<Session, { at: 'open' }> {
  const { session } = useSession();
  if (session.at !== 'open') throw new Error('This screen needs an open vault.');
  return session;
}

/** Whether a vault is open at this moment. */
export function isVaultOpen(): boolean {
  return useSession.getState().session.at === 'open';
}

/** Asks in which state the vault is; the first thing after the port has come. */
export async function startSession(): Promise<void> {
  const reply = await vault().ask('status', {});
  if (!reply.ok) return become({ at: 'failed', failure: reply.error });
  const { state, ...rest } = { vaultName: '', ...reply.value };
  return become({ at: state, ...rest });
}

/** Makes the vault; nothing is final before a group of the recovery sheet is typed back. */
export async function createVault(ask: VaultAsk<'create'>): Promise<Result<null>> {
  const reply = await vault().ask('create', ask);
  if (!reply.ok) return reply;
  become({ at: 'recovery-sheet', groupName: ask.groupName, ...reply.value });
  return ok(null);
}

/** The last step of set-up. */
export async function finishCreate(group: number, typed: string): Promise<Result<null>> {
  const reply = await vault().ask('create.finish', { group, typed });
  if (!reply.ok) return reply;
  await enter(reply.value, true);
  return ok(null);
}

/** How strong a passphrase is; nothing is kept of it. */
export async function strengthOf(passphrase: string, hints: string[]): Promise<Strength | null> {
  const reply = await vault().ask('strength', { passphrase, hints });
  return reply.ok ? reply.value : null;
}

/** Milliseconds to wait before the next try; survives a restart. */
export function unlockWait(): Promise<number> {
  return window.host.ask('unlockWait', null);
}

/** What a thief would be told who tries one secret after another. */
const GUESSES: readonly ErrorCode[] = [
  'vault/passphrase-wrong',
  'vault/recovery-wrong',
  'recovery/shares-wrong',
];

/** Tries to unlock; `readOnly` opens also what is damaged, to be looked at. On a wrong guess also answers the wait before the next, in milliseconds. */
export async function unlock(
  way: VaultAsk<'unlock'>['with'],
  readOnly = false,
): Promise<{ ok: true } | { ok: false; error: Failure; waitMs: number }> {
  const waitMs = await unlockWait();
  if (waitMs > 0) return { ok: false, error: { code: 'vault/wait' }, waitMs };
  const reply = await vault().ask('unlock', { with: way, readOnly });
  if (reply.ok) {
    await window.host.ask('unlockTried', { wrong: false });
    await enter(reply.value, false);
    return { ok: true };
  }
  const guessed = GUESSES.includes(reply.error.code);
  const next = guessed ? await window.host.ask('unlockTried', { wrong: true }) : 0;
  return { ok: false, error: reply.error, waitMs: next };
}

/** The vault's keys were renewed, and with them its owner's card, or its owner. */
export function nowOpened(opened: Opened): void {
  const { session } = useSession.getState();
  if (session.at === 'open') become({ ...session, opened });
}

/** The last step of restoring: the opened backup takes the place of what is here, and is open then. */
export async function finishRestore(word: string): Promise<Result<null>> {
  const reply = await vault().ask('restore.finish', { word });
  if (!reply.ok) return reply;
  await enter(reply.value, false);
  return ok(null);
}

/** Takes everything off the screen, before a lock that has to wait for a backup. */
export function coverScreen(): void {
  become({ at: 'locking' });
}

/** Locks: the vault seals what is left, then the host ends this page and comes back at `route`. */
export async function lockVault(route: string): Promise<void> {
  try {
    await vault().ask('lock', {});
  } finally {
    // Whatever becomes of the floor, the page and its keys go.
    await window.host.ask('lockNow', { route });
  }
}

/** Moves the page's day on, when the program was left open past midnight. */
export async function refreshToday(): Promise<void> {
  const { session } = useSession.getState();
  if (session.at !== 'open') return;
  const now = await window.host.ask('clock', null);
  const today = dayOf(now, session.opened.group.timeZone);
  if (today !== session.today) become({ ...session, today });
}

async function enter(opened: Opened, isNew: boolean): Promise<void> {
  const now = await window.host.ask('clock', null);
  await window.host.ask('setUnlocked', { unlocked: true });
  become({ at: 'open', opened, today: dayOf(now, opened.group.timeZone), isNew });
}

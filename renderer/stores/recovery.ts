/** The ways into the open vault: what they are, and how they are changed. Secrets pass through and are not kept. */
import { create } from 'zustand';
import { type Result, fail, ok } from '../domain/errors.ts';
import { vault } from '../vault/client.ts';
import type { MadeShares, Opened, VaultAsk, Ways } from '../vault/protocol.ts';

export type { MadeShares, Ways } from '../vault/protocol.ts';

/** What proves that whoever asks may change the ways in. */
export type Present = VaultAsk<'passphrase.change'>['present'];
export type ShareSet = VaultAsk<'shares.make'>['shares'];
/** A sheet that is shown, and which of its groups will be asked for (from 0). */
export interface NewSheet {
  recoveryKey: readonly string[];
  ask: number;
}

export const useWays = create<{ ways: Ways | null }>(() => ({ ways: null }));

/** Fetches the ways into the vault. */
export async function loadWays(): Promise<void> {
  const reply = await vault().ask('ways', {});
  if (reply.ok) useWays.setState({ ways: reply.value });
}

/** A routine change: copies of before still open with the passphrase before. */
export function changePassphrase(present: Present, passphrase: string): Promise<Result<null>> {
  return proved(() => vault().ask('passphrase.change', { present, passphrase }));
}

/** Whether a recovery sheet opens this vault; changes nothing. */
export function testRecoverySheet(typed: string): Promise<Result<null>> {
  return proved(() => vault().ask('recovery.test', { typed }));
}

/** Makes new keys, which are not in force before `finishRenewal`. */
export function beginRenewal(asked: VaultAsk<'renewal.begin'>): Promise<Result<NewSheet>> {
  return proved(() => vault().ask('renewal.begin', asked));
}

/** Puts the new keys in force with a group of their sheet, typed back. */
export async function finishRenewal(
  group: number,
  typed: string,
): Promise<Result<{ opened: Opened; made: MadeShares | null }>> {
  const reply = await vault().ask('renewal.finish', { group, typed });
  await loadWays();
  return reply;
}

/** Forgets new keys that were not put in force. */
export async function dropRenewal(): Promise<void> {
  await vault().ask('renewal.drop', {});
}

/** Makes the first set of recovery shares. */
export async function makeShares(present: Present, shares: ShareSet): Promise<Result<MadeShares>> {
  const reply = await proved(() => vault().ask('shares.make', { present, shares }));
  await loadWays();
  return reply.ok ? ok(reply.value.made) : reply;
}

/** Prints a share that is handed out. null: done. */
export async function printShare(index: number): Promise<Result<string | null>> {
  const made = await vault().ask('share.document', { index, for: 'print' });
  return made.ok ? print(made.value.job) : made;
}

/** Writes a share that is handed out as a PDF; answers the file's name, null when the person thought better of it. */
export function saveSharePdf(index: number): Promise<Result<string | null>> {
  return savePdf(`recovery-share-${index}`, () =>
    vault().ask('share.document', { index, for: 'pdf' }),
  );
}

/** Writes a share that is handed out as a small file, which the locked door takes. */
export async function saveShareFile(index: number): Promise<Result<string | null>> {
  const suggestedName = `recovery-share-${index}.share`;
  const place = await window.host.ask('chooseSave', { kind: 'share', suggestedName });
  if (!place.ok || place.value === null) return place.ok ? ok(null) : place;
  const { handle, name } = place.value;
  const written = await vault().ask('share.write', { index, to: handle });
  return written.ok ? ok(name) : written;
}

/** Forgets the shares that were handed out. */
export async function putSharesAway(): Promise<void> {
  await vault().ask('shares.putAway', {});
}

/** Prints the recovery sheet that is shown. */
export async function printSheet(): Promise<Result<string | null>> {
  const made = await vault().ask('recovery.sheet', { for: 'print' });
  return made.ok ? print(made.value.job) : made;
}

/** Writes the recovery sheet that is shown as a PDF, where the person says. */
export function saveSheetPdf(): Promise<Result<string | null>> {
  return savePdf('recovery-sheet', () => vault().ask('recovery.sheet', { for: 'pdf' }));
}

/** Asks in the time that wrong guesses leave, and counts another. */
async function proved<T>(ask: () => Promise<Result<T>>): Promise<Result<T>> {
  if ((await window.host.ask('unlockWait', null)) > 0) return fail('vault/wait');
  const reply = await ask();
  const code = reply.ok ? null : reply.error.code;
  const wrong = code === 'vault/passphrase-wrong' || code === 'vault/recovery-wrong';
  if (reply.ok || wrong) await window.host.ask('unlockTried', { wrong });
  return reply;
}

async function print(job: string): Promise<Result<null>> {
  const printed = await window.host.ask('printJob', { job });
  if (!printed.ok) await vault().ask('document.unfinished', { job });
  await window.host.ask('dropJob', { job });
  return printed;
}

async function savePdf(
  name: string,
  make: () => Promise<Result<{ job: string }>>,
): Promise<Result<string | null>> {
  const place = await window.host.ask('chooseSave', { kind: 'pdf', suggestedName: `${name}.pdf` });
  if (!place.ok || place.value === null) return place.ok ? ok(null) : place;
  const made = await make();
  if (!made.ok) return made;
  const { job } = made.value;
  const written = await window.host.ask('pdfJob', { job, to: place.value.handle });
  if (!written.ok) await vault().ask('document.unfinished', { job });
  await window.host.ask('dropJob', { job });
  return written.ok ? ok(place.value.name) : written;
}

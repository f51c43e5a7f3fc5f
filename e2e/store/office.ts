/** A vault to do hard things to: made and opened past the screen, in the real program. */
import { randomBytes } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import { plainDate } from '../../renderer/domain/dates.ts';
import type { Result } from '../../renderer/domain/errors.ts';
import { makeId } from '../../renderer/domain/ids.ts';
import type { AnyRecord } from '../../renderer/domain/kinds.ts';
import type { Meeting } from '../../renderer/domain/meeting.ts';
import { blankPerson, type Person } from '../../renderer/domain/person.ts';
import { answerOpenDialog, launchMuniment, type Muniment, type Profile } from '../launch.ts';
import { asOnSlowMachine } from '../slow-machine.ts';
import { askVault } from '../vault-wire.ts';
import type { HostBridge } from '../../electron/contract.ts';

declare const host: HostBridge;

export const PASSPHRASE = 'otter marzipan gable umbrella 47';
export const GROUP = 'Steering Group of Nowhere';
const SEEN = { timeout: 8_000, intervals: [20] };

/** The value of a success; a failure fails the test with its code. */
export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused with ${result.error.code}`);
  return result.value;
}

/** The code of a failure; 'done' for a success. */
export function codeOf(result: Result<unknown>): string {
  return result.ok ? 'done' : result.error.code;
}

/** The page of this moment: a lock brings another. */
export function pageOf({ app }: Muniment): Page {
  const page = app.windows().at(-1);
  if (!page) throw new Error('there is no window');
  return page;
}

/** Waits until a page shows a door or a room and its worker is seen: it has its port then. */
export async function ready(page: Page): Promise<Page> {
  await page.locator('h1').first().waitFor();
  await expect.poll(() => page.workers().length, SEEN).toBe(1);
  return page;
}

/** Starts the program and waits until its vault can be asked. */
export async function start(profile?: Profile): Promise<Muniment> {
  const program = await launchMuniment(profile ? { profile } : {});
  await ready(program.page);
  return program;
}

/** Makes a vault, past the screen. Answers the groups of its recovery key. */
export async function makeVault(page: Page): Promise<string[]> {
  const asked = {
    groupName: GROUP,
    owner: { name: 'Ottoline Ferncastle', post: 'secretary', country: 'GB' },
    passphrase: PASSPHRASE,
  } as const;
  const { recoveryKey, ask } = must(
    await asOnSlowMachine(page, () => askVault(page, 'create', asked)),
  );
  must(await askVault(page, 'create.finish', { group: ask, typed: recoveryKey[ask] ?? '' }));
  return recoveryKey;
}

export function unlock(page: Page, passphrase = PASSPHRASE) {
  return askVault(page, 'unlock', { with: { slot: 'passphrase', passphrase } });
}

/** Locks past the screen: the vault lets go of its store, the page's process ends. Answers the fresh page. */
export async function lock(program: Muniment, route = ''): Promise<Page> {
  await askVault(pageOf(program), 'lock', {});
  return restartPage(program, route);
}

/** Presses Ctrl+L, as a person does. Answers the fresh page. */
export async function lockByKey(program: Muniment): Promise<Page> {
  const fresh = program.app.waitForEvent('window');
  // The page may have ended before it could answer.
  await pageOf(program)
    .keyboard.press('Control+l')
    .catch(() => null);
  return ready(await fresh);
}

/** Ends the page's process as a lock does, without telling the vault. */
export async function restartPage(program: Muniment, route = ''): Promise<Page> {
  const old = pageOf(program);
  const fresh = program.app.waitForEvent('window');
  // The page may have ended before it could answer.
  await old.evaluate((to) => void host.ask('lockNow', { route: to }), route).catch(() => null);
  return ready(await fresh);
}

/** A meeting that is like no other. */
export function newMeeting(title: string): Meeting {
  return {
    kind: 'meeting',
    id: makeId('meeting', randomBytes(16)),
    purpose: 'steering',
    title,
    date: plainDate.parse('2026-03-14'),
    time: '18:30',
    place: `Room ${randomBytes(6).toString('hex')}`,
    chair: null,
    quorum: 3,
    attendance: [],
  };
}

export function newPerson(full: string, some: Partial<Person> = {}): Person {
  const blank = blankPerson('direct');
  const name = { ...blank.name, full };
  return { ...blank, id: makeId('person', randomBytes(16)), name, ...some };
}

export const save = (page: Page, record: AnyRecord) =>
  askVault(page, 'save', { record, base: null });

/** How many commits the vault has, after checking every one of them. */
export async function verified(page: Page): Promise<number> {
  return must(await askVault(page, 'verify', {})).commits;
}

/** Chooses a file in the open dialog and has it read; nothing is stored yet. */
export async function readImport(program: Muniment, path: string) {
  await answerOpenDialog(program.app, [path]);
  const page = pageOf(program);
  const chosen = must(await page.evaluate(() => host.ask('chooseFile', { kind: 'import' })));
  if (chosen === null) throw new Error('the dialog was cancelled');
  const { handle, size } = chosen;
  return askVault(page, 'import.read', { from: { handle, size }, route: 'direct' });
}

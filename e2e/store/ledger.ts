/**
 * What the runner knows of a vault, whatever becomes of the program: what was sent, and what the vault has answered that it
 * has kept. After a kill the open vault is held against it.
 */
import { cpSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { ERASE_WORD } from '../../renderer/domain/erasure.ts';
import type { ImportId } from '../../renderer/domain/ids.ts';
import type { Meeting } from '../../renderer/domain/meeting.ts';
import type { Person } from '../../renderer/domain/person.ts';
import { type Muniment, outPath } from '../launch.ts';
import { askVault, askVaultAll } from '../vault-wire.ts';
import { BIG_LIST } from './big-list.ts';
import { must, newMeeting, newPerson, save, unlock } from './office.ts';
import { rawStore } from './raw-store.ts';

const AT_ONCE = 4;
const DRAFT_EVERY = 5;

interface Import {
  /** The first word of each name in the list. */
  readonly mark: string;
  /** What was acknowledged of it last; `open`: nothing was. */
  state: 'open' | 'there' | 'undone';
  /** It was asked for, and the answer has not come. */
  isAsked: boolean;
  id: ImportId | null;
}

export interface Ledger {
  /** Sent, answered or not. */
  readonly sent: Map<string, Meeting | Person>;
  readonly acknowledged: Set<string>;
  revision: number;
  readonly imports: Import[];
  /** By key: the values that may be there, the acknowledged one first; null: none. */
  readonly drafts: Map<string, (string | null)[]>;
  /** Records that were to be erased for good, and whether it was acknowledged. */
  readonly erasures: Map<string, boolean>;
}

export const emptyLedger = (): Ledger => ({
  sent: new Map(),
  acknowledged: new Set(),
  revision: 0,
  imports: [],
  drafts: new Map(),
  erasures: new Map(),
});

/** A list that is about to be brought in. */
export const newImport = (mark: string): Import => ({
  mark,
  state: 'open',
  isAsked: false,
  id: null,
});

/** Saves until the program is gone, a few at once; answers how many changes were acknowledged. */
export async function burst(page: Page, ledger: Ledger, isOver: () => boolean): Promise<number> {
  let count = 0;
  const one = async (lane: number): Promise<void> => {
    while (!isOver()) {
      const number = ledger.sent.size;
      const record = number % 3 === 0 ? newPerson(`Person ${number}`) : newMeeting(`No. ${number}`);
      ledger.sent.set(record.id, record);
      let reply;
      try {
        reply = await save(page, record);
        if (number % DRAFT_EVERY === 0) await keepDraft(page, ledger, `lane/${lane}`, record.id);
      } catch {
        // Killed in the middle: this one was not acknowledged.
        return;
      }
      ledger.revision = Math.max(ledger.revision, must(reply).revision);
      ledger.acknowledged.add(record.id);
      count += 1;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, (_, lane) => one(lane)));
  return count;
}

async function keepDraft(page: Page, ledger: Ledger, key: string, value: string): Promise<void> {
  const may = ledger.drafts.get(key) ?? [null];
  ledger.drafts.set(key, [...may, value]);
  must(await askVault(page, 'draft.put', { key, value }));
  ledger.drafts.set(key, [value]);
}

/** Confirms the import that was read; the kill may come first. */
export async function applyImport(page: Page, entry: Import): Promise<void> {
  entry.isAsked = true;
  const reply = await answerOf(askVault(page, 'import.apply', {}));
  if (reply === null) return;
  const { created, import: id } = must(reply);
  expect(created).toBe(BIG_LIST);
  Object.assign(entry, { state: 'there', isAsked: false, id });
}

/** Takes an import back; the kill may come first. */
export async function undoImport(page: Page, entry: Import): Promise<void> {
  entry.isAsked = true;
  if (entry.id === null) throw new Error('it was not brought in');
  const reply = await answerOf(askVault(page, 'import.undo', { id: entry.id }));
  if (reply === null) return;
  must(reply);
  Object.assign(entry, { state: 'undone', isAsked: false });
}

/** Erases a record that was acknowledged, for good; the kill may come first. Nothing else may be asked meanwhile. */
export async function eraseOne(page: Page, ledger: Ledger): Promise<void> {
  const [id] = ledger.acknowledged;
  if (id === undefined) return;
  ledger.erasures.set(id, false);
  // The drafts' key has a new epoch as well, and what was sealed before it goes.
  ledger.drafts.clear();
  const asked = { id, reason: 'request', word: ERASE_WORD } as const;
  const reply = await answerOf(askVault(page, 'erase', asked));
  if (reply === null) return;
  must(reply);
  ledger.erasures.set(id, true);
}

/** null: the program was gone before it answered. */
async function answerOf<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch {
    return null;
  }
}

/** Unlocks after a kill. When that is refused, what is left of the profile is kept in lost-profile, to find out why. */
export async function openAfterKill({ page, profile }: Muniment): Promise<void> {
  const reply = await unlock(page);
  if (!reply.ok)
    cpSync(profile.userData, outPath('lost-profile/data'), {
      recursive: true,
      filter: (path) => !/Singleton|\.sock/.test(path),
    });
  must(reply);
}

/** What was acknowledged and is not there as it was; and checks all else that the open vault holds. */
export async function missing(page: Page, ledger: Ledger): Promise<string[]> {
  const lost = await settleErasures(page, ledger);
  const meetings = [...ledger.sent.values()].filter(({ kind }) => kind === 'meeting');
  const asks = meetings.map(({ id }) => ({ id }));
  const opened = await askVaultAll(page, 'open', asks);
  for (const [at, { id }] of meetings.entries())
    if (!opened[at]?.ok && ledger.acknowledged.has(id)) lost.push(id);
  // Also what was not acknowledged is there whole or not at all. Looked at in one go: each `expect` takes its time.
  const whole = opened.flatMap((reply) => (reply.ok ? [reply.value.record] : []));
  expect(whole).toEqual(meetings.filter((_, at) => opened[at]?.ok));
  const names = await peopleOf(page);
  for (const record of ledger.sent.values()) {
    if (record.kind !== 'person') continue;
    const there = names.get(record.id) === record.name.full;
    if (!there && ledger.acknowledged.has(record.id)) lost.push(record.id);
  }
  for (const entry of ledger.imports) {
    const { mark, state, isAsked } = entry;
    const count = [...names.values()].filter((name) => name.startsWith(`${mark} `)).length;
    expect(count === 0 || count === BIG_LIST, 'an import is whole or not at all').toBe(true);
    const isThere = count > 0;
    if (!isAsked && isThere !== (state === 'there')) lost.push(mark);
    // What was asked and not answered is known now.
    const known = isThere ? 'there' : state === 'open' ? 'open' : 'undone';
    Object.assign(entry, { state: known, isAsked: false });
  }
  for (const [key, may] of ledger.drafts) {
    const kept = must(await askVault(page, 'draft.get', { key }));
    if (!may.includes(kept)) lost.push(key);
  }
  return lost;
}

/** What was erased stays so; of what was asked and not answered it is known now. Answers what came back. */
async function settleErasures(page: Page, ledger: Ledger): Promise<string[]> {
  const back: string[] = [];
  for (const [id, isAcknowledged] of ledger.erasures) {
    const isThere = (await askVault(page, 'open', { id })).ok;
    if (isThere && isAcknowledged) back.push(id);
    if (isThere && !isAcknowledged) ledger.erasures.delete(id);
    if (isThere) continue;
    ledger.erasures.set(id, true);
    ledger.acknowledged.delete(id);
    ledger.sent.delete(id);
  }
  return back;
}

async function peopleOf(page: Page): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (let offset = 0; ; offset += 500) {
    const { rows, total } = must(
      await askVault(page, 'query', {
        list: 'people',
        text: '',
        filter: 'all',
        sort: { by: 'name', descending: false },
        offset,
        limit: 500,
      }),
    );
    for (const row of rows) if ('name' in row) names.set(row.id, row.name);
    if (offset + 500 >= total) return names;
  }
}

/** Every commit since the last fold is in the store, one after the other. Answers how often it was folded. */
export async function withoutGap(page: Page): Promise<number> {
  const { commits, folds } = await rawStore(page);
  const [first = 0] = commits;
  expect(commits).toEqual(commits.map((_, at) => first + at));
  return folds;
}

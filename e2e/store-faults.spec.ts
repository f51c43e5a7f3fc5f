/**
 * Faults in the real IndexedDB, put into the vault's worker: a request that is refused for want of room, a transaction that
 * is aborted half way. Each call in turn, in every way, is renderer/vault/faults/ over a disk in memory; a full disk is
 * disk.spec.ts, a sync that fails durability.spec.ts, and a killed worker kill.spec.ts.
 */
import { expect, test } from '@playwright/test';
import type { VaultAsk } from '../renderer/vault/protocol.ts';
import type { Muniment } from './launch.ts';
import { BIG_LIST, writeBigList } from './store/big-list.ts';
import { chance } from './store/chance.ts';
import {
  codeOf,
  makeVault,
  must,
  newMeeting,
  newPerson,
  pageOf,
  readImport,
} from './store/office.ts';
import { restartPage, save, start, unlock, verified } from './store/office.ts';
import { rawStore } from './store/raw-store.ts';
import { askVault } from './vault-wire.ts';

type Table = 'pages' | 'commits' | 'drafts';
type Way = 'refused' | 'aborted';

let program: Muniment;
const kept = newMeeting('Kept through all of it');
test.beforeAll(async () => {
  test.setTimeout(120_000);
  program = await start();
  await makeVault(program.page);
  must(await save(program.page, kept));
});
test.afterAll(() => program.close());

/** From now on this worker's writes to a table fail. @param from which of them is the first to fail */
async function breakTable(table: Table, way: Way, from = 1): Promise<void> {
  await pageOf(program)
    .workers()[0]
    ?.evaluate(
      ({ name, how, first }) => {
        let count = 0;
        for (const method of ['add', 'put', 'delete'] as const) {
          const real = IDBObjectStore.prototype[method];
          Object.assign(IDBObjectStore.prototype, {
            [method](this: IDBObjectStore, ...given: unknown[]) {
              if (this.name === name) count += 1;
              const fails = this.name === name && count >= first;
              if (fails && how === 'refused')
                throw new DOMException('no room', 'QuotaExceededError');
              const request: IDBRequest = Reflect.apply(real, this, given);
              // Before it can be committed; what was asked before it in the same transaction is taken back with it.
              if (fails) request.transaction?.abort();
              return request;
            },
          });
        }
      },
      { name: table, how: way, first: from },
    );
}

/** A fresh page and worker, in which nothing is broken; what was acknowledged is there. */
async function openAgain(...records: { id: string }[]): Promise<void> {
  const page = await restartPage(program);
  must(await unlock(page));
  for (const record of [kept, ...records])
    expect(must(await askVault(page, 'open', { id: record.id })).record).toEqual(record);
  await verified(page);
}

for (const way of ['refused', 'aborted'] as const)
  test(`a change is not acknowledged when its row is ${way}, and is not there`, async () => {
    const before = newMeeting(`Before it was ${way}`);
    must(await save(pageOf(program), before));
    const { print } = await rawStore(pageOf(program));
    await breakTable('commits', way);
    const lost = newMeeting(`The one that was ${way}`);
    expect(codeOf(await save(pageOf(program), lost))).toBe('vault/read-only');
    expect(codeOf(await save(pageOf(program), newMeeting('After it')))).toBe('vault/read-only');
    expect((await rawStore(pageOf(program))).print).toBe(print);
    await openAgain(before);
    expect(codeOf(await askVault(pageOf(program), 'open', { id: lost.id }))).toBe('record/gone');
  });

test('copies of a print are in the trail all or none: when the second is refused, none is (AUDIT)', async () => {
  const [one, other] = [newPerson('First Holder'), newPerson('Second Holder')];
  for (const holder of [one, other]) must(await save(pageOf(program), holder));
  await breakTable('commits', 'refused', 2);
  const name = { what: 'contacts', filter: 'all', text: '' } as const;
  const copies = [one.id, other.id];
  const printed = await askVault(pageOf(program), 'document', { name, for: 'print', copies });
  expect(codeOf(printed)).toBe('vault/read-only');
  await openAgain(one, other);
  const prints = {
    list: 'trail',
    filter: 'printed:::',
    sort: { by: 'at', descending: true },
  } as const;
  expect(await counted(prints)).toBe(0);
});

test('a draft that is not kept is said so, and what was kept before it stays', async () => {
  const put = (value: string) => askVault(pageOf(program), 'draft.put', { key: 'here', value });
  must(await put('first'));
  await breakTable('drafts', 'aborted');
  expect(codeOf(await put('second'))).toBe('vault/read-only');
  must(await save(pageOf(program), newMeeting('Records are not drafts')));
  await openAgain();
  expect(must(await askVault(pageOf(program), 'draft.get', { key: 'here' }))).toBe('first');
});

function peopleCounted(): Promise<number> {
  return counted({ list: 'people', filter: 'all', sort: { by: 'name', descending: false } });
}

async function counted(
  asked: Pick<VaultAsk<'query'>, 'list' | 'filter' | 'sort'>,
): Promise<number> {
  const query = { ...asked, text: '', offset: 0, limit: 1 };
  return must(await askVault(pageOf(program), 'query', query)).total;
}

test('a fold that is aborted half way leaves all that it would have folded, and is done later', async () => {
  test.setTimeout(90_000);
  const before = await peopleCounted();
  must(await readImport(program, writeBigList(program.profile, 'Folded', chance(11))));
  const { folds } = await rawStore(pageOf(program));
  // Deleting the commits comes last: the pages were put by then.
  await pageOf(program)
    .workers()[0]
    ?.evaluate(() => {
      const real = IDBObjectStore.prototype.delete;
      IDBObjectStore.prototype.delete = function (this: IDBObjectStore, ...given) {
        const request = real.apply(this, given);
        if (this.name === 'commits')
          request.addEventListener('success', () => request.transaction?.abort());
        return request;
      };
    });
  must(await askVault(pageOf(program), 'import.apply', {}));
  // Until the fold has failed, changes are still taken.
  await expect
    .poll(async () => codeOf(await save(pageOf(program), newMeeting('Meanwhile'))), {
      timeout: 30_000,
      intervals: [500],
    })
    .toBe('vault/read-only');
  expect((await rawStore(pageOf(program))).folds).toBe(folds);
  await openAgain();
  expect(await peopleCounted()).toBe(before + BIG_LIST);
  await expect
    .poll(async () => (await rawStore(pageOf(program))).folds, { timeout: 30_000 })
    .toBe(folds + 1);
  must(await save(pageOf(program), newMeeting('With room again')));
});

/**
 * A kill proves nothing about the power cord: the system keeps what a killed program wrote. So here the kernel is asked
 * what the program asked of it: the log of the store is synced after it was written and before the vault answers.
 * strace holds each sync back for a while; an answer that waits for the sync comes that much later.
 */
import { expect, test, type Page } from '@playwright/test';
import type { Muniment } from './launch.ts';
import { codeOf, lock, makeVault, must, newMeeting, pageOf, save, start } from './store/office.ts';
import { unlock, verified } from './store/office.ts';
import { holderOf } from './store/process-tree.ts';
import { mayTrace, trace, type SystemCall } from './store/system-calls.ts';
import { askVault } from './vault-wire.ts';

test.skip(!mayTrace(), 'This machine does not let one process trace another (ptrace).');

const STORE = 'app_muniment_0.indexeddb.leveldb';
const WRITES = ['write', 'pwrite64', 'writev'];
const SYNCS = ['fsync', 'fdatasync', 'sync_file_range', 'msync'];
const HELD_MS = 400;

let program: Muniment;
test.beforeAll(async () => {
  test.setTimeout(120_000);
  program = await start();
  await makeVault(program.page);
  await openScratch(program.page);
});
test.afterAll(() => program.close());

/** A database of the test's own in the same store, opened by the vault's worker. */
async function openScratch(page: Page): Promise<void> {
  await page.workers()[0]?.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open('scratch', 1);
        request.addEventListener('upgradeneeded', () => request.result.createObjectStore('rows'));
        request.addEventListener('error', () => reject(new Error(request.error?.name)));
        request.addEventListener('success', () => {
          Object.assign(self, { scratch: request.result });
          resolve();
        });
      }),
  );
}

/** Puts a row there; resolves when the database says that it is done. */
async function putScratch(page: Page, durability: IDBTransactionDurability): Promise<void> {
  await page.workers()[0]?.evaluate(
    (how) =>
      new Promise<void>((resolve, reject) => {
        const { scratch } = self as typeof self & { scratch: IDBDatabase };
        const work = scratch.transaction('rows', 'readwrite', { durability: how });
        work.objectStore('rows').put('x'.repeat(5_000), 1);
        work.addEventListener('complete', () => resolve());
        work.addEventListener('abort', () => reject(new Error(work.error?.name)));
      }),
    durability,
  );
}

async function timed<T>(work: Promise<T>): Promise<{ value: T; ms: number }> {
  const started = performance.now();
  const value = await work;
  return { value, ms: performance.now() - started };
}

const ofLog = (calls: readonly SystemCall[], names: readonly string[]): number[] =>
  calls.flatMap(({ name, path }, at) =>
    names.includes(name) && path.includes(STORE) && path.endsWith('.log') ? [at] : [],
  );

test('a change is synced after it is written and before it is acknowledged', async () => {
  test.setTimeout(120_000);
  const held = await trace(
    holderOf(program, STORE),
    [...WRITES, ...SYNCS],
    `${SYNCS.join()}:delay_exit=${HELD_MS * 1_000}`,
  );
  try {
    // The control: a row that need not be durable is written, answered at once, and not synced.
    await putScratch(program.page, 'relaxed');
    await held.since();
    const relaxed = await timed(putScratch(program.page, 'relaxed'));
    const relaxedCalls = await held.since();
    expect(ofLog(relaxedCalls, WRITES).length).toBeGreaterThan(0);
    expect(ofLog(relaxedCalls, SYNCS)).toEqual([]);

    const saved = await timed(save(program.page, newMeeting('Durable')));
    must(saved.value);
    const calls = await held.since();
    const [synced = -1, ...more] = ofLog(calls, SYNCS);
    const written = ofLog(calls, WRITES);
    const bytes = (ats: number[]): number =>
      ats.reduce((sum, at) => sum + (calls[at]?.result ?? 0), 0);
    const before = bytes(written.filter((at) => at < synced));
    const after = bytes(written.filter((at) => at > synced));
    console.log(
      `  relaxed: no sync, ${relaxed.ms.toFixed(0)} ms; saved: ${before} bytes, ` +
        `${calls[synced]?.name} held ${HELD_MS} ms, ${after} bytes, ${saved.ms.toFixed(0)} ms`,
    );
    expect(more).toEqual([]);
    // Envelope and part are padded to 4 KiB each. After the sync IndexedDB tidies its own journal, which holds no row.
    expect(before).toBeGreaterThan(2 * 4_096);
    expect(after).toBeLessThan(256);
    // The sync was held back, and the answer came no earlier than its end.
    expect(saved.ms).toBeGreaterThanOrEqual(HELD_MS);
    expect(relaxed.ms).toBeLessThan(saved.ms);
  } finally {
    await held.stop();
  }
});

test('the key file is synced before it takes its name, and the folder after', async () => {
  const traced = await trace(holderOf(program, STORE), ['fsync', 'fdatasync', '/^rename']);
  try {
    const page = await lock(program);
    const calls = await traced.since();
    const found = (what: (call: SystemCall) => boolean): number => calls.findIndex(what);
    const file = found(({ name, path }) => /sync/.test(name) && /keys-\d+\.muniment\./.test(path));
    const named = found(({ name, text }) => name.startsWith('rename') && /keys-\d+/.test(text));
    const folder = found(({ name, path }) => name === 'fsync' && path.endsWith('/vault'));
    expect(file).toBeGreaterThanOrEqual(0);
    expect(named).toBeGreaterThan(file);
    expect(folder).toBeGreaterThan(named);
    must(await unlock(page));
  } finally {
    await traced.stop();
  }
});

test('a disk that cannot sync makes the vault read-only, and all that was acknowledged is there', async () => {
  test.setTimeout(120_000);
  const before = newMeeting('Before the fault');
  must(await save(pageOf(program), before));
  const failing = await trace(holderOf(program, STORE), SYNCS, 'fdatasync,fsync:error=EIO');
  try {
    const refused = newMeeting('During the fault');
    expect(codeOf(await save(pageOf(program), refused))).toBe('vault/read-only');
    expect(codeOf(await save(pageOf(program), newMeeting('After it')))).toBe('vault/read-only');
    // What is open can still be read.
    const read = must(await askVault(pageOf(program), 'open', { id: before.id }));
    expect(read.record).toEqual(before);
  } finally {
    await failing.stop();
  }
  await program.close();
  program = await start(program.profile);
  must(await unlock(program.page));
  expect(must(await askVault(program.page, 'open', { id: before.id })).record).toEqual(before);
  await verified(program.page);
  must(await save(program.page, newMeeting('Healthy again')));
});

/**
 * The disk that the store lies on is full, in the middle of a write too: the vault turns read-only with its sentence, and
 * nothing that was saved is lost, then or at any start after it.
 */
import { randomBytes } from 'node:crypto';
import { appendFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { ERRORS } from '../renderer/domain/errors.ts';
import type { Meeting } from '../renderer/domain/meeting.ts';
import { newProfile } from './launch.ts';
import {
  codeOf,
  makeVault,
  must,
  newMeeting,
  save,
  start,
  unlock,
  verified,
} from './store/office.ts';
import { mountSmall, unmount } from './store/places.ts';
import { killTree } from './store/process-tree.ts';
import { askVault, askVaultAll } from './vault-wire.ts';
import type { HostBridge } from '../electron/contract.ts';

declare const host: HostBridge;

const NO_DISK = 'This machine does not let the test mount a small disk.';
const SMALL_KIB = 24 * 1024;

async function expectThere(page: Page, saved: readonly Meeting[]): Promise<void> {
  const asks = saved.map(({ id }) => ({ id }));
  const opened = await askVaultAll(page, 'open', asks);
  expect(opened.map((reply) => must(reply).record)).toEqual(saved);
}

test('on a full disk the vault turns read-only before it can hurt, and nothing saved is lost', async () => {
  test.setTimeout(240_000);
  const profile = newProfile();
  test.skip(!mountSmall(profile.userData, SMALL_KIB), NO_DISK);
  const ballast = join(profile.userData, 'ballast');
  let full = await start(profile);
  try {
    await makeVault(full.page);
    const { bavail, bsize } = statfsSync(profile.userData);
    writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - 3 * 1024 * 1024)));
    const saved: Meeting[] = [];
    let code = '';
    while (code === '') {
      const meeting = newMeeting(`On a small disk ${saved.length}`);
      const reply = await save(full.page, meeting);
      if (reply.ok) saved.push(meeting);
      else code = reply.error.code;
      expect(saved.length).toBeLessThan(2_000);
    }
    expect(code).toBe('vault/read-only');
    expect(saved.length).toBeGreaterThan(10);
    await expectThere(full.page, saved);

    // To the last byte; then the program is started anew, and closed again.
    const rest = statfsSync(profile.userData);
    appendFileSync(ballast, Buffer.alloc(rest.bavail * rest.bsize));
    await full.close();
    full = await start(profile);
    const onFull = codeOf(await unlock(full.page));
    console.log(`  ${saved.length} saved; on the full disk the vault says: ${onFull}`);
    expect(['done', 'vault/store-closed']).toContain(onFull);
    if (onFull === 'done') await expectThere(full.page, saved);
    else await expect(full.page.getByText(ERRORS['vault/store-closed'])).toBeVisible();
    await full.close();

    rmSync(ballast);
    full = await start(profile);
    must(await unlock(full.page));
    await expectThere(full.page, saved);
    must(await save(full.page, newMeeting('With room again')));
    await verified(full.page);
  } finally {
    await full.close();
    unmount(profile.userData);
  }
});

test('a write that a full disk cut short hurts nothing, then or at any start after it', async () => {
  test.setTimeout(120_000);
  const profile = newProfile();
  test.skip(!mountSmall(profile.userData, SMALL_KIB), NO_DISK);
  const ballast = join(profile.userData, 'ballast');
  // A larger one would be a file of its own beside the log.
  const noise = () => ({ key: 'minutes', value: randomBytes(25_000).toString('hex') });
  let program = await start(profile);
  try {
    const { page } = program;
    await makeVault(page);
    const kept = newMeeting('Before the disk was full');
    must(await save(page, kept));
    const { bavail, bsize } = statfsSync(profile.userData);
    writeFileSync(ballast, Buffer.alloc(bavail * bsize - 40 * 1024));
    const typed = await askVaultAll(page, 'draft.put', [noise(), noise(), noise()]);
    expect(typed.map(codeOf)).toContain('vault/read-only');
    // There is room again, and the program is asked on and on: the log is not written on behind what was cut short.
    rmSync(ballast);
    for (let times = 0; times < 3; times += 1)
      expect(codeOf(await askVault(page, 'draft.put', noise()))).toBe('vault/read-only');
    expect(codeOf(await save(page, newMeeting('Not yet')))).toBe('vault/read-only');
    await expectThere(page, [kept]);

    await askVault(page, 'lock', {});
    expect(codeOf(await unlock(page))).toBe('vault/store-closed');

    // A lock would open the store again in the same process: the program begins anew instead.
    const relaunched = program.app.evaluate(
      ({ app }) =>
        new Promise<string>((resolve) => {
          app.relaunch = () => {
            app.quit = () => resolve('relaunched');
          };
        }),
    );
    await page.evaluate(() => void host.ask('lockNow', { route: '' })).catch(() => null);
    expect(await relaunched).toBe('relaunched');

    for (const title of ['With room again', 'And again', 'And at last']) {
      await killTree(program);
      await program.close();
      program = await start(profile);
      must(await unlock(program.page));
      await expectThere(program.page, [kept]);
      must(await save(program.page, newMeeting(title)));
    }
    await verified(program.page);
  } finally {
    await program.close();
    unmount(profile.userData);
  }
});

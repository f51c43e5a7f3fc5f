/** Quitting with a vault open: the page is warned and seals its drafts before the program ends. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { HostBridge } from '../electron/contract.ts';
import { launchWalled } from './walls/programs.ts';

declare const host: HostBridge;

test('closing the window warns the page, waits for its answer, and then ends the program', async () => {
  const { app, page, profile, close } = await launchWalled();
  const ended = new Promise((resolve) => app.process().once('exit', resolve));
  await page.evaluate(() => host.ask('setUnlocked', { unlocked: true }));
  const warned = page.evaluate(() => new Promise((resolve) => host.on('lockSoon', resolve)));
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  expect(await warned).toEqual({ why: 'quit' });
  await page.evaluate(() => void host.ask('lockNow', { route: 'meetings' }));
  await ended;
  await close();
  expect(JSON.parse(readFileSync(join(profile.userData, 'host.json'), 'utf8'))).toMatchObject({
    route: 'meetings',
    bounds: { width: 1280, height: 820 },
  });
});

test('a suspend locks, and so does the screen’s own lock', async () => {
  const { app, page, close } = await launchWalled();
  let now = page;
  for (const [event, why] of [
    ['suspend', 'suspend'],
    ['lock-screen', 'screen'],
  ] as const) {
    await now.evaluate(() => host.ask('setUnlocked', { unlocked: true }));
    const warned = now.evaluate(() => new Promise((resolve) => host.on('lockSoon', resolve)));
    await app.evaluate(({ powerMonitor }, name) => powerMonitor.emit(name), event);
    expect(await warned).toEqual({ why });
    const next = app.waitForEvent('window');
    // The page may have ended before it could answer.
    await now.evaluate(() => void host.ask('lockNow', { route: '' })).catch(() => null);
    now = await next;
    await now.waitForURL('app://muniment/');
  }
  await close();
});

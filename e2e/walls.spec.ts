/** The walls of the shell, tried from inside. Each act is first shown to succeed in a program without the wall. */
import { expect, test } from '@playwright/test';
import type { Muniment } from './launch.ts';
import { actsOfBoth, actsOfPage } from './walls/acts.ts';
import { openFar, type Far } from './walls/far-server.ts';
import { launchBare, launchWalled, refusedIn, succeeds, workerOf } from './walls/programs.ts';

/** An outside for each, since what the bare one sends may arrive late. */
let farOfBare: Far;
let far: Far;
let bare: Muniment;
let walled: Muniment;

test.beforeAll(async () => {
  [farOfBare, far] = [await openFar(), await openFar()];
  bare = await launchBare(farOfBare);
  walled = await launchWalled();
});
test.afterAll(async () => {
  await Promise.all([bare.close(), walled.close()]);
  farOfBare.close();
  far.close();
});

test.describe('a page may not try', () => {
  for (const act of [...actsOfBoth, ...actsOfPage]) {
    test(act.name, async () => {
      expect(await succeeds(bare.page, act, farOfBare), 'without walls').toBe(true);
      await refusedIn(walled.page);
      expect(await succeeds(walled.page, act, far)).toBe(false);
      if (act.directive) expect(await refusedIn(walled.page)).toContain(act.directive);
    });
  }
});

test.describe('a worker may not try', () => {
  for (const act of actsOfBoth) {
    test(act.name, async () => {
      const [free, held] = [await workerOf(bare.page), await workerOf(walled.page)];
      expect(await succeeds(free, act, farOfBare), 'without walls').toBe(true);
      await refusedIn(held);
      expect(await succeeds(held, act, far)).toBe(false);
      if (act.directive) expect(await refusedIn(held)).toContain(act.directive);
    });
  }
});

/** A whole session opens no connection: every process of the program is traced at the system's own door. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { HostBridge } from '../electron/contract.ts';
import { BANNER } from '../renderer/domain/banner.ts';
import { createVault, press, room, savePdf } from './at-work.ts';
import { previewImport } from './imports.ts';
import { held, launchMuniment, newProfile, type Muniment } from './launch.ts';
import { stage } from './stage.ts';
import { openFar, type Far } from './walls/far-server.ts';
import { copyBare, walledProgram } from './walls/programs.ts';

declare const host: HostBridge;

/** Only these calls are stopped at: stopping at every one of them made the program four times as slow. */
const CALLS = ['-f', '--seccomp-bpf', '-e', 'trace=connect,sendto,sendmsg,sendmmsg'];
const haveStrace = spawnSync('strace', [...CALLS, '-o', '/dev/null', 'true']).status === 0;
let far: Far;
test.beforeAll(async () => {
  far = await openFar();
});
test.afterAll(() => far.close());

/** Starts a program folder under strace; `outward` answers what any of its processes sent over IP so far. */
async function launchTraced(
  root: string,
  env: Readonly<Record<string, string>> = {},
): Promise<{ program: Muniment; outward: () => string[] }> {
  const profile = newProfile();
  const trace = join(profile.tmp, 'trace');
  const script = join(stage().root, `traced-${Date.now()}`);
  const electron = join(stage().program, 'node_modules/electron/dist/electron');
  writeFileSync(
    script,
    `#!/bin/sh\nexec strace -qq ${CALLS.join(' ')} -o '${trace}' '${electron}' "$@"\n`,
    { mode: 0o755 },
  );
  const program = await launchMuniment({
    profile,
    executable: script,
    args: [...held(), root],
    env,
  });
  const outward = () =>
    readFileSync(trace, 'utf8')
      .split('\n')
      .filter((line) => /sa_family=AF_INET6?\b/.test(line));
  return { program, outward };
}

test('a session makes no connection and sends no datagram (MINIMISE)', async () => {
  test.skip(!haveStrace, 'strace 5.3 or newer is not here, so nothing could be seen.');

  const bare = await launchTraced(copyBare(), { FAR_URL: `${far.http}/` });
  await expect.poll(() => bare.outward().length, 'without walls').toBeGreaterThan(0);
  await bare.program.close();

  const { program, outward } = await launchTraced(walledProgram());
  await program.page.waitForTimeout(3_000);
  await program.page.evaluate(async (banner) => {
    await fetch('http://192.0.2.1/').catch(() => null);
    await host.ask('copyText', { text: banner });
    await host.ask('setUnlocked', { unlocked: true });
  }, BANNER);
  const next = program.app.waitForEvent('window');
  await program.page.evaluate(() => void host.ask('lockNow', { route: '' }));
  await (await next).waitForTimeout(500);
  await program.close();
  expect(outward()).toEqual([]);
});

test('the Secretary’s own session makes none either: a vault, an import, a document, a lock (MINIMISE)', async () => {
  test.skip(!haveStrace, 'strace 5.3 or newer is not here, so nothing could be seen.');
  test.slow();
  const { program, outward } = await launchTraced(stage().program);
  const { app, page } = program;
  await createVault(program, { name: 'Immanuel Jacobs' });
  await room(page, 'People');
  await press(page, 'Import a list');
  await previewImport(program, 'steering-group.csv');
  await press(page, 'Import 60 people');
  await page.getByRole('heading', { name: '60 people added' }).waitFor();
  await room(page, 'People');
  await press(page, 'Contact list');
  await page.frameLocator('iframe').getByText(BANNER).waitFor();
  await savePdf(program, 'host/traced-contacts.pdf');
  await page.keyboard.press('Escape');
  const next = app.waitForEvent('window');
  // The lock ends the page's process, at times before the key is up again.
  await page.keyboard.press('Control+l').catch(() => undefined);
  await (await next).getByLabel('Passphrase', { exact: true }).waitFor({ timeout: 20_000 });
  await program.close();
  expect(outward()).toEqual([]);
});

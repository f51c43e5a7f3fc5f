/** The packaged program: the one for the tests is driven, the release is read back and knocked on. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { expect, test } from '@playwright/test';
import type { HostBridge } from '../electron/contract.ts';
import { startDisplay } from '../electron/setup/display.mjs';
import { launchMuniment, newProfile, sandboxAllowed } from './launch.ts';
import { asProgram, stage } from './stage.ts';

declare const host: HostBridge;

test.skip(process.platform !== 'linux', 'The package is tested on Linux.');
test.setTimeout(240_000);

/** A fuse is one character in the program: '0' or '1'. */
const [OFF, ON] = [48, 49];

let release = '';
let driven = '';
let screen: Awaited<ReturnType<typeof startDisplay>> | undefined;
test.beforeAll(async () => {
  screen = await startDisplay({ open: true });
  const out = join(stage().root, 'package');
  const script = fileURLToPath(new URL('../electron/setup/package.mjs', import.meta.url));
  const made = spawnSync(process.execPath, [script, '--e2e', '--out', out], { encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`${made.stdout}\n${made.stderr}`);
  release = join(out, 'linux-unpacked/muniment');
  driven = join(out, 'e2e-unpacked/muniment');
});

test('the packaged program opens its window and answers', async () => {
  test.skip(
    !sandboxAllowed(),
    'This machine refuses user namespaces, and a package runs with none off.',
  );
  const { page, close } = await launchMuniment({ executable: driven });
  await page.waitForURL('app://muniment/');
  expect(await page.evaluate(() => host.ask('appInfo', null))).toMatchObject({
    packaged: true,
    sandboxed: true,
    refusedRequests: 0,
  });
  await close();
});

test('the release carries one program and every fuse as it should be', async () => {
  expect(readdirSync(join(release, '../resources')).sort()).toEqual(['app.asar']);
  const fuses = await getCurrentFuseWire(release);
  const off = [
    FuseV1Options.RunAsNode,
    FuseV1Options.EnableNodeOptionsEnvironmentVariable,
    FuseV1Options.EnableNodeCliInspectArguments,
    FuseV1Options.GrantFileProtocolExtraPrivileges,
    FuseV1Options.LoadBrowserProcessSpecificV8Snapshot,
  ];
  const on = [
    FuseV1Options.EnableCookieEncryption,
    FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
    FuseV1Options.OnlyLoadAppFromAsar,
  ];
  for (const fuse of off) expect(fuses[fuse], FuseV1Options[fuse]).toBe(OFF);
  for (const fuse of on) expect(fuses[fuse], FuseV1Options[fuse]).toBe(ON);
  const inspect = (await getCurrentFuseWire(driven))[FuseV1Options.EnableNodeCliInspectArguments];
  expect(inspect).toBe(ON);
});

test.afterAll(() => screen?.stop());

/** Starts the release; resolves with its exit code, or null when it still runs after `patience` ms and was ended. */
async function knock(
  args: readonly string[],
  { env = {}, patience = 15_000 }: { env?: Record<string, string>; patience?: number } = {},
): Promise<{ code: number | null; opened: boolean }> {
  const profile = newProfile();
  const [program = '', ...words] = [
    ...asProgram,
    release,
    `--user-data-dir=${profile.userData}`,
    ...args,
  ];
  const child = spawn(program, words, {
    stdio: 'ignore',
    detached: true,
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: profile.home,
      TMPDIR: profile.tmp,
      DISPLAY: screen?.display ?? '',
      DBUS_SESSION_BUS_ADDRESS: 'disabled:',
      ...env,
    },
  });
  const code = await new Promise<number | null>((resolve) => {
    const timer = setTimeout(() => {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    }, patience);
    child.once('exit', (status) => {
      clearTimeout(timer);
      resolve(status);
    });
  });
  return { code, opened: existsSync(join(profile.userData, 'Partitions/muniment')) };
}

test('the release stays when nothing is wrong, and leaves at once with a switch that opens it up', async () => {
  test.skip(
    !sandboxAllowed(),
    'This machine refuses user namespaces, so the release starts nowhere here.',
  );
  expect(await knock([], { patience: 4_000 }), 'without a switch').toEqual({
    code: null,
    opened: true,
  });
  for (const given of [
    '--remote-debugging-port=0',
    '--inspect=0',
    '--inspect-brk=0',
    '--log-net-log',
    '--enable-logging',
    '--no-sandbox',
    '--js-flags=--expose-gc',
    '--disable-web-security',
  ]) {
    expect(await knock([given]), given).toEqual({ code: 64, opened: false });
  }
  const asNode = await knock(['-e', 'process.exit(0)'], { env: { ELECTRON_RUN_AS_NODE: '1' } });
  expect(asNode).toEqual({ code: 64, opened: false });
});

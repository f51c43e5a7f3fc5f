/** The packaged program: the one for the tests is driven, the release is read back and knocked on. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
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
/** Where the .deb was unpacked as Debian would; null where there is no Debian to make one. */
let installed: string | null = null;
let screen: Awaited<ReturnType<typeof startDisplay>> | undefined;
test.beforeAll(async () => {
  screen = await startDisplay({ open: true });
  const out = join(stage().root, 'package');
  const script = fileURLToPath(new URL('../electron/setup/package.mjs', import.meta.url));
  const made = spawnSync(process.execPath, [script, '--e2e', '--out', out], { encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`${made.stdout}\n${made.stderr}`);
  driven = join(out, 'e2e-unpacked/muniment');
  release = join(out, 'linux-unpacked/muniment');
  const deb = readdirSync(out).find((name) => name.endsWith('.deb'));
  if (deb === undefined) return;
  installed = join(out, 'installed');
  read('dpkg-deb', '-x', join(out, deb), installed);
  release = join(installed, 'opt/Muniment/muniment');
});

function read(tool: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(tool, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${tool}: ${stderr}`);
  return stdout;
}

test('the .deb brings the program, its place in the menu and its kind of file', () => {
  test.skip(installed === null, 'There is no dpkg-deb here, so no .deb was made.');
  const share = join(installed ?? '', 'usr/share');
  const entry = readFileSync(join(share, 'applications/muniment.desktop'), 'utf8');
  expect(entry).toMatch(/^Exec=\/opt\/Muniment\/muniment %U$/m);
  expect(entry).toMatch(/^MimeType=application\/x-age-encryption;$/m);
  expect(readFileSync(join(share, 'mime/packages/muniment.xml'), 'utf8')).toContain('*.age');
  expect(existsSync(join(share, 'icons/hicolor/256x256/apps/muniment.png'))).toBe(true);
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
  const resources = readdirSync(join(release, '../resources'));
  expect(resources.filter((name) => name !== 'apparmor-profile')).toEqual(['app.asar']);
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

/**
 * Starts the release. Resolves with its exit code, or with null when it had opened its store and still ran a second
 * later, and was ended.
 */
async function knock(
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<{ code: number | null; opened: boolean }> {
  const profile = newProfile();
  const store = join(profile.userData, 'Partitions/muniment');
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
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const watch = setInterval(() => {
    if (!existsSync(store)) return;
    clearInterval(watch);
    setTimeout(() => {
      if (child.exitCode === null && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    }, 1_000);
  }, 100);
  const code = await ended;
  clearInterval(watch);
  return { code, opened: existsSync(store) };
}

test('the release stays when nothing is wrong, and leaves at once with a switch that opens it up', async () => {
  test.skip(
    !sandboxAllowed(),
    'This machine refuses user namespaces, so the release starts nowhere here.',
  );
  expect(await knock([]), 'without a switch').toEqual({ code: null, opened: true });
  const left = { code: 64, opened: false };
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
    expect(await knock([given]), given).toEqual(left);
  }
  expect(await knock(['-e', 'process.exit(0)'], { ELECTRON_RUN_AS_NODE: '1' })).toEqual(left);
});

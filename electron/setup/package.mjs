/**
 * `npm run package`: an installed-style folder under release/, and on Debian a .deb. On Windows and macOS the
 * installer that package.json names. `-- --all` also makes what has to download its tools (AppImage).
 * `--dir` makes the folder only, `--out <folder>` puts it elsewhere, and `--e2e` adds a second folder for the
 * end-to-end tests: the same program, but a debugger may be attached to it, so it is no release.
 */
import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createPackage, extractAll } from '@electron/asar';
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';
import { build, Platform } from 'electron-builder';
import { provideElectron } from './electron-runtime.mjs';
import { root, run, say } from './steps.mjs';

const { values: asked } = parseArgs({
  options: {
    all: { type: 'boolean', default: false },
    dir: { type: 'boolean', default: false },
    e2e: { type: 'boolean', default: false },
    out: { type: 'string' },
  },
});
const output = resolve(root, asked.out ?? 'release');

await provideElectron();
const about = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
const stamp = await readFile(join(root, 'node_modules/electron/dist/version'), 'utf8');
const version = stamp.trim().replace(/^v/, '');
const pinned = about.devDependencies.electron;
if (version !== pinned) {
  say(`Made with Electron ${version}, not the pinned ${pinned}: to try, not to hand out.`);
}

bundle(false);
process.env['CUSTOM_FPM_PATH'] ??= join(root, 'electron/setup/fpm-stand-in.mjs');
await build({
  projectDir: root,
  publish: 'never',
  targets: targets(),
  config: { electronVersion: version, directories: { output } },
});
for (const leftover of ['builder-debug.yml', 'builder-effective-config.yaml']) {
  await rm(join(output, leftover), { force: true });
}
if (asked.e2e) await deriveForTests(join(output, 'linux-unpacked'), join(output, 'e2e-unpacked'));
say(`Packaged in ${output}.`);

/** What there is to make on this system. */
function targets() {
  const platform = Platform.current();
  if (asked.dir || asked.e2e) return platform.createTarget('dir');
  if (platform !== Platform.LINUX) return platform.createTarget();
  const debian = spawnSync('dpkg-deb', ['--version']).status === 0;
  if (!debian) say('No dpkg-deb here, so no .deb.');
  return platform.createTarget([
    'dir',
    ...(debian ? ['deb'] : []),
    ...(asked.all ? ['AppImage'] : []),
  ]);
}

/** Builds dist/, or its main part with the constant of the tests' package. @param {boolean} forTests */
function bundle(forTests) {
  run(process.execPath, ['electron/setup/build.mjs', ...(forTests ? ['main'] : [])], {
    env: { ...process.env, MUNIMENT_E2E_PACKAGE: forTests ? '1' : '0' },
  });
}

/** The packaged program again, with the constant on and the debugger's fuse as a test runner needs it. */
async function deriveForTests(/** @type {string} */ release, /** @type {string} */ to) {
  const archive = join(to, 'resources/app.asar');
  const inside = await mkdtemp(join(tmpdir(), 'muniment-asar-'));
  try {
    await rm(to, { recursive: true, force: true });
    await cp(release, to, { recursive: true });
    extractAll(archive, inside);
    bundle(true);
    await cp(join(root, 'dist/main'), join(inside, 'dist/main'), { recursive: true, force: true });
    await createPackage(inside, archive);
    await flipFuses(join(to, 'muniment'), {
      version: FuseVersion.V1,
      [FuseV1Options.EnableNodeCliInspectArguments]: true,
    });
  } finally {
    // What lies in dist/ is always the program itself.
    bundle(false);
    await rm(inside, { recursive: true, force: true });
  }
}

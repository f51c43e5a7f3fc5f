#!/usr/bin/env node
/**
 * electron-builder makes a .deb by fpm, which Debian does not have. This takes the words that it would give to fpm and
 * makes the same package by dpkg-deb. CUSTOM_FPM_PATH points here; a real fpm may be named there instead.
 */
import { spawnSync } from 'node:child_process';
import { chmod, cp, lstat, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const { options, places } = parse(process.argv.slice(2));
/** The last value of an option. @param {string} name */
const one = (name) => options.get(name)?.at(-1) ?? '';
if (one('-t') !== 'deb') throw new Error('Only .deb can be made without fpm.');

const tree = await mkdtemp(join(tmpdir(), 'muniment-deb-'));
try {
  for (const place of places) {
    const at = place.lastIndexOf('=');
    const [from, to] = [place.slice(0, at), join(tree, place.slice(at + 1))];
    await mkdir(dirname(to), { recursive: true });
    await cp(from, to, { recursive: true, verbatimSymlinks: true });
  }
  await forAll(tree);
  const control = join(tree, 'DEBIAN');
  await mkdir(control, { mode: 0o755 });
  await script(one('--after-install'), join(control, 'postinst'));
  await script(one('--after-remove'), join(control, 'postrm'));
  const size = spawnSync('du', ['-sk', '--exclude=DEBIAN', tree], { encoding: 'utf8' }).stdout;
  await writeFile(join(control, 'control'), describe(size.split('\t')[0] ?? '0'));
  const made = spawnSync(
    'dpkg-deb',
    [
      '--root-owner-group',
      `-Z${process.env.MUNIMENT_DEB_COMPRESSION ?? (one('--deb-compression') || 'xz')}`,
      '-z1',
      '--build',
      tree,
      one('--package'),
    ],
    { stdio: 'inherit' },
  );
  process.exitCode = made.status ?? 1;
} finally {
  await rm(tree, { recursive: true, force: true });
}

/** fpm's words: options with their values in order, and places `from=to`. @param {string[]} words */
function parse(words) {
  const flags = new Set(['--force', '--debug']);
  /** @type {Map<string, string[]>} */
  const named = new Map();
  /** @type {string[]} */
  const bare = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (!word.startsWith('-')) bare.push(word);
    else if (!flags.has(word)) {
      at += 1;
      named.set(word, [...(named.get(word) ?? []), words[at] ?? '']);
    }
  }
  return { options: named, places: bare };
}

/** @param {string} size in KiB */
function describe(size) {
  const [synopsis = '', ...rest] = one('--description').split('\n');
  const body = rest.map((line) => ` ${line.trim() || '.'}`);
  const lines = [
    `Package: ${one('--name')}`,
    `Version: ${one('--version')}`,
    `Architecture: ${one('--architecture')}`,
    `Maintainer: ${one('--maintainer')}`,
    `Installed-Size: ${size}`,
    `Depends: ${(options.get('-d') ?? []).join(', ')}`,
    'Section: misc',
    `Priority: ${one('--deb-priority') || 'optional'}`,
    `Homepage: ${one('--url')}`,
    `Description: ${synopsis}`,
    ...body,
    '',
  ];
  return lines.join('\n');
}

/** @param {string} from @param {string} to */
async function script(from, to) {
  if (from === '') return;
  await cp(from, to);
  await chmod(to, 0o755);
}

/** Everything is root's, and readable by all whatever the umask was. @param {string} folder */
async function forAll(folder) {
  await chmod(folder, 0o755);
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const found = await lstat(path);
    if (found.isDirectory()) await forAll(path);
    else if (found.isFile()) await chmod(path, found.mode & 0o111 ? 0o755 : 0o644);
  }
}

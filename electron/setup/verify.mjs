/**
 * `npm run verify -- <backup> [--passphrase]`: says whether a backup is whole, without the program's window. With
 * `--passphrase` it asks for the passphrase or the recovery key and opens it in memory; nothing is ever written.
 * Ends with 0 when all that was checked fits, with 1 when not.
 */
import { open } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { text } from 'node:stream/consumers';
import { Writable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { root } from './steps.mjs';

/** @typedef {{ ok: true, value: Uint8Array } | { ok: false, error: { code: 'file/gone' } }} Read */
/** @typedef {(offset: number, length: number) => Promise<Read>} ReadAt */
/** @typedef {{ readAt: ReadAt, beside: (name: string) => ReadAt }} Source */
/** @typedef {(source: Source, secret: string | null, say: (sentence: string) => void) => Promise<boolean>} Verify */

const words = process.argv.slice(2);
const path = words.find((word) => !word.startsWith('--'));
if (path === undefined) {
  console.error('Which backup? npm run verify -- <backup> [--passphrase]');
  process.exitCode = 1;
} else {
  const secret = words.includes('--passphrase') ? await askSecret() : null;
  console.log(basename(path));
  process.exitCode = (await verify(resolve(process.env['INIT_CWD'] ?? '.', path), secret)) ? 0 : 1;
}

/** @param {string} file @param {string | null} secret */
async function verify(file, secret) {
  const configFile = join(root, 'renderer/vite.config.ts');
  await build({ configFile, mode: 'verify', logLevel: 'warn' });
  const bundle = join(root, 'dist/verify/verify.mjs');
  /** @type {{ verifyBackup: Verify }} */
  const { verifyBackup } = await import(pathToFileURL(bundle).href);
  const readAt = reader(file);
  if (!(await readAt(0, 1)).ok) {
    console.log('That file is not there, or may not be read.');
    return false;
  }
  const beside = (/** @type {string} */ name) => reader(join(dirname(file), name));
  return verifyBackup({ readAt, beside }, secret, (sentence) => console.log(sentence));
}

/** Opens the file for each piece: there may be many files, and pieces are large. @param {string} file @returns {ReadAt} */
function reader(file) {
  return async (offset, length) => {
    let handle;
    try {
      handle = await open(file, 'r');
      const { bytesRead, buffer } = await handle.read(new Uint8Array(length), 0, length, offset);
      return { ok: true, value: buffer.slice(0, bytesRead) };
    } catch {
      return { ok: false, error: { code: 'file/gone' } };
    } finally {
      await handle?.close();
    }
  };
}

/** One line, not shown while it is typed. */
async function askSecret() {
  if (!process.stdin.isTTY) return (await text(process.stdin)).split('\n', 1)[0] ?? '';
  const hidden = new Writable({ write: (_chunk, _encoding, done) => done() });
  process.stdout.write('Passphrase or recovery key: ');
  const lines = createInterface({ input: process.stdin, output: hidden, terminal: true });
  const secret = await lines.question('');
  lines.close();
  process.stdout.write('\n');
  return secret;
}

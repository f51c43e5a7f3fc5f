/** The peers that are not the project's own dependencies: installed beside the bench, and only for it. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runNpm, say } from '../../electron/setup/steps.mjs';

const bench = fileURLToPath(new URL('.', import.meta.url));
/** Where a peer's package is. @param {string} name */
export const peerFolder = (name) => join(bench, 'node_modules', name);

/**
 * Installs what package.json pins, unless it is there; SQLCipher is compiled where no prebuilt one can be fetched.
 * Answers which sides cannot run, and why.
 * @returns {ReadonlyMap<string, string>}
 */
export function installPeers() {
  const missing = new Map();
  if (!existsSync(peerFolder('dexie-encrypted'))) install();
  if (!existsSync(peerFolder('dexie-encrypted')))
    missing.set('dexie-encrypted', 'its package could not be installed');
  try {
    const Database = createRequire(import.meta.url)('better-sqlite3-multiple-ciphers');
    new Database(':memory:').close();
  } catch (reason) {
    const words = reason instanceof Error ? (reason.message.split('\n')[0] ?? '') : String(reason);
    missing.set('sqlcipher', `better-sqlite3-multiple-ciphers does not load (${words})`);
  }
  return missing;
}

function install() {
  say('Installing the peers into e2e/bench/node_modules (once; SQLCipher may be compiled) …');
  const words = ['install', '--no-package-lock', '--no-audit', '--no-fund', '--loglevel=error'];
  try {
    runNpm(words, { cwd: bench, timeout: 10 * 60_000 });
  } catch {
    // Most likely the native one could not be built; the others do not need its scripts.
    try {
      runNpm([...words, '--ignore-scripts'], { cwd: bench, timeout: 5 * 60_000 });
    } catch {
      say('They could not be installed; the bench goes on without them.');
    }
  }
}

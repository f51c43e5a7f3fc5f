/** Builds what the bench serves: the engine as the program has it, minified and split the same way, around another page. */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { root } from '../../electron/setup/steps.mjs';
import { peerFolder } from './peers.mjs';

/** The page; its script starts the worker, and the worker imports the engine. */
const page = new URL('./page/page.ts', import.meta.url);
const quiet = {
  configFile: /** @type {const} */ (false),
  root: fileURLToPath(new URL('.', page)),
  publicDir: /** @type {const} */ (false),
  envDir: /** @type {const} */ (false),
  logLevel: /** @type {const} */ ('error'),
};
const output = {
  target: 'chrome130',
  assetsInlineLimit: 0,
  modulePreload: { polyfill: false },
  reportCompressedSize: false,
  chunkSizeWarningLimit: 4096,
  rolldownOptions: { checks: { bundlerTimings: false } },
};

/** @param {string} outDir */
export async function buildPage(outDir) {
  await build({
    ...quiet,
    // An earlier Dexie lies nearer, for the peer that is made for it.
    resolve: { alias: [{ find: /^dexie$/, replacement: join(root, 'node_modules/dexie') }] },
    worker: { format: 'es' },
    build: { ...output, outDir, emptyOutDir: true },
  });
  if (existsSync(peerFolder('dexie-encrypted'))) await buildEncrypted(outDir);
}

/** dexie-encrypted with the Dexie it is made for, as one module that its side imports by address. @param {string} outDir */
async function buildEncrypted(outDir) {
  const path = (/** @type {string} */ of) => JSON.stringify(peerFolder(of));
  const entry = `${outDir}-dexie-encrypted.mjs`;
  writeFileSync(
    entry,
    `export { default as Dexie } from ${path('dexie/dist/dexie.mjs')};\nexport { applyEncryptionMiddleware } from ${path('dexie-encrypted/dist/index.js')};\n`,
  );
  await build({
    ...quiet,
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    resolve: { alias: [{ find: /^dexie$/, replacement: peerFolder('dexie/dist/dexie.mjs') }] },
    build: {
      ...output,
      outDir: join(outDir, 'peers'),
      lib: { entry, formats: ['es'], fileName: () => 'dexie-encrypted.js' },
    },
  });
}

/** The made-up contacts and amounts as a module for Node. Answers its path. @param {string} outDir */
export async function buildContacts(outDir) {
  await build({
    ...quiet,
    ssr: { noExternal: true },
    build: {
      ...output,
      target: 'node20',
      outDir,
      ssr: fileURLToPath(new URL('./page/for-node.ts', import.meta.url)),
      rolldownOptions: { output: { entryFileNames: 'contacts.mjs' } },
    },
  });
  return join(outDir, 'contacts.mjs');
}

/** Builds the bench page: the engine as the program has it, minified and split the same way, around another page. */
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** The page; its script starts the worker, and the worker imports the engine. */
const entry = new URL('./page/page.ts', import.meta.url);

/** @param {string} outDir */
export async function buildPage(outDir) {
  await build({
    configFile: false,
    root: fileURLToPath(new URL('.', entry)),
    publicDir: false,
    envDir: false,
    logLevel: 'warn',
    worker: { format: 'es' },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'chrome130',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      chunkSizeWarningLimit: 4096,
      rolldownOptions: { checks: { bundlerTimings: false } },
    },
  });
}

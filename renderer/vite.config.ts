/**
 * How the bundles are made: `vite build -c renderer/vite.config.ts --mode main|preload|renderer|verify`.
 * Vite insists on a default export here.
 */
import { builtinModules } from 'node:module';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import type { UserConfig } from 'vite';
import { defineConfig } from 'vitest/config';
import { fonts } from './vite-fonts.ts';

const at = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));
const node = ['electron', ...builtinModules, ...builtinModules.map((name) => `node:${name}`)];

const units = ['renderer/**/*.test.{ts,tsx}', 'electron/**/*.test.{ts,tsx}'];
/** Tests with modules of their own: they stand in for a module, hold the clock or have a page. */
const alone = ['**/*.test.tsx', 'electron/disk-faults.test.ts', 'renderer/vault/upkeep.test.ts'];

// Electron 33 is the oldest that has to run this: Chromium 130, Node 20.
const shared = {
  publicDir: false,
  envDir: false,
  define: {
    // True only in the package that the end-to-end tests drive; see electron/.
    __E2E_PACKAGE__: JSON.stringify(process.env['MUNIMENT_E2E_PACKAGE'] === '1'),
  },
} satisfies UserConfig;

const build = {
  emptyOutDir: true,
  assetsInlineLimit: 0,
  modulePreload: { polyfill: false },
  reportCompressedSize: false,
  chunkSizeWarningLimit: 4096,
} satisfies UserConfig['build'];

const host = (entry: string, outDir: string, format: 'es' | 'cjs', file: string): UserConfig => ({
  ...shared,
  root: at('electron'),
  resolve: { conditions: ['node', 'import', 'default'] },
  build: {
    ...build,
    target: 'node20',
    outDir: at(outDir),
    minify: false,
    lib: { entry: at(entry), formats: [format], fileName: () => file },
    rolldownOptions: { external: node, output: { codeSplitting: false } },
  },
});

const page: UserConfig = {
  ...shared,
  publicDir: 'public',
  root: at('renderer'),
  plugins: [react(), fonts()],
  worker: { format: 'es' },
  build: { ...build, target: 'chrome130', outDir: at('dist/renderer') },
};

export default defineConfig(({ mode }) => {
  switch (mode) {
    case 'main':
      return host('electron/main.ts', 'dist/main', 'es', 'main.mjs');
    case 'preload':
      return host('electron/preload.ts', 'dist/preload', 'cjs', 'preload.cjs');
    case 'verify':
      return host('renderer/vault/backups/verify.ts', 'dist/verify', 'es', 'verify.mjs');
    case 'test':
      return {
        ...shared,
        root: at('.'),
        test: {
          environment: 'node',
          // Vitest would leave a processor idle: half of a small machine.
          maxWorkers: availableParallelism(),
          projects: [
            // Most of the time went into loading the same modules for each file anew.
            {
              extends: true,
              test: { name: 'shared', isolate: false, include: units, exclude: alone },
            },
            { extends: true, test: { name: 'alone', include: alone } },
          ],
        },
      };
    default:
      return page;
  }
});

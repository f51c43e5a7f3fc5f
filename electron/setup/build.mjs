/** Builds the bundles into dist/. `node electron/setup/build.mjs [main] [preload] [renderer] [verify]`; all without a name. */
import { build } from 'vite';
import { fileURLToPath } from 'node:url';

const configFile = fileURLToPath(new URL('../../renderer/vite.config.ts', import.meta.url));
const asked = process.argv.slice(2);
for (const mode of ['main', 'preload', 'renderer', 'verify']) {
  if (asked.length === 0 || asked.includes(mode))
    await build({ configFile, mode, logLevel: 'warn' });
}
console.log('Built dist/.');

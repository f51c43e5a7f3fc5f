/**
 * Goes into the stand-in Electron as its default_app.asar: `electron [-r module]… [switches] <folder>` starts the
 * program in that folder, as the release's own default app does. Development only.
 */
import { app } from 'electron';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const given = process.argv.slice(1);
const modules = [];
let folder;
for (let word = given.shift(); word !== undefined; word = given.shift()) {
  if (word === '-r' || word === '--require') {
    modules.push(given.shift() ?? '');
  } else if (!word.startsWith('-')) {
    folder = resolve(word);
    break;
  }
}
if (folder === undefined) {
  console.error('Say which folder holds the program: electron <folder>');
  app.exit(2);
} else {
  const require = createRequire(import.meta.url);
  for (const name of modules) require(require.resolve(name, { paths: [process.cwd()] }));
  const about = JSON.parse(readFileSync(resolve(folder, 'package.json'), 'utf8'));
  app.setName(about.productName ?? about.name);
  // Electron's own default app calls these two; its types leave them out.
  /** @type {Electron.App & { setVersion(version: string): void, setAppPath(path: string): void }} */
  const own = Object.assign(app);
  own.setVersion(about.version);
  own.setAppPath(folder);
  await import(pathToFileURL(resolve(folder, about.main)).href);
}

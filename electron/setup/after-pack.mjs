/** What electron-builder leaves in a package and no release needs. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';

/** @param {import('electron-builder').AfterPackContext} context */
export async function afterPack({ appOutDir, packager }) {
  const resources = packager.getResourcesDir(appOutDir);
  // Electron's own starter would run any folder it is given.
  await rm(join(resources, 'default_app.asar'), { force: true });
}

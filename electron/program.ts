/** Puts the program together once Electron is ready: session and walls, window and page, lock, menu and channels. */
import { join } from 'node:path';
import { app, session as sessions } from 'electron';
import { ok, type Result } from '../renderer/domain/errors.ts';
import { answersOf } from './answers.ts';
import { listAssets, servePage } from './app-protocol.ts';
import { openBackupPlaces } from './backup-places.ts';
import { openChannels } from './channels.ts';
import { openClipboard } from './clipboard.ts';
import type { MenuCommand } from './contract.ts';
import { openFiles } from './files.ts';
import { openGuesses } from './guesses.ts';
import { openSettings } from './host-settings.ts';
import { openJobs } from './jobs.ts';
import { keyFile } from './key-file.ts';
import { openLock } from './lock.ts';
import { isStoreTorn, mendStore } from './mend-store.ts';
import { setMenu } from './menu.ts';
import { openPage } from './page.ts';
import { openPrinter } from './print.ts';
import { raiseSessionWalls } from './session-walls.ts';
import { openWindow, rememberPlace } from './window.ts';

/** Where Chromium keeps the database of the page's origin. */
const STORE = 'app_muniment_0.indexeddb.leveldb';

export interface Program {
  /** Brings the window to the front and gives the page the file, if the program can read one like it. */
  handOver(path: string | null): Promise<void>;
}

/**
 * `built`: the absolute path of the folder with the built page and preload. `startAnew` ends the program, and begins it
 * again. Errors: vault/store-closed (the disk refuses, and nothing was opened).
 */
export async function openProgram(
  built: string,
  sandboxed: boolean,
  startAnew: () => void,
): Promise<Result<Program>> {
  const development = !app.isPackaged;
  const userData = app.getPath('userData');
  const settings = await openSettings(join(userData, 'host.json'));
  const guesses = await openGuesses(join(userData, 'vault', 'guesses.json'), {
    wall: () => Date.now(),
    steady: () => performance.now(),
  });

  const assets = listAssets(join(built, 'renderer'));
  const refusals = { requests: 0 };
  const session = sessions.fromPartition('persist:muniment', { cache: false });
  raiseSessionWalls(session, refusals, development);
  const store = join(session.storagePath ?? userData, 'IndexedDB', STORE);
  const mended = await mendStore(store);
  if (!mended.ok) return mended;
  const files = openFiles();
  const backups = openBackupPlaces(settings, userData, () => Date.now());
  const jobs = openJobs();
  const printer = openPrinter(assets, refusals);
  servePage(session, assets, (job) => jobs.html(job));

  const preload = join(built, 'preload', 'preload.cjs');
  const clipboard = openClipboard();
  const page = openPage(
    () => {
      const window = openWindow(session, preload, settings, development);
      window.on('close', (event) => {
        void rememberPlace(window, settings);
        if (!lock.mayClose()) event.preventDefault();
      });
      return window;
    },
    { keys: keyFile(join(userData, 'vault')), files, backups, jobs, printer },
    {
      ended: () => lock.setUnlocked(false),
      lost: () => app.exit(1),
      mayGoOn: async () => !(await isStoreTorn(store)),
      startAnew,
    },
  );
  const run = (command: MenuCommand): void => {
    if (command === 'lock') lock.soon('menu');
    else page.send('menu', command);
  };
  const lock = openLock(page, () => settings.now.idleMinutes, {
    changed(unlocked) {
      if (!unlocked) void clipboard.clear();
      setMenu({ unlocked, development }, run);
    },
    close: () => page.window().destroy(),
    backingUp: () => backups.busy(),
  });
  setMenu({ unlocked: false, development }, run);

  openChannels(
    () => (page.window().isDestroyed() ? null : page.window().webContents),
    answersOf({
      window: () => page.window(),
      settings,
      guesses,
      files,
      backups,
      jobs,
      printer,
      clipboard,
      lock,
      refusals,
      sandboxed,
    }),
  );

  // Nothing half written stays behind, and the settings of this run reach the disk.
  let left = false;
  app.on('will-quit', (event) => {
    if (left) return;
    event.preventDefault();
    left = true;
    const last = [clipboard.clear(), files.forgetAll(), backups.abortAll(), settings.change({})];
    void Promise.allSettled(last).then(() => app.quit());
  });

  return ok({
    async handOver(path) {
      const window = page.window();
      if (window.isDestroyed()) return;
      if (window.isMinimized()) window.restore();
      window.focus();
      const file = path === null ? null : await files.handOver(path);
      if (file) page.send('fileOpened', file);
    },
  });
}

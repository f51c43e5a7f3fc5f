/** What the host answers on each channel: the table that ties its parts together. */
import { app, dialog, type BrowserWindow } from 'electron';
import { fail, ok } from '../renderer/domain/errors.ts';
import type { BackupPlaces } from './backup-places.ts';
import type { Answers } from './channels.ts';
import type { OwnClipboard } from './clipboard.ts';
import type { Files } from './files.ts';
import type { Guesses } from './guesses.ts';
import type { HostSettings } from './host-settings.ts';
import type { Jobs } from './jobs.ts';
import type { Lock } from './lock.ts';
import { protectPdf } from './pdf-protect.ts';
import { pdfOfJob, type Printer } from './print.ts';
import type { Refusals } from './session-walls.ts';

export interface Parts {
  readonly window: () => BrowserWindow;
  readonly settings: HostSettings;
  readonly guesses: Guesses;
  readonly files: Files;
  readonly backups: BackupPlaces;
  readonly jobs: Jobs;
  readonly printer: Printer;
  readonly clipboard: OwnClipboard;
  readonly lock: Lock;
  readonly refusals: Refusals;
  readonly sandboxed: boolean;
}

/** The answers of a running program. */
export function answersOf(parts: Parts): Answers {
  const { window, settings, guesses, files, backups, jobs, printer, clipboard, lock } = parts;
  return {
    clock: () => Date.now(),
    appInfo: () => ({
      version: app.getVersion(),
      electron: process.versions.electron,
      chromium: process.versions.chrome,
      platform: process.platform,
      packaged: app.isPackaged,
      sandboxed: parts.sandboxed,
      dataFolder: app.getPath('userData'),
      screenCapture: captureOf(process.platform, settings.now.contentProtection),
      refusedRequests: parts.refusals.requests,
      route: settings.now.route,
    }),

    chooseFile: ({ kind }) => files.choose(window(), kind),
    chooseSave: ({ kind, suggestedName }) => files.chooseSave(window(), kind, suggestedName),
    async chooseBackupFolder() {
      const { canceled, filePaths } = await dialog.showOpenDialog(window(), {
        properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'],
      });
      const folder = filePaths[0];
      return canceled || folder === undefined ? ok(null) : backups.add(folder);
    },
    forgetBackupPlace({ id }) {
      backups.forget(id);
      return null;
    },
    async forgetHandle({ handle }) {
      await files.forget(handle);
      return null;
    },

    async printJob({ job }) {
      const html = jobs.html(job);
      if (html === null) return fail('document/failed');
      const counted = await pdfOfJob(job, jobs, printer);
      return counted.ok ? printer.print(job, html, counted.value.pages) : counted;
    },
    async pdfJob({ job, to, password }) {
      const made = await pdfOfJob(job, jobs, printer);
      if (!made.ok) return made;
      const { pages } = made.value;
      const bytes =
        password === undefined ? made.value.bytes : await protectPdf(made.value.bytes, password);
      // Let go of meanwhile: the person cancelled.
      if (jobs.html(job) === null) return fail('wall/cancelled');
      const written = await files.append(to, bytes);
      const kept = written.ok ? await files.commit(to) : written;
      return kept.ok ? ok({ pages, bytes: bytes.byteLength }) : kept;
    },
    dropJob({ job }) {
      jobs.drop(job);
      printer.stop(job);
      return null;
    },

    async copyText({ text }) {
      await clipboard.copy(text);
      return null;
    },

    lockHold() {
      lock.hold();
      return null;
    },
    async lockNow({ route }) {
      void settings.change({ route });
      await lock.now();
      return null;
    },
    unlockWait: () => guesses.wait(),
    unlockTried: ({ wrong }) => guesses.tried(wrong),
    setUnlocked({ unlocked }) {
      lock.setUnlocked(unlocked);
      return null;
    },
  };
}

/** See window.ts: Linux has nothing that keeps others from taking a picture. */
function captureOf(
  platform: NodeJS.Platform,
  isWanted: boolean,
): 'blocked' | 'allowed' | 'not-preventable' {
  if (platform === 'linux') return 'not-preventable';
  return isWanted ? 'blocked' : 'allowed';
}

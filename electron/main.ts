/** The order of starting up. Everything that must stand before Electron is ready is here; the rest is in program.ts. */
import { accessSync, constants } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, dialog, protocol } from 'electron';
import { z } from 'zod';
import { ERRORS } from '../renderer/domain/errors.ts';
import { keepMemoryOutOfCoreFiles } from './core-files.ts';
import { raiseNavigationWalls } from './navigation-walls.ts';
import { openProgram, type Program } from './program.ts';
import { forbiddenSwitch, refusesSwitches } from './switches.ts';
import { keepTemporaryFilesInMemory } from './temporary-files.ts';

z.config({ jitless: true });

/** Chromium's own talk with the world and its caches on disk: all off. */
const quiet: readonly (readonly [string, string])[] = [
  ['dns-prefetch-disable', ''],
  ['no-pings', ''],
  ['no-proxy-server', ''],
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  ['disable-background-networking', ''],
  ['disable-component-update', ''],
  ['disable-domain-reliability', ''],
  ['disable-sync', ''],
  ['disable-breakpad', ''],
  ['disable-http-cache', ''],
  ['disable-gpu-shader-disk-cache', ''],
  ['disable-features', 'AutofillServerCommunication,MediaRouter,Translate,WebRtcRemoteEventLog'],
];

const given = process.argv.slice(1);
const refused = refusesSwitches(app.isPackaged)
  ? forbiddenSwitch(given, process.env, process.platform)
  : null;
if (refused === null) start();
else {
  process.stderr.write(`Muniment does not start with ${refused}. Nothing was opened.\n`);
  // Not app.exit: nothing of Chromium is to run to its end.
  process.exit(64);
}

function start(): void {
  process.umask(0o077);
  keepMemoryOutOfCoreFiles();
  const sandboxed = !app.commandLine.hasSwitch('no-sandbox');
  if (sandboxed) app.enableSandbox();
  for (const [name, value] of quiet) app.commandLine.appendSwitch(name, value);
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true } },
  ]);
  raiseNavigationWalls(app);

  const word = fileWord(given);
  const handed = word === undefined ? null : pathOf(word, process.cwd());
  if (!app.requestSingleInstanceLock({ file: handed })) {
    // It is refused for two reasons: another has it, or this one could not even write it down.
    if (mayWrite(app.getPath('userData'))) app.exit(0);
    else sayAndEnd(ERRORS['vault/folder-read-only']);
    return;
  }
  // Not before: the lock's own folder outlives a crash.
  keepTemporaryFilesInMemory();
  let program: Program | null = null;
  let early = handed;
  const handOver = (path: string | null): void => {
    if (program) void program.handOver(path);
    else early = path ?? early;
  };
  app.on('second-instance', (_event, _args, _folder, data) => {
    const file = typeof data === 'object' && data !== null && 'file' in data ? data.file : null;
    handOver(typeof file === 'string' ? file : null);
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    handOver(path);
  });
  app.on('window-all-closed', () => app.quit());

  const built = dirname(dirname(fileURLToPath(import.meta.url)));
  // Waiting for it at the top level of the module would hang the start.
  void app.whenReady().then(async () => {
    const opened = await openProgram(built, sandboxed, startAnew);
    if (!opened.ok) {
      sayAndEnd(ERRORS[opened.error.code]);
      return;
    }
    program = opened.value;
    if (early !== null) await program.handOver(early);
  });
}

function mayWrite(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function sayAndEnd(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  void app.whenReady().then(() => {
    dialog.showErrorBox('Muniment', sentence);
    app.exit(73);
  });
}

/** The same program with the same switches; the file that it was started with was handed over already. */
function startAnew(): void {
  const word = fileWord(given);
  // An AppImage's own folder goes with it.
  const { APPIMAGE: execPath = process.execPath } = process.env;
  app.relaunch({ execPath, args: given.filter((arg) => arg !== word) });
  app.quit();
}

/** The first argument that is no switch. A program that is not packaged gets its own folder first. */
function fileWord(args: readonly string[]): string | undefined {
  const words = args.filter((arg) => !arg.startsWith('-'));
  return words[app.isPackaged ? 0 : 1];
}

/** Desktops hand files over as addresses. null: it is not one of a file. */
function pathOf(word: string, folder: string): string | null {
  if (!/^file:/i.test(word)) return resolve(folder, word);
  try {
    return fileURLToPath(word);
  } catch {
    return null;
  }
}

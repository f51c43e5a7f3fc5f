/** Starts Muniment as its user would, Chromium's sandbox on, and answers what the system would ask. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { startDisplay } from '../electron/setup/display.mjs';
import { asProgram, giveToProgram, stage } from './stage.ts';

/** One machine of one person: absolute paths, all within the stage of the run. */
export interface Profile {
  readonly home: string;
  readonly userData: string;
  readonly tmp: string;
}

export interface Muniment {
  readonly app: ElectronApplication;
  /** The first window. A lock ends its process; ask `app.firstWindow()` or `app.windows()` after one. */
  readonly page: Page;
  readonly profile: Profile;
  /** Quits and waits until it has; may be called twice, and after a kill. */
  close(): Promise<void>;
}

/** A screen in memory has no graphics card: imitating one takes a tenth of the processor and draws the same. */
const NO_GPU = '--disable-gpu';

/** A machine on which Muniment never ran. */
export function newProfile(): Profile {
  const root = mkdtempSync(join(stage().root, 'profiles/p'));
  const profile = {
    home: join(root, 'home'),
    userData: join(root, 'data'),
    tmp: join(root, 'tmp'),
  };
  for (const folder of [root, ...Object.values(profile)]) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    giveToProgram(folder);
  }
  return profile;
}

/** Whether this machine lets the program build Chromium's sandbox. Where not, it is started without. */
export function sandboxAllowed(): boolean {
  if (process.platform !== 'linux') return true;
  const words = [...asProgram, 'unshare', '--user', 'true'];
  return spawnSync('env', words).status === 0;
}

/** The words after Electron's name that hold the start of a program folder until Playwright is attached. */
export function held(): string[] {
  return ['-r', join(stage().root, 'held.cjs')];
}

/**
 * Starts the program, on a screen of its own where there is Xvfb, and waits for its first window.
 * - `profile`: the machine; a new one unless given. Two may run at once; one may be started again.
 * - `args`, `env`: added to the program's own.
 * - `root`: another built program folder (package.json, dist/) that the program's id may read.
 * - `executable`: a packaged program instead of Electron and a folder; it waits for Playwright by itself, or by `held`.
 */
export async function launchMuniment(
  options: {
    profile?: Profile;
    args?: readonly string[];
    env?: Readonly<Record<string, string>>;
    root?: string;
    executable?: string;
  } = {},
): Promise<Muniment> {
  const { profile = newProfile(), args = [], env = {}, executable } = options;
  const screen = process.platform === 'linux' ? await startDisplay({ open: true }) : undefined;
  try {
    const app = await _electron.launch({
      executablePath: starter(profile, executable ?? electronProgram()),
      args: [
        ...(executable === undefined ? [...held(), options.root ?? stage().program, NO_GPU] : []),
        `--user-data-dir=${profile.userData}`,
        ...args,
      ],
      env: { ...machine(profile), ...(screen ? { DISPLAY: screen.display } : {}), ...env },
      cwd: stage().root,
      chromiumSandbox: sandboxAllowed(),
      artifactsDir: mkdtempSync(join(stage().root, 'playwright-')),
    });
    // Taken now: Playwright forgets the process once it has ended.
    const running = app.process();
    const ended = new Promise<void>((resolve) => running.once('exit', () => resolve()));
    void ended.then(() => screen?.stop());
    const page = await app.firstWindow();
    const close = async (): Promise<void> => {
      if (running.exitCode === null && running.signalCode === null && !running.killed) {
        await app.close();
      }
      await ended;
    };
    return { app, page, profile, close };
  } catch (error) {
    screen?.stop();
    throw error;
  }
}

/** Where a test keeps what it made; lands in e2e/out/ after the run. The program may write there. */
export function outPath(name: string): string {
  const path = join(stage().out, name);
  mkdirSync(dirname(path), { recursive: true });
  if (relative(stage().out, dirname(path)) !== '') giveToProgram(dirname(path));
  return path;
}

/** A committed sample file, where the program may read it. */
export function fixturePath(name: string): string {
  return join(stage().fixtures, name);
}

/** The next save dialogs answer with this path; undefined: the person cancels. */
export async function answerSaveDialog(
  app: ElectronApplication,
  path: string | undefined,
): Promise<void> {
  await setting(() =>
    app.evaluate(({ dialog }, answer) => {
      const reply =
        answer === undefined ? { canceled: true } : { canceled: false, filePath: answer };
      Object.assign(dialog, { showSaveDialog: () => Promise.resolve(reply) });
    }, path),
  );
}

/** The next save dialogs answer with the name that they suggest, in this folder. */
export async function answerSaveDialogsIn(app: ElectronApplication, folder: string): Promise<void> {
  await setting(() =>
    app.evaluate(({ dialog }, place) => {
      const showSaveDialog = (_window: unknown, { defaultPath = '' }: { defaultPath?: string }) => {
        const filePath = `${place}/${defaultPath.split(/[\\/]/).at(-1)}`;
        return Promise.resolve({ canceled: false, filePath });
      };
      Object.assign(dialog, { showSaveDialog });
    }, folder),
  );
}

/** The next open dialogs answer with these paths; none: the person cancels. */
export async function answerOpenDialog(
  app: ElectronApplication,
  paths: readonly string[],
): Promise<void> {
  await setting(() =>
    app.evaluate(
      ({ dialog }, filePaths) => {
        const reply = { canceled: filePaths.length === 0, filePaths };
        Object.assign(dialog, { showOpenDialog: () => Promise.resolve(reply) });
      },
      [...paths],
    ),
  );
}

/** Moves the host's clock (`Date.now` there) to an instant, ISO 8601 or ms since 1970; it runs on from there. */
export async function setClock(app: ElectronApplication, instant: string | number): Promise<void> {
  const target = typeof instant === 'number' ? instant : Date.parse(instant);
  if (!Number.isFinite(target)) throw new Error(`Not an instant: ${instant}`);
  await setting(() =>
    app.evaluate((_main, ms) => {
      const started = performance.now();
      Date.now = () => Math.round(ms + performance.now() - started);
    }, target),
  );
}

/**
 * Sets something in the host. V8 holds what an evaluation promises weakly and may collect it unanswered
 * (microsoft/playwright#33737): then it is set once more, which changes nothing where it was set.
 */
async function setting(set: () => Promise<void>): Promise<void> {
  try {
    await set();
  } catch (reason) {
    if (!(reason instanceof Error && reason.message.includes('garbage collected'))) throw reason;
    await set();
  }
}

function electronProgram(): string {
  const inProject: unknown = createRequire(import.meta.url)('electron');
  if (typeof inProject !== 'string') throw new Error('Electron is not installed.');
  const copied = process.env['MUNIMENT_E2E_PROGRAM'];
  if (copied === undefined) return inProject;
  const project = new URL('../', import.meta.url).pathname;
  return join(copied, relative(project, inProject));
}

/** Playwright puts switches of its own first, so the change of id has to be inside the thing it starts. */
function starter(profile: Profile, program: string): string {
  if (asProgram.length === 0) return program;
  const path = join(dirname(profile.home), 'start');
  writeFileSync(path, `#!/bin/sh\nexec ${asProgram.join(' ')} '${program}' "$@"\n`, {
    mode: 0o755,
  });
  return path;
}

/** The environment of that machine: on Linux nothing of the runner's but what a program needs. */
function machine(profile: Profile): Record<string, string> {
  const inherited = process.platform === 'linux' ? ['PATH'] : Object.keys(process.env);
  const env: Record<string, string> = {};
  for (const name of inherited) {
    const value = process.env[name];
    if (value !== undefined) env[name] = value;
  }
  return {
    ...env,
    HOME: profile.home,
    TMPDIR: profile.tmp,
    LANG: 'en_GB.UTF-8',
    DBUS_SESSION_BUS_ADDRESS: 'disabled:',
  };
}

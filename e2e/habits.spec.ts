/** What the host does by itself: its windows' settings, memory and caches, titles, dialogs, timers. With controls. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { HostBridge } from '../electron/contract.ts';
import { answerSaveDialog, launchMuniment, type Muniment } from './launch.ts';
import { openFar, type Far } from './walls/far-server.ts';
import { copyBare, launchWalled, walledProgram } from './walls/programs.ts';

declare const host: HostBridge;

let far: Far;
let bare: Muniment;
let walled: Muniment;

test.beforeAll(async () => {
  far = await openFar();
  const env = { http_proxy: 'http://192.0.2.1:3128' };
  bare = await launchMuniment({ root: copyBare(), env: { ...env, FAR_URL: `${far.http}/` } });
  walled = await launchMuniment({ root: walledProgram(), env });
  await bare.page.waitForURL(`${far.http}/`);
  await expect.poll(() => walled.page.evaluate(() => 'port' in window)).toBe(true);
});
test.afterAll(async () => {
  await Promise.all([bare.close(), walled.close()]);
  far.close();
});

test('the window is made with every guard, and with no feature that is not finished', async () => {
  const preferences = (program: Muniment): Promise<Record<string, unknown>> =>
    program.app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      // Electron has it, its types have not.
      const contents = window?.webContents as unknown as { getLastWebPreferences(): object };
      return JSON.parse(JSON.stringify(contents.getLastWebPreferences()));
    });
  expect(await preferences(walled)).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    webSecurity: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    enableBlinkFeatures: '',
  });
  expect(await preferences(bare)).toMatchObject({
    allowRunningInsecureContent: true,
    experimentalFeatures: true,
    webviewTag: true,
    enableBlinkFeatures: 'CSSGapDecoration',
  });
});

test('a page has no WebGL, and nothing of Node even where somebody forgets to say so', async () => {
  const hasWebGl = ({ page }: Muniment) =>
    page.evaluate(() => document.createElement('canvas').getContext('webgl') !== null);
  expect(await hasWebGl(bare)).toBe(true);
  expect(await hasWebGl(walled)).toBe(false);

  const typeOfRequire = (program: Muniment) =>
    program.app.evaluate(async ({ BrowserWindow }) => {
      const window = new BrowserWindow({
        show: false,
        webPreferences: { nodeIntegration: true, contextIsolation: false },
      });
      try {
        await window.loadURL('about:blank');
        return await window.webContents.executeJavaScript('typeof require');
      } finally {
        window.destroy();
      }
    });
  expect(await typeOfRequire(bare)).toBe('function');
  // app.enableSandbox, which no window can leave.
  expect(await typeOfRequire(walled)).toBe('undefined');
});

test('no process of the program leaves memory in a core file, and nothing reports crashes', async () => {
  test.skip(process.platform !== 'linux', 'Elsewhere the system’s own reporter decides.');
  const processes = async ({ app }: Muniment): Promise<number[]> => {
    const first = await app.evaluate(() => process.pid);
    return descendants(first);
  };
  /** Of those that are still there: a page of the test before may just be ending. */
  const filters = async (program: Muniment): Promise<{ words: string; filter: number }[]> =>
    (await processes(program)).flatMap((pid) => {
      const [filter, words] = [readProc(pid, 'coredump_filter'), readProc(pid, 'cmdline')];
      return filter === '' || words === '' ? [] : [{ words, filter: Number.parseInt(filter, 16) }];
    });
  const free = await filters(bare);
  expect(free.length).toBeGreaterThan(4);
  expect(free.every(({ filter }) => filter > 0)).toBe(true);
  const held = await filters(walled);
  // The host, two or three zygotes, the network, the page at least.
  expect(held.length).toBeGreaterThan(4);
  for (const { words, filter } of held) expect(filter, words.slice(0, 200)).toBe(0);

  // The reporter leaves its parent, but its folder is the program's.
  const reporters = ({ profile }: Muniment) =>
    readdirSync('/proc').filter((pid) => {
      const words = readProc(Number(pid), 'cmdline').split('\0');
      return words[0]?.endsWith('crashpad_handler') && words.join().includes(profile.userData);
    }).length;
  expect(reporters(walled)).toBe(0);
  await bare.app.evaluate(({ crashReporter }) => crashReporter.start({ uploadToServer: false }));
  await expect.poll(() => reporters(bare)).toBe(1);
});

test('no proxy is taken from the machine, and the spelling is not checked', async () => {
  const habits = (program: Muniment) =>
    program.app.evaluate(async ({ BrowserWindow }) => {
      const session = BrowserWindow.getAllWindows()[0]?.webContents.session;
      return {
        way: await session?.resolveProxy('http://far.example/'),
        spelling: session?.isSpellCheckerEnabled(),
      };
    });
  expect(await habits(bare)).toEqual({ way: 'PROXY 192.0.2.1:3128', spelling: true });
  expect(await habits(walled)).toEqual({ way: 'DIRECT', spelling: false });
  expect(filesUnder(walled.profile.userData).filter((name) => /bdic/.test(name))).toEqual([]);
});

test('the window’s title names nobody', async () => {
  const title = async (program: Muniment): Promise<string> => {
    await program.page.evaluate(() => {
      document.title = 'Immanuel Jacobs';
    });
    await program.page.waitForTimeout(150);
    return program.app.evaluate(({ BrowserWindow }) =>
      String(BrowserWindow.getAllWindows()[0]?.getTitle()),
    );
  };
  expect(await title(bare)).toBe('Immanuel Jacobs');
  expect(await title(walled)).toBe('Muniment');
});

test('no dialog adds to the recent documents', async () => {
  await answerSaveDialog(walled.app, undefined);
  const asked = await walled.app.evaluate(({ dialog }) => {
    const all: unknown[] = [];
    for (const name of ['showOpenDialog', 'showSaveDialog'] as const) {
      Object.assign(dialog, {
        [name]: (_window: unknown, { properties }: { properties: string[] }) => {
          all.push(properties);
          return Promise.resolve({ canceled: true, filePaths: [] });
        },
      });
    }
    Object.assign(globalThis, { asked: all });
    return all.length;
  });
  expect(asked).toBe(0);
  await walled.page.evaluate(async () => {
    await host.ask('chooseFile', { kind: 'import' });
    await host.ask('chooseSave', { kind: 'pdf', suggestedName: 'minutes.pdf' });
  });
  const properties = await walled.app.evaluate(
    () => (globalThis as unknown as { asked: string[][] }).asked,
  );
  expect(properties).toHaveLength(2);
  for (const each of properties) expect(each).toContain('dontAddToRecent');
});

test('text on the clipboard goes after 30 seconds, unless somebody else put it there', async () => {
  // The host's timers of just that length run out after 0.2 s.
  await walled.app.evaluate(() => {
    const real = setTimeout;
    const hasty = (work: () => void, ms: number) => real(work, ms === 30_000 ? 200 : ms);
    Object.assign(globalThis, { setTimeout: hasty });
  });
  const clip = (set?: string) =>
    walled.app.evaluate(async ({ clipboard }, text) => {
      if (text !== undefined) await clipboard.writeText(text);
      return clipboard.readText();
    }, set);
  const copy = () => walled.page.evaluate(() => host.ask('copyText', { text: 'ours' }));
  await copy();
  expect(await clip('theirs')).toBe('theirs');
  await walled.page.waitForTimeout(500);
  expect(await clip()).toBe('theirs');
  await copy();
  expect(await clip()).toBe('ours');
  await expect.poll(() => clip()).toBe('');
});

test('a person who is away for as long as was set finds the program locked, and not before', async () => {
  const away = (seconds: number) =>
    walled.app.evaluate(({ powerMonitor }, idle) => {
      const asked = { times: 0 };
      Object.assign(globalThis, { idleAsked: asked });
      Object.assign(powerMonitor, {
        getSystemIdleTime: () => {
          asked.times += 1;
          return idle;
        },
      });
    }, seconds);
  const timesAsked = () =>
    walled.app.evaluate(
      () => (globalThis as unknown as { idleAsked: { times: number } }).idleAsked.times,
    );
  await walled.page.evaluate(() => {
    host.on('lockSoon', (why) => Object.assign(window, { warned: why }));
    return host.ask('setUnlocked', { unlocked: true });
  });
  const warned = () => walled.page.evaluate(() => Reflect.get(window, 'warned') ?? null);
  await away(599);
  await expect.poll(timesAsked).toBe(1);
  expect(await warned()).toBeNull();
  await away(600);
  await expect.poll(warned).toEqual({ why: 'idle' });
});

test('a session leaves no page, script or picture in a cache', async () => {
  const cached = ({ profile }: Muniment): string[] =>
    filesUnder(profile.userData).filter((name) =>
      /Cache.*\/(?:[0-9a-f]{16}_[0-9s]|data_[0-9]|f_[0-9a-f]+)$/i.test(name),
    );
  const program = await launchWalled();
  await program.close();
  await bare.close();
  expect(cached(bare)).not.toEqual([]);
  expect(cached(program)).toEqual([]);
  // What the host itself wrote is for this user only.
  expect(statSync(join(program.profile.userData, 'host.json')).mode & 0o777).toBe(0o600);
});

function readProc(pid: number, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8').trim();
  } catch {
    return '';
  }
}

/** A process and all that came of it. */
function descendants(first: number): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    const parent = /^PPid:\s*(\d+)/m.exec(readProc(Number(name), 'status'))?.[1];
    if (parent !== undefined) parents.set(Number(name), Number(parent));
  }
  const found = [first];
  for (const pid of found) {
    for (const [child, parent] of parents) if (parent === pid) found.push(child);
  }
  return found;
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' });
}

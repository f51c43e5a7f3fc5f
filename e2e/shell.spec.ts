/** The host's own walls: navigation, channels, addresses, processes, the lock. Each with its control. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test, type Page } from '@playwright/test';
import type { HostBridge } from '../electron/contract.ts';
import { BANNER } from '../renderer/domain/banner.ts';
import { launchMuniment, sandboxAllowed, type Muniment } from './launch.ts';
import { giveToProgram } from './stage.ts';
import { openFar, type Far } from './walls/far-server.ts';
import { launchBare, launchWalled, walledProgram, workerOf } from './walls/programs.ts';

declare const host: HostBridge;
declare const port: MessagePort;

let far: Far;
let bare: Muniment;
let walled: Muniment;

test.beforeAll(async () => {
  far = await openFar();
  bare = await launchBare(far);
  walled = await launchWalled();
});
test.afterAll(async () => {
  await Promise.all([bare.close(), walled.close()]);
  far.close();
});

/** Asks the host over the port, as the vault's worker does. */
function askPort(page: Page, question: Record<string, unknown>, text?: string): Promise<unknown> {
  return page.evaluate(
    ([request, html]) =>
      new Promise((resolve) => {
        port.addEventListener('message', ({ data }) => resolve(data), { once: true });
        port.start();
        const bytes = html === undefined ? {} : { bytes: new TextEncoder().encode(html) };
        port.postMessage({ ...request, ...bytes });
      }),
    [question, text] as const,
  );
}

const sheet = (head: string): string =>
  `<!doctype html><html lang="en"><head><title>Minutes</title></head><body data-banner="page">` +
  `<table class="sheet"><thead><tr><td>${head}</td></tr></thead><tbody><tr><td>Approved.` +
  '<script>document.title = "ran"</script></td></tr></tbody></table></body></html>';

/** The page of this moment: each lock brings a fresh one. */
function shown(): Page {
  const page = walled.app.windows().at(-1);
  if (!page) throw new Error('There is no window.');
  return page;
}

const pidsOf = (program: Muniment): Promise<number[]> =>
  program.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map(({ webContents }) => webContents.getOSProcessId()),
  );

test('the page goes nowhere', async () => {
  const go = (page: Page, to: string) =>
    page.evaluate((url) => {
      setTimeout(() => window.location.assign(url), 0);
    }, to);
  await go(bare.page, `${far.http}/gone`);
  await bare.page.waitForURL('**/gone');
  await bare.page.goBack();

  for (const to of [`${far.http}/gone-too`, 'file:///etc/hostname', 'app://muniment/page.js']) {
    await go(walled.page, to);
    await walled.page.waitForTimeout(150);
    expect(walled.page.url()).toBe('app://muniment/');
  }
  expect(far.saw('gone-too')).toBe(false);
});

test('what is not the program’s own is cancelled and counted, also where no policy holds', async () => {
  const before = await walled.page.evaluate(() => host.ask('appInfo', null));
  const fetched = (program: Muniment, partition: string, url: string) =>
    program.app.evaluate(
      async ({ session }, [name, address]) => {
        try {
          const of = name === '' ? session.defaultSession : session.fromPartition(name);
          return (await of.fetch(address)).status;
        } catch (reason) {
          return String(reason);
        }
      },
      [partition, url] as const,
    );
  expect(await fetched(bare, '', `${far.http}/counted`)).toBe(200);
  expect(await fetched(walled, 'persist:muniment', `${far.http}/counted-too`)).toContain(
    'ERR_BLOCKED_BY_CLIENT',
  );
  expect(far.saw('counted-too')).toBe(false);
  const after = await walled.page.evaluate(() => host.ask('appInfo', null));
  expect(after.refusedRequests).toBe(before.refusedRequests + 1);
});

test('only listed files have an address, and every answer carries the policy', async () => {
  const asked = (url: string) =>
    walled.app.evaluate(async ({ session }, address) => {
      const answer = await session.fromPartition('persist:muniment').fetch(address);
      return [answer.status, answer.headers.get('content-security-policy') ?? ''] as const;
    }, url);
  for (const path of ['/', '/page.js', '/worker.js']) {
    const [status, policy] = await asked(`app://muniment${path}`);
    expect(status).toBe(200);
    expect(policy).toMatch(
      /^default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'/,
    );
    expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:/);
  }
  for (const address of [
    'muniment/nothing.js',
    'muniment/%2e%2e/main/main.mjs',
    'muniment/..%2fmain%2fmain.mjs',
    'muniment/page.js?x=1',
    'elsewhere/page.js',
    'muniment/job/00000000000000000000000000000000',
  ]) {
    expect((await asked(`app://${address}`))[0], address).toBe(404);
  }
});

test('the page gets two functions, and nothing of Electron or Node', async () => {
  const seen = await walled.page.evaluate(() => ({
    host: Object.keys(host).sort(),
    others: ['require', 'process', 'module', 'electron', 'ipcRenderer'].filter(
      (name) => name in window,
    ),
    isolated: window.crossOriginIsolated,
  }));
  expect(seen).toEqual({ host: ['ask', 'on'], others: [], isolated: true });
});

test('a window that is not the program’s own is refused on every channel', async () => {
  const askFrom = (where: 'page' | 'foreign', channel: string) =>
    walled.app.evaluate(
      async ({ BrowserWindow }, [place, name]) => {
        const [own] = BrowserWindow.getAllWindows();
        if (!own) throw new Error('There is no window.');
        const { session } = own.webContents;
        const [preload] = [
          `${process.argv.find((arg) => arg.includes('walled')) ?? ''}/dist/preload/preload.cjs`,
        ];
        const window =
          place === 'page'
            ? own
            : new BrowserWindow({
                show: false,
                webPreferences: { session, preload, sandbox: true },
              });
        try {
          if (place === 'foreign') await window.loadURL('app://muniment/');
          return await window.webContents.executeJavaScript(
            `host.ask('${name}', null).then((answer) => typeof answer, (refused) => refused.message)`,
          );
        } finally {
          if (place === 'foreign') window.destroy();
        }
      },
      [where, channel] as const,
    );
  // The control: the same preload in the same foreign window reaches a channel that does not look who asks.
  await walled.app.evaluate(({ ipcMain }) => ipcMain.handle('host:unguarded', () => 42));
  expect(await askFrom('foreign', 'unguarded')).toBe('number');
  expect(await askFrom('page', 'clock')).toBe('number');
  expect(await askFrom('foreign', 'clock')).toContain('wall/refused');
});

test('what does not fit the contract is refused on the channels and on the port', async () => {
  const ask = (channel: string, input: unknown) =>
    walled.page.evaluate(
      ([name, value]) =>
        // The compiler would not let the program ask this.
        host.ask(name as 'unlockTried', value as { wrong: boolean }).then(
          () => 'answered',
          (reason: Error) => reason.message,
        ),
      [channel, input] as const,
    );
  expect(await ask('unlockTried', { wrong: false })).toBe('answered');
  expect(await ask('unlockTried', { wrong: 'no' })).toContain('wall/refused');
  expect(await ask('chooseSave', { kind: 'pdf', suggestedName: 'x'.repeat(121) })).toContain(
    'wall/refused',
  );
  expect(await ask('forgetHandle', { handle: '/etc/hostname' })).toContain('wall/refused');

  expect(await askPort(walled.page, { id: 1, op: 'header.read' })).toEqual({
    id: 1,
    ok: true,
    value: [],
  });
  const refusal = { ok: false, error: { code: 'wall/refused' } };
  expect(await askPort(walled.page, { id: 2, op: 'shell' })).toEqual({ id: 2, ...refusal });
  expect(
    await askPort(walled.page, { id: 3, op: 'file.read', handle: '../x', offset: 0, length: 1 }),
  ).toEqual({ id: 3, ...refusal });
});

test('a document without the sentence becomes no job; one with it shows in a frame, runs nothing and is apart from the page (BANNER)', async () => {
  const begin = { id: 1, op: 'job.append', job: null, last: true };
  expect(await askPort(walled.page, begin, sheet('Internal'))).toEqual({
    id: 1,
    ok: false,
    error: { code: 'document/unstamped' },
  });
  const made = (await askPort(walled.page, begin, sheet(BANNER))) as { value: string };
  const frame = (page: Page, set: Record<string, string>) =>
    page.evaluate(
      (attributes) =>
        new Promise<string>((resolve) => {
          const preview = document.createElement('iframe');
          for (const [name, value] of Object.entries(attributes)) preview.setAttribute(name, value);
          preview.addEventListener('load', () =>
            resolve(preview.contentDocument?.title ?? 'nothing'),
          );
          document.body.append(preview);
        }),
      set,
    );
  expect(await frame(bare.page, { srcdoc: sheet(BANNER) })).toBe('ran');
  const src = `app://muniment/job/${made.value}`;
  expect(await frame(walled.page, { src, sandbox: 'allow-same-origin' })).toBe('Minutes');
  expect(await frame(walled.page, { src })).toBe('Minutes');
  // As the preview has it: out of the page's reach, in a process of its own.
  expect(await frame(walled.page, { src, sandbox: '' })).toBe('nothing');
  const processes = await walled.app.evaluate(({ BrowserWindow }) => {
    const page = BrowserWindow.getAllWindows()[0]?.webContents.mainFrame;
    return page?.frames.map((one) => one.osProcessId === page.osProcessId);
  });
  expect(processes).toEqual([true, true, false]);
});

test('Chromium’s sandbox is on: the page’s process is filtered, the host’s is not', async () => {
  test.skip(
    process.platform !== 'linux' || !sandboxAllowed(),
    'This machine refuses user namespaces.',
  );
  const seccomp = (pid: number | undefined) =>
    /^Seccomp:\s*(\d)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  const [page] = await pidsOf(walled);
  expect(seccomp(page)).toBe('2');
  expect(seccomp(await walled.app.evaluate(() => process.pid))).toBe('0');
  expect((await walled.page.evaluate(() => host.ask('appInfo', null))).sandboxed).toBe(true);
});

test('a second start hands its file to the first and leaves, by its path or by its address', async () => {
  await walled.page.evaluate(() => {
    host.on('fileOpened', (value) => Object.assign(window, { opened: value }));
  });
  for (const name of ['received.age', 'two words.age']) {
    const file = join(walled.profile.home, name);
    writeFileSync(file, 'sealed');
    giveToProgram(file);
    const given = name.includes(' ') ? pathToFileURL(file).href : file;
    await expect(
      launchMuniment({ root: walledProgram(), profile: walled.profile, args: [given] }),
    ).rejects.toThrow();
    await expect
      .poll(() => walled.page.evaluate(() => Reflect.get(window, 'opened')))
      .toMatchObject({ name, size: 6, kind: 'bundle' });
  }
});

test('text on the clipboard goes at lock, unless somebody else put it there', async () => {
  const clip = (set?: string) =>
    walled.app.evaluate(async ({ clipboard }, text) => {
      if (text !== undefined) await clipboard.writeText(text);
      return clipboard.readText();
    }, set);
  const lock = async (copied: string, then?: string) => {
    const page = shown();
    await page.evaluate(
      (text) =>
        host.ask('setUnlocked', { unlocked: true }).then(() => host.ask('copyText', { text })),
      copied,
    );
    expect(await clip(then)).toBe(then ?? copied);
    const next = walled.app.waitForEvent('window');
    await page.evaluate(() => void host.ask('lockNow', { route: 'people' }));
    await (await next).waitForURL('app://muniment/');
    return clip();
  };
  expect(await lock('ours', 'theirs')).toBe('theirs');
  expect(await lock('ours')).toBe('');
});

test('a lock ends the worker and the page’s process, and the next page knows the way back', async () => {
  const page = shown();
  const worker = await workerOf(page);
  const [before = 0] = await pidsOf(walled);
  expect(existsSync(`/proc/${before}`)).toBe(true);
  const next = walled.app.waitForEvent('window');

  // Nobody answers lockSoon here: after two seconds the process ends all the same.
  await page.evaluate(() => host.ask('setUnlocked', { unlocked: true }));
  const [warned] = await Promise.all([
    page.evaluate(() => new Promise((resolve) => host.on('lockSoon', resolve))),
    walled.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('lock')?.click()),
  ]);
  expect(warned).toEqual({ why: 'menu' });
  const fresh = await next;
  await fresh.waitForURL('app://muniment/');
  await expect.poll(() => existsSync(`/proc/${before}`)).toBe(false);
  await expect.poll(() => pidsOf(walled).then((pids) => pids.includes(before))).toBe(false);
  await expect(worker.evaluate(() => 42)).rejects.toThrow();
  expect((await fresh.evaluate(() => host.ask('appInfo', null))).route).toBe('people');
});

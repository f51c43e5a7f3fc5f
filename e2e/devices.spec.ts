/** Ways out of the page that Chromium itself would open: devices, the screen, downloads, redirects, other programs. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { launchMuniment, newProfile, type Muniment, type Profile } from './launch.ts';
import { giveToProgram } from './stage.ts';
import { openFar, type Far } from './walls/far-server.ts';
import { copyBare, walledProgram } from './walls/programs.ts';

let far: Far;
let bare: Muniment;
let walled: Muniment;

test.beforeAll(async () => {
  far = await openFar();
  bare = await launchWithOpener(copyBare(), { FAR_URL: `${far.http}/` });
  walled = await launchWithOpener(walledProgram());
  await bare.page.waitForURL(`${far.http}/`);
  await walled.page.waitForURL('app://muniment/');
});
test.afterAll(async () => {
  await Promise.all([bare.close(), walled.close()]);
  far.close();
});

/** Where the stand-in for the desktop's opener of addresses notes that it was started. */
const opened = ({ tmp }: Profile): string => join(tmp, 'opened');

/** Starts a program on a machine whose desktop opens addresses of other programs. */
function launchWithOpener(root: string, env: Record<string, string> = {}): Promise<Muniment> {
  const profile = newProfile();
  const tools = join(profile.home, 'bin');
  mkdirSync(tools);
  for (const name of ['xdg-open', 'xdg-email']) {
    const script = `#!/bin/sh\necho "$@" >> '${opened(profile)}'\n`;
    writeFileSync(join(tools, name), script, { mode: 0o755 });
  }
  giveToProgram(tools);
  const PATH = `${tools}:${process.env['PATH'] ?? ''}`;
  return launchMuniment({ profile, root, env: { ...env, PATH } });
}

/** The names of the errors with which a page's questions for devices end, a person's gesture granted. */
function askForDevices({ page }: Muniment): Promise<Record<string, string>> {
  return page.evaluate(async () => {
    interface Asked {
      requestDevice(filter: object): Promise<unknown>;
      requestPort(filter: object): Promise<unknown>;
    }
    // Not in TypeScript's library.
    const { usb, hid, serial, bluetooth } = navigator as unknown as Record<string, Asked>;
    const asks: Record<string, () => Promise<unknown> | undefined> = {
      usb: () => usb?.requestDevice({ filters: [] }),
      hid: () => hid?.requestDevice({ filters: [] }),
      serial: () => serial?.requestPort({}),
      bluetooth: () => bluetooth?.requestDevice({ acceptAllDevices: true }),
    };
    const ends: Record<string, string> = {};
    for (const [name, ask] of Object.entries(asks)) {
      ends[name] = await Promise.resolve()
        .then(ask)
        .then(
          (found) => (found === undefined ? 'absent' : 'granted'),
          (reason: DOMException) => reason.name,
        );
    }
    return ends;
  });
}

test('a page may not ask for a device of any kind', async () => {
  const pickers = ['select-usb-device', 'select-hid-device', 'select-serial-port'];
  const watch = (program: Muniment) =>
    program.app.evaluate(({ BrowserWindow }, names) => {
      const [window] = BrowserWindow.getAllWindows();
      const seen: string[] = [];
      Object.assign(globalThis, { seen });
      // The events are named by strings here; their listeners differ only in what they ignore.
      const session = window?.webContents.session as unknown as NodeJS.EventEmitter;
      for (const name of names) session.on(name, () => seen.push(name));
    }, pickers);
  const seenBy = (program: Muniment) =>
    program.app.evaluate(() => (globalThis as unknown as { seen: string[] }).seen);

  await watch(bare);
  const free = await askForDevices(bare);
  expect(await seenBy(bare), 'without walls each picker is reached').toEqual(pickers);
  expect(Object.values(free)).not.toContain('SecurityError');

  await watch(walled);
  const { bluetooth, ...others } = await askForDevices(walled);
  expect(others).toEqual({ usb: 'SecurityError', hid: 'SecurityError', serial: 'SecurityError' });
  // On Linux it is an experimental feature, so it is not even there.
  expect(['absent', 'SecurityError']).toContain(bluetooth);
  expect(await seenBy(walled)).toEqual([]);
});

test('a picker that is reached all the same gives no device', async () => {
  // There is no device here, so the pickers are told of one.
  const pick = (program: Muniment) =>
    program.app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      const session = window?.webContents.session as unknown as NodeJS.EventEmitter;
      const contents = window?.webContents as unknown as NodeJS.EventEmitter;
      const told: Record<string, unknown> = {};
      const device = { deviceId: 'd1', portId: 'd1' };
      const tell = (source: NodeJS.EventEmitter, name: string, ...what: unknown[]) => {
        let answer = 'the first one';
        const event = { preventDefault: () => void (answer = 'nobody yet') };
        source.emit(name, event, ...what, (id?: string) => {
          if (!id) answer = 'none';
        });
        told[name] = answer;
      };
      tell(session, 'select-usb-device', { deviceList: [device] });
      tell(session, 'select-hid-device', { deviceList: [device] });
      tell(session, 'select-serial-port', [device], contents);
      tell(contents, 'select-bluetooth-device', [device]);
      return told;
    });
  const first = 'the first one';
  expect(await pick(bare)).toEqual({
    'select-usb-device': first,
    'select-hid-device': first,
    'select-serial-port': first,
    // Electron's own default.
    'select-bluetooth-device': 'none',
  });
  expect(await pick(walled)).toEqual({
    'select-usb-device': 'none',
    'select-hid-device': 'none',
    'select-serial-port': 'none',
    'select-bluetooth-device': 'none',
  });
});

test('a page may not look at the screen', async () => {
  const look = async (program: Muniment): Promise<string> => {
    await program.app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      window?.webContents.session.setDisplayMediaRequestHandler((request, answer) =>
        answer(request.frame ? { video: request.frame } : {}),
      );
    });
    return program.page.evaluate(() =>
      navigator.mediaDevices.getDisplayMedia().then(
        (stream) => {
          for (const track of stream.getTracks()) track.stop();
          return 'seen';
        },
        (reason: DOMException) => reason.name,
      ),
    );
  };
  expect(await look(bare)).toBe('seen');
  expect(await look(walled)).not.toBe('seen');
});

test('a page may not download', async () => {
  const download = async (program: Muniment): Promise<string> => {
    const path = join(program.profile.tmp, 'downloaded.txt');
    const ended = program.app.evaluate(
      ({ BrowserWindow }, to) =>
        new Promise<string>((resolve) => {
          const [window] = BrowserWindow.getAllWindows();
          window?.webContents.session.once('will-download', (event, item) => {
            if (event.defaultPrevented) {
              resolve('refused');
              return;
            }
            item.setSavePath(to);
            item.once('done', (_done, state) => resolve(state));
          });
        }),
      path,
    );
    await program.page.evaluate(() => {
      const link = document.createElement('a');
      link.download = 'downloaded.txt';
      link.href = URL.createObjectURL(new Blob(['Immanuel Jacobs']));
      document.body.append(link);
      link.click();
    });
    return `${await ended}, ${existsSync(path) ? 'on disk' : 'nowhere'}`;
  };
  expect(await download(bare)).toBe('completed, on disk');
  expect(await download(walled)).toBe('refused, nowhere');
});

test('no window follows a redirect, a link or a webview, even in a session that has no walls', async () => {
  /** Which addresses of a web that is all in the host's memory were asked for. */
  const wander = (program: Muniment): Promise<string[]> =>
    program.app.evaluate(async ({ BrowserWindow, session }) => {
      const asked = new Set<string>();
      const open = session.fromPartition('no-walls');
      open.protocol.handle('http', ({ url }) => {
        const { pathname } = new URL(url);
        asked.add(pathname);
        if (pathname === '/redirect') return Response.redirect('http://far.example/landed');
        return new Response('<p>far</p>', { headers: { 'Content-Type': 'text/html' } });
      });
      const window = new BrowserWindow({
        show: false,
        webPreferences: { session: open, webviewTag: true },
      });
      const { webContents } = window;
      const inPage = async (code: string) => {
        await webContents.executeJavaScript(`(() => { ${code}; return 0; })()`, true);
        await new Promise((resolve) => setTimeout(resolve, 400));
      };
      await webContents.loadURL('http://far.example/redirect').catch(() => undefined);
      await webContents.loadURL('http://far.example/started');
      await inPage(`const view = document.createElement('webview');
        view.partition = 'no-walls'; view.src = 'http://far.example/webview';
        document.body.append(view)`);
      await inPage(`window.open('http://far.example/opened')`);
      await inPage(`setTimeout(() => location.assign('http://far.example/linked'), 0)`);
      const [own] = BrowserWindow.getAllWindows().sort((a, b) => a.id - b.id);
      for (const each of BrowserWindow.getAllWindows()) if (each !== own) each.destroy();
      return [...asked].sort();
    });
  const all = ['/landed', '/linked', '/opened', '/redirect', '/started', '/webview'];
  expect(await wander(bare)).toEqual(all);
  expect(await wander(walled)).toEqual(['/redirect', '/started']);
});

test('an address of another program starts no program', async () => {
  const follow = ({ page }: Muniment) =>
    page.evaluate(() => {
      for (const href of ['mailto:immanuel.jacobs@example.org', 'muniment-test:x']) {
        const link = document.createElement('a');
        link.href = href;
        document.body.append(link);
        link.click();
      }
      const frame = document.createElement('iframe');
      frame.src = 'muniment-test:frame';
      document.body.append(frame);
    });
  await follow(bare);
  await expect.poll(() => existsSync(opened(bare.profile)), 'without walls').toBe(true);
  await follow(walled);
  await walled.page.waitForTimeout(1_000);
  expect(existsSync(opened(walled.profile))).toBe(false);
});

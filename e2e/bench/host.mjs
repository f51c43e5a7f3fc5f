/**
 * The main process of a measurement: serves the bench page as the program serves its own (a secure standard scheme,
 * cross-origin isolated, the same policy but for the two addresses that carry the job), and ends when it has answered.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { app, BrowserWindow, protocol, session } from 'electron';

const { BENCH_PAGE: page = '', BENCH_JOB: job = '', BENCH_DONE: done = '' } = process.env;

/** @type {Readonly<Record<string, string>>} */
const mime = { '.html': 'text/html', '.js': 'text/javascript', '.wasm': 'application/wasm' };
const headers = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'",
};

protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);
// Nobody looks at the window; it must not be slowed for that.
app.commandLine.appendSwitch('disable-renderer-backgrounding');
app.commandLine.appendSwitch('disable-background-networking');
app.disableHardwareAcceleration();
app.on('window-all-closed', () => app.quit());

void app.whenReady().then(() => {
  session.defaultSession.protocol.handle('app', answer);
  const window = new BrowserWindow({
    webPreferences: { backgroundThrottling: false, spellcheck: false },
  });
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    finish(JSON.stringify({ error: `the page's process ended: ${reason}` }));
  });
  return window.loadURL('app://bench/index.html');
});

/** @param {Request} request */
async function answer(request) {
  const { pathname } = new URL(request.url);
  if (pathname === '/job') return new Response(job, { headers });
  if (pathname === '/done') {
    finish(await request.text());
    return new Response('', { headers });
  }
  const type = mime[extname(pathname)];
  if (type === undefined || pathname.includes('..')) return new Response('', { status: 404 });
  const bytes = new Uint8Array(readFileSync(join(page, pathname)));
  return new Response(bytes, { headers: { ...headers, 'Content-Type': type } });
}

/** @param {string} text */
function finish(text) {
  const { electron, chrome } = process.versions;
  writeFileSync(done, JSON.stringify({ ...JSON.parse(text), electron, chrome }));
  app.quit();
}

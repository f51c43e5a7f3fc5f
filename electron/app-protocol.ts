/**
 * The program is served to itself over app://muniment. What exists is listed once at start; a path that is not on the
 * list does not exist. Nothing is looked up on disk by a name that the page gave.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import type { Session } from 'electron';
import { fontsFor } from './document-fonts.ts';

/** The page's origin, and the only one there is. */
export const ORIGIN = 'app://muniment';

/** A document held, and the style sheet of its fonts. */
const job = /^\/job\/([0-9a-f]{32})$/;
const jobFonts = /^\/job\/([0-9a-f]{32})\/fonts\.css$/;

const mime: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

/** WebAssembly is for Argon2id; `data:` pictures are those that a record holds. */
const pagePolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "worker-src 'self'",
  "frame-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  // The page's own, and the one by which the editor reads what is pasted.
  "require-trusted-types-for 'script'",
  'trusted-types default ProseMirrorClipboard',
].join('; ');

const documentPolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ');

/**
 * What neither a page nor a frame in it may ask for, before any permission is looked at. Bluetooth is not among them:
 * Chromium 130 knows no feature of that name; its picker is refused by itself.
 */
const deniedFeatures = (
  'camera clipboard-read clipboard-write display-capture geolocation hid idle-detection ' +
  'local-fonts microphone midi payment publickey-credentials-get serial storage-access usb window-management'
).split(' ');

const common = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
  'Permissions-Policy': deniedFeatures.map((feature) => `${feature}=()`).join(', '),
};

/**
 * What documents are set with. A document is previewed in a frame whose origin is nobody's, in a process of its own, so
 * that it can neither reach the page nor hold it up; to that frame these are from elsewhere.
 */
const shared = {
  ...common,
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Access-Control-Allow-Origin': '*',
};
const forDocuments = /\.(?:css|woff2|svg|png)$/;

/** The files that may be served, by their path from the root. */
export type Assets = ReadonlyMap<string, string>;

/** Lists every file under `root` once. */
export function listAssets(root: string): Assets {
  const assets = new Map<string, string>();
  const walk = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) walk(path);
      else assets.set(`/${relative(root, path).split(sep).join('/')}`, path);
    }
  };
  walk(root);
  return assets;
}

/** Answers app:// for the page: the listed files, `/` for the page itself, and `/job/<handle>` for documents held. */
export function servePage(
  session: Session,
  assets: Assets,
  documentHtml: (handle: string) => string | null,
): void {
  session.protocol.handle('app', (request) => {
    const path = pathOf(request) ?? '';
    const handle = handleOf(path);
    if (handle) return document(assets, path, documentHtml(handle));
    return asset(assets, path === '/' ? '/index.html' : path);
  });
}

/** Answers app:// for a window that prints: its one document, style sheets and fonts. */
export function serveDocument(
  session: Session,
  assets: Assets,
  handle: string,
  text: string,
): void {
  session.protocol.handle('app', (request) => {
    const path = pathOf(request) ?? '';
    if (handleOf(path) === handle) return document(assets, path, text);
    return asset(assets, forDocuments.test(path) ? path : null);
  });
}

/** Whether an address is that of a document held for preview, at its mark (`#mark`) or not. */
export function isJobUrl(url: string): boolean {
  const address = url.replace(/#mark$/, '');
  return address.startsWith(ORIGIN) && job.test(address.slice(ORIGIN.length));
}

/** Whose document, or whose fonts, a path names. */
function handleOf(path: string): string | undefined {
  return (job.exec(path) ?? jobFonts.exec(path))?.[1];
}

function pathOf(request: Request): string | null {
  const url = new URL(request.url);
  return request.method === 'GET' && url.host === 'muniment' && url.search === ''
    ? url.pathname
    : null;
}

function asset(assets: Assets, path: string | null): Response {
  const file = path === null ? undefined : assets.get(path);
  const type = path === null ? undefined : mime[extname(path)];
  if (file === undefined || type === undefined) return missing();
  return new Response(new Uint8Array(readFileSync(file)), {
    headers: {
      ...(forDocuments.test(file) ? shared : common),
      'Content-Type': type,
      // Workers take the policy of their own script's response, so every script carries it, and so does every page.
      'Content-Security-Policy': pagePolicy,
    },
  });
}

/** A document, with a style sheet of fonts of its own, or that style sheet. */
function document(assets: Assets, path: string, text: string | null): Response {
  const fonts = assets.get('/fonts.css');
  if (text === null || fonts === undefined) return missing();
  const areFonts = jobFonts.test(path);
  return new Response(
    areFonts
      ? fontsFor(fonts, text)
      : text.replace('href="/fonts.css"', `href="${path}/fonts.css"`),
    {
      headers: {
        ...(areFonts ? shared : common),
        'Content-Type': areFonts ? 'text/css; charset=utf-8' : 'text/html; charset=utf-8',
        'Content-Security-Policy': documentPolicy,
      },
    },
  );
}

function missing(): Response {
  return new Response('', {
    status: 404,
    headers: { 'Content-Security-Policy': "default-src 'none'" },
  });
}

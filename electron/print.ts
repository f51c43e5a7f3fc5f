/**
 * Documents on paper and as PDF. Each is rendered in a hidden window of its own: no scripts, no network, no preload, a
 * partition in memory that serves this document, style sheets and fonts, and ends with it.
 */
import { BrowserWindow, session as sessions } from 'electron';
import { BANNER } from '../renderer/domain/banner.ts';
import { fail, ok, type Result } from '../renderer/domain/errors.ts';
import { isAnonymised } from './anonymised.ts';
import { ORIGIN, serveDocument, type Assets } from './app-protocol.ts';
import { mayLeave, withHeaderBanner, type Jobs, type Pdf } from './jobs.ts';
import { finishPdf } from './pdf-finish.ts';
import { raiseSessionWalls, type Refusals } from './session-walls.ts';

/** How long a document may take to render before it has failed: a table of 10,000 rows on a slow machine is among them. */
const RENDER_MS = 180_000;

export interface Printer {
  /** Prints through the system's dialog. Errors: document/unstamped, document/no-printer, document/failed, wall/cancelled. */
  print(job: string, html: string): Promise<Result<null>>;
  /** The tagged PDF with the sentence on every page, unless it holds counts only. Errors: document/unstamped, document/failed, wall/cancelled. */
  pdf(job: string, html: string): Promise<Result<Pdf>>;
  /** Ends what is being made of a job; it answers wall/cancelled. */
  stop(job: string): void;
}

/** The PDF of a job: kept from before, or made now and kept. Errors: those of Printer.pdf. */
export async function pdfOfJob(job: string, jobs: Jobs, printer: Printer): Promise<Result<Pdf>> {
  const kept = jobs.pdf(job);
  if (kept) return ok(kept);
  const html = jobs.html(job);
  const made = html === null ? fail('document/failed') : await printer.pdf(job, html);
  if (made.ok) jobs.keepPdf(job, made.value);
  return made;
}

export function openPrinter(assets: Assets, refusals: Refusals): Printer {
  return {
    async print(job, html) {
      if (!mayLeave(html)) return fail('document/unstamped');
      return inHiddenWindow(assets, refusals, job, html, async ({ webContents }) => {
        const reason = await new Promise<string | null>((resolve) => {
          webContents.print({ silent: false, printBackground: true }, (done, why) =>
            resolve(done ? null : why),
          );
        });
        if (reason === null) return ok(null);
        if (/cancel/i.test(reason)) return fail('wall/cancelled');
        return fail(/printer/i.test(reason) ? 'document/no-printer' : 'document/failed');
      });
    },

    async pdf(job, html) {
      if (!mayLeave(html)) return fail('document/unstamped');
      return inHiddenWindow(assets, refusals, job, withHeaderBanner(html), async (window) => {
        const raw = await window.webContents.printToPDF({
          pageSize: 'A4',
          printBackground: true,
          preferCSSPageSize: false,
          margins: { top: 0.95, bottom: 0.75, left: 0.75, right: 0.75 },
          displayHeaderFooter: true,
          headerTemplate: isAnonymised(html) ? '<span></span>' : header,
          footerTemplate: footer,
          generateTaggedPDF: true,
          generateDocumentOutline: true,
        });
        return ok(await finishPdf(raw, Date.now()));
      });
    },

    stop(job) {
      stops.get(job)?.();
    },
  };
}

/**
 * System fonts only: the template cannot load ours, so it holds nothing but the fixed sentence. Whatever font that is,
 * the sentence is set to the width of the page: in one line, so that it is found in one piece.
 */
const header = `<svg viewBox="0 0 1000 22" style="width:100%;margin:0 0.5in" role="img">
<text x="0" y="14" textLength="1000" lengthAdjust="spacingAndGlyphs"
 style="font:700 13px sans-serif;fill:#a4161a">${BANNER}</text>
<rect x="0" y="20.6" width="1000" height="0.9" fill="#a4161a"></rect></svg>`;
const footer = `<div style="width:100%;margin:0 0.75in;font:7.5pt sans-serif;color:#444;text-align:center">
Page <span class="pageNumber"></span> of <span class="totalPages"></span></div>`;

let count = 0;
/** By job: what ends its rendering. */
const stops = new Map<string, () => void>();

async function inHiddenWindow<T>(
  assets: Assets,
  refusals: Refusals,
  job: string,
  html: string,
  work: (window: BrowserWindow) => Promise<Result<T>>,
): Promise<Result<T>> {
  const session = sessions.fromPartition(`document-${job}-${(count += 1)}`, { cache: false });
  raiseSessionWalls(session, refusals, false);
  serveDocument(session, assets, job, html);
  const window = new BrowserWindow({
    show: false,
    title: '',
    width: 900,
    height: 1200,
    webPreferences: {
      session,
      javascript: false,
      sandbox: true,
      contextIsolation: true,
      webSecurity: true,
      nodeIntegration: false,
      webviewTag: false,
      plugins: false,
      webgl: false,
      images: true,
      spellcheck: false,
      v8CacheOptions: 'none',
      devTools: false,
    },
  });
  const stopped = new Promise<Result<never>>((resolve) => {
    stops.set(job, () => resolve(fail('wall/cancelled')));
  });
  const done = inTime(async () => {
    await window.loadURL(`${ORIGIN}/job/${job}`);
    await settled(window);
    return work(window);
  });
  try {
    return await Promise.race([done, stopped]);
  } catch {
    return fail('document/failed');
  } finally {
    stops.delete(job);
    // What goes on in a window that was stopped ends with it, and nobody waits for it.
    done.catch(() => null);
    window.destroy();
    await session.clearStorageData();
  }
}

/**
 * Waits until the document is laid out with all its fonts and pictures. The question runs in a world of its own, which
 * the document's own scripts, were there any, do not have.
 */
async function settled(window: BrowserWindow): Promise<void> {
  await window.webContents.executeJavaScriptInIsolatedWorld(WORLD, [{ code: rendered }]);
}

const WORLD = 77;
const rendered = `(async () => {
  document.body.getBoundingClientRect();
  await document.fonts.ready;
  await Promise.all([...document.images].map((image) => image.decode().catch(() => null)));
  document.body.getBoundingClientRect();
  await document.fonts.ready;
  return null;
})()`;

async function inTime<T>(work: () => Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('document/failed')), RENDER_MS);
  });
  try {
    return await Promise.race([work(), late]);
  } finally {
    clearTimeout(timer);
  }
}

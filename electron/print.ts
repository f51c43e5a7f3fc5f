/**
 * Documents on paper and as PDF. Each is rendered in a hidden window of its own: no scripts, no network, no preload, a
 * partition in memory that serves this document, style sheets and fonts, and ends with it.
 */
import { BrowserWindow, session as sessions } from 'electron';
import { BANNER } from '../renderer/domain/banner.ts';
import { fail, ok, type Result } from '../renderer/domain/errors.ts';
import { isAnonymised } from './anonymised.ts';
import { ORIGIN, serveDocument, type Assets } from './app-protocol.ts';
import { copiesIn, footerOf, paperOf, withFolios } from './folios.ts';
import { mayLeave, withHeaderBanner, type Jobs, type Pdf } from './jobs.ts';
import { finishPdf } from './pdf-finish.ts';
import { raiseSessionWalls, type Refusals } from './session-walls.ts';

/** How long a document may take to render before it has failed: a table of 10,000 rows on a slow machine is among them. */
const RENDER_MS = 180_000;

export interface Printer {
  /**
   * Prints through the system's dialog. @param pages how many there are, counted on the PDF
   * Errors: document/unstamped, document/no-printer, document/failed, wall/cancelled.
   */
  print(job: string, html: string, pages: number): Promise<Result<null>>;
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
  const renderPdf = (job: string, html: string, footerTemplate: string): Promise<Result<Pdf>> =>
    inHiddenWindow(assets, refusals, job, withHeaderBanner(html), async ({ webContents }) => {
      const raw = await webContents.printToPDF({
        pageSize: paperOf(html),
        printBackground: true,
        preferCSSPageSize: true,
        displayHeaderFooter: true,
        headerTemplate: isAnonymised(html) ? NOTHING : header,
        footerTemplate,
        generateTaggedPDF: true,
        generateDocumentOutline: true,
      });
      return ok(await finishPdf(raw, Date.now()));
    });

  return {
    async print(job, html, pages) {
      if (!mayLeave(html)) return fail('document/unstamped');
      const numbered = withFolios(html, pages);
      return inHiddenWindow(assets, refusals, job, numbered, async ({ webContents }) => {
        const reason = await new Promise<string | null>((resolve) => {
          webContents.print(
            { silent: false, printBackground: true, pageSize: paperOf(html) },
            (done, why) => resolve(done ? null : why),
          );
        });
        if (reason === null) return ok(null);
        if (/cancel/i.test(reason)) return fail('wall/cancelled');
        return fail(/printer|device/i.test(reason) ? 'document/no-printer' : 'document/failed');
      });
    },

    async pdf(job, html) {
      if (!mayLeave(html)) return fail('document/unstamped');
      const counted = await renderPdf(job, html, footerOf(html));
      if (!counted.ok || copiesIn(html) <= 1) return counted;
      // Chromium's own footer would number all copies as one document.
      return renderPdf(job, withFolios(html, counted.value.pages), NOTHING);
    },

    stop(job) {
      stops.get(job)?.();
    },
  };
}

/** An empty template would bring Chromium's own, with the address. */
const NOTHING = '<span></span>';

/**
 * System fonts only: the template cannot load ours, so it holds nothing but the fixed sentence. Whatever font that is,
 * the sentence is set to the width of the page, 27 points from its edges: in one line, so that it is found in one piece.
 * Its letters are 7.6 points high, on Letter a little more; the red has 7.7:1 against white, in grey too.
 */
const header = `<svg viewBox="0 0 541 14" style="width:100%;margin:11pt 27pt 0" role="img">
<text x="0" y="9" textLength="541" lengthAdjust="spacingAndGlyphs"
 style="font:700 7.6px sans-serif;fill:#a3191f">${BANNER}</text>
<rect x="0" y="13.2" width="541" height="0.6" fill="#a3191f"></rect></svg>`;

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
  serveDocument(session, assets, job, html.replace('<body ', '<body data-unseen '));
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
    // The program keeps the partition's name to its end; the document is not to stay with it.
    session.protocol.unhandle('app');
    await session.clearStorageData();
  }
}

/**
 * Waits until all fonts and pictures are there that the document needs on paper. It is laid out for paper only: so what
 * is shown meanwhile is a probe, which has each letter of each language, in each weight. This runs in a world of its own,
 * which the document's own scripts, were there any, do not have.
 */
async function settled(window: BrowserWindow): Promise<void> {
  await window.webContents.executeJavaScriptInIsolatedWorld(WORLD, [{ code: probed }]);
}

const WORLD = 77;
const probed = `(async () => {
  const letters = new Map();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { data, parentElement } = texts.currentNode;
    const { lang } = parentElement.closest('[lang]') ?? document.documentElement;
    if (!letters.has(lang)) letters.set(lang, new Set('Aa0'));
    const known = letters.get(lang);
    for (const letter of data) if (letter > '~') known.add(letter);
  }
  const probe = document.createElement('div');
  for (const [lang, all] of letters)
    for (const kind of ['span', 'strong', ...(document.querySelector('code') ? ['code'] : [])]) {
      const sample = document.createElement(kind);
      sample.lang = lang;
      sample.textContent = [...all].join(' ');
      probe.append(sample);
    }
  document.body.append(probe);
  probe.getBoundingClientRect();
  await document.fonts.ready;
  await Promise.all([...document.images].map((image) => image.decode().catch(() => null)));
  probe.remove();
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

/**
 * Printable documents, in memory only, from the moment the vault hands one over until it is dropped or the page ends.
 * One without the confidentiality sentence in its visible text does not become a job, unless it holds counts only.
 */
import { randomBytes } from 'node:crypto';
import { BANNER } from '../renderer/domain/banner.ts';
import { fail, ok, type Result } from '../renderer/domain/errors.ts';
import { isAnonymised } from './anonymised.ts';

const MOST_BYTES = 64 * 1024 * 1024;
const MOST_JOBS = 32;

/** A finished PDF and how many pages it has. */
export interface Pdf {
  readonly bytes: Uint8Array;
  readonly pages: number;
}

interface Job {
  chunks: Uint8Array[];
  bytes: number;
  html: string | null;
  /** Its PDF, once it was made. */
  pdf: Pdf | null;
}

export interface Jobs {
  /** Adds UTF-8 HTML to a job, or starts one where `job` is null; answers the job's handle. */
  append(job: string | null, bytes: Uint8Array, last: boolean): Result<string>;
  /** The finished HTML; null when there is no such job or it is not finished. */
  html(job: string): string | null;
  /** Keeps a job's PDF until the job is dropped. */
  keepPdf(job: string, pdf: Pdf): void;
  pdf(job: string): Pdf | null;
  drop(job: string): void;
  dropAll(): void;
}

export function openJobs(): Jobs {
  const jobs = new Map<string, Job>();
  return {
    append(given, bytes, last) {
      const name = given ?? randomBytes(16).toString('hex');
      const job = given === null ? { chunks: [], bytes: 0, html: null, pdf: null } : jobs.get(name);
      if (!job || job.html !== null) return fail('document/failed');
      if (job.bytes + bytes.byteLength > MOST_BYTES || (given === null && jobs.size >= MOST_JOBS)) {
        jobs.delete(name);
        return fail('document/failed');
      }
      jobs.set(name, job);
      job.chunks.push(bytes);
      job.bytes += bytes.byteLength;
      if (!last) return ok(name);

      job.html = Buffer.concat(job.chunks).toString('utf8');
      job.chunks = [];
      if (mayLeave(job.html)) return ok(name);
      jobs.delete(name);
      return fail('document/unstamped');
    },
    html: (name) => jobs.get(name)?.html ?? null,
    keepPdf(name, pdf) {
      const job = jobs.get(name);
      if (job) job.pdf = pdf;
    },
    pdf: (name) => jobs.get(name)?.pdf ?? null,
    drop(name) {
      jobs.delete(name);
    },
    dropAll() {
      jobs.clear();
    },
  };
}

/** `data-banner="page"`: the document's own tables, one a copy, repeat the sentence on each sheet of paper. */
const body = /<body\b[^>]*\bdata-banner="page"[^>]*>([\s\S]*)/i;
const sheet = /<table\b[^>]*\bclass="sheet"[^>]*>/i;
const sheetHead = /^\s*<thead\b[^>]*>([\s\S]*?)<\/thead>/i;

/**
 * Whether the sentence stands, to the letter and as text, in the head of each sheet, which every printed page repeats.
 * A comment, an attribute or the document's title does not count.
 */
export function isStamped(html: string): boolean {
  const shown = body.exec(html.replaceAll(/<!--[\s\S]*?(?:-->|$)/g, ''))?.[1];
  const [before, ...sheets] = shown?.split(sheet) ?? [];
  if (before?.trim() !== '' || sheets.length === 0) return false;
  return sheets.every((one) => {
    const head = sheetHead.exec(one)?.[1];
    return head !== undefined && head.replaceAll(/<[^>]*>/g, '').includes(BANNER);
  });
}

/** Whether a document may be shown, printed or saved: it is stamped, or holds nothing that would need it. */
export function mayLeave(html: string): boolean {
  return isStamped(html) || isAnonymised(html);
}

/** The same document with its own banner put away, for output where every page gets one from the header instead. */
export function withHeaderBanner(html: string): string {
  return html.replace(/(<body\b[^>]*\bdata-banner=")page"/i, '$1header"');
}

/** Whole files, a piece at a time. */
import { type Result, fail, ok } from '../domain/errors.ts';
import type { Source } from './blobs.ts';
import type { Bytes } from './bytes.ts';
import type { HostPort } from './host-port.ts';

const PIECE = 1024 * 1024;

interface Watched {
  progress(done: number, total: number): void;
  cancelled(): boolean;
}

/** Reads a file whole, for those that fit in memory. Errors: file/too-large, file/gone, wall/cancelled. */
export async function readWhole(
  source: Source,
  most: number,
  watched: Watched,
): Promise<Result<Bytes>> {
  if (source.size > most) return fail('file/too-large');
  const whole = new Uint8Array(source.size);
  for (let at = 0; at < whole.length; at += PIECE) {
    if (watched.cancelled()) return fail('wall/cancelled');
    const piece = await source.read(at, Math.min(PIECE, whole.length - at));
    if (!piece.ok) return piece;
    whole.set(piece.value, at);
    watched.progress(Math.min(at + PIECE, whole.length), whole.length);
  }
  return ok(whole);
}

/** Writes bytes whole to a place the person chose. Errors and `before` as of writeInPieces; wall/cancelled. */
export function writeWhole(
  host: HostPort,
  handle: string,
  bytes: Uint8Array,
  watched: Watched,
  before?: () => Promise<Result<unknown>>,
): Promise<Result<null>> {
  return writeInPieces(host, handle, () => appendAll(host, handle, bytes, watched), before);
}

/**
 * Writes a file whole to a place the person chose; nothing is there until all of it is durable.
 * @param append writes all bytes, under no name
 * @param before what has to succeed when they are on the disk and before the file has its name
 */
export async function writeInPieces(
  host: HostPort,
  handle: string,
  append: () => Promise<Result<null>>,
  before: () => Promise<Result<unknown>> = () => Promise.resolve(ok(null)),
): Promise<Result<null>> {
  const appended = await append();
  const ready = appended.ok ? await before() : appended;
  if (!ready.ok) {
    await host.fileAbort(handle);
    return ready;
  }
  return host.fileCommit(handle);
}

/** Writes bytes behind what is there, a piece at a time. Errors: those of the disk, wall/cancelled. */
export async function appendAll(
  host: HostPort,
  handle: string,
  bytes: Uint8Array,
  watched: Watched,
): Promise<Result<null>> {
  for (let at = 0; at < bytes.length; at += PIECE) {
    if (watched.cancelled()) return fail('wall/cancelled');
    const written = await host.fileAppend(handle, bytes.slice(at, at + PIECE));
    if (!written.ok) return written;
    watched.progress(Math.min(at + PIECE, bytes.length), bytes.length);
  }
  return ok(null);
}

/** Puts print HTML with the host; answers the job's handle. Errors: document/unstamped, document/failed. */
export async function putJob(host: HostPort, html: string): Promise<Result<string>> {
  const bytes = new TextEncoder().encode(html);
  let job: Result<string> = fail('document/failed');
  for (let at = 0; at === 0 || at < bytes.length; at += PIECE) {
    const last = at + PIECE >= bytes.length;
    const begun: string | null = job.ok ? job.value : null;
    job = await host.jobAppend(begun, bytes.slice(at, at + PIECE), last);
    if (job.ok) continue;
    if (begun !== null) await host.jobDrop(begun);
    return job;
  }
  return job;
}

/** The tagged PDF of print HTML, made by the host and read back without touching the disk. */
export async function pdfOf(host: HostPort, html: string): Promise<Result<Uint8Array>> {
  const job = await putJob(host, html);
  if (!job.ok) return job;
  const pdf = await readPdf(host, job.value);
  await host.jobDrop(job.value);
  return pdf;
}

async function readPdf(host: HostPort, job: string): Promise<Result<Uint8Array>> {
  const size = await host.jobPdf(job);
  if (!size.ok) return size;
  const whole = new Uint8Array(size.value.bytes);
  for (let at = 0; at < whole.length; at += PIECE) {
    const piece = await host.jobPdfRead(job, at, PIECE);
    if (!piece.ok) return piece;
    whole.set(piece.value, at);
  }
  return ok(whole);
}

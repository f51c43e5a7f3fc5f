/**
 * The port for bytes between the vault's worker and the host, handed to the page once each time it loads. Messages are
 * taken one after another, so that pieces of a file land in the order they were sent.
 */
import { MessageChannelMain, type WebContents } from 'electron';
import { fail, ok, type Result } from '../renderer/domain/errors.ts';
import type { BackupPlaces } from './backup-places.ts';
import { portRequest, type PortRequest } from './contract.ts';
import type { Files } from './files.ts';
import type { Jobs } from './jobs.ts';
import type { KeyFile } from './key-file.ts';
import { pdfOfJob, type Printer } from './print.ts';

export interface VaultServices {
  readonly keys: KeyFile;
  readonly files: Files;
  readonly backups: BackupPlaces;
  readonly jobs: Jobs;
  readonly printer: Printer;
}

/** Makes a port, gives one end to the page's preload and serves the other. Returns what closes it. */
export function handOverPort(page: WebContents, services: VaultServices): () => void {
  const { port1, port2 } = new MessageChannelMain();
  let turn = Promise.resolve();
  port1.on('message', ({ data }: { data: unknown }) => {
    const parsed = portRequest.safeParse(data);
    if (!parsed.success) {
      port1.postMessage({ id: idOf(data), ...fail('wall/refused') });
      return;
    }
    if (parsed.data.op === 'job.drop') {
      // Out of turn: what is being made of it ends.
      services.jobs.drop(parsed.data.job);
      services.printer.stop(parsed.data.job);
    }
    turn = turn.then(async () => {
      port1.postMessage({ id: parsed.data.id, ...(await serve(parsed.data, services)) });
    });
  });
  port1.start();
  page.postMessage('vault-port', null, [port2]);
  return () => port1.close();
}

async function serve(
  request: PortRequest,
  { keys, files, backups, jobs, printer }: VaultServices,
): Promise<Result<unknown>> {
  switch (request.op) {
    case 'header.read':
      return keys.read();
    case 'header.write':
      return keys.write(request.bytes);
    case 'file.read':
      return files.read(request.handle, request.offset, request.length);
    case 'file.beside':
      return files.beside(request.handle, request.name, request.offset, request.length);
    case 'file.append':
      return files.append(request.handle, request.bytes);
    case 'file.commit':
      return files.commit(request.handle);
    case 'file.abort':
      await files.abort(request.handle);
      return ok(null);
    case 'job.append':
      return jobs.append(request.job, request.bytes, request.last);
    case 'job.pdf': {
      const made = await pdfOfJob(request.job, jobs, printer);
      if (!made.ok) return made;
      return ok({ bytes: made.value.bytes.byteLength, pages: made.value.pages });
    }
    case 'job.pdfRead': {
      const pdf = jobs.pdf(request.job);
      if (pdf === null) return fail('document/failed');
      return ok(pdf.bytes.slice(request.offset, request.offset + request.length));
    }
    case 'job.drop':
      return ok(null);
    case 'backup.places':
      return ok(await backups.all());
    case 'backup.list':
      return backups.list(request.place);
    case 'backup.blobs':
      return backups.blobs(request.place, request.vault);
    case 'backup.read':
      return backups.read(request.place, request.name, request.offset, request.length);
    case 'backup.begin':
      return backups.begin(request.place, request.name);
    case 'backup.append':
      return backups.append(request.handle, request.bytes);
    case 'backup.readBack':
      return backups.readBack(request.handle, request.offset, request.length);
    case 'backup.commit':
      return backups.commit(request.handle);
    case 'backup.abort':
      await backups.abort(request.handle);
      return ok(null);
    case 'backup.remove':
      return backups.remove(request.place, request.name);
    case 'backup.good':
      return backups.good(request.place, request.name, request.at);
    default:
      return request satisfies never;
  }
}

/** A refusal is answered under the number of its question, where there was one. */
function idOf(data: unknown): number {
  const id = typeof data === 'object' && data !== null && 'id' in data ? data.id : null;
  return typeof id === 'number' ? id : -1;
}

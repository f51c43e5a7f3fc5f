/** The vault's way to the host: questions over the one MessagePort, answered by number. */
import type { BackupPlace, PortAsk } from '../../electron/contract.ts';
import type { Failure, Result } from '../domain/errors.ts';
import { owned } from './bytes.ts';

export type { BackupPlace } from '../../electron/contract.ts';

/** A file in a place of backups; its name is of one of the forms that domain/backup-plan.ts gives. */
export interface BackupFile {
  readonly place: string;
  readonly name: string;
}

/** The key file. Every failure of the disk is a value, here and below. */
export interface KeyFilePort {
  /** The generations of the key file that exist, newest first. */
  headerRead(): Promise<Result<Uint8Array[]>>;
  /** Resolves when the new generation is durable; the one before is kept. */
  headerWrite(bytes: Uint8Array): Promise<Result<null>>;
}

/** The places of backups. Errors: backup/place-absent, backup/gone, backup/disk-full, backup/read-only, backup/failed. */
export interface BackupPort {
  /** Every place, there or not. */
  backupPlaces(): Promise<Result<BackupPlace[]>>;
  /** The backups in a place, of this vault and of others; `size` in bytes. */
  backupList(place: string): Promise<Result<{ name: string; size: number }[]>>;
  /** The sealed files beside the backups of a vault, by the first 8 hex digits of its id. */
  backupBlobs(place: string, vault: string): Promise<Result<{ name: string; size: number }[]>>;
  /** At most `length` bytes from `offset`; fewer at the end of the file. */
  backupRead(file: BackupFile, offset: number, length: number): Promise<Result<Uint8Array>>;
  /** Answers a handle; what is under the name stays till backupCommit. */
  backupBegin(file: BackupFile): Promise<Result<string>>;
  backupAppend(handle: string, bytes: Uint8Array): Promise<Result<null>>;
  /** What is on the disk of it so far, before it has its name. */
  backupReadBack(handle: string, offset: number, length: number): Promise<Result<Uint8Array>>;
  backupCommit(handle: string): Promise<Result<null>>;
  backupAbort(handle: string): Promise<Result<null>>;
  backupRemove(file: BackupFile): Promise<Result<null>>;
  /** Remembers it as the place's last good one; `at` in milliseconds UTC. */
  backupGood(file: BackupFile, at: number): Promise<Result<null>>;
}

/** Pieces of bytes are at most 1 MiB. */
export interface HostPort extends KeyFilePort, BackupPort {
  /** At most `length` bytes from `offset`; fewer at the end of the file. */
  fileRead(handle: string, offset: number, length: number): Promise<Result<Uint8Array>>;
  /** The same of a sealed file that lies beside a chosen backup. Errors: file/gone. */
  fileBeside(
    handle: string,
    name: string,
    offset: number,
    length: number,
  ): Promise<Result<Uint8Array>>;
  fileAppend(handle: string, bytes: Uint8Array): Promise<Result<null>>;
  fileCommit(handle: string): Promise<Result<null>>;
  fileAbort(handle: string): Promise<Result<null>>;
  /** Puts print HTML with the host in pieces; answers the job's handle. */
  jobAppend(job: string | null, bytes: Uint8Array, last: boolean): Promise<Result<string>>;
  /** Makes the job's tagged PDF; `bytes` is its size. Errors: document/failed, wall/cancelled (dropped meanwhile). */
  jobPdf(job: string): Promise<Result<{ bytes: number; pages: number }>>;
  jobPdfRead(job: string, offset: number, length: number): Promise<Result<Uint8Array>>;
  jobDrop(job: string): Promise<Result<null>>;
}

type Answer = { id: number } & ({ ok: true; value: unknown } | { ok: false; error: Failure });

/** Speaks electron/contract.ts (portRequest) over a port and starts it. */
export function hostPort(port: MessagePort): HostPort {
  const waiting = new Map<number, (answer: Answer) => void>();
  let count = 0;
  port.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
    waiting.get(data.id)?.(data);
    waiting.delete(data.id);
  });
  port.start();

  const ask = <T>(question: PortAsk): Promise<Result<T>> =>
    new Promise((resolve) => {
      const id = (count += 1);
      // The host answers each question with the value that the contract names; it is the trusted side of this port.
      waiting.set(id, (answer) => resolve(answer as Result<T>));
      port.postMessage({ id, ...question });
    });

  return {
    headerRead: () => ask({ op: 'header.read' }),
    headerWrite: (bytes) => ask({ op: 'header.write', bytes: owned(bytes) }),
    fileRead: (handle, offset, length) => ask({ op: 'file.read', handle, offset, length }),
    fileBeside: (handle, name, offset, length) =>
      ask({ op: 'file.beside', handle, name, offset, length }),
    fileAppend: (handle, bytes) => ask({ op: 'file.append', handle, bytes: owned(bytes) }),
    fileCommit: (handle) => ask({ op: 'file.commit', handle }),
    fileAbort: (handle) => ask({ op: 'file.abort', handle }),
    jobAppend: (job, bytes, last) => ask({ op: 'job.append', job, bytes: owned(bytes), last }),
    jobPdf: (job) => ask({ op: 'job.pdf', job }),
    jobPdfRead: (job, offset, length) => ask({ op: 'job.pdfRead', job, offset, length }),
    jobDrop: (job) => ask({ op: 'job.drop', job }),
    backupPlaces: () => ask({ op: 'backup.places' }),
    backupList: (place) => ask({ op: 'backup.list', place }),
    backupBlobs: (place, vault) => ask({ op: 'backup.blobs', place, vault }),
    backupRead: (file, offset, length) => ask({ op: 'backup.read', ...file, offset, length }),
    backupBegin: (file) => ask({ op: 'backup.begin', ...file }),
    backupAppend: (handle, bytes) => ask({ op: 'backup.append', handle, bytes: owned(bytes) }),
    backupReadBack: (handle, offset, length) =>
      ask({ op: 'backup.readBack', handle, offset, length }),
    backupCommit: (handle) => ask({ op: 'backup.commit', handle }),
    backupAbort: (handle) => ask({ op: 'backup.abort', handle }),
    backupRemove: (file) => ask({ op: 'backup.remove', ...file }),
    backupGood: (file, at) => ask({ op: 'backup.good', ...file, at }),
  };
}

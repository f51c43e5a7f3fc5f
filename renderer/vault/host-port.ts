/** The vault's way to the host: questions over the one MessagePort, answered by number. */
import type { PortAsk } from '../../electron/contract.ts';
import type { Failure, Result } from '../domain/errors.ts';
import { owned } from './bytes.ts';

/** Pieces of bytes are at most 1 MiB; every failure of the disk is a value. */
export interface HostPort {
  /** The generations of the key file that exist, newest first. */
  headerRead(): Promise<Result<Uint8Array[]>>;
  /** Resolves when the new generation is durable; the one before is kept. */
  headerWrite(bytes: Uint8Array): Promise<Result<null>>;
  /** At most `length` bytes from `offset`; fewer at the end of the file. */
  fileRead(handle: string, offset: number, length: number): Promise<Result<Uint8Array>>;
  fileAppend(handle: string, bytes: Uint8Array): Promise<Result<null>>;
  fileCommit(handle: string): Promise<Result<null>>;
  fileAbort(handle: string): Promise<Result<null>>;
  /** Puts print HTML with the host in pieces; answers the job's handle. */
  jobAppend(job: string | null, bytes: Uint8Array, last: boolean): Promise<Result<string>>;
  /** Makes the job's tagged PDF; answers its size in bytes. */
  jobPdf(job: string): Promise<Result<number>>;
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
    fileAppend: (handle, bytes) => ask({ op: 'file.append', handle, bytes: owned(bytes) }),
    fileCommit: (handle) => ask({ op: 'file.commit', handle }),
    fileAbort: (handle) => ask({ op: 'file.abort', handle }),
    jobAppend: (job, bytes, last) => ask({ op: 'job.append', job, bytes: owned(bytes), last }),
    jobPdf: (job) => ask({ op: 'job.pdf', job }),
    jobPdfRead: (job, offset, length) => ask({ op: 'job.pdfRead', job, offset, length }),
    jobDrop: (job) => ask({ op: 'job.drop', job }),
  };
}

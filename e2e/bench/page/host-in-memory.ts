/**
 * Stands in for the host's port: the key file's bytes in memory, everything else unasked. The program's own host would
 * need its whole main process here, and adds one message and one small file read to an unlock, nothing to a write, an
 * import or a search; what is measured is the engine and its store.
 */
import { fail, ok } from '../../../renderer/domain/errors.ts';
import type { HostPort } from '../../../renderer/vault/host-port.ts';

const GENERATIONS = 2;

/** A port over the key file's generations, newest first, and a way to see them as they are now. */
export function hostInMemory(found: readonly Uint8Array[]): {
  host: HostPort;
  headers: () => readonly Uint8Array[];
} {
  let generations = [...found];
  const unasked = () => Promise.resolve(fail('file/failed'));
  const host: HostPort = {
    headerRead: () => Promise.resolve(ok(generations.map((bytes) => bytes.slice()))),
    headerWrite(bytes) {
      generations = [bytes.slice(), ...generations].slice(0, GENERATIONS);
      return Promise.resolve(ok(null));
    },
    fileRead: unasked,
    fileBeside: unasked,
    fileAppend: unasked,
    fileCommit: unasked,
    fileAbort: unasked,
    jobAppend: unasked,
    jobPdf: unasked,
    jobPdfRead: unasked,
    jobDrop: unasked,
    backupPlaces: unasked,
    backupList: unasked,
    backupBlobs: unasked,
    backupRead: unasked,
    backupBegin: unasked,
    backupAppend: unasked,
    backupReadBack: unasked,
    backupCommit: unasked,
    backupAbort: unasked,
    backupRemove: unasked,
    backupGood: unasked,
  };
  return { host, headers: () => generations };
}

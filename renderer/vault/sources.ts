/** Where a file comes from: a handle that the host keeps, or a File that was dropped on the page. */
import { fail, ok } from '../domain/errors.ts';
import type { Source } from './blobs.ts';
import { type Bytes, owned } from './bytes.ts';
import type { HostPort } from './host-port.ts';
import type { GivenFile } from './protocol.ts';

/** The file as bytes to be read; nothing of it is read yet. */
export function sourceOf(given: GivenFile, host: HostPort): Source {
  if ('dropped' in given) return droppedSource(given.dropped);
  const { handle, size } = given;
  return {
    size,
    async read(offset, length) {
      const piece = await host.fileRead(handle, offset, length);
      if (!piece.ok) return piece;
      // It has been cut since it was chosen.
      return piece.value.length === length ? ok(owned(piece.value)) : fail('file/gone');
    },
  };
}

/** Bytes that are in memory already. No Blob is made of them: Chromium may put those on the disk as they are. */
export function sourceOver(bytes: Bytes): Source {
  return {
    size: bytes.length,
    read: async (offset, length) => ok(bytes.subarray(offset, offset + length)),
  };
}

function droppedSource(file: Blob): Source {
  return {
    size: file.size,
    async read(offset, length) {
      try {
        const bytes: Bytes = new Uint8Array(
          await file.slice(offset, offset + length).arrayBuffer(),
        );
        return bytes.length === length ? ok(bytes) : fail('file/gone');
      } catch {
        // The browser notices a file that was changed or taken away since it was dropped.
        return fail('file/gone');
      }
    },
  };
}

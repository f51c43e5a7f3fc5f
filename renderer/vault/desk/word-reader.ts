/** A Word file is parsed in a worker of its own: it takes seconds in one piece, and a hostile one is kept from the keys. */
import { type Result, fail } from '../../domain/errors.ts';
import type { DocxText } from '../../importers/docx-text.ts';
import type { Bytes } from '../bytes.ts';

export type WordReader = (bytes: Bytes, cancelled: () => boolean) => Promise<Result<DocxText>>;

/** How often it is looked whether the person still wants it. */
const LOOK_MS = 100;

/** Reads a `.docx`; its bytes are given away. Errors: those of `readDocx`, and wall/cancelled, which ends the worker. */
export const readAside: WordReader = (bytes, cancelled) => {
  const worker = new Worker(new URL('../../importers/docx-worker.ts', import.meta.url), {
    type: 'module',
  });
  let watch: ReturnType<typeof setInterval> | undefined;
  const read = new Promise<Result<DocxText>>((resolve, reject) => {
    watch = setInterval(() => {
      if (cancelled()) resolve(fail('wall/cancelled'));
    }, LOOK_MS);
    worker.addEventListener('message', ({ data }: MessageEvent<Result<DocxText>>) => resolve(data));
    worker.addEventListener('error', () => reject(new Error('the reader of Word files has ended')));
    worker.postMessage(bytes, [bytes.buffer]);
  });
  return read.finally(() => {
    clearInterval(watch);
    worker.terminate();
  });
};

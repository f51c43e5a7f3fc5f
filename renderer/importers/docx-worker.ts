/** A worker for one Word file: nothing but the file is in its memory, and whoever started it can end it in the middle. */
import { readDocx } from './docx.ts';

self.addEventListener('message', ({ data }: MessageEvent<Uint8Array<ArrayBuffer>>) => {
  // A bug goes to whoever started it, as an error of this worker.
  readDocx(data).then((text) => self.postMessage(text), reportError);
});

/** A file that was handed to the program from outside; the screen that can read it takes it. */
import { create } from 'zustand';
import type { EventOf } from '../../electron/contract.ts';

export type HandedOver = EventOf<'fileOpened'>;

export const useHandedOver = create<{ file: HandedOver | null }>(() => ({ file: null }));

/** Listens for files from outside; answers what stops listening. */
export function listenForFiles(): () => void {
  return window.host.on('fileOpened', (file) => useHandedOver.setState({ file }));
}

/** Takes the file, if it is of this kind, so that nobody else does. */
export function takeHandedOver(kind: HandedOver['kind']): HandedOver | null {
  const { file } = useHandedOver.getState();
  if (file?.kind !== kind) return null;
  useHandedOver.setState({ file: null });
  return file;
}

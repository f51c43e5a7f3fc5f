/** Checking the chain of commits, and taking an import back. */
import { create } from 'zustand';
import type { Failure, Result } from '../domain/errors.ts';
import { importId } from '../domain/ids.ts';
import { vault } from '../vault/client.ts';

interface Verified {
  busy: boolean;
  progress: { done: number; total: number } | null;
  found: { entries: number } | null;
  failure: Failure | null;
}

export const useVerified = create<Verified>(() => ({
  busy: false,
  progress: null,
  found: null,
  failure: null,
}));

/** Reads the whole chain again and checks every link and signature. */
export async function verifyChain(): Promise<void> {
  if (useVerified.getState().busy) return;
  useVerified.setState({ busy: true, progress: null, found: null, failure: null });
  try {
    const onProgress = (progress: { done: number; total: number }) =>
      useVerified.setState({ progress });
    const reply = await vault().ask('verify', {}, { onProgress });
    useVerified.setState(reply.ok ? { found: reply.value } : { failure: reply.error });
  } finally {
    useVerified.setState({ busy: false, progress: null });
  }
}

/** Takes back one import as a whole, where nothing of it has changed since. */
export function undoOneImport(id: string): Promise<Result<unknown>> {
  return vault().ask('import.undo', { id: importId.parse(id) });
}

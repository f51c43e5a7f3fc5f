/** Erasing for good: what would go, and the deed, after which this page and its worker end. */
import { create } from 'zustand';
import { ERASE_WORD, type ErasureReason } from '../domain/erasure.ts';
import { type Failure, type Result, ok } from '../domain/errors.ts';
import { vault } from '../vault/client.ts';
import type { ErasureView } from '../vault/protocol.ts';

export type { ErasureView } from '../vault/protocol.ts';

interface Erasing {
  /** The record that is looked at; null: all that was removed. */
  id: string | null;
  view: ErasureView | null;
  failure: Failure | null;
  busy: boolean;
}

const NOTHING = { id: null, view: null, failure: null, busy: false } as const;

export const useErasing = create<Erasing>(() => NOTHING);

/** Asks what erasing a record would take, or all that was removed (null). */
export async function lookAtErasing(id: string | null): Promise<void> {
  // What is shown of it already stays until the answer has come.
  useErasing.setState(({ id: shown, view }) => ({
    ...NOTHING,
    id,
    view: shown === id ? view : null,
  }));
  const reply = await vault().ask('erase.look', { id });
  if (useErasing.getState().id !== id) return;
  useErasing.setState(reply.ok ? { view: reply.value } : { failure: reply.error });
}

/** The person has typed the word. On success the caller locks at once. */
export async function eraseForGood(
  id: string | null,
  reason: ErasureReason,
): Promise<Result<null>> {
  useErasing.setState({ busy: true, failure: null });
  const reply = await vault().ask('erase', { id, reason, word: ERASE_WORD });
  if (reply.ok) return ok(null);
  useErasing.setState({ busy: false, failure: reply.error });
  return reply;
}

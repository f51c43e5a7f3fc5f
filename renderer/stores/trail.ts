/** Looking through the trail, checking its chain, and taking an import back. */
import { create } from 'zustand';
import { type PlainDate, momentOf, plusDays } from '../domain/dates.ts';
import type { Failure, Result } from '../domain/errors.ts';
import { importId } from '../domain/ids.ts';
import type { Post } from '../domain/posts.ts';
import { type TrailAction, trailFilterText } from '../domain/trail.ts';
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

/** Which entries of the trail are looked at; null leaves it open. */
interface Wanted {
  action: TrailAction | null;
  actor: Post | null;
  from: PlainDate | null;
  /** The last day. */
  until: PlainDate | null;
}

export const useTrailWanted = create<Wanted>(() => ({
  action: null,
  actor: null,
  from: null,
  until: null,
}));

/** The wanted entries as the list and the document of the trail are asked for them. */
export function trailFilter({ action, actor, from, until }: Wanted, timeZone: string): string {
  const start = (day: PlainDate | null) => (day === null ? null : momentOf(day, '0:00', timeZone));
  const before = until === null ? null : start(plusDays(until, 1));
  return trailFilterText({ action, actor, from: start(from), before });
}

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

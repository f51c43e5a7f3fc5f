/** A review as the screen walks it: its groups, what is decided, and the records of the group that is looked at. */
import { create } from 'zustand';
import { ERASE_WORD } from '../domain/erasure.ts';
import { type Failure, type Result, fail, ok } from '../domain/errors.ts';
import type { ReviewDecision, ReviewGroup, ReviewReason, ReviewScope } from '../domain/review.ts';
import { vault } from '../vault/client.ts';
import type { ReviewMember, ReviewView } from '../vault/protocol.ts';

export type { ReviewMember, ReviewStep, ReviewView } from '../vault/protocol.ts';

/** How many records of a group are shown at once. */
export const MEMBERS_SHOWN = 50;

interface Reviewing {
  scope: ReviewScope;
  /** null until it has come. */
  view: ReviewView | null;
  failure: Failure | null;
  busy: boolean;
  /** Of the group that is looked at. */
  members: { of: ReviewGroup; offset: number; total: number; rows: readonly ReviewMember[] } | null;
}

export const useReview = create<Reviewing>(() => ({
  scope: 'all',
  view: null,
  failure: null,
  busy: false,
  members: null,
}));
const { setState: set, getState: get } = useReview;

let listening = false;

/** Shows a scope, now and after every change from then on. */
export async function loadReview(scope: ReviewScope): Promise<void> {
  if (!listening) {
    listening = true;
    vault().onChanged(() => void read());
  }
  if (get().scope !== scope) set({ scope, view: null, members: null });
  set({ failure: null });
  await read();
}

/** Begins a review; nothing is erased before its end. */
export async function beginReview(): Promise<void> {
  const reply = await vault().ask('review.begin', { scope: get().scope });
  if (!reply.ok) set({ failure: reply.error });
}

/** Looks at the records of a group one by one, from the one at `offset` on. */
export async function lookAtMembers(of: ReviewGroup, offset: number): Promise<void> {
  const asked = { scope: get().scope, group: of, offset, limit: MEMBERS_SHOWN };
  const reply = await vault().ask('review.members', asked);
  set(reply.ok ? { members: { of, offset, ...reply.value } } : { failure: reply.error });
}

export function closeMembers(): void {
  set({ members: null });
}

/** Decides for some records of a group, or for all of it (null); begins the review where none is open. */
export async function decide(
  group: ReviewGroup,
  ids: readonly string[] | null,
  decision: ReviewDecision,
  why: ReviewReason,
): Promise<Result<null>> {
  if (!get().view?.open) await beginReview();
  await read();
  const open = get().view?.open;
  if (!open) return fail('record/gone');
  const asked = { id: open.id, group, ids: ids && [...ids], decision, why };
  const reply = await vault().ask('review.decide', asked);
  set({ failure: reply.ok ? null : reply.error });
  return reply.ok ? ok(null) : reply;
}

/** Carries out what was decided. Where something is erased, the caller locks at once. */
export async function finishReview(erases: boolean): Promise<Result<null>> {
  const open = get().view?.open;
  if (!open) return fail('record/gone');
  set({ busy: true, failure: null });
  try {
    const reply = await vault().ask('review.finish', {
      id: open.id,
      word: erases ? ERASE_WORD : null,
    });
    if (reply.ok) return ok(null);
    set({ failure: reply.error });
    return reply;
  } finally {
    set({ busy: false });
  }
}

async function read(): Promise<void> {
  const { scope, members } = get();
  const reply = await vault().ask('review.look', { scope });
  if (get().scope !== scope) return;
  set(reply.ok ? { view: reply.value } : { failure: reply.error });
  if (members) await lookAtMembers(members.of, members.offset);
}

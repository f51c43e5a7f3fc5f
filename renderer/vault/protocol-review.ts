/** What crosses for reviews (clause REVIEW): the walk, what is decided, and the end of it. */
import { z } from 'zod';
import type { PlainDate } from '../domain/dates.ts';
import { ERASE_WORD } from '../domain/erasure.ts';
import { type ReviewId, reviewId } from '../domain/ids.ts';
import type { Kind } from '../domain/kinds.ts';
import type { Purpose, PurposeId } from '../domain/purposes.ts';
import {
  type ReviewDecision,
  type ReviewReason,
  reviewDecision,
  reviewGroup,
  reviewReason,
  reviewScope,
} from '../domain/review.ts';

export const REVIEW_REQUESTS = [
  /** The walk of a scope, with what is decided in the review that is open. */
  z.object({ kind: z.literal('review.look'), scope: reviewScope }),
  z.object({ kind: z.literal('review.begin'), scope: reviewScope }),
  /** Records of a group, as far as they are in view. */
  z.object({
    kind: z.literal('review.members'),
    scope: reviewScope,
    group: reviewGroup,
    offset: z.number().int().min(0),
    limit: z.number().int().min(1).max(200),
  }),
  /** `ids`: some of the group; null: all of it, whatever was decided of some before. */
  z.object({
    kind: z.literal('review.decide'),
    id: reviewId,
    group: reviewGroup,
    ids: z.array(z.string().max(40)).max(1_000).nullable(),
    decision: reviewDecision,
    why: reviewReason,
  }),
  /** Carries out what was decided. The word is needed where something is erased; the worker is to be ended then. */
  z.object({
    kind: z.literal('review.finish'),
    id: reviewId,
    word: z.literal(ERASE_WORD).nullable(),
  }),
] as const;

export interface ReviewStep {
  purpose: PurposeId;
  /** The purpose as it is in this vault. */
  rule: Pick<Purpose, 'name' | 'why' | 'basis'> & { kept: string };
  of: Kind;
  facts: string;
  count: number;
  /** How many of them have reached the end of their time. */
  due: number;
  decided: { decision: ReviewDecision; why: ReviewReason; count: number }[];
}

export interface ReviewView {
  /** The review that is open; null: none is. */
  open: { id: ReviewId; begun: PlainDate } | null;
  steps: ReviewStep[];
  /** Records that are to be erased and something holds: they stay. */
  held: number;
  /** The last annual review that was finished, and the day by which the next one is. */
  last: { id: string; finished: PlainDate } | null;
  next: PlainDate;
}

export interface ReviewMember {
  id: string;
  title: string;
  /** The day it is ordered by, in its register. */
  day: string;
  isDue: boolean;
  decision: ReviewDecision | null;
}

export interface ReviewAnswers {
  'review.look': ReviewView;
  'review.members': { total: number; rows: ReviewMember[] };
}

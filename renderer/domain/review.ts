import { z } from 'zod';
import { plainDate } from './dates.ts';
import { reviewId } from './ids.ts';
import { post } from './posts.ts';
import { purposeId } from './purposes.ts';

/** What a review decides about a record (clause REVIEW). */
export const REVIEW_DECISIONS = { keep: 'Keep', erase: 'Erase', ask: 'Ask them' } as const;
export type ReviewDecision = keyof typeof REVIEW_DECISIONS;

/** Why; a code, so that no decision holds personal data. */
export const REVIEW_REASONS = {
  'still-needed': 'Still needed for its purpose',
  'legal-duty': 'A law asks for it',
  matter: 'An open matter needs it',
  'no-longer-needed': 'No longer needed for its purpose',
  'consent-ended': 'The consent has ended',
  retention: 'Kept as long as it may be',
  mistake: 'Should never have been recorded',
  'to-confirm': 'To confirm that they still want it',
  'out-of-date': 'It may be out of date',
} as const;
export type ReviewReason = keyof typeof REVIEW_REASONS;

/** The reasons that fit a decision, the likeliest first. */
export const REASONS_FOR: Readonly<Record<ReviewDecision, readonly ReviewReason[]>> = {
  keep: ['still-needed', 'legal-duty', 'matter'],
  erase: ['no-longer-needed', 'consent-ended', 'retention', 'mistake'],
  ask: ['to-confirm', 'out-of-date'],
};

// Object.keys widens to string[]; the keys are exactly those of the tables.
export const reviewDecision = z.enum(
  Object.keys(REVIEW_DECISIONS) as [ReviewDecision, ...ReviewDecision[]],
);
export const reviewReason = z.enum(
  Object.keys(REVIEW_REASONS) as [ReviewReason, ...ReviewReason[]],
);

/** Some records of a purpose that have the same facts: "Members, in post". */
export const reviewGroup = z.object({
  purpose: purposeId,
  of: z.string().max(40),
  facts: z.string().max(200),
});
export type ReviewGroup = z.infer<typeof reviewGroup>;

/** `due`: only what has reached the end of its time; `all`: the annual review of all that is held. */
export const reviewScope = z.enum(['all', 'due']);
export type ReviewScope = z.infer<typeof reviewScope>;

/**
 * A review: is the group still entitled to hold it? Decisions name records by their ids and give a code for a reason, so
 * that the review outlives what it decided to erase (clauses REVIEW, RETAIN-PEOPLE).
 */
export const review = z.object({
  kind: z.literal('review'),
  id: reviewId,
  purpose: purposeId,
  scope: reviewScope,
  begun: plainDate,
  /** null: not finished; what is decided so far is kept, and nothing is erased yet. */
  finished: plainDate.nullable(),
  decisions: z.array(
    reviewGroup.extend({
      decision: reviewDecision,
      why: reviewReason,
      /** The post of whoever decided it. */
      by: post,
      on: plainDate,
      records: z.array(z.string().max(40)),
    }),
  ),
});
export type Review = z.infer<typeof review>;
export type Decided = Review['decisions'][number];

export function isSameGroup(a: ReviewGroup, b: ReviewGroup): boolean {
  return a.purpose === b.purpose && a.of === b.of && a.facts === b.facts;
}

/** The decisions with one more: records that were decided before leave their earlier decision. */
export function decide(decisions: readonly Decided[], fresh: Decided): Decided[] {
  const moved = new Set(fresh.records);
  const rest = decisions
    .map((one) => ({ ...one, records: one.records.filter((id) => !moved.has(id)) }))
    .filter(({ records }) => records.length > 0);
  return fresh.records.length === 0 ? rest : [...rest, fresh];
}

/** Ids that a review decided in this way. */
export function decidedTo(
  { decisions }: Pick<Review, 'decisions'>,
  what: ReviewDecision,
): string[] {
  return decisions.flatMap(({ decision, records }) => (decision === what ? records : []));
}

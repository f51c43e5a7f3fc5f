import { z } from 'zod';
import { plainDate } from './dates.ts';
import { type Result, fail, ok } from './errors.ts';
import { decisionId, processingId } from './ids.ts';
import { PURPOSES, type Purpose, type PurposeId, purposeId, purposeWords } from './purposes.ts';

/** What a vault says of a purpose in place of what is shipped (clause BASIS): one record for each purpose changed. */
export const processing = z.object({
  kind: z.literal('processing'),
  id: processingId,
  purpose: purposeId,
  /** Which purpose it speaks of. */
  about: purposeId,
  ...purposeWords.shape,
  /** Changes of the lawful basis, oldest first; each rests on a decision of its own. */
  bases: z
    .array(
      z.object({
        basis: z.enum(['consent', 'legitimate-interests']),
        on: plainDate,
        decision: decisionId,
      }),
    )
    .max(50),
});
export type Processing = z.infer<typeof processing>;

/** Their basis is consent and stays so (clauses CONSENT-PROSPECTS, COLLECT-AUTHORS). */
const CONSENT_ONLY: readonly PurposeId[] = ['prospects', 'photographs', 'publications'];

/** A purpose as it is in this vault: as its record says, or else as shipped. */
export function purposeIn(about: PurposeId, records: Iterable<Processing>): Purpose {
  const record = recordAbout(about, records);
  return record ? { ...purposeWords.parse(record), basis: basisOf(record) } : PURPOSES[about];
}

/** The record that changes a purpose; undefined while it is as shipped. */
export function recordAbout(
  about: PurposeId,
  records: Iterable<Processing>,
): Processing | undefined {
  for (const record of records) if (record.about === about) return record;
  return undefined;
}

function basisOf({ about, bases }: Pick<Processing, 'about' | 'bases'>): Purpose['basis'] {
  return bases.at(-1)?.basis ?? PURPOSES[about].basis;
}

/**
 * The rules of a changed purpose beyond its shape.
 * @param before as it is kept; null when the purpose was as shipped.
 * @param others every record of the kind.
 * Errors: purpose/consent-only (CONSENT-PROSPECTS), purpose/decision-used (each backs one change only), wall/refused
 * (what has been decided is not rewritten).
 */
export function checkProcessing(
  value: Processing,
  before: Processing | null,
  others: Iterable<Processing>,
): Result<Processing> {
  const known = before?.bases ?? [];
  if (JSON.stringify(value.bases.slice(0, known.length)) !== JSON.stringify(known))
    return fail('wall/refused');
  const used = new Set<string>();
  for (const { id, bases } of others)
    if (id !== value.id) for (const { decision } of bases) used.add(decision);
  for (const { basis, decision } of value.bases) {
    if (basis !== 'consent' && CONSENT_ONLY.includes(value.about))
      return fail('purpose/consent-only');
    if (used.has(decision)) return fail('purpose/decision-used');
    used.add(decision);
  }
  return ok(value);
}

import { type PrintedEntry, trailDocument } from '../../documents/trail-document.ts';
import { type StampedDocument, stamp } from '../../documents/stamp.ts';
import { actionInWords, passesTrailFilter } from '../../domain/trail.ts';
import { kindOfId } from '../summary.ts';
import { countKinds } from './count-kinds.ts';
import type { OpenContext } from './context.ts';

/** More than these make a document that nobody reads. */
const MOST_ENTRIES = 5_000;

/** The stamped trail as a filter shows it; the whole chain is checked for it (clause AUDIT). */
export async function stampedTrail(
  filter: string,
  { session, group, today: day, now: at }: OpenContext,
): Promise<StampedDocument> {
  const checked = await session.verifyTrail();
  const all = session.state.trail().filter((entry) => passesTrailFilter(entry, filter));
  const entries = all
    .slice(-MOST_ENTRIES)
    .map(({ at: when, actor, count, records, ...done }): PrintedEntry => ({
      at: when,
      actor,
      did: actionInWords(done),
      count,
      kinds: countKinds(records.map(kindOfId)),
    }));
  const verified = checked.ok
    ? {
        entries: checked.value.entries,
        link: session.linkAt(checked.value.commits) ?? '',
      }
    : null;
  const more = all.length - entries.length;
  return stamp(trailDocument({ entries, more, verified, at, group, day }));
}

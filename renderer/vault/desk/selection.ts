/** What a post is given: the access matrix applied to what was chosen (clauses ACCESS, RETAIN-MINUTES). */
import { type SharedKind, mayReceive } from '../../domain/access.ts';
import type { AnyRecord } from '../../domain/kinds.ts';
import { onCommittee } from '../../domain/person.ts';
import type { Post } from '../../domain/posts.ts';
import type { OpenContext } from './context.ts';
import { pastLastDay } from '../../domain/registers/minutes.ts';

export interface Selected {
  readonly kind: SharedKind;
  /** Whether the post may be given any record of this kind at all. */
  readonly allowed: boolean;
  readonly records: readonly AnyRecord[];
}

/**
 * The records of each chosen kind that a post may be given; none of a kind that it may not. Minutes bring their
 * meetings along, without which nobody can read them.
 */
export function selectFor(
  holder: Post,
  kinds: readonly SharedKind[],
  context: OpenContext,
): Selected[] {
  const selected = [...new Set(kinds)].map((kind) => ({
    kind,
    allowed: mayReceive(holder, kind, true),
    records: [...context.session.state.all(kind)].filter((record) =>
      mayReceiveRecord(holder, record, context),
    ),
  }));
  const meetings = kinds.includes('meeting') ? [] : meetingsOf(selected, holder, context);
  return meetings.length === 0
    ? selected
    : [...selected, { kind: 'meeting', allowed: true, records: meetings }];
}

function meetingsOf(selected: Selected[], holder: Post, context: OpenContext): AnyRecord[] {
  return selected
    .flatMap(({ records }) => records)
    .flatMap((record) => {
      const meeting =
        record.kind === 'minutes' && context.session.state.get(record.meeting)?.record;
      return meeting && mayReceiveRecord(holder, meeting, context) ? [meeting] : [];
    });
}

function mayReceiveRecord(holder: Post, record: AnyRecord, { today }: OpenContext): boolean {
  switch (record.kind) {
    case 'person':
      return mayReceive(holder, 'person', onCommittee(record, today));
    case 'minutes':
      return mayReceive(holder, 'minutes', true) && !pastLastDay(record, today);
    case 'meeting':
    case 'consent':
      return mayReceive(holder, record.kind, true);
    default:
      return false;
  }
}

/** The records of a group one by one, each with a decision of its own where it is not that of the group. */
import { Button } from '../../components/button.tsx';
import { Tag } from '../../components/layout.tsx';
import {
  REASONS_FOR,
  REVIEW_DECISIONS,
  type ReviewDecision,
  type ReviewGroup,
} from '../../domain/review.ts';
import { goToRecord } from '../../stores/navigation.ts';
import {
  MEMBERS_SHOWN,
  type ReviewMember,
  decide,
  lookAtMembers,
  useReview,
} from '../../stores/review.ts';
import { optionsOf } from '../../components/select.tsx';

export function MembersOf({ group }: { group: ReviewGroup }) {
  const members = useReview((review) => review.members);
  if (!members) return null;
  const { offset, total, rows } = members;
  const last = Math.min(total, offset + rows.length);
  return (
    <section className="review-members" aria-label="One by one">
      <ul>
        {rows.map((row) => (
          <Member key={row.id} row={row} group={group} />
        ))}
      </ul>
      {total > MEMBERS_SHOWN && (
        <div className="review-acts">
          <Button
            isDisabled={offset === 0}
            onPress={() => void lookAtMembers(group, Math.max(0, offset - MEMBERS_SHOWN))}
          >
            Earlier
          </Button>
          <span className="muted">
            {offset + 1} to {last} of {total}
          </span>
          <Button isDisabled={last >= total} onPress={() => void lookAtMembers(group, last)}>
            Further
          </Button>
        </div>
      )}
    </section>
  );
}

function Member({ row, group }: { row: ReviewMember; group: ReviewGroup }) {
  const choose = (decision: ReviewDecision) => {
    const [why] = REASONS_FOR[decision];
    if (why) void decide(group, [row.id], decision, why);
  };
  return (
    <li>
      <button type="button" className="as-link" onClick={() => goToRecord(row.id)}>
        <bdi>{row.title}</bdi>
      </button>
      {row.isDue && <Tag tone="warning">Past its time</Tag>}
      <span className="review-choices" role="group" aria-label={row.title}>
        {optionsOf(REVIEW_DECISIONS).map(({ id, label }) => (
          <button
            key={id}
            type="button"
            className="review-choice"
            aria-pressed={row.decision === id}
            onClick={() => choose(id)}
          >
            {label}
          </button>
        ))}
      </span>
    </li>
  );
}

/** One group of a review: what it is kept for, and whether it may be kept on. */
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Tag } from '../../components/layout.tsx';
import { RadioChoice } from '../../components/radio-choice.tsx';
import { Select, optionsOf } from '../../components/select.tsx';
import { BASIS_WORDS } from '../../domain/purposes.ts';
import {
  REASONS_FOR,
  REVIEW_DECISIONS,
  REVIEW_REASONS,
  type ReviewDecision,
  type ReviewReason,
} from '../../domain/review.ts';
import {
  type ReviewStep,
  closeMembers,
  decide,
  lookAtMembers,
  useReview,
} from '../../stores/review.ts';
import { decidedIn, stepInWords } from './in-words.ts';
import { MembersOf } from './members.tsx';

const number = new Intl.NumberFormat('en-GB');

export function StepPane({ step, onDecided }: { step: ReviewStep; onDecided: () => void }) {
  const { rule } = step;
  const isLooking = useReview(({ members }) => members !== null);
  const [first] = step.decided;
  const [decision, setDecision] = useState<ReviewDecision>(
    first?.decision ?? (step.due === step.count ? 'erase' : 'keep'),
  );
  const [why, setWhy] = useState<ReviewReason | null>(first?.why ?? null);
  const reasons = REASONS_FOR[decision];
  const reason = why !== null && reasons.includes(why) ? why : (reasons[0] ?? 'still-needed');
  const { purpose: id, of, facts, count } = step;
  const group = { purpose: id, of, facts };
  const decideAll = async () => {
    const done = await decide(group, null, decision, reason);
    if (done.ok) onDecided();
  };
  return (
    <form
      className="review-pane"
      aria-label={rule.name}
      onSubmit={(event) => {
        event.preventDefault();
        void decideAll();
      }}
    >
      <p className="muted pane-kind">{rule.name}</p>
      <h2>{stepInWords(step)}</h2>
      <p>
        {rule.why} {BASIS_WORDS[rule.basis]}. {rule.kept}
      </p>
      {step.due > 0 && (
        <p>
          <Tag tone="warning">
            {step.due === count ? 'Past its time' : `${number.format(step.due)} past their time`}
          </Tag>
        </p>
      )}
      <RadioChoice
        label="Is the group still entitled to hold it?"
        value={decision}
        options={optionsOf(REVIEW_DECISIONS)}
        onChange={setDecision}
        isRow
      />
      <Select
        label="Why"
        value={reason}
        options={reasons.map((one) => ({ id: one, label: REVIEW_REASONS[one] }))}
        onChange={setWhy}
      />
      <div className="review-acts">
        <Button type="submit" variant="primary">
          {count === 1 ? 'Decide' : `Decide for all ${number.format(count)}`}
        </Button>
        <Button
          variant="quiet"
          onPress={() => (isLooking ? closeMembers() : void lookAtMembers(group, 0))}
        >
          {isLooking ? 'Close the list' : 'Look at each'}
        </Button>
      </div>
      {step.decided.length > 0 && (
        <p className="muted" role="status">
          Decided {number.format(decidedIn(step))} of {number.format(count)}:{' '}
          {step.decided
            .map(
              (one) =>
                `${REVIEW_DECISIONS[one.decision].toLowerCase()} ${number.format(one.count)} (${REVIEW_REASONS[one.why].toLowerCase()})`,
            )
            .join('; ')}
          .
        </p>
      )}
      {isLooking && <MembersOf group={group} />}
    </form>
  );
}

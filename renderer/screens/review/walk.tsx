/** The walk of a review: its groups by purpose on the left, one of them to decide on the right. */
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { FailureText } from '../../components/failure.tsx';
import { Icon } from '../../components/icons.tsx';
import { Progress } from '../../components/progress.tsx';
import { type ReviewStep, type ReviewView, closeMembers, useReview } from '../../stores/review.ts';
import { FinishReview } from './finish-review.tsx';
import { isDecided, keyOf, purposeName, stepInWords } from './in-words.ts';
import { StepPane } from './step-pane.tsx';
import './review.css';

/** @param isWhole everything has to be decided before the end; else only what one wants to. */
export function Walk({ view, isWhole }: { view: ReviewView; isWhole: boolean }) {
  const { failure } = useReview();
  const [chosen, setChosen] = useState<string | null>(null);
  const [isFinishing, setFinishing] = useState(false);
  const { steps } = view;
  const done = steps.filter(isDecided).length;
  // Where one left off, also after a lock: the first that is not decided.
  const next = steps.find((step) => !isDecided(step)) ?? steps[0];
  const shown = steps.find((step) => keyOf(step) === chosen) ?? next;
  const choose = (step: ReviewStep | undefined) => {
    closeMembers();
    setChosen(step ? keyOf(step) : null);
  };
  const canFinish = isWhole
    ? done === steps.length
    : steps.some(({ decided }) => decided.length > 0);
  return (
    <div className="review">
      <div className="review-head">
        <Progress
          label={`${done} of ${steps.length} groups decided`}
          progress={{ done, total: Math.max(1, steps.length) }}
        />
        <Button variant="primary" isDisabled={!canFinish} onPress={() => setFinishing(true)}>
          {isWhole ? 'Finish the review' : 'Carry out'}
        </Button>
      </div>
      <FailureText failure={failure} />
      <div className="review-body">
        <nav className="review-steps" aria-label="Groups">
          {byPurpose(steps).map(([name, group]) => (
            <section key={name}>
              <h3>{name}</h3>
              <ul>
                {group.map((step) => (
                  <li key={keyOf(step)}>
                    <button
                      type="button"
                      className="review-step"
                      aria-current={step === shown ? 'step' : undefined}
                      onClick={() => choose(step)}
                    >
                      <Icon name={isDecided(step) ? 'check' : 'forward'} />
                      <span>{stepInWords(step)}</span>
                      {isDecided(step) && <span className="visually-hidden">, decided</span>}
                    </button>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </nav>
        {shown && (
          <StepPane
            key={keyOf(shown)}
            step={shown}
            onDecided={() => choose(steps.find((step) => step !== shown && !isDecided(step)))}
          />
        )}
      </div>
      {isFinishing && <FinishReview view={view} onClose={() => setFinishing(false)} />}
    </div>
  );
}

function byPurpose(steps: readonly ReviewStep[]): [string, ReviewStep[]][] {
  const groups = new Map<string, ReviewStep[]>();
  for (const step of steps)
    groups.set(purposeName(step), [...(groups.get(purposeName(step)) ?? []), step]);
  return [...groups];
}

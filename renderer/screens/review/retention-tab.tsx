/** What has reached the end of its time by the rule of its purpose, to be decided (clause RETAIN-PEOPLE). */
import { useEffect } from 'react';
import { FailureText } from '../../components/failure.tsx';
import { EmptyState } from '../../components/layout.tsx';
import { loadReview, useReview } from '../../stores/review.ts';
import { Walk } from './walk.tsx';

export function RetentionTab() {
  const { scope, view, failure } = useReview();
  useEffect(() => void loadReview('due'), []);
  if (!view || scope !== 'due') return <FailureText failure={failure} />;
  if (view.steps.length > 0) return <Walk view={view} isWhole={false} />;
  return (
    <EmptyState icon="check" title="Nothing has reached the end of its time.">
      <p>
        Each purpose has its rule: see Purposes. Who left a post, whose consent has ended, and
        enquiries that were closed come up here when their time is over, for a person to decide.
        Minutes go by themselves after their last day.
      </p>
    </EmptyState>
  );
}

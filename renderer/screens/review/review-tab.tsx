/** The annual review (clause REVIEW): is the group still entitled to hold it? */
import { useEffect } from 'react';
import { Button } from '../../components/button.tsx';
import { FailureText } from '../../components/failure.tsx';
import { Section } from '../../components/layout.tsx';
import { formatDay } from '../../domain/dates.ts';
import { openDocument } from '../../stores/document.ts';
import { registerList, rowAt } from '../../stores/lists.ts';
import { type ReviewView, beginReview, loadReview, useReview } from '../../stores/review.ts';
import { Walk } from './walk.tsx';

const SHOWN = 20;

export function ReviewTab() {
  const { scope, view, failure } = useReview();
  useEffect(() => void loadReview('all'), []);
  if (!view || scope !== 'all') return <FailureText failure={failure} />;
  return view.open ? <Walk view={view} isWhole /> : <Between view={view} />;
}

/** As the end of a sentence; nothing, where nothing is held. */
function groupsInWords(count: number): string {
  if (count === 0) return '';
  return count === 1 ? ', one group today' : `, ${count} groups today`;
}

/** No review is open: when the next is due, and the reports of those before. */
function Between({ view: { last, next, steps } }: { view: ReviewView }) {
  const { failure } = useReview();
  const list = registerList('review');
  const reviews = list.use();
  useEffect(() => list.ensure(0, SHOWN - 1), [list]);
  const rows = Array.from({ length: Math.min(reviews.total, SHOWN) }, (_, at) =>
    rowAt(reviews, at),
  ).filter((row) => row?.state === 'finished');
  return (
    <div className="page-body">
      <Section level={2} title="Annual review">
        <div className="prose">
          <p>
            Every year the policy asks: is the group still entitled to hold it? The review walks all
            that is held, purpose by purpose{groupsInWords(steps.length)}. It keeps its place, and
            nothing is erased before its end. It ends in a report for the Chair to sign.
          </p>
          <p>
            {last
              ? `Last finished on ${formatDay(last.finished)}; the next is due by ${formatDay(next)}.`
              : `None was finished yet; the first is due by ${formatDay(next)}, a year after the vault was made.`}
          </p>
          <FailureText failure={failure} />
          <div>
            <Button variant="primary" onPress={() => void beginReview()}>
              Begin the review
            </Button>
          </div>
        </div>
      </Section>
      {rows.length > 0 && (
        <Section level={2} title="Reports">
          <ul className="lines">
            {rows.map(
              (row) =>
                row && (
                  <li key={row.id}>
                    <button
                      type="button"
                      className="line-button"
                      onClick={() => void openDocument({ what: 'record', id: row.id })}
                    >
                      {row.title}
                      <span className="muted">Finished {row.cells['finished']?.words}</span>
                    </button>
                  </li>
                ),
            )}
          </ul>
        </Section>
      )}
    </div>
  );
}

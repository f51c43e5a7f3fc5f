/** The end of a review: what is about to happen, said once more, and the word where something goes for good. */
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { FailureText } from '../../components/failure.tsx';
import { TextField } from '../../components/text-field.tsx';
import { ERASE_WORD } from '../../domain/erasure.ts';
import type { ReviewDecision } from '../../domain/review.ts';
import { type ReviewView, finishReview, useReview } from '../../stores/review.ts';
import { lockVault } from '../../stores/session.ts';
import { say } from '../../stores/toasts.ts';

const number = new Intl.NumberFormat('en-GB');

export function FinishReview({ view, onClose }: { view: ReviewView; onClose: () => void }) {
  const { busy, failure } = useReview();
  const [word, setWord] = useState('');
  const count = (what: ReviewDecision) =>
    view.steps
      .flatMap(({ decided }) => decided)
      .reduce((sum, one) => sum + (one.decision === what ? one.count : 0), 0);
  const erased = count('erase') - view.held;
  const finish = async () => {
    const done = await finishReview(erased > 0);
    if (erased > 0 && (done.ok || done.error.code === 'erasure/unfinished'))
      return lockVault('office/review');
    if (!done.ok) return undefined;
    say('The review is finished.');
    return onClose();
  };
  return (
    <Dialog title="Finish" isOpen onClose={() => !busy && onClose()}>
      <div className="form">
        <dl className="facts">
          <Fact term="Kept" words={number.format(count('keep'))} />
          <Fact
            term="Asked"
            words={`${number.format(count('ask'))}${count('ask') > 0 ? ', each with a task to write to them' : ''}`}
          />
          <Fact term="Erased" words={number.format(erased)} />
          {view.held > 0 && (
            <Fact
              term="Held"
              words={`${number.format(view.held)} that a hold or an open matter needs: kept for now`}
            />
          )}
        </dl>
        {erased > 0 && (
          <>
            <TextField
              label={`Type ${ERASE_WORD} to go on`}
              value={word}
              onChange={setWord}
              isDisabled={busy}
              isRequired
            />
            <p className="help">
              It goes from the store, its log, the search and every backup that can be reached, with
              what belongs to it. The vault locks right after. There is no undo.
            </p>
          </>
        )}
        <FailureText failure={failure} />
        <div className="form-foot">
          <Button onPress={onClose} isDisabled={busy}>
            Cancel
          </Button>
          <Button
            variant={erased > 0 ? 'danger' : 'primary'}
            isPending={busy}
            isDisabled={erased > 0 && word.trim() !== ERASE_WORD}
            onPress={() => void finish()}
          >
            {erased > 0 ? 'Finish and erase' : 'Finish'}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

function Fact({ term, words }: { term: string; words: string }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{words}</dd>
    </div>
  );
}

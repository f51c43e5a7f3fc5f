import { useEffect, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { FailureText } from '../../components/failure.tsx';
import { Icon } from '../../components/icons.tsx';
import { Select, optionsOf } from '../../components/select.tsx';
import { TextField } from '../../components/text-field.tsx';
import { formatInstant } from '../../domain/dates.ts';
import { ERASE_WORD, ERASURE_REASONS, type ErasureReason } from '../../domain/erasure.ts';
import { registerOf } from '../../domain/registers/table.ts';
import { TRAIL_ACTIONS } from '../../domain/trail.ts';
import { type ErasureView, eraseForGood, lookAtErasing, useErasing } from '../../stores/erasing.ts';
import { goToRecord } from '../../stores/navigation.ts';
import { savesDone } from '../../stores/records.ts';
import { lockVault, useOpened } from '../../stores/session.ts';
import { kindsInWords, timesInWords } from './in-words.ts';

/** The certificates are what is left to look at. */
const AFTERWARDS = 'office/erasures';

/** Says what goes, from where, and what cannot be called back; asks for a reason and the word. */
export function EraseDialog({
  id,
  known = null,
  onClose,
}: {
  id: string | null;
  /** The reason, where it is known already. */
  known?: ErasureReason | null;
  onClose: () => void;
}) {
  const { view, failure, busy } = useErasing();
  const [reason, setReason] = useState(known);
  const [word, setWord] = useState('');
  useEffect(() => {
    void lookAtErasing(id);
  }, [id]);
  const isReady = reason !== null && word.trim() === ERASE_WORD;

  const erase = async () => {
    if (!reason || !isReady) return;
    await savesDone();
    const erased = await eraseForGood(id, reason);
    // Not the lock that seals drafts: what is half written may name who is gone. What is removed and not finished is
    // finished by the unlock that follows.
    if (erased.ok || erased.error.code === 'erasure/unfinished') await lockVault(AFTERWARDS);
  };

  return (
    <Dialog title="Erase for good" isOpen onClose={() => !busy && onClose()}>
      <div className="form">
        {view && <WhatHolds view={view} onClose={onClose} />}
        {view && <WhatGoes view={view} />}
        <Select
          label="Why"
          value={reason}
          options={optionsOf(ERASURE_REASONS)}
          onChange={setReason}
          isDisabled={busy}
          isRequired
        />
        <TextField
          label={`Type ${ERASE_WORD} to go on`}
          value={word}
          onChange={setWord}
          isDisabled={busy}
          isRequired
        />
        <FailureText failure={failure} />
        <p className="help" role="status">
          {busy
            ? 'Erasing: everything that stays is being sealed under new keys …'
            : 'The vault locks right after, so that nothing of it stays in memory. There is no undo.'}
        </p>
        <div className="form-foot">
          <Button onPress={onClose} isDisabled={busy}>
            Cancel
          </Button>
          <Button
            variant="danger"
            isPending={busy}
            isDisabled={!view || view.held.length > 0 || !isReady}
            onPress={() => void erase()}
          >
            Erase for good
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

/** What keeps it from being erased: each opens where it can be ended. */
function WhatHolds({ view: { held }, onClose }: { view: ErasureView; onClose: () => void }) {
  if (held.length === 0) return null;
  return (
    <div className="failure" role="alert">
      <Icon name="lock" />
      <div>
        <p>It is held, so it is not erased now. End what holds it first:</p>
        <ul>
          {held.map(({ id, kind, title }) => (
            <li key={id}>
              {registerOf(kind).one}:{' '}
              <button
                type="button"
                className="as-link"
                onClick={() => {
                  onClose();
                  goToRecord(id);
                }}
              >
                <bdi>{title}</bdi>
              </button>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

function WhatGoes({ view: { going, versions, mentions, left, tasks } }: { view: ErasureView }) {
  const { timeZone } = useOpened().opened.group;
  return (
    <dl className="facts">
      <div>
        <dt>Goes</dt>
        <dd>
          {kindsInWords(going)}
          {versions > 0 &&
            `, and earlier versions in ${kindsInWords([{ kind: 'import', count: versions }])}`}
        </dd>
      </div>
      <div>
        <dt>From</dt>
        <dd>
          The store, its log and the search, and every backup that can be reached. Forms that are
          not saved yet are cleared.
        </dd>
      </div>
      {mentions.length > 0 && (
        <div>
          <dt>Stays</dt>
          <dd>
            {kindsInWords(mentions)}, without the name. If somebody wrote the name into their text,
            it is still there: change it by hand first.
          </dd>
        </div>
      )}
      <div>
        <dt>Out of reach</dt>
        <dd>
          {left.length === 0 && 'No print, file or bundle of it is in the trail.'}
          {left
            .map(
              ({ action, times, last }) =>
                `${TRAIL_ACTIONS[action]} ${timesInWords(times)}, last on ${formatInstant(last, timeZone)}.`,
            )
            .join(' ')}
          {tasks > 0 &&
            ` Office → Tasks then says whom to tell: ${tasks} ${tasks === 1 ? 'task' : 'tasks'}.`}
        </dd>
      </div>
      <div>
        <dt>Kept</dt>
        <dd>A certificate that it was done, when and why. It names nobody.</dd>
      </div>
    </dl>
  );
}

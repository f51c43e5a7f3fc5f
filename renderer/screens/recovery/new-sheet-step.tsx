import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { FailureText } from '../../components/failure.tsx';
import { TextField } from '../../components/text-field.tsx';
import type { Failure } from '../../domain/errors.ts';
import { type MadeShares, type NewSheet, finishRenewal } from '../../stores/recovery.ts';
import { nowOpened } from '../../stores/session.ts';
import { LetterGroups } from './letter-groups.tsx';
import { PrintSheet } from './print-sheet.tsx';

/** The new recovery sheet; a group of it typed back puts the new keys in force. */
export function NewSheetStep({
  sheet: { recoveryKey, ask },
  onCancel,
  onFinished,
}: {
  sheet: NewSheet;
  onCancel: () => void;
  onFinished: (made: MadeShares | null) => void;
}) {
  const [written, setWritten] = useState(false);
  const [typed, setTyped] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);

  const submit = async (event: { preventDefault: () => void }) => {
    event.preventDefault();
    if (busy || typed.trim() === '') return;
    setBusy(true);
    setFailure(null);
    const reply = await finishRenewal(ask, typed.trim());
    setBusy(false);
    if (!reply.ok) {
      setFailure(reply.error);
      return;
    }
    nowOpened(reply.value.opened);
    onFinished(reply.value.made);
  };

  if (!written) {
    return (
      <>
        <p>
          The new recovery sheet. Print it or write it down now; nothing is changed before you type
          a group of it back.
        </p>
        <LetterGroups groups={recoveryKey} />
        <PrintSheet />
        <div className="form-foot">
          <Button onPress={onCancel}>Cancel</Button>
          <Button variant="primary" onPress={() => setWritten(true)}>
            I have it on paper
          </Button>
        </div>
      </>
    );
  }
  return (
    <form className="form" onSubmit={(event) => void submit(event)}>
      <p>Type one group back from the paper. With it, the new keys are in force.</p>
      <TextField
        label={`Group ${ask + 1} of the recovery key`}
        value={typed}
        onChange={setTyped}
        maxLength={40}
        code
        autoFocus
      />
      <FailureText failure={failure} />
      <div className="form-foot">
        <Button onPress={() => setWritten(false)} isDisabled={busy}>
          Show the sheet again
        </Button>
        <Button type="submit" variant="primary" isPending={busy}>
          {busy ? 'Sealing everything anew …' : 'Finish'}
        </Button>
      </div>
    </form>
  );
}

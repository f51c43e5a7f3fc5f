import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { FailureText } from '../../components/failure.tsx';
import { TextField } from '../../components/text-field.tsx';
import type { Failure } from '../../domain/errors.ts';
import { useRestore } from '../../stores/restore.ts';
import { finishRestore } from '../../stores/session.ts';
import { Door } from '../unlock/door.tsx';
import { BackupFacts } from './backup-facts.tsx';
import { comparisonInWords, filesInWords, unaskedInWords } from './restore-words.ts';

/** What is newer, the backup or what is here, and the last word before anything is replaced. */
export function RestoreCompare({ onBack }: { onBack: () => void }) {
  const { facts, comparison, files, unasked, word } = useRestore();
  const [typed, setTyped] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  if (!facts || !comparison || !files) return null;
  const { heading, sentences, isLoss } = comparisonInWords(comparison);
  const attached = filesInWords(files);
  const mayComeBack = unaskedInWords(unasked);

  const submit = async (event: { preventDefault: () => void }) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setFailure(null);
    try {
      const reply = await finishRestore(typed);
      if (!reply.ok) setFailure(reply.error);
    } finally {
      setBusy(false);
    }
  };

  return (
    <Door title={heading}>
      <BackupFacts facts={facts} />
      {sentences.map((sentence) => (
        <p key={sentence} className={isLoss ? 'door-problem' : 'muted'}>
          {sentence}
        </p>
      ))}
      {attached && <p className={files.lost > 0 ? 'door-problem' : 'muted'}>{attached}</p>}
      {mayComeBack && <p className="door-problem">{mayComeBack}</p>}
      <form className="form" onSubmit={(event) => void submit(event)}>
        {word && (
          <TextField
            label={`Type “${word}” to confirm`}
            value={typed}
            onChange={setTyped}
            maxLength={40}
            autoFocus
          />
        )}
        <FailureText failure={failure} />
        <div className="form-foot">
          <Button onPress={onBack}>{word ? 'Keep what is here' : 'Back'}</Button>
          <Button
            type="submit"
            variant={word ? 'danger' : 'primary'}
            isPending={busy}
            isDisabled={word !== null && typed.trim().toLowerCase() !== word}
          >
            {busy ? 'Restoring …' : 'Restore this backup'}
          </Button>
        </div>
      </form>
    </Door>
  );
}

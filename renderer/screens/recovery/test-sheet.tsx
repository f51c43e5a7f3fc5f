import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { FailureText } from '../../components/failure.tsx';
import { Icon } from '../../components/icons.tsx';
import { TextArea } from '../../components/text-field.tsx';
import type { Failure } from '../../domain/errors.ts';
import { testRecoverySheet } from '../../stores/recovery.ts';

/** Types the sheet back, to know that it still opens the vault before it is needed. */
export function TestSheet({ onClose }: { onClose: () => void }) {
  const [typed, setTyped] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const [opens, setOpens] = useState(false);
  const [busy, setBusy] = useState(false);

  const submit = async (event: { preventDefault: () => void }) => {
    event.preventDefault();
    if (busy || typed.trim() === '') return;
    setBusy(true);
    setFailure(null);
    setOpens(false);
    const reply = await testRecoverySheet(typed.trim());
    setBusy(false);
    setOpens(reply.ok);
    if (!reply.ok) setFailure(reply.error);
  };

  return (
    <Dialog title="Test the recovery sheet" isOpen onClose={onClose}>
      <form className="form" onSubmit={(event) => void submit(event)}>
        <TextArea
          label="Recovery key"
          rows={3}
          help="All eight groups from the printed sheet. Capitals, spaces and dashes do not matter. Nothing is changed."
          value={typed}
          onChange={setTyped}
          maxLength={400}
          autoFocus
        />
        <FailureText failure={failure} />
        {opens && (
          <p className="success" role="status">
            <Icon name="check" />
            <span>This sheet opens the vault. Put it back where it is kept.</span>
          </p>
        )}
        <div className="form-foot">
          <Button onPress={onClose}>{opens ? 'Done' : 'Cancel'}</Button>
          <Button type="submit" variant="primary" isPending={busy}>
            Test the sheet
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { FailureText } from '../../components/failure.tsx';
import { TextField } from '../../components/text-field.tsx';
import type { Failure } from '../../domain/errors.ts';
import { finishCreate } from '../../stores/session.ts';
import { LetterGroups } from '../recovery/letter-groups.tsx';
import { PrintSheet } from '../recovery/print-sheet.tsx';
import { Door } from '../unlock/door.tsx';

/** The recovery key, to be written down; one group typed back shows that it was. */
export function RecoverySheet({
  groupName,
  recoveryKey,
  ask,
}: {
  groupName: string;
  recoveryKey: readonly string[];
  ask: number;
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
    try {
      const reply = await finishCreate(ask, typed.trim());
      if (!reply.ok) setFailure(reply.error);
    } finally {
      setBusy(false);
    }
  };

  if (!written) {
    return (
      <Door
        title="Your recovery sheet"
        lead={
          <p>
            If the passphrase of <bdi>{groupName}</bdi> is ever forgotten, these eight groups open
            the vault, and nothing else does. Print them or write them down now.
          </p>
        }
      >
        <LetterGroups groups={recoveryKey} />
        <PrintSheet />
        <ul className="advice">
          <li>There is no letter I, L, O or U in it: what looks like one is a digit.</li>
          <li>Keep the paper where you keep passports, not beside this computer.</li>
          <li>Do not photograph it or keep it in a file: whoever has it can open the vault.</li>
        </ul>
        <div className="form-foot">
          <Button variant="primary" onPress={() => setWritten(true)}>
            I have written it down
          </Button>
        </div>
      </Door>
    );
  }
  return (
    <Door title="From the paper" lead={<p>Type one group back, so that it is sure to be right.</p>}>
      <form className="form" onSubmit={(event) => void submit(event)}>
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
          <Button onPress={() => setWritten(false)}>Show the sheet again</Button>
          <Button type="submit" variant="primary" isPending={busy}>
            Finish
          </Button>
        </div>
      </form>
    </Door>
  );
}

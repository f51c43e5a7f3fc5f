import { useEffect, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { FailureText } from '../../components/failure.tsx';
import { TextArea, TextField } from '../../components/text-field.tsx';
import type { Failure } from '../../domain/errors.ts';
import { useHandedOver } from '../../stores/handed-over.ts';
import { unlock, unlockWait } from '../../stores/session.ts';
import { BundleReader } from '../sharing/reader.tsx';
import { Door } from './door.tsx';
import { useCountdown } from './use-countdown.ts';

export function UnlockScreen({ vaultName }: { vaultName: string }) {
  const [slot, setSlot] = useState<'passphrase' | 'recovery'>('passphrase');
  const [typed, setTyped] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const [reading, setReading] = useState(false);
  const handed = useHandedOver((state) => state.file?.kind === 'bundle');
  const wait = useCountdown();
  const { start } = wait;

  useEffect(() => void unlockWait().then(start), [start]);
  if (reading || handed) return <BundleReader onClose={() => setReading(false)} />;

  const submit = async (event: { preventDefault: () => void }) => {
    event.preventDefault();
    if (busy || wait.seconds > 0 || typed === '') return;
    setBusy(true);
    setFailure(null);
    const way =
      slot === 'passphrase' ? { slot, passphrase: typed } : { slot, recoveryKey: typed.trim() };
    try {
      const reply = await unlock(way);
      if (reply.ok) return;
      setFailure(reply.error.code === 'vault/wait' ? null : reply.error);
      start(reply.waitMs);
      if (slot === 'passphrase') setTyped('');
    } finally {
      setBusy(false);
    }
  };
  const change = () => {
    setSlot(slot === 'passphrase' ? 'recovery' : 'passphrase');
    setTyped('');
    setFailure(null);
  };

  return (
    <Door
      title={<bdi>{vaultName}</bdi>}
      foot={
        <>
          <Button variant="quiet" icon="key" onPress={change}>
            {slot === 'passphrase' ? 'Use the recovery key instead' : 'Use the passphrase instead'}
          </Button>
          <Button variant="quiet" icon="open" onPress={() => setReading(true)}>
            Open a bundle
          </Button>
        </>
      }
    >
      <form className="form" onSubmit={(event) => void submit(event)}>
        {slot === 'passphrase' ? (
          <TextField
            key="passphrase"
            label="Passphrase"
            type="password"
            value={typed}
            onChange={setTyped}
            autoFocus
          />
        ) : (
          <TextArea
            key="recovery"
            label="Recovery key"
            rows={3}
            help="All eight groups from the printed sheet. Capitals, spaces and dashes do not matter."
            value={typed}
            onChange={setTyped}
            autoFocus
          />
        )}
        <FailureText failure={failure} />
        {wait.seconds > 0 && <p role="status">{waiting(wait.seconds)}</p>}
        <Button
          type="submit"
          variant="primary"
          icon="lock"
          isPending={busy}
          isDisabled={wait.seconds > 0}
        >
          {busy ? 'Unlocking …' : 'Unlock'}
        </Button>
      </form>
    </Door>
  );
}

function waiting(seconds: number): string {
  const left =
    seconds < 120
      ? `${seconds} ${seconds === 1 ? 'second' : 'seconds'}`
      : `${Math.ceil(seconds / 60)} minutes`;
  return `After several wrong attempts the next one has to wait: ${left} to go.`;
}

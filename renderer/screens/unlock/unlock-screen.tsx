import { useEffect, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { FailureText } from '../../components/failure.tsx';
import { TextArea, TextField } from '../../components/text-field.tsx';
import type { Failure } from '../../domain/errors.ts';
import { useHandedOver } from '../../stores/handed-over.ts';
import { unlock, unlockWait } from '../../stores/session.ts';
import { Restore } from '../first-start/restore.tsx';
import { BundleReader } from '../sharing/reader.tsx';
import { DamagedStore, isDamaged } from './damaged-store.tsx';
import { Door } from './door.tsx';
import { SharesDoor } from './shares-door.tsx';
import { useCountdown } from './use-countdown.ts';
import { WAYS, wayOf } from './ways.ts';

type Slot = Parameters<typeof unlock>[0]['slot'];

export function UnlockScreen({ vaultName }: { vaultName: string }) {
  const [slot, setSlot] = useState<Slot>('passphrase');
  const [typed, setTyped] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const [reading, setReading] = useState(false);
  const [restoring, setRestoring] = useState(false);
  const handed = useHandedOver((state) => state.file?.kind === 'bundle');
  const [enough, setEnough] = useState(false);
  const wait = useCountdown();
  const isReady = slot === 'shares' ? enough : typed !== '';
  const { start } = wait;

  useEffect(() => void unlockWait().then(start), [start]);
  if (restoring) return <Restore onBack={() => setRestoring(false)} />;
  if (reading || handed) return <BundleReader onClose={() => setReading(false)} />;

  const submit = async (readOnly: boolean) => {
    if (busy || wait.seconds > 0 || !isReady) return;
    setBusy(true);
    if (!readOnly) setFailure(null);
    try {
      const reply = await unlock(wayOf(slot, typed), readOnly);
      if (reply.ok) return;
      setFailure(reply.error.code === 'vault/wait' ? null : reply.error);
      start(reply.waitMs);
      // A damaged store is opened again with what was typed, if only to look at it.
      if (slot === 'passphrase' && !isDamaged(reply.error)) setTyped('');
    } finally {
      setBusy(false);
    }
  };
  const change = (to: Slot) => {
    setSlot(to);
    setTyped('');
    setEnough(false);
    setFailure(null);
  };

  if (isDamaged(failure)) {
    return (
      <Door title={<bdi>{vaultName}</bdi>}>
        <DamagedStore
          failure={failure}
          busy={busy}
          onRestore={() => setRestoring(true)}
          onLook={() => void submit(true)}
        />
      </Door>
    );
  }
  return (
    <Door
      title={<bdi>{vaultName}</bdi>}
      foot={
        <>
          {WAYS.filter(({ to }) => to !== slot).map(({ to, icon, words }) => (
            <Button key={to} variant="quiet" icon={icon} onPress={() => change(to)}>
              {words}
            </Button>
          ))}
          <Button variant="quiet" icon="open" onPress={() => setReading(true)}>
            Open a bundle
          </Button>
          <Button variant="quiet" icon="save" onPress={() => setRestoring(true)}>
            Restore a backup
          </Button>
        </>
      }
    >
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          void submit(false);
        }}
      >
        {slot === 'shares' && <SharesDoor onEnough={setEnough} />}
        {slot === 'passphrase' && (
          <TextField
            key="passphrase"
            label="Passphrase"
            type="password"
            value={typed}
            onChange={setTyped}
            autoFocus
          />
        )}
        {slot === 'recovery' && (
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
          isDisabled={wait.seconds > 0 || (slot === 'shares' && !enough)}
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

import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { FailureText } from '../../components/failure.tsx';
import { TextArea, TextField } from '../../components/text-field.tsx';
import type { Failure } from '../../domain/errors.ts';
import type { WayIn as Way } from '../../stores/restore.ts';
import { SharesDoor } from './shares-door.tsx';
import { WAYS, wayOf } from './ways.ts';

/** Passphrase, recovery key or shares, for what is opened outside the vault. */
export function WayIn({
  submit,
  pending,
  isPending,
  failure,
  onSubmit,
  onBack,
}: {
  /** What the button says, and what it says while it works. */
  submit: string;
  pending: string;
  isPending: boolean;
  failure: Failure | null;
  onSubmit: (way: Way) => Promise<void>;
  onBack: () => void;
}) {
  const [slot, setSlot] = useState<Way['slot']>('passphrase');
  const [typed, setTyped] = useState('');
  const [enough, setEnough] = useState(false);
  const isReady = slot === 'shares' ? enough : typed.trim() !== '';
  const send = (event: { preventDefault: () => void }) => {
    event.preventDefault();
    if (!isPending && isReady) void onSubmit(wayOf(slot, typed));
  };
  const change = (to: Way['slot']) => {
    setSlot(to);
    setTyped('');
    setEnough(false);
  };
  return (
    <form className="form" onSubmit={send}>
      {slot === 'shares' && <SharesDoor onEnough={setEnough} />}
      {slot === 'passphrase' && (
        <TextField
          key="passphrase"
          label="Passphrase"
          type="password"
          value={typed}
          onChange={setTyped}
          maxLength={1000}
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
      <div className="way-switch">
        {WAYS.filter(({ to }) => to !== slot).map(({ to, icon, words }) => (
          <Button key={to} variant="quiet" icon={icon} onPress={() => change(to)}>
            {words}
          </Button>
        ))}
      </div>
      <FailureText failure={failure} />
      <div className="form-foot">
        <Button onPress={onBack}>Back</Button>
        <Button type="submit" variant="primary" isPending={isPending} isDisabled={!isReady}>
          {isPending ? pending : submit}
        </Button>
      </div>
    </form>
  );
}

import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { FailureText } from '../../components/failure.tsx';
import type { Failure } from '../../domain/errors.ts';
import { changePassphrase } from '../../stores/recovery.ts';
import { useOpened } from '../../stores/session.ts';
import { NO_PASSPHRASE, NewPassphrase, wrongWith } from './new-passphrase.tsx';
import { NO_PRESENT, PresentWay, presentOf } from './present-way.tsx';

/** The routine change: nobody is thought to know the passphrase. */
export function ChangePassphrase({ onClose }: { onClose: () => void }) {
  const { group, profile } = useOpened().opened;
  const [present, setPresent] = useState(NO_PRESENT);
  const [next, setNext] = useState(NO_PASSPHRASE);
  const [wrong, setWrong] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [step, setStep] = useState<'ask' | 'busy' | 'done'>('ask');

  const submit = async (event: { preventDefault: () => void }) => {
    event.preventDefault();
    if (step === 'busy') return;
    const proof = presentOf(present);
    const missing = proof ? wrongWith(next) : 'Type the present passphrase first.';
    setWrong(missing);
    setFailure(null);
    if (!proof || missing) return;
    setStep('busy');
    const reply = await changePassphrase(proof, next.passphrase);
    setStep(reply.ok ? 'done' : 'ask');
    if (!reply.ok) setFailure(reply.error);
  };

  return (
    <Dialog title="Change the passphrase" isOpen onClose={onClose}>
      {step === 'done' ? (
        <>
          <p role="status">
            <strong>The passphrase is changed.</strong> From the next unlock on, the new one opens
            the vault. The recovery sheet and recovery shares stay as they are.
          </p>
          <p>
            Older copies of the key file, and backups made before now, still open with the old
            passphrase. If somebody may know it, choose “Somebody may know it” instead: that makes
            new keys for everything.
          </p>
          <div className="form-foot">
            <Button variant="primary" onPress={onClose}>
              Done
            </Button>
          </div>
        </>
      ) : (
        <form className="form" onSubmit={(event) => void submit(event)}>
          <PresentWay value={present} onChange={setPresent} mayBeSheet />
          <NewPassphrase value={next} onChange={setNext} hints={[group.name, profile.name]} />
          {wrong && (
            <p className="field-error" role="alert">
              {wrong}
            </p>
          )}
          <FailureText failure={failure} />
          <div className="form-foot">
            <Button onPress={onClose}>Cancel</Button>
            <Button type="submit" variant="primary" isPending={step === 'busy'}>
              {step === 'busy' ? 'Changing …' : 'Change the passphrase'}
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}

import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { FailureText } from '../../components/failure.tsx';
import type { Failure } from '../../domain/errors.ts';
import { type MadeShares, makeShares, putSharesAway } from '../../stores/recovery.ts';
import { HandOut } from './hand-out.tsx';
import { NO_PRESENT, PresentWay, presentOf } from './present-way.tsx';
import { DEFAULT_SHARES, ShareFields } from './share-fields.tsx';

/** The first set of recovery shares. */
export function MakeShares({ onClose }: { onClose: () => void }) {
  const [present, setPresent] = useState(NO_PRESENT);
  const [wanted, setWanted] = useState(DEFAULT_SHARES);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const [made, setMade] = useState<MadeShares | null>(null);

  const submit = async (event: { preventDefault: () => void }) => {
    event.preventDefault();
    const proof = presentOf(present);
    if (busy || !proof) return;
    setBusy(true);
    setFailure(null);
    const reply = await makeShares(proof, wanted);
    setBusy(false);
    if (reply.ok) setMade(reply.value);
    else setFailure(reply.error);
  };
  const close = () => {
    if (made) void putSharesAway();
    onClose();
  };

  return (
    <Dialog title="Make recovery shares" isOpen onClose={close} staysOpen={made !== null}>
      {made ? (
        <HandOut made={made} done="Done" onDone={close} />
      ) : (
        <form className="form" onSubmit={(event) => void submit(event)}>
          <p>
            A way in for the day when neither you nor the recovery sheet can be found. Each officer
            keeps one share; one alone opens nothing and says nothing of what is in the vault.
          </p>
          <ShareFields value={wanted} onChange={setWanted} />
          <PresentWay value={present} onChange={setPresent} mayBeSheet />
          <FailureText failure={failure} />
          <div className="form-foot">
            <Button onPress={onClose}>Cancel</Button>
            <Button type="submit" variant="primary" isPending={busy}>
              {busy ? 'Making the shares …' : 'Make the shares'}
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}

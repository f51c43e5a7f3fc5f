import { Button } from '../../components/button.tsx';
import { FailureText } from '../../components/failure.tsx';
import type { ErrorCode, Failure } from '../../domain/errors.ts';

const DAMAGED: readonly ErrorCode[] = ['vault/store-damaged', 'vault/store-rolled-back'];

/** Whether the store is not what it was: then the choice is to restore it, or to look at it. */
export function isDamaged(failure: Failure | null): failure is Failure {
  return failure !== null && DAMAGED.includes(failure.code);
}

/** Says what is wrong with the store, and the two things that can be done. */
export function DamagedStore({
  failure,
  busy,
  onRestore,
  onLook,
}: {
  failure: Failure;
  busy: boolean;
  onRestore: () => void;
  onLook: () => void;
}) {
  return (
    <div className="form">
      <FailureText failure={failure} />
      <p className="muted">
        Restoring brings back a backup as a whole. Looking opens what can still be read; nothing can
        be changed, printed or sent, and the store stays exactly as it is.
      </p>
      <div className="form-foot">
        <Button icon="eye" isPending={busy} onPress={onLook}>
          Open to look at it
        </Button>
        <Button variant="primary" icon="save" isDisabled={busy} onPress={onRestore}>
          Restore a backup
        </Button>
      </div>
    </div>
  );
}

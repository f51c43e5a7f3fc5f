import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { ERRORS, type ErrorCode } from '../../domain/errors.ts';
import { Restore } from '../first-start/restore.tsx';
import { Door } from './door.tsx';

/** What a backup mends; for the rest, the way is another. */
const MENDED: readonly ErrorCode[] = ['vault/store-missing', 'vault/header-damaged'];

/** Why the vault stays closed. There is no way from here to a new vault: nothing is made over the old one. */
export function VaultProblem({ code, vaultName }: { code: ErrorCode; vaultName?: string }) {
  const [isRestoring, setRestoring] = useState(false);
  if (isRestoring) return <Restore onBack={() => setRestoring(false)} />;
  return (
    <Door title={vaultName ? <bdi>{vaultName}</bdi> : 'The vault cannot be opened'}>
      <p className="door-problem" role="alert">
        {ERRORS[code]}
      </p>
      <p className="muted">
        Close the program before you put files back. It makes no new vault while the key file of
        this one is here.
      </p>
      {MENDED.includes(code) && (
        <div className="form-foot">
          <Button variant="primary" icon="save" onPress={() => setRestoring(true)}>
            Restore a backup
          </Button>
        </div>
      )}
    </Door>
  );
}

import { ERRORS, type ErrorCode } from '../../domain/errors.ts';
import { Door } from './door.tsx';

/** Why the vault stays closed. There is no way from here to a new vault: nothing is made over the old one. */
export function VaultProblem({ code, vaultName }: { code: ErrorCode; vaultName?: string }) {
  return (
    <Door title={vaultName ? <bdi>{vaultName}</bdi> : 'The vault cannot be opened'}>
      <p className="door-problem" role="alert">
        {ERRORS[code]}
      </p>
      <p className="muted">
        Close the program before you put files back. It makes no new vault while the key file of
        this one is here.
      </p>
    </Door>
  );
}

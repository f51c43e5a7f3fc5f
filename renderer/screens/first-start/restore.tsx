import { useEffect } from 'react';
import { Button } from '../../components/button.tsx';
import { FailureText } from '../../components/failure.tsx';
import { Progress } from '../../components/progress.tsx';
import { listenToLockSoon } from '../../stores/menu.ts';
import { routeNow } from '../../stores/navigation.ts';
import { chooseBackup, dropBackup, openBackup, useRestore } from '../../stores/restore.ts';
import { isVaultOpen, lockVault } from '../../stores/session.ts';
import { Door } from '../unlock/door.tsx';
import { WayIn } from '../unlock/way-in.tsx';
import { BackupFacts } from './backup-facts.tsx';
import { RestoreCompare } from './restore-compare.tsx';

/** From a backup file to an open vault. Nothing is replaced before it was said what is newer, and confirmed. */
export function Restore({ onBack }: { onBack: () => void }) {
  const { step, facts, progress, error } = useRestore();
  useEffect(() => listenToLockSoon(() => void lockVault(routeNow())), []);
  // Left in whichever way: the backup does not stay open.
  useEffect(() => () => void dropBackup(isVaultOpen()), []);

  if (step === 'compare') return <RestoreCompare onBack={onBack} />;
  return (
    <Door
      title="Restore a backup"
      lead={
        <p>
          A backup holds every record of the vault, sealed; the attached files are in the folder
          beside it. It opens with the passphrase, recovery key or shares that the vault had when
          the backup was made.
        </p>
      }
    >
      {facts && <BackupFacts facts={facts} />}
      {step === 'choose' && (
        <>
          <FailureText failure={error} />
          <div className="form-foot">
            <Button onPress={onBack}>Back</Button>
            <Button variant="primary" icon="open" onPress={() => void chooseBackup()}>
              Choose a backup …
            </Button>
          </div>
        </>
      )}
      {step === 'opening' && (
        <Progress label="Reading and checking the backup" progress={progress} />
      )}
      {facts && (step === 'way-in' || step === 'opening') && (
        <WayIn
          submit="Open the backup"
          pending="Opening …"
          isPending={step === 'opening'}
          failure={error}
          onSubmit={openBackup}
          onBack={() => void dropBackup()}
        />
      )}
    </Door>
  );
}

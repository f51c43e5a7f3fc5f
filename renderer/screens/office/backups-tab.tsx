import { useEffect, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { ConfirmDialog } from '../../components/dialog.tsx';
import { FailureText } from '../../components/failure.tsx';
import { EmptyState } from '../../components/layout.tsx';
import { Progress } from '../../components/progress.tsx';
import {
  type PlaceView,
  backUpNow,
  choosePlace,
  forgetPlace,
  loadGenerations,
  useBackups,
} from '../../stores/backups.ts';
import { BackupPlace } from './backup-place.tsx';
import './backups.css';

/** Where sealed copies of the vault are kept, and how old they are. */
export function BackupsTab() {
  const { places, failure, making } = useBackups();
  const [asking, setAsking] = useState<PlaceView | null>(null);
  useEffect(() => void loadGenerations(), []);
  if (places === null) return <FailureText failure={failure} />;
  if (places.length === 0) {
    return (
      <EmptyState
        icon="save"
        title="There is no copy anywhere else."
        action={
          <Button variant="primary" icon="open" onPress={() => void choosePlace()}>
            Choose a folder …
          </Button>
        }
      >
        <p>
          Choose a folder on another disk. A sealed copy of every record and every attached file is
          put there when you lock, when you quit, and once a day. It opens with your passphrase or
          your recovery key, on any computer.
        </p>
        <FailureText failure={failure} />
      </EmptyState>
    );
  }
  return (
    <div className="page-body backups">
      <div className="backups-head">
        <p className="muted">
          A backup is made when you lock, when you quit, and once a day, and read back before it
          counts. The last 7 days, 5 weeks and 12 months are kept. Attached files are in the folder
          beside the backups, once for all of them: move them together.
        </p>
        <div className="backups-acts">
          <Button
            variant="primary"
            icon="save"
            isPending={making !== null}
            onPress={() => void backUpNow()}
          >
            Back up now
          </Button>
          <Button icon="open" onPress={() => void choosePlace()}>
            Choose a folder …
          </Button>
        </div>
      </div>
      <FailureText failure={failure} />
      {making && <Progress label="Making a backup" progress={making} />}
      {places.map((place) => (
        <BackupPlace key={place.id} place={place} onForget={() => setAsking(place)} />
      ))}
      <ConfirmDialog
        title="Forget this place?"
        isOpen={asking !== null}
        onClose={() => setAsking(null)}
        confirm="Forget this place"
        onConfirm={() => asking && void forgetPlace(asking.id)}
      >
        <p>
          No more backups are made in <bdi>{asking?.name}</bdi>. Those that are there stay, sealed,
          until you delete them yourself.
        </p>
      </ConfirmDialog>
    </div>
  );
}

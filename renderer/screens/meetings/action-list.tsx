import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Select } from '../../components/select.tsx';
import { type PersonId, personId } from '../../domain/ids.ts';
import { openDocument } from '../../stores/document.ts';
import { useCommittee } from '../../stores/meetings.ts';

const EVERYBODY = { id: 'all', label: 'Everybody' };

/** Asks whose open actions are to be listed. */
export function ActionList({ onClose }: { onClose: () => void }) {
  const { members } = useCommittee();
  const [owner, setOwner] = useState<PersonId | null>(null);
  const show = () => {
    onClose();
    void openDocument({ what: 'actions', owner });
  };
  return (
    <Dialog title="Action list" isOpen onClose={onClose} size="small">
      <div className="form">
        <p>
          What is still open of all that was agreed in minutes that may be kept, overdue first. Like
          minutes, it goes to members of the committee only.
        </p>
        <Select
          label="Actions of"
          value={owner ?? EVERYBODY.id}
          options={[EVERYBODY, ...(members ?? []).map(({ id, name }) => ({ id, label: name }))]}
          onChange={(id) => setOwner(id === EVERYBODY.id ? null : personId.parse(id))}
        />
        <div className="form-foot">
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" icon="eye" onPress={show}>
            Show the list
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

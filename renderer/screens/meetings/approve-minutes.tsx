import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { DateField } from '../../components/date-field.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { FailureText } from '../../components/failure.tsx';
import type { PlainDate } from '../../domain/dates.ts';
import type { Failure } from '../../domain/errors.ts';
import type { PersonId } from '../../domain/ids.ts';
import { approval } from '../../stores/meetings.ts';
import { minutesRecord } from '../../stores/records.ts';
import { PersonPicker } from '../person-picker.tsx';
import { sayUndoable } from '../shell/undo-last.ts';

interface Props {
  chair: PersonId | null;
  names: Readonly<Record<string, string>>;
  today: PlainDate;
  onClose: () => void;
}

/** Asks who approved and on what day. */
export function ApproveMinutes({ chair, names, today, onClose }: Props) {
  const [by, setBy] = useState(chair);
  const [on, setOn] = useState<PlainDate | null>(today);
  const [known, setKnown] = useState(names);
  const [failure, setFailure] = useState<Failure | null>(null);

  const approve = async () => {
    if (!by || !on) return;
    const approved = await approval(by, on);
    const saved = await minutesRecord.change((now) => ({ ...now, approved }));
    if (!saved.ok) return setFailure(saved.error);
    onClose();
    sayUndoable('The minutes are approved.');
  };

  return (
    <Dialog title="Approve minutes" isOpen onClose={onClose} size="small">
      <div className="form">
        <p>Approved minutes are read-only. The approval can be taken back.</p>
        <PersonPicker
          label="Approved by"
          value={by}
          names={known}
          onChange={(person, name) => {
            setBy(person);
            if (person) setKnown({ ...known, [person]: name });
          }}
          isRequired
        />
        <DateField label="On" value={on} onChange={setOn} isRequired />
        <FailureText failure={failure} />
        <div className="form-foot">
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" isDisabled={!by || !on} onPress={() => void approve()}>
            Approve minutes
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

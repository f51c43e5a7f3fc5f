import { useState } from 'react';
import { Form } from 'react-aria-components';
import { Button } from '../../components/button.tsx';
import { DateField } from '../../components/date-field.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { FailureText } from '../../components/failure.tsx';
import { TextField } from '../../components/text-field.tsx';
import type { PlainDate } from '../../domain/dates.ts';
import type { Failure } from '../../domain/errors.ts';
import { makeId } from '../../domain/ids.ts';
import type { Meeting } from '../../domain/meeting.ts';
import { go } from '../../stores/navigation.ts';
import { saveNew } from '../../stores/records.ts';
import { TimeField } from './time-field.tsx';

const USUAL_TITLE = 'Steering group meeting';

/** Asks for what a meeting needs at least; the rest is edited in place. */
export function NewMeeting({ today, onClose }: { today: PlainDate; onClose: () => void }) {
  const [title, setTitle] = useState(USUAL_TITLE);
  const [date, setDate] = useState<PlainDate | null>(today);
  const [time, setTime] = useState('');
  const [place, setPlace] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const isComplete = title.trim() !== '' && date !== null;

  const save = async () => {
    if (!isComplete) return;
    const id = makeId('meeting', crypto.getRandomValues(new Uint8Array(16)));
    const meeting: Meeting = {
      kind: 'meeting',
      id,
      purpose: 'steering',
      title: title.trim(),
      date,
      time,
      place: place.trim(),
      chair: null,
      quorum: null,
      attendance: [],
    };
    const saved = await saveNew(meeting);
    if (!saved.ok) return setFailure(saved.error);
    go('meetings', id);
  };

  return (
    <Dialog title="New meeting" isOpen onClose={onClose} size="small">
      <Form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextField
          label="Title"
          value={title}
          onChange={setTitle}
          isRequired
          autoFocus
          maxLength={300}
          dir="auto"
        />
        <div className="fields">
          <DateField label="Date" value={date} onChange={setDate} isRequired />
          <TimeField label="Time" value={time} onChange={setTime} />
        </div>
        <TextField label="Place" value={place} onChange={setPlace} maxLength={300} dir="auto" />
        <FailureText failure={failure} />
        <div className="form-foot">
          <Button onPress={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" isDisabled={!isComplete}>
            Add meeting
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}

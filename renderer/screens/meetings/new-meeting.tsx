import { useState } from 'react';
import { Form } from 'react-aria-components';
import { z } from 'zod';
import { Button } from '../../components/button.tsx';
import { DateField } from '../../components/date-field.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { FailureText } from '../../components/failure.tsx';
import { TextField } from '../../components/text-field.tsx';
import { type PlainDate, plainDate } from '../../domain/dates.ts';
import type { Failure } from '../../domain/errors.ts';
import { makeId } from '../../domain/ids.ts';
import type { Meeting } from '../../domain/meeting.ts';
import { go } from '../../stores/navigation.ts';
import { saveNew } from '../../stores/records.ts';
import { draftReader, useDraft } from '../use-draft.ts';
import { TimeField } from './time-field.tsx';

const USUAL_TITLE = 'Steering group meeting';
const newMeetingForm = z.object({
  title: z.string(),
  date: plainDate.nullable(),
  time: z.string(),
  place: z.string(),
});
type NewMeetingForm = z.infer<typeof newMeetingForm>;
const readForm = draftReader(newMeetingForm);

/** Asks for what a meeting needs at least; the rest is edited in place. */
export function NewMeeting({ today, onClose }: { today: PlainDate; onClose: () => void }) {
  const { form, change, drop } = useDraft<NewMeetingForm>(
    'meeting/new',
    { title: USUAL_TITLE, date: today, time: '', place: '' },
    readForm,
  );
  const { title, date, time, place } = form;
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
    drop();
    go('meetings', id);
  };
  const leave = () => {
    drop();
    onClose();
  };

  return (
    <Dialog title="New meeting" isOpen onClose={leave} size="small">
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
          onChange={(typed) => change({ title: typed })}
          isRequired
          autoFocus
          maxLength={300}
          dir="auto"
        />
        <div className="fields">
          <DateField
            label="Date"
            value={date}
            onChange={(day) => change({ date: day })}
            isRequired
          />
          <TimeField label="Time" value={time} onChange={(typed) => change({ time: typed })} />
        </div>
        <TextField
          label="Place"
          value={place}
          onChange={(typed) => change({ place: typed })}
          maxLength={300}
          dir="auto"
        />
        <FailureText failure={failure} />
        <div className="form-foot">
          <Button onPress={leave}>Cancel</Button>
          <Button type="submit" variant="primary" isDisabled={!isComplete}>
            Add meeting
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}

/** What a Word file of old minutes says, to be looked at, put right, and kept as a draft or not at all. */
import { useState } from 'react';
import { Form } from 'react-aria-components';
import { Button } from '../../components/button.tsx';
import { Checkbox } from '../../components/checkbox.tsx';
import { DateField } from '../../components/date-field.tsx';
import { FailureText } from '../../components/failure.tsx';
import { RadioChoice } from '../../components/radio-choice.tsx';
import { TextField } from '../../components/text-field.tsx';
import { daysBetween, formatDay, minutesLastDay } from '../../domain/dates.ts';
import type { Failure } from '../../domain/errors.ts';
import { makeId } from '../../domain/ids.ts';
import type { Meeting, Minutes } from '../../domain/meeting.ts';
import { type MinutesFound, bringMinutes } from '../../stores/minutes-import.ts';
import { go } from '../../stores/navigation.ts';
import { useOpened } from '../../stores/session.ts';
import { sayUndoable } from '../shell/undo-last.ts';
import { AttendanceOffer, PeopleFound, useAttendanceOffer } from './found-people.tsx';
import { ItemReading } from './minutes-reading.tsx';
import { TimeField } from './time-field.tsx';

interface Props {
  found: MinutesFound;
  /** The meeting whose minutes they are; null: the one of that day, or a new one. */
  of: Meeting | null;
  onClose: () => void;
}

const newBytes = () => crypto.getRandomValues(new Uint8Array(16));

export function FoundMinutes({ found, of, onClose }: Props) {
  const { today } = useOpened();
  const [form, setForm] = useState({
    title: found.title || 'Steering group meeting',
    date: found.date,
    time: found.time,
    place: found.place,
  });
  const [isNew, setNew] = useState(found.meeting === null);
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const [failure, setFailure] = useState<Failure | null>(null);
  const { title, date, time, place } = form;
  const known = isNew ? null : found.meeting;
  const offer = useAttendanceOffer(found);
  const day = known?.date ?? date;
  const isPast = day !== null && daysBetween(today, minutesLastDay(day)) < 0;
  const isComplete = known !== null || (title.trim() !== '' && date !== null);

  const keep = async () => {
    if (day === null) return;
    const meeting: Meeting | null = known
      ? null
      : {
          kind: 'meeting',
          id: makeId('meeting', newBytes()),
          purpose: 'steering',
          title: title.trim(),
          date: day,
          time,
          place: place.trim(),
          chair: found.chair,
          quorum: null,
          attendance: found.attendance,
        };
    const id = meeting?.id ?? known?.id;
    if (!id) return;
    const minutes: Minutes = {
      kind: 'minutes',
      id: makeId('minutes', newBytes()),
      purpose: 'steering',
      meeting: id,
      meetingDate: day,
      items: found.items.filter((_, at) => !left.has(at)),
      nextMeeting: found.nextMeeting,
      approved: null,
    };
    const kept = await bringMinutes({ meeting, minutes, attendance: known ? offer.chosen : null });
    if (!kept.ok) return setFailure(kept.error);
    onClose();
    go('meetings', id);
    sayUndoable('The old minutes are here as a draft.');
  };

  return (
    <Form
      className="form found-minutes"
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <p className="muted">Nothing is kept yet. Look it through, and put right what was misread.</p>
      {of && (
        <p>
          Minutes of <bdi>{of.title}</bdi>, {formatDay(of.date)}
        </p>
      )}
      {!of && found.meeting && (
        <RadioChoice
          label="Whose minutes they are"
          value={isNew ? 'new' : 'known'}
          options={[
            { id: 'known', label: `Of the meeting that is here: ${found.meeting.title}` },
            { id: 'new', label: 'Of a new meeting' },
          ]}
          onChange={(choice) => setNew(choice === 'new')}
        />
      )}
      {!known && (
        <>
          <TextField
            label="Meeting"
            value={title}
            onChange={(typed) => setForm({ ...form, title: typed })}
            isRequired
            maxLength={300}
            dir="auto"
          />
          <div className="fields">
            <DateField
              label="Date"
              value={date}
              onChange={(chosen) => setForm({ ...form, date: chosen })}
              isRequired
            />
            <TimeField
              label="Time"
              value={time}
              onChange={(typed) => setForm({ ...form, time: typed })}
            />
          </div>
          <TextField
            label="Place"
            value={place}
            onChange={(typed) => setForm({ ...form, place: typed })}
            maxLength={300}
            dir="auto"
          />
          <PeopleFound found={found} />
        </>
      )}
      {known && <AttendanceOffer found={found} offer={offer} />}
      {found.leftOut.length > 0 && <p>Left out: {found.leftOut.join(', ')}.</p>}
      <h3>Items</h3>
      <ol className="reading">
        {found.items.map((item, at) => (
          <li key={at}>
            <Checkbox
              isSelected={!left.has(at)}
              onChange={(isTaken) => setLeft(without(left, at, isTaken))}
            >
              <b dir="auto">{item.title}</b>
            </Checkbox>
            {!left.has(at) && <ItemReading item={item} names={found.names} />}
          </li>
        ))}
      </ol>
      {isPast && (
        <p className="field-error" role="alert">
          Minutes are kept for 12 months. These had their last day on{' '}
          {day && formatDay(minutesLastDay(day))}, so they are not taken (policy: RETAIN-MINUTES).
        </p>
      )}
      <FailureText failure={failure} />
      <div className="form-foot">
        <Button onPress={onClose}>Cancel</Button>
        <Button type="submit" variant="primary" isDisabled={!isComplete || isPast}>
          Keep as a draft
        </Button>
      </div>
    </Form>
  );
}

function without(left: ReadonlySet<number>, at: number, isTaken: boolean): ReadonlySet<number> {
  const next = new Set(left);
  if (isTaken) next.delete(at);
  else next.add(at);
  return next;
}

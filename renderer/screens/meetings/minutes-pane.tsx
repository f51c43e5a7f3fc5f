/** The minutes of a meeting: none yet, a draft to write, or approved and read-only. */
import { useEffect, useState } from 'react';
import { Group } from 'react-aria-components';
import { Button } from '../../components/button.tsx';
import { EditDate } from '../../components/edit-in-place.tsx';
import { FailureText } from '../../components/failure.tsx';
import { EmptyState, Section, Tag } from '../../components/layout.tsx';
import { daysBetween, formatDay, minutesLastDay, type PlainDate } from '../../domain/dates.ts';
import type { Failure } from '../../domain/errors.ts';
import { blankItem } from '../../domain/new-minutes.ts';
import type { Meeting, Minutes } from '../../domain/meeting.ts';
import { beginMinutes } from '../../stores/meetings.ts';
import { meetingRecord, minutesRecord, type Opened } from '../../stores/records.ts';
import { useOpened } from '../../stores/session.ts';
import { sayUndoable } from '../shell/undo-last.ts';
import { AddLine } from './add-line.tsx';
import { AgendaItemEditor } from './agenda-item-editor.tsx';
import { ApproveMinutes } from './approve-minutes.tsx';
import { ImportMinutes } from './import-minutes.tsx';
import { MattersArising } from './matters-arising.tsx';
import { MeetingBefore, useMeetingBefore } from './meeting-before.tsx';
import { MinutesReading } from './minutes-reading.tsx';
import { PreviousMinutesEditor } from './previous-minutes.tsx';
import { undoBeyondField } from './undo-beyond-field.ts';
import { useTyped } from './use-typed.ts';

interface Props {
  meeting: Meeting;
  /** null: none are written yet. */
  id: string | null;
  onPreview: () => void;
}

export function MinutesPane({ meeting, id, onPreview }: Props) {
  const { open, failure } = minutesRecord.use();
  const { today } = useOpened();
  useEffect(() => {
    if (id === null) return;
    void minutesRecord.load(id);
    return () => minutesRecord.close();
  }, [id]);

  if (failure && id !== null) return <FailureText failure={failure} />;
  if (id === null) return <NoMinutes meeting={meeting} today={today} />;
  if (open?.record.id !== id) return null;
  return (
    // The keys are those of the fields, which are what is in focus.
    <Group className="pane minutes" aria-label="Minutes" onKeyDown={undoBeyondField}>
      <Keeping minutes={open.record} today={today} />
      {open.record.approved ? (
        <Approved open={open} onPreview={onPreview} />
      ) : (
        <Draft open={open} meeting={meeting} today={today} onPreview={onPreview} />
      )}
    </Group>
  );
}

function NoMinutes({ meeting, today }: { meeting: Meeting; today: PlainDate }) {
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isImporting, setImporting] = useState(false);
  const found = useMeetingBefore(meeting);
  const lastDay = minutesLastDay(meeting.date);
  if (daysBetween(today, lastDay) < 0) {
    return (
      <EmptyState icon="meetings" title="Minutes are no longer kept">
        <p>
          Minutes are kept for 12 months. Those of this meeting had their last day on{' '}
          {formatDay(lastDay)} (policy: RETAIN-MINUTES).
        </p>
      </EmptyState>
    );
  }
  const create = async () => {
    const saved = await beginMinutes(meeting.id);
    setFailure(saved.ok ? null : saved.error);
    // The meeting's own record names its minutes, so it is read again.
    if (saved.ok) await meetingRecord.load(meeting.id);
  };
  return (
    <EmptyState
      icon="meetings"
      title="No minutes yet"
      action={
        <>
          <Button icon="plus" variant="primary" onPress={() => void create()}>
            Draft minutes
          </Button>
          <Button icon="import" onPress={() => setImporting(true)}>
            Import from Word
          </Button>
        </>
      }
    >
      <p>
        A draft starts with the usual items
        {found?.before && (
          <>
            {' '}
            and what was left open by the minutes of <MeetingBefore before={found.before} />
          </>
        )}
        , and saves itself. It may be kept until {formatDay(lastDay)}.
      </p>
      <FailureText failure={failure} />
      {isImporting && <ImportMinutes of={meeting} onClose={() => setImporting(false)} />}
    </EmptyState>
  );
}

/** The last day, with how it was worked out. */
function Keeping({ minutes, today }: { minutes: Minutes; today: PlainDate }) {
  const lastDay = minutesLastDay(minutes.meetingDate);
  const left = daysBetween(today, lastDay);
  return (
    <p className="keeping">
      <Tag tone={left < 30 ? 'alarm' : 'plain'}>Last day {formatDay(lastDay)}</Tag>
      <span className="muted">
        meeting {formatDay(minutes.meetingDate)} + 12 months = {formatDay(lastDay)}
        {left < 30 &&
          `, ${left === 0 ? 'today' : left === 1 ? 'tomorrow' : `in ${left} days`}`}{' '}
        (policy: RETAIN-MINUTES)
      </span>
    </p>
  );
}

function Draft({
  open,
  meeting,
  today,
  onPreview,
}: {
  open: Opened<'minutes'>;
  meeting: Meeting;
  today: PlainDate;
  onPreview: () => void;
}) {
  const [isApproving, setApproving] = useState(false);
  const { record, names } = open;
  const typing = useTyped(record.id);
  const change = (edit: (now: Minutes) => Minutes) => minutesRecord.change(edit);
  return (
    <>
      <div className="pane-actions">
        <Button icon="check" variant="primary" onPress={() => setApproving(true)}>
          Approve …
        </Button>
        <Button icon="eye" onPress={onPreview}>
          Preview minutes
        </Button>
      </div>
      <PreviousMinutesEditor minutes={record} />
      <MattersArising meeting={meeting} minutes={record} names={names} />
      <h3>Agenda</h3>
      <ol className="agenda">
        {record.items.map((item, index) => (
          <AgendaItemEditor
            // Items have no names of their own; each field follows what is saved at its place.
            key={index}
            item={item}
            index={index}
            count={record.items.length}
            names={names}
            typing={typing}
          />
        ))}
      </ol>
      <AddLine
        label="Add an agenda item"
        onAdd={(title) => change((now) => ({ ...now, items: [...now.items, blankItem(title)] }))}
      />
      <Section title="Next meeting">
        <EditDate
          label="Date of the next meeting"
          value={record.nextMeeting}
          onCommit={(nextMeeting) => change((now) => ({ ...now, nextMeeting }))}
        />
      </Section>
      {isApproving && (
        <ApproveMinutes
          chair={meeting.chair}
          names={{ ...meetingRecord.use.getState().open?.names, ...names }}
          today={today}
          onClose={() => setApproving(false)}
        />
      )}
    </>
  );
}

function Approved({ open, onPreview }: { open: Opened<'minutes'>; onPreview: () => void }) {
  const { record, names } = open;
  const [failure, setFailure] = useState<Failure | null>(null);
  const takeBack = async () => {
    const saved = await minutesRecord.change((now) => ({ ...now, approved: null }));
    setFailure(saved.ok ? null : saved.error);
    if (saved.ok) {
      sayUndoable('The approval was taken back. The minutes are a draft again.');
    }
  };
  return (
    <>
      {record.approved && (
        <p className="approved">
          <Tag tone="accent">Approved</Tag> by <bdi>{names[record.approved.by] ?? 'somebody'}</bdi>{' '}
          on {formatDay(record.approved.on)}
        </p>
      )}
      <div className="pane-actions">
        <Button icon="print" variant="primary" onPress={onPreview}>
          Preview and print
        </Button>
        <Button icon="undo" variant="quiet" onPress={() => void takeBack()}>
          Take approval back
        </Button>
      </div>
      <FailureText failure={failure} />
      <MinutesReading minutes={record} names={names} />
    </>
  );
}

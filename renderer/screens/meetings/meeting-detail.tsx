/** One meeting: its facts, who came, and its minutes. Everything saves itself. */
import { useEffect, useState } from 'react';
import { Button, IconButton } from '../../components/button.tsx';
import { ConfirmDialog } from '../../components/dialog.tsx';
import { EditDate, EditSelect, EditText, useAutosave } from '../../components/edit-in-place.tsx';
import { FailureText } from '../../components/failure.tsx';
import { SaveStatus } from '../../components/layout.tsx';
import { optionsOf } from '../../components/select.tsx';
import { Tabs } from '../../components/tabs.tsx';
import { daysBetween, formatDayWithWeekday, minutesLastDay } from '../../domain/dates.ts';
import type { Failure } from '../../domain/errors.ts';
import { minutesId } from '../../domain/ids.ts';
import { MEETING_TYPES, type Meeting, meetingType, quorumOf } from '../../domain/meeting.ts';
import { useRoomCommands } from '../../stores/commands.ts';
import { openDocument } from '../../stores/document.ts';
import { go } from '../../stores/navigation.ts';
import { meetingRecord, minutesRecord, type Opened } from '../../stores/records.ts';
import { useOpened } from '../../stores/session.ts';
import { Attachments } from '../attachments/attachments.tsx';
import { EraseButton } from '../erasing/erase-button.tsx';
import { PersonPicker } from '../person-picker.tsx';
import { sayUndoable } from '../shell/undo-last.ts';
import { AttendanceList } from './attendance-list.tsx';
import { MinutesPane } from './minutes-pane.tsx';
import { TimeField } from './time-field.tsx';

export function MeetingDetail({ id }: { id: string }) {
  const { open, failure, saving, isGone } = meetingRecord.use();
  const savingMinutes = minutesRecord.use((state) => state.saving);
  useEffect(() => {
    void meetingRecord.load(id);
    return () => meetingRecord.close();
  }, [id]);
  useEffect(() => {
    if (!isGone) return;
    meetingRecord.close();
    go('meetings');
  }, [isGone]);

  if (failure) {
    return (
      <div className="pane-failure">
        <FailureText failure={failure} />
        <Button onPress={() => go('meetings')}>Back to the meetings</Button>
      </div>
    );
  }
  if (open?.record.id !== id) return null;
  return (
    <article className="meeting">
      <header className="pane-head">
        <div className="pane-title">
          <p className="muted">{formatDayWithWeekday(open.record.date)}</p>
          <h2>
            <bdi>{open.record.title}</bdi>
          </h2>
        </div>
        <SaveStatus saving={saving === 'idle' ? savingMinutes : saving} />
        <IconButton label="Close the meeting" icon="close" onPress={() => go('meetings')} />
      </header>
      <OpenMeeting open={open} />
    </article>
  );
}

function OpenMeeting({ open }: { open: Opened<'meeting'> }) {
  const { record, related } = open;
  const { today } = useOpened();
  const minutes = related.find(({ kind }) => kind === 'minutes');
  const { present, met } = quorumOf(record);
  const [tab, setTab] = useState<'meeting' | 'minutes'>(minutes ? 'minutes' : 'meeting');
  const showMinutes = () =>
    void (minutes && openDocument({ what: 'minutes', id: minutesId.parse(minutes.id) }));
  const showAgenda = () => void openDocument({ what: 'agenda', id: record.id });
  // An agenda tells of minutes, and goes when they go.
  const hasAgenda = daysBetween(today, minutesLastDay(record.date)) >= 0;
  const shown = tab === 'meeting' ? hasAgenda && showAgenda : minutes && showMinutes;
  useRoomCommands(shown ? { print: shown, 'save-pdf': shown } : {});

  return (
    <Tabs
      label="Parts of the meeting"
      value={tab}
      onChange={setTab}
      tabs={[
        {
          id: 'meeting',
          title:
            met === false
              ? `Meeting · ${present} present, no quorum`
              : `Meeting · ${present} present`,
          content: (
            <div className="pane">
              {hasAgenda && (
                <div className="pane-actions">
                  <Button icon="eye" onPress={showAgenda}>
                    Preview agenda
                  </Button>
                </div>
              )}
              <Facts open={open} />
              <AttendanceList open={open} />
              <Attachments record={record.id} files={open.attachments} />
              <RemoveMeeting id={record.id} hasMinutes={minutes !== undefined} />
            </div>
          ),
        },
        {
          id: 'minutes',
          title: minutes ? `Minutes · ${minutes.detail.toLowerCase()}` : 'Minutes',
          content: (
            <MinutesPane meeting={record} id={minutes?.id ?? null} onPreview={showMinutes} />
          ),
        },
      ]}
    />
  );
}

function Facts({ open }: { open: Opened<'meeting'> }) {
  const { record, names } = open;
  const change = (part: Partial<Meeting>) => meetingRecord.change((now) => ({ ...now, ...part }));
  const time = useAutosave(record.time, (value) => change({ time: value }));
  const [refused, setRefused] = useState<Failure | null>(null);
  return (
    <div className="form">
      <EditText
        label="Title"
        value={record.title}
        isNeeded
        onCommit={(title) => change({ title: title.trim() })}
        maxLength={300}
        dir="auto"
      />
      <div className="fields">
        <EditDate
          label="Date"
          value={record.date}
          isNeeded
          onCommit={(date) => change(date ? { date } : {})}
        />
        <TimeField label="Time" value={time.value} onChange={time.change} />
      </div>
      <EditSelect
        label="Kind of meeting"
        value={meetingType(record)}
        options={optionsOf(MEETING_TYPES)}
        onCommit={(type) => change({ type })}
      />
      <EditText
        label="Place"
        value={record.place}
        onCommit={(place) => change({ place: place.trim() })}
        maxLength={300}
        dir="auto"
      />
      <div className="fields">
        <PersonPicker
          label="Chair"
          value={record.chair}
          names={names}
          onChange={(chair) =>
            void change({ chair }).then((reply) => setRefused(reply.ok ? null : reply.error))
          }
        />
        <EditText
          label="Quorum"
          value={record.quorum === null ? '' : String(record.quorum)}
          help="Members needed; empty when the rules name none."
          maxLength={3}
          check={(text) =>
            text.trim() === '' || /^(100|[1-9]\d?)$/.test(text.trim())
              ? null
              : 'The quorum is a number from 1 to 100.'
          }
          onCommit={(text) => change({ quorum: text.trim() === '' ? null : Number(text) })}
        />
      </div>
      <FailureText failure={refused} />
    </div>
  );
}

function RemoveMeeting({ id, hasMinutes }: { id: string; hasMinutes: boolean }) {
  const [isAsking, setAsking] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const remove = async () => {
    const removed = await meetingRecord.remove();
    if (!removed.ok) return setFailure(removed.error);
    go('meetings');
    sayUndoable('The meeting was removed.');
  };
  return (
    <footer className="pane-foot">
      <FailureText failure={failure} />
      <Button variant="quiet" icon="trash" onPress={() => setAsking(true)}>
        Remove meeting
      </Button>
      <EraseButton id={id} />
      <ConfirmDialog
        title="Remove this meeting?"
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        confirm="Remove meeting"
        onConfirm={() => void remove()}
        isDanger
      >
        <p>
          The meeting and its attendance go{hasMinutes ? ', and its minutes with it' : ''}. You can
          undo this until you lock.
        </p>
      </ConfirmDialog>
    </footer>
  );
}

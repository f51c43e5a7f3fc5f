/** The register of meetings, and one meeting with its attendance and its minutes. */
import { useEffect, useState } from 'react';
import { Button } from '../../components/button.tsx';
import type { Column } from '../../components/grid.tsx';
import { EmptyState, PageHeader, Tag } from '../../components/layout.tsx';
import {
  daysBetween,
  formatDay,
  formatDayWithWeekday,
  type PlainDate,
} from '../../domain/dates.ts';
import { useRoomCommands } from '../../stores/commands.ts';
import { type MeetingRow, meetingsList } from '../../stores/lists.ts';
import { loadCommittee } from '../../stores/meetings.ts';
import { go, useNavigation } from '../../stores/navigation.ts';
import { minutesRecord } from '../../stores/records.ts';
import { useOpened } from '../../stores/session.ts';
import { ListAndPane } from '../list-and-pane.tsx';
import { ActionList } from './action-list.tsx';
import { AttendanceRegister } from './attendance-register.tsx';
import { ImportMinutes } from './import-minutes.tsx';
import { MeetingDetail } from './meeting-detail.tsx';
import { NewMeeting } from './new-meeting.tsx';
import './meetings.css';

const FILTERS = [
  { id: 'all', label: 'All meetings' },
  { id: 'without-minutes', label: 'Without minutes' },
  { id: 'draft', label: 'Minutes in draft' },
  { id: 'approved', label: 'Minutes approved' },
];

/** Minutes with fewer days than this are shown as about to go. */
const SOON_DAYS = 30;

export function MeetingsRoom() {
  const { rest } = useNavigation();
  const { today } = useOpened();
  const list = meetingsList.use();
  const [asking, setAsking] = useState<'actions' | 'attendance' | null>(null);
  const create = () => go('meetings', 'new');
  useRoomCommands({ new: create });
  useEffect(() => {
    void loadCommittee();
  }, []);
  useMinutesAsMeeting(rest);

  const open = rest.startsWith('mtg_') ? rest : null;
  return (
    <div className="page meetings">
      <PageHeader title="Meetings" remark={list.ready && list.all > 0 ? String(list.all) : null}>
        <Button icon="file" onPress={() => setAsking('actions')} isDisabled={list.all === 0}>
          Action list
        </Button>
        <Button icon="file" onPress={() => setAsking('attendance')} isDisabled={list.all === 0}>
          Attendance
        </Button>
        <Button icon="import" onPress={() => go('meetings', 'import')}>
          Import old minutes
        </Button>
        <Button icon="plus" variant="primary" onPress={create}>
          New meeting
        </Button>
      </PageHeader>
      {list.ready && list.all === 0 && !open ? (
        <EmptyState
          icon="meetings"
          title="No meetings yet"
          action={
            <Button icon="plus" variant="primary" onPress={create}>
              Record the first meeting
            </Button>
          }
        >
          <p>
            A meeting holds who came and who sent apologies, and its minutes: drafted here, approved
            by the committee, printed with the confidentiality sentence, and kept for 12 months.
          </p>
        </EmptyState>
      ) : (
        <ListAndPane
          source={meetingsList}
          label="Meetings"
          columns={columnsFor(today)}
          find="Find a meeting"
          filters={FILTERS}
          nothing={
            list.all > 0 && (
              <EmptyState icon="search" title="No meeting fits">
                <p>Change the words or the filter to see others.</p>
              </EmptyState>
            )
          }
          open={open}
          onOpen={(id) => go('meetings', id)}
          detail={open && <MeetingDetail key={open} id={open} />}
          one="Meeting"
          onClose={() => go('meetings')}
        />
      )}
      {asking === 'actions' && <ActionList onClose={() => setAsking(null)} />}
      {asking === 'attendance' && (
        <AttendanceRegister today={today} onClose={() => setAsking(null)} />
      )}
      {rest === 'import' && <ImportMinutes of={null} onClose={() => go('meetings')} />}
      {rest === 'new' && <NewMeeting today={today} onClose={() => go('meetings')} />}
    </div>
  );
}

/** Minutes are shown with their meeting: a place that names them goes there. */
function useMinutesAsMeeting(rest: string): void {
  const minutes = minutesRecord.use((state) => state.open);
  const wanted = rest.startsWith('min_') ? rest : null;
  useEffect(() => {
    if (wanted) void minutesRecord.load(wanted);
  }, [wanted]);
  useEffect(() => {
    if (wanted && minutes?.record.id === wanted) go('meetings', minutes.record.meeting);
  }, [wanted, minutes]);
}

function columnsFor(today: PlainDate): Column<MeetingRow>[] {
  return [
    {
      id: 'date',
      header: 'Date',
      width: '8.5rem',
      isSortable: true,
      render: (row) => formatDayWithWeekday(row.date),
    },
    {
      id: 'title',
      header: 'Meeting',
      width: 'minmax(6rem, 2fr)',
      isSortable: true,
      render: (row) => <bdi title={row.title}>{row.title}</bdi>,
    },
    {
      id: 'place',
      header: 'Place',
      width: 'minmax(6rem, 1fr)',
      isSortable: true,
      from: 720,
      render: (row) => <bdi title={row.place}>{row.place}</bdi>,
    },
    {
      id: 'present',
      header: 'Present',
      width: '5.5rem',
      isSortable: true,
      align: 'end',
      from: 440,
      render: (row) => row.present,
    },
    {
      id: 'apologies',
      header: 'Apologies',
      width: '6.5rem',
      isSortable: true,
      align: 'end',
      from: 620,
      render: (row) => row.apologies,
    },
    {
      id: 'minutes',
      header: 'Minutes',
      width: '6rem',
      isSortable: true,
      render: (row) => <MinutesState row={row} />,
    },
    {
      id: 'lastDay',
      header: 'Last day',
      width: '7.5rem',
      isSortable: true,
      from: 820,
      render: (row) => row.minutes && <LastDay day={row.minutes.lastDay} today={today} />,
    },
  ];
}

function MinutesState({ row }: { row: MeetingRow }) {
  if (!row.minutes) return <span className="muted">None</span>;
  return row.minutes.state === 'approved' ? <Tag tone="accent">Approved</Tag> : <Tag>Draft</Tag>;
}

function LastDay({ day, today }: { day: PlainDate; today: PlainDate }) {
  const isSoon = daysBetween(today, day) < SOON_DAYS;
  return <span className={isSoon ? 'last-day is-soon' : 'last-day'}>{formatDay(day)}</span>;
}

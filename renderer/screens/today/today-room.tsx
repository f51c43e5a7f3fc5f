/** What is owed to anyone, the latest first; each line opens the place where it is done. */
import { useEffect } from 'react';
import { Button } from '../../components/button.tsx';
import { FailureText } from '../../components/failure.tsx';
import { Icon, type IconName } from '../../components/icons.tsx';
import { EmptyState, PageHeader } from '../../components/layout.tsx';
import { formatDay, formatDayWithWeekday, formatInstant } from '../../domain/dates.ts';
import { damageIn } from '../../domain/failure-words.ts';
import { peopleList, meetingsList } from '../../stores/lists.ts';
import { go, goToRecord, roomOf } from '../../stores/navigation.ts';
import { refreshToday, useOpened } from '../../stores/session.ts';
import { Notices } from './notices.tsx';
import { BackupLines } from './backup-lines.tsx';
import { saveCalendar } from '../../stores/calendar.ts';
import { say, sayFailure } from '../../stores/toasts.ts';
import { type TodayLine, loadToday, useToday } from '../../stores/today.ts';

export function TodayRoom() {
  const { today } = useOpened();
  const { lines, failure, damage } = useToday();
  // The program may have been left open past midnight.
  useEffect(() => void refreshToday(), []);
  useEffect(() => void loadToday(), [today]);
  const groups = lines ? grouped(lines) : [];
  return (
    <div className="page">
      <PageHeader title="Today" remark={formatDayWithWeekday(today)}>
        {lines?.some(({ due }) => due !== null) && <SaveCalendar />}
      </PageHeader>
      <div className="page-body today">
        <FailureText failure={failure} />
        {damage && (
          <p className="failure" role="alert">
            <Icon name="warning" />
            <span>
              {damageIn(damage)} It was changed behind the program’s back, or a disk has failed.
              Restore a backup of before.
            </span>
          </p>
        )}
        <Notices />
        <BackupLines urgent />
        {groups.length === 0 && <FirstSteps />}
        {lines?.length === 0 && (
          <EmptyState icon="check" title="Nothing is due.">
            <p>
              Everything with a date on it shows here, with the working of the date: minutes,
              consents, actions, requests, bundles.
            </p>
          </EmptyState>
        )}
        {groups.map(({ title, isOverdue, lines: owed }) => (
          <section key={title} className="owed" aria-label={title}>
            <h2 className={isOverdue ? 'overdue' : ''}>
              {title} <span className="count">{owed.length}</span>
            </h2>
            <ul>
              {owed.map((line, index) => (
                <Line key={`${line.id}-${line.what}-${index}`} line={line} />
              ))}
            </ul>
          </section>
        ))}
        {groups.length > 0 && <FirstSteps />}
        <BackupLines urgent={false} />
      </div>
    </div>
  );
}

/** The deadlines for another calendar; there is no name in them. */
function SaveCalendar() {
  const save = async () => {
    const saved = await saveCalendar();
    if (!saved.ok) sayFailure(saved.error);
    else if (saved.value) say(saved.value);
  };
  return (
    <Button variant="quiet" icon="save" onPress={() => void save()}>
      Save as calendar
    </Button>
  );
}

function Line({ line }: { line: TodayLine }) {
  const { timeZone } = useOpened().opened.group;
  const isOverdue = line.days !== null && line.days < 0;
  return (
    <li>
      <button type="button" className="owed-line" onClick={() => show(line)}>
        <Icon name={iconOf(line)} />
        <span className="owed-what">
          <span className="owed-words">{line.what}</span>
          <bdi className="owed-title">{line.title}</bdi>
          <span className="owed-working">{line.working}</span>
        </span>
        {line.due && line.days !== null && (
          <span className={isOverdue ? 'owed-due overdue' : 'owed-due'}>
            {line.at === null ? formatDay(line.due) : formatInstant(line.at, timeZone)}
            <span>{daysInWords(line.days)}</span>
          </span>
        )}
        <Icon name="forward" />
      </button>
    </li>
  );
}

/** The record where it is done; where many are meant, the people that they are, or their tab. */
function show({ id, filter, tab }: TodayLine): void {
  if (tab !== undefined) return go('office', tab);
  if (filter === undefined) return goToRecord(id);
  peopleList.setFilter(filter);
  go('people');
}

function iconOf({ id, kind, filter }: TodayLine): IconName {
  if (kind === 'minutes') return 'file';
  return filter === undefined ? roomOf(id) : 'people';
}

/** What a new vault begins with; gone as soon as there is something in it. */
function FirstSteps() {
  const { isNew } = useOpened();
  const people = peopleList.use();
  const meetings = meetingsList.use();
  useEffect(() => {
    peopleList.ensure(0, 0);
    meetingsList.ensure(0, 0);
  }, []);
  if (!people.ready || !meetings.ready || (people.all > 0 && meetings.all > 0)) return null;
  return (
    <section className="first-steps" aria-label="First steps">
      <h2>{isNew ? 'The vault is ready. First steps' : 'First steps'}</h2>
      <ol>
        <Step
          isDone={people.all > 0}
          title="Bring in your contacts"
          words="A spreadsheet, vCards or an Outlook export. You see every row before it is kept."
          action="Import a list"
          onPress={() => go('people', 'import')}
        />
        {people.all === 0 && (
          <Step
            isDone={false}
            title="Or add the first person"
            words="It starts with how they came to the group."
            action="New person"
            onPress={() => go('people', 'new')}
          />
        )}
        <Step
          isDone={meetings.all > 0}
          title="Record a meeting"
          words="Attendance, minutes and actions, with the last day they may be kept."
          action="New meeting"
          onPress={() => go('meetings', 'new')}
        />
      </ol>
    </section>
  );
}

function Step(step: {
  isDone: boolean;
  title: string;
  words: string;
  action: string;
  onPress: () => void;
}) {
  return (
    <li className={step.isDone ? 'is-done' : ''}>
      <div>
        <h3>{step.title}</h3>
        <p>{step.words}</p>
      </div>
      {step.isDone ? (
        <span className="done">
          <Icon name="check" /> Done
        </span>
      ) : (
        <Button onPress={step.onPress}>{step.action}</Button>
      )}
    </li>
  );
}

function grouped(lines: readonly TodayLine[]) {
  const parts = [
    { title: 'Overdue', isOverdue: true, keeps: (d: number | null) => d !== null && d < 0 },
    { title: 'Due', isOverdue: false, keeps: (d: number | null) => d !== null && d >= 0 },
    { title: 'To do', isOverdue: false, keeps: (d: number | null) => d === null },
  ];
  return parts
    .map(({ keeps, ...part }) => ({ ...part, lines: lines.filter(({ days }) => keeps(days)) }))
    .filter((part) => part.lines.length > 0);
}

function daysInWords(days: number): string {
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  const count = Math.abs(days) === 1 ? '1 day' : `${Math.abs(days)} days`;
  return days < 0 ? `${count} late` : `in ${count}`;
}

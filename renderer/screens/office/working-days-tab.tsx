/** The days that deadlines are rolled over: the shipped table, and what the group has changed in it. */
import { useEffect, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { DateField } from '../../components/date-field.tsx';
import { FailureText } from '../../components/failure.tsx';
import { Section, Tag } from '../../components/layout.tsx';
import { Select } from '../../components/select.tsx';
import { TextField } from '../../components/text-field.tsx';
import { BANK_HOLIDAY_YEARS } from '../../domain/bank-holidays.ts';
import { type Calendar, type HolidayLine, holidayLines } from '../../domain/calendar.ts';
import { type PlainDate, formatDayWithWeekday } from '../../domain/dates.ts';
import { AUTHORITY } from '../../domain/deadlines.ts';
import type { Failure, Result } from '../../domain/errors.ts';
import { makeId } from '../../domain/ids.ts';
import { registerList, rowAt } from '../../stores/lists.ts';
import { recordStoreOf, saveNew } from '../../stores/records.ts';
import { useOpened } from '../../stores/session.ts';
import './working-days.css';

type Changes = Calendar['changes'];

export function WorkingDaysTab() {
  const { today } = useOpened();
  const { changes, save } = useCalendar();
  const [year, setYear] = useState(today.slice(0, 4));
  const [failure, setFailure] = useState<Failure | null>(null);
  const change = async (next: Changes) => {
    const saved = await save(next);
    setFailure(saved.ok ? null : saved.error);
    return saved.ok;
  };
  const without = (day: PlainDate) => changes.filter((one) => one.day !== day);
  const lines = holidayLines(changes);
  return (
    <div className="page-body working-days">
      <p className="muted">
        Deadlines that fall on a weekend or a bank holiday of England and Wales move to the next
        working day, where the rules say so. {AUTHORITY}
      </p>
      <Section
        level={2}
        title="Bank holidays"
        action={
          <Select
            label="Year"
            isLabelHidden
            value={year}
            options={yearsOf(lines, today)}
            onChange={setYear}
          />
        }
      >
        <FailureText failure={failure} />
        <ul className="days-of-year">
          {lines
            .filter(({ day }) => day.startsWith(year))
            .map((line) => (
              <Line
                key={line.day}
                line={line}
                onTakeBack={() =>
                  void change([
                    ...without(line.day),
                    { day: line.day, name: line.name, isHoliday: false },
                  ])
                }
                onUndo={() => void change(without(line.day))}
              />
            ))}
        </ul>
        {lines.every(({ day }) => !day.startsWith(year)) && (
          <p className="muted">The table has no days of this year yet. Add them below.</p>
        )}
        <p className="muted">
          The shipped table reaches from {BANK_HOLIDAY_YEARS.first} to {BANK_HOLIDAY_YEARS.last}.
        </p>
      </Section>
      <Section level={2} title="A day announced later">
        <NewDay
          onAdd={async (day, name) => {
            const isAdded = await change([...changes, { day, name, isHoliday: true }]);
            if (isAdded) setYear(day.slice(0, 4));
            return isAdded;
          }}
        />
      </Section>
    </div>
  );
}

const ACTS = { shipped: 'Take back', added: 'Take out', 'taken-back': 'Put back' } as const;

function Line({
  line: { day, name, from },
  onTakeBack,
  onUndo,
}: {
  line: HolidayLine;
  onTakeBack: () => void;
  onUndo: () => void;
}) {
  const words = formatDayWithWeekday(day);
  return (
    <li className={from === 'taken-back' ? 'is-taken-back' : ''}>
      <span className="day">{words}</span>
      <bdi className="what">{name}</bdi>
      {from === 'added' && <Tag tone="accent">Added here</Tag>}
      {from === 'taken-back' && <Tag tone="warning">Taken back</Tag>}
      <Button variant="quiet" onPress={from === 'shipped' ? onTakeBack : onUndo}>
        {ACTS[from]} <span className="visually-hidden">{words}</span>
      </Button>
    </li>
  );
}

function NewDay({ onAdd }: { onAdd: (day: PlainDate, name: string) => Promise<boolean> }) {
  const [day, setDay] = useState<PlainDate | null>(null);
  const [name, setName] = useState('');
  const add = async () => {
    if (day === null || !(await onAdd(day, name.trim()))) return;
    setDay(null);
    setName('');
  };
  return (
    <div className="new-day">
      <DateField label="Day" value={day} onChange={setDay} />
      <TextField label="What it is" value={name} onChange={setName} maxLength={100} dir="auto" />
      <Button icon="plus" isDisabled={day === null} onPress={() => void add()}>
        Add the day
      </Button>
    </div>
  );
}

/** The one record of the vault's own changes, made with the first of them. */
function useCalendar() {
  const list = registerList('calendar');
  const id = rowAt(list.use(), 0)?.id ?? null;
  const store = recordStoreOf('calendar');
  const changes = store.use(({ open }) => open?.record.changes) ?? [];
  useEffect(() => list.ensure(0, 0), [list]);
  useEffect(() => {
    if (id !== null) void store.load(id);
    return () => store.close();
  }, [store, id]);
  const save = (next: Changes): Promise<Result<unknown>> => {
    if (id !== null) return store.change((record) => ({ ...record, changes: next }));
    return saveNew({
      kind: 'calendar',
      id: makeId('calendar', crypto.getRandomValues(new Uint8Array(16))),
      purpose: 'accountability',
      changes: next,
    });
  };
  return { changes, save };
}

function yearsOf(lines: readonly HolidayLine[], today: PlainDate) {
  const years = new Set([...lines.map(({ day }) => day.slice(0, 4)), today.slice(0, 4)]);
  return [...years].sort().map((year) => ({ id: year, label: year }));
}

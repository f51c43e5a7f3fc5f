/** Who came: one line a person, one key a mark. */
import { type KeyboardEvent, useRef, useState } from 'react';
import { Group } from 'react-aria-components';
import { IconButton } from '../../components/button.tsx';
import { nextRow } from '../../components/grid-keys.ts';
import { EditText } from '../../components/edit-in-place.tsx';
import { FailureText } from '../../components/failure.tsx';
import { Section } from '../../components/layout.tsx';
import type { Failure, Result } from '../../domain/errors.ts';
import type { PersonId } from '../../domain/ids.ts';
import { MARKS, type Mark, quorumOf, withMark } from '../../domain/meeting.ts';
import { useCommittee } from '../../stores/meetings.ts';
import { meetingRecord, type Opened } from '../../stores/records.ts';
import { PersonPicker } from '../person-picker.tsx';
import { type AttendanceLine, attendanceLines, markOfKey, withNote } from './attendance.ts';

const KEYS: Record<Mark, string> = { present: 'P', apologies: 'A', absent: '–' };
// Object.keys widens to string[]; the keys are exactly the marks.
const MARK_ORDER = Object.keys(KEYS) as Mark[];

export function AttendanceList({ open }: { open: Opened<'meeting'> }) {
  const { record, names } = open;
  const committee = useCommittee((state) => state.members) ?? [];
  const [failure, setFailure] = useState<Failure | null>(null);
  // Marks show at once; each is dropped here when the vault has it.
  const [pending, setPending] = useState<ReadonlyMap<PersonId, Mark>>(new Map());
  const attendance = [...pending].reduce(
    (list, [person, mark]) => withMark(list, person, mark),
    record.attendance,
  );
  const lines = attendanceLines(attendance, committee, names);
  const { present, met } = quorumOf({ ...record, attendance });

  const mark = async (person: PersonId, value: Mark) => {
    setPending((now) => new Map(now).set(person, value));
    const reply = await meetingRecord.change((now) => ({
      ...now,
      attendance: withMark(now.attendance, person, value),
    }));
    setPending((now) => new Map([...now].filter(([id, held]) => id !== person || held !== value)));
    setFailure(reply.ok ? null : reply.error);
  };
  const note = (person: PersonId, words: string) =>
    meetingRecord.change((now) => ({
      ...now,
      attendance: withNote(now.attendance, person, words.trim()),
    }));
  const drop = async (person: PersonId) => {
    const reply = await meetingRecord.change((now) => ({
      ...now,
      attendance: now.attendance.filter((line) => line.person !== person),
    }));
    setFailure(reply.ok ? null : reply.error);
  };

  return (
    <Section title="Attendance">
      <p className="attendance-sum">
        {present} present, {count(lines, 'apologies')} apologies, {count(lines, 'absent')} absent
        {met !== null && ` · quorum of ${record.quorum} ${met ? 'met' : 'not met'}`}
      </p>
      {lines.length > 0 && <Lines lines={lines} onMark={mark} onNote={note} onDrop={drop} />}
      {lines.length === 0 && (
        <p className="muted">
          Nobody is in post yet. Give people a post with a term in People, or add guests here.
        </p>
      )}
      <FailureText failure={failure} />
      <PersonPicker
        key={attendance.length}
        label="Add a guest"
        value={null}
        names={names}
        placeholder="Name"
        onChange={(person) => person && void mark(person, 'present')}
      />
    </Section>
  );
}

function Lines({
  lines,
  onMark,
  onNote,
  onDrop,
}: {
  lines: readonly AttendanceLine[];
  onMark: (person: PersonId, mark: Mark) => Promise<void>;
  onNote: (person: PersonId, words: string) => Promise<Result<unknown>>;
  onDrop: (person: PersonId) => Promise<void>;
}) {
  const [active, setActive] = useState(0);
  const body = useRef<HTMLDivElement>(null);
  const current = Math.min(active, lines.length - 1);
  const focus = (index: number) => {
    setActive(index);
    body.current?.querySelector<HTMLElement>(`[data-index="${index}"]`)?.focus();
  };
  const press = (event: KeyboardEvent, index: number, line: AttendanceLine) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const mark = markOfKey(event.key);
    const to = mark
      ? Math.min(index + 1, lines.length - 1)
      : nextRow(event.key, index, lines.length, 8);
    if (to === null) return;
    event.preventDefault();
    if (mark && line.guest && event.key === 'Delete') void onDrop(line.person);
    else if (mark) void onMark(line.person, mark);
    focus(to);
  };
  return (
    <>
      <p className="attendance-keys" id="attendance-keys">
        Keys: <kbd>P</kbd> present, <kbd>A</kbd> apologies, <kbd>–</kbd> absent, <kbd>↓</kbd>{' '}
        <kbd>↑</kbd> move.
      </p>
      <div
        className="attendance"
        role="grid"
        aria-label="Attendance"
        aria-describedby="attendance-keys"
        ref={body}
      >
        {lines.map((line, index) => (
          <div
            key={line.person}
            role="row"
            className="attendance-line"
            data-index={index}
            tabIndex={index === current ? 0 : -1}
            aria-label={`${line.name}, ${MARKS[line.mark]}`}
            onFocus={() => setActive(index)}
            onKeyDown={(event) => press(event, index, line)}
          >
            <span role="gridcell" className="attendance-name">
              <bdi>{line.name}</bdi> <span className="muted">{line.detail}</span>
              {line.guest && (
                <IconButton
                  label={`Remove guest ${line.name}`}
                  icon="close"
                  onPress={() => void onDrop(line.person)}
                />
              )}
              {line.mark === 'present' && <NoteOf line={line} onNote={onNote} />}
            </span>
            <span role="gridcell" className="marks">
              {MARK_ORDER.map((mark) => (
                <button
                  key={mark}
                  type="button"
                  tabIndex={-1}
                  className={`mark mark-${mark}`}
                  aria-pressed={line.mark === mark}
                  aria-label={`${line.name}: ${MARKS[mark]}`}
                  onClick={() => void onMark(line.person, mark)}
                >
                  {MARKS[mark]}
                </button>
              ))}
            </span>
          </div>
        ))}
      </div>
    </>
  );
}

/** For which items somebody was there, when it was not the whole meeting. */
function NoteOf({
  line,
  onNote,
}: {
  line: AttendanceLine;
  onNote: (person: PersonId, words: string) => Promise<Result<unknown>>;
}) {
  const [isOpen, setOpen] = useState(false);
  const shown = line.note || 'whole meeting';
  if (!isOpen) {
    return (
      <button
        type="button"
        tabIndex={-1}
        className="attendance-note"
        aria-label={`${shown}: ${line.name}`}
        onClick={() => setOpen(true)}
      >
        {shown}
      </button>
    );
  }
  return (
    // The keys that mark somebody are letters here.
    <Group
      aria-label={`For which items: ${line.name}`}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Enter' || event.key === 'Escape') setOpen(false);
      }}
      onBlur={() => setOpen(false)}
    >
      <EditText
        label={`For which items: ${line.name}`}
        isLabelHidden
        placeholder="items 1 to 4"
        value={line.note}
        onCommit={(words) => onNote(line.person, words)}
        maxLength={100}
        autoFocus
        dir="auto"
      />
    </Group>
  );
}

function count(lines: readonly AttendanceLine[], mark: Mark): number {
  return lines.filter((line) => line.mark === mark).length;
}

/** What the minutes before left open, and what became of it. An action that is ticked here is done everywhere. */
import { IconButton } from '../../components/button.tsx';
import { EditText, EditTextArea } from '../../components/edit-in-place.tsx';
import { Section } from '../../components/layout.tsx';
import { Select } from '../../components/select.tsx';
import { type MatterArising, type Meeting, type Minutes, arisingIn } from '../../domain/meeting.ts';
import { minutesRecord } from '../../stores/records.ts';
import { sayFailure } from '../../stores/toasts.ts';
import { sayUndoable } from '../shell/undo-last.ts';
import { ActionsOfItem } from './actions-of-item.tsx';
import { AddLine } from './add-line.tsx';
import { changedAt, withoutAt } from './agenda.ts';
import { MeetingBefore, useMeetingBefore } from './meeting-before.tsx';
import { orSay } from './or-say.ts';

interface Props {
  meeting: Meeting;
  minutes: Minutes;
  names: Readonly<Record<string, string>>;
}

type Edit = (now: MatterArising[]) => MatterArising[];

const matters = (edit: Edit) =>
  minutesRecord.change((now) => ({ ...now, arising: edit(arisingIn(now)) }));
const add = (title: string) => matters((now) => [...now, { title, outcome: '', actions: [] }]);

export function MattersArising({ meeting, minutes, names }: Props) {
  const arising = arisingIn(minutes);
  const found = useMeetingBefore(meeting);
  return (
    <Section title="Matters arising">
      {found && (
        <p className="muted">
          {found.before ? (
            <>
              From the minutes of <MeetingBefore before={found.before} />.
              {arising.length === 0 && ' Nothing was carried over.'} Anything else is added here.
            </>
          ) : (
            'No minutes of an earlier meeting are kept. What arises is added here.'
          )}
        </p>
      )}
      <ol className="agenda">
        {arising.map((matter, index) => (
          <Matter key={index} matter={matter} index={index} names={names} />
        ))}
      </ol>
      <BringUp titles={found?.titles ?? []} taken={arising} />
      <AddLine label="Add a matter arising" onAdd={add} />
    </Section>
  );
}

function Matter({
  matter,
  index,
  names,
}: { matter: MatterArising; index: number } & Pick<Props, 'names'>) {
  const number = index + 1;
  const change = (part: Partial<MatterArising>) => matters((now) => changedAt(now, index, part));
  const remove = async () => {
    const removed = await matters((now) => withoutAt(now, index));
    if (removed.ok) sayUndoable('The matter was removed.');
    else sayFailure(removed.error);
  };
  return (
    <li className="agenda-item">
      <div className="agenda-head">
        <EditText
          label={`Matter ${number}`}
          value={matter.title}
          isNeeded
          onCommit={(title) => change({ title: title.trim() })}
          maxLength={300}
          dir="auto"
        />
        <IconButton label={`Remove matter ${number}`} icon="trash" onPress={() => void remove()} />
      </div>
      <EditTextArea
        label="What became of it"
        value={matter.outcome}
        onCommit={(outcome) => change({ outcome: outcome.trim() })}
        maxLength={5_000}
        rows={2}
        dir="auto"
      />
      <ActionsOfItem
        of={`matter ${number}`}
        actions={matter.actions}
        names={names}
        onChange={(actions) => change({ actions })}
      />
    </li>
  );
}

/** The items of the meeting before that are not among the matters, to take one up. */
function BringUp({
  titles,
  taken,
}: {
  titles: readonly string[];
  taken: readonly MatterArising[];
}) {
  const known = new Set(taken.map(({ title }) => title));
  const left = [...new Set(titles)].filter((title) => !known.has(title));
  if (left.length === 0) return null;
  return (
    <Select
      label="Bring up an item of the meeting before"
      value={null}
      options={left.map((title) => ({ id: title, label: title }))}
      placeholder="Choose an item"
      onChange={(title) => orSay(add(title))}
    />
  );
}

/** Who does what by when: the actions of an item or of a matter arising, each a block. */
import { IconButton } from '../../components/button.tsx';
import { Checkbox } from '../../components/checkbox.tsx';
import { EditDate, EditText } from '../../components/edit-in-place.tsx';
import type { Result } from '../../domain/errors.ts';
import { makeId } from '../../domain/ids.ts';
import type { MinutesAction } from '../../domain/meeting.ts';
import { PersonPicker } from '../person-picker.tsx';
import { AddLine } from './add-line.tsx';
import { changedAt, withoutAt } from './agenda.ts';
import { orSay } from './or-say.ts';

interface Props {
  /** What they are of: "item 2". */
  of: string;
  actions: readonly MinutesAction[];
  names: Readonly<Record<string, string>>;
  onChange: (actions: MinutesAction[]) => Promise<Result<unknown>>;
}

export function ActionsOfItem({ of, actions, names, onChange }: Props) {
  const edit = (at: number, part: Partial<MinutesAction>) => onChange(changedAt(actions, at, part));
  const add = (what: string) =>
    onChange([
      ...actions,
      {
        id: makeId('action', crypto.getRandomValues(new Uint8Array(16))),
        what,
        owner: null,
        due: null,
        done: false,
      },
    ]);
  return (
    <div className="actions-of-item">
      {actions.map((action, at) => (
        <fieldset key={action.id ?? at} className={action.done ? 'action is-done' : 'action'}>
          <legend className="visually-hidden">
            Action {at + 1} of {of}
          </legend>
          <Checkbox
            label={`Action ${at + 1} done`}
            isSelected={action.done}
            onChange={(done) => orSay(edit(at, { done }))}
          />
          <EditText
            label="Action"
            value={action.what}
            isNeeded
            onCommit={(what) => edit(at, { what: what.trim() })}
            maxLength={300}
            dir="auto"
          />
          <PersonPicker
            label="Owner"
            value={action.owner}
            names={names}
            onChange={(owner) => orSay(edit(at, { owner }))}
          />
          <EditDate label="Due" value={action.due} onCommit={(due) => edit(at, { due })} />
          <IconButton
            label={`Remove action ${at + 1} of ${of}`}
            icon="trash"
            onPress={() => orSay(onChange(withoutAt(actions, at)))}
          />
        </fieldset>
      ))}
      <AddLine label={`Add an action to ${of}`} onAdd={add} />
    </div>
  );
}

/** One item of the agenda as it is written: what was said, what was decided, who does what by when. */
import { type KeyboardEvent, useRef } from 'react';
import { Group } from 'react-aria-components';
import { IconButton } from '../../components/button.tsx';
import { EditText, EditTextArea, useAutosave } from '../../components/edit-in-place.tsx';
import { RichTextEditor } from '../../components/rich-text-editor.tsx';
import type { AgendaItem, Minutes } from '../../domain/meeting.ts';
import { minutesRecord } from '../../stores/records.ts';
import { sayFailure } from '../../stores/toasts.ts';
import { PersonPicker } from '../person-picker.tsx';
import { sayUndoable } from '../shell/undo-last.ts';
import { ActionsOfItem } from './actions-of-item.tsx';
import type { Typing } from './use-typed.ts';
import { focusPart, isTitle, type Part, partOf } from './item-focus.ts';
import { changedAt, movedBy, withoutAt } from './agenda.ts';
import { orSay } from './or-say.ts';

interface Props {
  item: AgendaItem;
  index: number;
  count: number;
  names: Readonly<Record<string, string>>;
  typing: Typing;
}

export function AgendaItemEditor({ item, index, count, names, typing }: Props) {
  const number = index + 1;
  const itself = useRef<HTMLLIElement>(null);
  const items = (edit: (now: Minutes['items']) => Minutes['items']) =>
    minutesRecord.change((now) => ({ ...now, items: edit(now.items) }));
  const change = (part: Partial<AgendaItem>) => items((now) => changedAt(now, index, part));
  const discussion = useAutosave(item.discussion, (text) => change({ discussion: text }));
  const remove = async () => {
    const removed = await items((now) => withoutAt(now, index));
    if (removed.ok) sayUndoable('The item was removed.');
    else sayFailure(removed.error);
  };

  const move = async (by: -1 | 1, to: Part) => {
    // What is being typed belongs to this item and is saved before it moves.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    const moved = await items((now) => movedBy(now, index, by));
    if (!moved.ok) return sayFailure(moved.error);
    focusPart(itself.current?.parentElement?.children[index + by], to);
  };
  const press = (event: KeyboardEvent) => {
    const { key, target } = event;
    const by = key === 'ArrowUp' ? -1 : key === 'ArrowDown' ? 1 : null;
    if (by !== null && event.altKey && event.shiftKey) {
      event.preventDefault();
      void move(by, partOf(target));
    } else if (key === 'Enter' && isTitle(target)) {
      event.preventDefault();
      focusPart(itself.current, 'discussion');
    }
  };

  return (
    <li ref={itself}>
      {/* The keys that move an item are those of its fields, which are what is in focus. */}
      <Group className="agenda-item" aria-label={`Item ${number} of the agenda`} onKeyDown={press}>
        <div className="agenda-head">
          <EditText
            label={`Item ${number}`}
            value={item.title}
            isNeeded
            onCommit={(title) => change({ title: title.trim() })}
            maxLength={300}
            dir="auto"
          />
          <div className="agenda-moves">
            <IconButton
              label={`Move item ${number} up`}
              icon="up"
              isDisabled={index === 0}
              onPress={() => void move(-1, 'up')}
            />
            <IconButton
              label={`Move item ${number} down`}
              icon="down"
              isDisabled={index === count - 1}
              onPress={() => void move(1, 'down')}
            />
            <IconButton
              label={`Remove item ${number}`}
              icon="trash"
              onPress={() => void remove()}
            />
          </div>
        </div>
        <RichTextEditor
          label={`Discussion of item ${number}`}
          value={discussion.value}
          past={typing.pastOf(index)}
          onChange={(text) => {
            typing.note(index, discussion.value, text);
            discussion.change(text);
          }}
          onBlur={discussion.flush}
        />
        {discussion.error && (
          <p className="field-error" role="alert">
            {discussion.error}
          </p>
        )}
        <Decision item={item} number={number} names={names} change={change} />
        <ActionsOfItem
          of={`item ${number}`}
          actions={item.actions}
          names={names}
          onChange={(actions) => change({ actions })}
        />
      </Group>
    </li>
  );
}

interface PartProps {
  item: AgendaItem;
  number: number;
  names: Readonly<Record<string, string>>;
  change: (part: Partial<AgendaItem>) => ReturnType<typeof minutesRecord.change>;
}

function Decision({ item, names, change }: PartProps) {
  return (
    <div className="decision">
      <EditTextArea
        label="Decision"
        value={item.decision}
        onCommit={(decision) => change({ decision: decision.trim() })}
        maxLength={5_000}
        rows={2}
        dir="auto"
      />
      {item.decision !== '' && (
        <div className="fields">
          <PersonPicker
            label="Proposed by"
            value={item.proposer}
            names={names}
            onChange={(proposer) => orSay(change({ proposer }))}
          />
          <PersonPicker
            label="Seconded by"
            value={item.seconder}
            names={names}
            onChange={(seconder) => orSay(change({ seconder }))}
          />
        </div>
      )}
    </div>
  );
}

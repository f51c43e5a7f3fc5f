/** Ctrl+K: any person, record or command, by a few letters. */
import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import { Dialog as AriaDialog, Modal, ModalOverlay } from 'react-aria-components';
import { Icon, type IconName } from '../../components/icons.tsx';
import { type Hit, find } from '../../stores/finder.ts';
import { goToRecord, roomOf } from '../../stores/navigation.ts';
import { carryOut } from '../shell/use-commands.ts';
import { COMMANDS, commandsFor } from './palette-commands.ts';

interface Entry {
  key: string;
  icon: IconName;
  title: string;
  detail: string;
  isRecord: boolean;
  run: () => void;
}

interface Props {
  isOpen: boolean;
  onClose: () => void;
  onShow: (what: 'palette' | 'shortcuts') => void;
}

export function Palette({ isOpen, onClose, onShow }: Props) {
  return (
    <ModalOverlay
      className="overlay"
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable
    >
      <Modal className="modal modal-medium">
        <AriaDialog className="dialog palette" aria-label="Find">
          <Finder onClose={onClose} onShow={onShow} />
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

function Finder({ onClose, onShow }: Omit<Props, 'isOpen'>) {
  const [text, setText] = useState('');
  const [hits, setHits] = useState<readonly Hit[]>([]);
  const [active, setActive] = useState(0);
  const listId = useId();
  useEffect(() => {
    let isCurrent = true;
    if (text.trim() !== '')
      void find(text, null).then((found) => {
        if (isCurrent) setHits(found);
      });
    return () => {
      isCurrent = false;
    };
  }, [text]);

  const entries: Entry[] = [
    ...(text.trim() === '' ? [] : hits).map((hit): Entry => ({
      key: hit.id,
      icon: hit.kind === 'minutes' ? 'file' : roomOf(hit.id),
      title: hit.title,
      detail: hit.detail,
      isRecord: true,
      run: () => goToRecord(hit.id),
    })),
    ...commandsFor(text, COMMANDS).map(({ title, icon, keys, run, command }) => ({
      key: title,
      icon,
      title,
      detail: keys ?? '',
      isRecord: false,
      run: command ? () => carryOut(command, onShow) : run,
    })),
  ];
  const current = Math.min(active, Math.max(0, entries.length - 1));
  const choose = (entry: Entry | undefined) => {
    if (!entry) return;
    onClose();
    entry.run();
  };
  const press = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      setActive((current + step + entries.length) % Math.max(1, entries.length));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      choose(entries[current]);
    }
  };

  return (
    <>
      <div className="palette-input">
        <Icon name="search" />
        <input
          role="combobox"
          aria-label="Find a person, a record or a command"
          placeholder="Find a person, a record or a command"
          aria-expanded={entries.length > 0}
          aria-controls={listId}
          aria-activedescendant={entries.length > 0 ? `${listId}-${current}` : undefined}
          autoFocus
          autoComplete="off"
          dir="auto"
          maxLength={200}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setActive(0);
          }}
          onKeyDown={press}
        />
      </div>
      <div className="palette-list" role="listbox" id={listId} aria-label="Found">
        {entries.map((entry, index) => (
          <div
            key={entry.key}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === current}
            className="palette-entry"
            onMouseMove={() => setActive(index)}
            tabIndex={-1}
            // The text field keeps the focus.
            onMouseDown={(event) => event.preventDefault()}
            onMouseUp={() => choose(entry)}
          >
            <Icon name={entry.icon} />
            <bdi>{entry.title}</bdi>
            <span className="palette-detail">
              {entry.isRecord || entry.detail === '' ? entry.detail : <kbd>{entry.detail}</kbd>}
            </span>
          </div>
        ))}
      </div>
      {entries.length === 0 && <p className="palette-none">Nothing by that name.</p>}
    </>
  );
}

import type { KeyboardEvent } from 'react';
import { commandOf } from '../shell/shortcuts.ts';
import { redoLast, undoLast } from '../shell/undo-last.ts';

/**
 * Ctrl+Z and Ctrl+Y in a field of the minutes that has nothing more to take back of its own, as after an unlock: the last
 * change is undone, whichever field it was made in. A field that has takes the key itself.
 */
export function undoBeyondField(event: KeyboardEvent): void {
  const command = commandOf(event);
  if (command !== 'undo' && command !== 'redo') return;
  // A text of the minutes has taken the key by now, if it had something.
  if (event.defaultPrevented || event.repeat) return;
  event.preventDefault();
  const isField =
    event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
  if (isField && document.execCommand(command)) return;
  void (command === 'undo' ? undoLast() : redoLast());
}

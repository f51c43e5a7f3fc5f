import { useEffect, useEffectEvent } from 'react';
import { runRoomCommand } from '../../stores/commands.ts';
import { type MenuCommand, listenToLockSoon, listenToMenu } from '../../stores/menu.ts';
import { ROOM_ORDER, go } from '../../stores/navigation.ts';
import { say } from '../../stores/toasts.ts';
import { lockNow } from './lock.ts';
import { commandOf } from './shortcuts.ts';
import { redoLast, undoLast } from './undo-last.ts';

/** Carries out the keys and the menu bar while a vault is open. */
export function useCommands(show: (what: 'palette' | 'shortcuts') => void): void {
  const run = useEffectEvent((command: MenuCommand) => carryOut(command, show));
  const press = useEffectEvent((event: KeyboardEvent) => {
    const command = commandOf(event);
    if (!command || event.defaultPrevented) return;
    // Text has an undo of its own.
    if ((command === 'undo' || command === 'redo') && isEditing(event.target)) return;
    // Handled here, so that the menu bar's key does not do it a second time.
    event.preventDefault();
    if (!event.repeat && mayRun(command)) run(command);
  });
  useEffect(() => {
    const stops = [
      listenToMenu((command) => mayRun(command) && run(command)),
      listenToLockSoon(() => void lockNow()),
    ];
    const listen = (event: KeyboardEvent) => press(event);
    window.addEventListener('keydown', listen);
    return () => {
      for (const stop of stops) stop();
      window.removeEventListener('keydown', listen);
    };
  }, []);
}

/** Carries out one command, here or in the room that lends it. */
export function carryOut(
  command: MenuCommand,
  show: (what: 'palette' | 'shortcuts') => void,
): void {
  switch (command) {
    case 'find':
      return show('palette');
    case 'shortcuts':
      return show('shortcuts');
    case 'lock':
      return void lockNow();
    case 'undo':
      return void undoLast();
    case 'redo':
      return void redoLast();
    case 'new':
      if (!runRoomCommand('new')) say('Nothing new is made in this room.');
      return;
    case 'print':
    case 'save-pdf':
      if (!runRoomCommand(command)) say('There is no document to print or save here.');
      return;
    case 'import':
      if (!runRoomCommand('import')) go('people', 'import');
      return;
    default: {
      const room = ROOM_ORDER[Number(command.slice('room-'.length)) - 1];
      if (room) go(room);
    }
  }
}

/** Under a dialog the room stays as it is, so that nothing half filled in is lost. */
function mayRun(command: MenuCommand): boolean {
  const isCovered = document.querySelector('.overlay') !== null;
  return !isCovered || command === 'lock' || command === 'print' || command === 'save-pdf';
}

function isEditing(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLElement && target.isContentEditable;
}

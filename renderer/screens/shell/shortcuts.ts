import type { MenuCommand } from '../../stores/menu.ts';

/** Every key of the program, in the words of its list (Ctrl+/). */
export const SHORTCUTS: readonly { keys: string; what: string }[] = [
  { keys: 'Ctrl+1 … 9, 0', what: 'Go to a room' },
  { keys: 'Ctrl+K', what: 'Find a person, a record or a command' },
  { keys: 'Ctrl+N', what: 'New, in this room' },
  { keys: 'Ctrl+O', what: 'Import a list' },
  { keys: 'Ctrl+P', what: 'Print what is shown' },
  { keys: 'Ctrl+Shift+S', what: 'Save what is shown as PDF' },
  { keys: 'Ctrl+Z', what: 'Undo' },
  { keys: 'Ctrl+Y', what: 'Redo' },
  { keys: 'Ctrl+L', what: 'Lock' },
  { keys: 'Ctrl+/', what: 'This list' },
  { keys: '↑ ↓ Page Home End', what: 'Move in a register' },
  { keys: 'Enter', what: 'Open the row' },
  { keys: 'Ctrl+Alt+1, 2', what: 'Heading, subheading in minutes' },
  { keys: 'Alt+Shift+↑ ↓', what: 'Move an item of the agenda' },
  { keys: 'Esc', what: 'Close what is open' },
];

interface Press {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  altKey: boolean;
}

const PLAIN: Readonly<Record<string, MenuCommand>> = {
  k: 'find',
  n: 'new',
  o: 'import',
  p: 'print',
  l: 'lock',
  z: 'undo',
  y: 'redo',
  '/': 'shortcuts',
  '1': 'room-1',
  '2': 'room-2',
  '3': 'room-3',
  '4': 'room-4',
  '5': 'room-5',
  '6': 'room-6',
  '7': 'room-7',
  '8': 'room-8',
  '9': 'room-9',
  '0': 'room-10',
};

/** The command that a key press means; null when it is none of ours. */
export function commandOf(press: Press): MenuCommand | null {
  if (press.altKey || press.ctrlKey === press.metaKey) return null;
  const key = press.key.toLowerCase();
  if (press.shiftKey) {
    // On some keyboards the slash is itself a shifted key.
    return key === 's' ? 'save-pdf' : key === 'z' ? 'redo' : key === '/' ? 'shortcuts' : null;
  }
  return PLAIN[key] ?? null;
}

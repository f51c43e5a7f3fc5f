import type { IconName } from '../../components/icons.tsx';
import type { MenuCommand } from '../../stores/menu.ts';
import { ROOMS, ROOM_ORDER, go } from '../../stores/navigation.ts';

export interface PaletteCommand {
  title: string;
  icon: IconName;
  keys?: string;
  /** One of the menu bar's; otherwise `run` is all there is. */
  command?: MenuCommand;
  run: () => void;
}

const nothing = () => undefined;

export const COMMANDS: readonly PaletteCommand[] = [
  ...ROOM_ORDER.map((room, index) => ({
    title: `Go to ${ROOMS[room]}`,
    icon: room,
    keys: `Ctrl ${(index + 1) % 10}`,
    run: () => go(room),
  })),
  { title: 'New person', icon: 'plus', run: () => go('people', 'new') },
  { title: 'New meeting', icon: 'plus', run: () => go('meetings', 'new') },
  { title: 'New consent', icon: 'plus', run: () => go('consents', 'new') },
  { title: 'New enquiry', icon: 'plus', run: () => go('enquiries', 'new') },
  { title: 'New supplier', icon: 'plus', run: () => go('office', 'suppliers/new') },
  { title: 'New invoice', icon: 'plus', run: () => go('office', 'invoices/new') },
  { title: 'New disclosure', icon: 'plus', run: () => go('sharing', 'disclosures/new') },
  { title: 'Import a list', icon: 'import', run: () => go('people', 'import') },
  { title: 'Seal a bundle', icon: 'sharing', run: () => go('sharing', 'seal') },
  { title: 'The trail', icon: 'office', run: () => go('office', 'trail') },
  { title: 'Undo', icon: 'undo', keys: 'Ctrl Z', command: 'undo', run: nothing },
  { title: 'Redo', icon: 'undo', keys: 'Ctrl Y', command: 'redo', run: nothing },
  {
    title: 'Keyboard shortcuts',
    icon: 'keyboard',
    keys: 'Ctrl /',
    command: 'shortcuts',
    run: nothing,
  },
  { title: 'Lock', icon: 'lock', keys: 'Ctrl L', command: 'lock', run: nothing },
];

/** The commands whose every typed word begins one of theirs; all of them for an empty text. */
export function commandsFor(
  text: string,
  commands: readonly PaletteCommand[],
): readonly PaletteCommand[] {
  const wanted = text.trim().toLowerCase().split(/\s+/);
  return commands.filter(({ title }) => {
    const words = title.toLowerCase().split(' ');
    return wanted.every((part) => words.some((word) => word.startsWith(part)));
  });
}

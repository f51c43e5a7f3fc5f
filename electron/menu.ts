/** The menu bar: everything that has a key, in the words of the platform. The page carries the commands out. */
import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { MenuCommand } from './contract.ts';

const rooms: readonly [MenuCommand, string][] = [
  ['room-1', 'Today'],
  ['room-2', 'People'],
  ['room-3', 'Meetings'],
  ['room-4', 'Consents'],
  ['room-5', 'Publications'],
  ['room-6', 'Enquiries'],
  ['room-7', 'Requests'],
  ['room-8', 'Incidents'],
  ['room-9', 'Sharing'],
  ['room-10', 'Office'],
];

export interface MenuState {
  /** Whether a vault is open; without one only the window's own items work. */
  readonly unlocked: boolean;
  readonly development: boolean;
}

/** Makes the menu bar anew for a state. */
export function setMenu(
  { unlocked, development }: MenuState,
  run: (command: MenuCommand) => void,
): void {
  const mac = process.platform === 'darwin';
  const item = (
    command: MenuCommand,
    label: string,
    accelerator?: string,
  ): MenuItemConstructorOptions => ({
    id: command,
    label,
    enabled: unlocked || command === 'shortcuts',
    ...(accelerator ? { accelerator } : {}),
    click: () => run(command),
  });
  const line: MenuItemConstructorOptions = { type: 'separator' };
  const lock = item('lock', 'Lock', 'CmdOrCtrl+L');

  const template: MenuItemConstructorOptions[] = [
    ...(mac
      ? [
          {
            label: 'Muniment',
            submenu: [
              { role: 'about' },
              line,
              lock,
              line,
              { role: 'hide' },
              { role: 'hideOthers' },
              { role: 'unhide' },
              line,
              { role: 'quit' },
            ],
          } satisfies MenuItemConstructorOptions,
        ]
      : []),
    {
      label: '&File',
      submenu: [
        item('new', 'New', 'CmdOrCtrl+N'),
        item('import', 'Import…', 'CmdOrCtrl+O'),
        line,
        item('print', 'Print…', 'CmdOrCtrl+P'),
        item('save-pdf', 'Save as PDF…', 'CmdOrCtrl+Shift+S'),
        line,
        ...(mac ? [{ role: 'close' as const }] : [lock, line, { role: 'quit' as const }]),
      ],
    },
    {
      label: '&Edit',
      submenu: [
        item('undo', 'Undo', 'CmdOrCtrl+Z'),
        item('redo', 'Redo', mac ? 'Cmd+Shift+Z' : 'Ctrl+Y'),
        line,
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'pasteAndMatchStyle' },
        { role: 'selectAll' },
        line,
        item('find', 'Find…', 'CmdOrCtrl+K'),
      ],
    },
    {
      label: '&View',
      submenu: [
        ...rooms.map(([command, label], index) =>
          item(command, label, `CmdOrCtrl+${(index + 1) % 10}`),
        ),
        line,
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        line,
        { role: 'togglefullscreen' },
        ...(development ? [{ role: 'toggleDevTools' as const }] : []),
      ],
    },
    { role: 'windowMenu' },
    {
      label: '&Help',
      role: 'help',
      submenu: [item('shortcuts', 'Keyboard shortcuts', 'CmdOrCtrl+/')],
    },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

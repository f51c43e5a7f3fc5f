/**
 * The bridge, and all of it: the page gets window.host and nothing of Electron. It runs in a world of its own beside
 * the page and is built as CommonJS, as a sandboxed preload must be.
 */
import { contextBridge, ipcRenderer } from 'electron';
import type { HostBridge, HostEvent } from './contract.ts';

type Listener = (value: unknown) => void;
const eventNames: readonly HostEvent[] = ['menu', 'lockSoon', 'fileOpened'];
const listeners = new Map<string, Set<Listener>>(eventNames.map((name) => [name, new Set()]));
/** Events that came before the page listened. */
const early = new Map<string, unknown[]>(eventNames.map((name) => [name, []]));

ipcRenderer.on('event', (_event, name: string, value: unknown) => {
  if (name === 'menu' && (value === 'undo' || value === 'redo') && isEditing()) {
    // The text field's own undo, also when it came by the menu.
    document.execCommand(value);
    return;
  }
  const heard = listeners.get(name);
  if (!heard) return;
  if (heard.size === 0) early.get(name)?.push(value);
  for (const listener of heard) listener(value);
});

ipcRenderer.on('vault-port', (event) => {
  window.postMessage({ muniment: 'vault-port' }, window.location.origin, event.ports);
});

const bridge = {
  ask: (channel, input) => ipcRenderer.invoke(`host:${channel}`, input),
  on(event, listener) {
    const heard = listeners.get(event);
    if (!heard) throw new Error('wall/refused');
    // The host parsed the value under this event's schema before it sent it.
    const added = listener as Listener;
    heard.add(added);
    for (const value of early.get(event)?.splice(0) ?? []) added(value);
    return () => {
      heard.delete(added);
    };
  },
} satisfies HostBridge;

contextBridge.exposeInMainWorld('host', bridge);

function isEditing(): boolean {
  const active = document.activeElement;
  if (active instanceof HTMLInputElement || active instanceof HTMLTextAreaElement) return true;
  return active instanceof HTMLElement && active.isContentEditable;
}

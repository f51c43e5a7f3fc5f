/**
 * The one page of the program, through all its lives. A life may be ended at any moment, and the next begins in a fresh
 * window with a fresh process. Each has a port of its own, and what it left open goes with it.
 */
import type { BrowserWindow, WebContents } from 'electron';
import { ORIGIN } from './app-protocol.ts';
import { events, type EventOf, type HostEvent } from './contract.ts';
import { handOverPort, type VaultServices } from './vault-port.ts';

/** A page that dies by itself again within this time is not started a third time. */
const CRASH_LOOP_MS = 10_000;

export interface Page {
  /** The window of this moment; a restart brings another. */
  window(): BrowserWindow;
  /** Sends an event; a page that is not there yet gets it when it is. */
  send<E extends HostEvent>(event: E, value: EventOf<E>): void;
  /** Ends the page's process, its worker with it, and starts a fresh one. Resolves when that has loaded. */
  restart(): Promise<void>;
}

export interface PageWatcher {
  /** A life has ended, by our doing or by itself. */
  ended(): void;
  /** It died twice in a row and cannot be kept alive. */
  lost(): void;
  /** Whether a next life may begin in this process. */
  mayGoOn(): Promise<boolean>;
  /** It may not: the program is to end, and to begin anew. */
  startAnew(): void;
}

/** Opens the first window. `make` makes a hidden one, placed as the last one was. */
export function openPage(
  make: () => BrowserWindow,
  services: VaultServices,
  watcher: PageWatcher,
): Page {
  let waiting: (() => void)[] = [];
  let closePort: (() => void) | null = null;
  let lastCrash = Number.NEGATIVE_INFINITY;
  let restarting: Promise<void> | null = null;
  let window = begin();

  function begin(): BrowserWindow {
    const fresh = make();
    fresh.webContents.on('did-finish-load', () => {
      if (fresh !== window) return;
      // A page that loaded itself again is a new life in an old process.
      if (closePort) endLife();
      closePort = handOverPort(fresh.webContents, services);
      for (const send of waiting.splice(0)) send();
    });
    fresh.webContents.on('render-process-gone', () => {
      if (fresh === window && !restarting) revive();
    });
    return fresh;
  }

  function endLife(): void {
    closePort?.();
    closePort = null;
    services.jobs.dropAll();
    void services.files.forgetAll();
    void services.backups.abortAll();
    watcher.ended();
  }

  /** It died by itself. Once is bad luck; at once again is a fault that starting anew does not mend. */
  function revive(): void {
    const now = performance.now();
    const often = now - lastCrash < CRASH_LOOP_MS;
    lastCrash = now;
    if (!often) {
      void replace(Promise.resolve());
      return;
    }
    endLife();
    watcher.lost();
  }

  /** The old window stays, empty, until the new one has something to show. */
  function replace(gone: Promise<void>): Promise<void> {
    const old = window;
    const focused = old.isFocused();
    const minimized = old.isMinimized();
    restarting = (async () => {
      await gone;
      endLife();
      if (!(await watcher.mayGoOn())) {
        watcher.startAnew();
        return;
      }
      waiting = [];
      window = begin();
      window.once('ready-to-show', () => {
        if (minimized) window.minimize();
        else if (focused) window.show();
        else window.showInactive();
      });
      await window.loadURL(`${ORIGIN}/`);
      old.destroy();
    })().finally(() => {
      restarting = null;
    });
    return restarting;
  }

  window.once('ready-to-show', () => window.show());
  void window.loadURL(`${ORIGIN}/`);
  return {
    window: () => window,
    send(event, value) {
      const parsed = events[event].parse(value);
      const send = (): void => window.webContents.send('event', event, parsed);
      if (closePort) send();
      else waiting.push(send);
    },
    restart() {
      if (restarting) return restarting;
      const { webContents } = window;
      const gone = new Promise<void>((resolve) => {
        webContents.once('render-process-gone', () => resolve());
      });
      const replaced = replace(gone);
      endProcess(webContents);
      return replaced;
    },
  };
}

/** SIGKILL, and not a forced crash, which could leave the memory behind in a core file. */
function endProcess(contents: WebContents): void {
  try {
    const pid = contents.getOSProcessId();
    // 0 would be ourselves.
    if (pid > 0) process.kill(pid, 'SIGKILL');
    else contents.forcefullyCrashRenderer();
  } catch {
    contents.forcefullyCrashRenderer();
  }
}

/** What the page knows of the host: the bridge, its facts, and the port that it hands to the vault. */
import { create } from 'zustand';
import type { Answer, HostBridge } from '../../electron/contract.ts';
import { openVault } from '../vault/client.ts';

declare global {
  interface Window {
    readonly host: HostBridge;
  }
}

export type AppInfo = Answer<'appInfo'>;

/** Facts about the program, for Office; null until asked for. */
export const useAppInfo = create<{ info: AppInfo | null }>(() => ({ info: null }));

/** Asks the host for its facts again: the count of refused requests may have grown. */
export async function loadAppInfo(): Promise<AppInfo> {
  const info = await window.host.ask('appInfo', null);
  useAppInfo.setState({ info });
  return info;
}

/** Copies text by way of the host, which clears it after 30 s and at lock. */
export async function copyText(text: string): Promise<void> {
  await window.host.ask('copyText', { text });
}

/** Resolves when the host's port has come and the vault's worker has it. Listen before the page has loaded. */
export function connectVault(): Promise<void> {
  return new Promise((resolve) => {
    const receive = (event: MessageEvent<unknown>) => {
      const port = event.ports[0];
      if (event.source !== window || !isPortMessage(event.data) || !port) return;
      window.removeEventListener('message', receive);
      openVault(
        port,
        () => window.host.ask('clock', null),
        // Nobody awaits it: it comes up as any other bug of the page does.
        (bug) => void Promise.reject(bug),
      );
      resolve();
    };
    window.addEventListener('message', receive);
  });
}

function isPortMessage(data: unknown): boolean {
  return (
    typeof data === 'object' &&
    data !== null &&
    'muniment' in data &&
    data.muniment === 'vault-port'
  );
}

/** Text on the clipboard is a copy that leaves the vault: it goes after 30 seconds and at lock, if it is still ours. */
import { createHash } from 'node:crypto';
import { clipboard } from 'electron';

const KEPT_MS = 30_000;

export interface OwnClipboard {
  copy(text: string): Promise<void>;
  /** Resolves when what was ours is gone. What somebody else put there stays. */
  clear(): Promise<void>;
}

// Before Electron 45 readText answers at once and not with a promise; `await` takes both.
export function openClipboard(): OwnClipboard {
  /** Of the text that is ours, so that the text itself is held nowhere. */
  let ours: string | null = null;
  let timer: NodeJS.Timeout | undefined;
  const clear = async (): Promise<void> => {
    clearTimeout(timer);
    const mine = ours;
    ours = null;
    if (mine !== null && digest(await clipboard.readText()) === mine) clipboard.clear();
  };
  return {
    async copy(text) {
      clearTimeout(timer);
      ours = digest(text);
      timer = setTimeout(() => void clear(), KEPT_MS);
      await clipboard.writeText(text);
    },
    clear,
  };
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** The ways into a vault or a backup, as they are offered at the door. */
import type { WayIn } from '../../stores/restore.ts';

export const WAYS = [
  { to: 'passphrase', icon: 'lock', words: 'Use the passphrase instead' },
  { to: 'recovery', icon: 'key', words: 'Use the recovery key instead' },
  { to: 'shares', icon: 'people', words: 'Use recovery shares' },
] as const;

/** What is asked of the vault; shares were brought to it before. */
export function wayOf(slot: WayIn['slot'], typed: string): WayIn {
  if (slot === 'shares') return { slot };
  return slot === 'passphrase' ? { slot, passphrase: typed } : { slot, recoveryKey: typed.trim() };
}

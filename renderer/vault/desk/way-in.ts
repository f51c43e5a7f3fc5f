import type { VaultAsk } from '../protocol.ts';
import type { Opener } from '../session.ts';
import type { Desk } from './desk.ts';

/** What a person opens a vault or a backup with. */
export function openerOf(
  way: VaultAsk<'unlock'>['with'],
  { brought }: Pick<Desk, 'brought'>,
): Opener {
  if (way.slot === 'shares') return { shares: brought };
  return way.slot === 'passphrase'
    ? { passphrase: way.passphrase }
    : { recoveryKey: way.recoveryKey };
}

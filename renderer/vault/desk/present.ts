/** Who may change the ways into an open vault: whoever shows a present one. */
import { type Result, fail, ok } from '../../domain/errors.ts';
import type { Argon } from '../keyslots.ts';
import type { VaultAsk } from '../protocol.ts';
import type { Session } from '../session.ts';
import { type Opener, profileKeyOf } from '../ways-in.ts';
import { strongEnough } from './passphrases.ts';

export type Present = VaultAsk<'passphrase.change'>['present'];

/** The way in that was typed. */
export function openerOfPresent(present: Present): Opener {
  return present.slot === 'passphrase'
    ? { passphrase: present.passphrase }
    : { recoveryKey: present.recoveryKey };
}

/** Errors: vault/passphrase-weak, recovery/passphrase-same (it opens the vault already). */
export async function fitForUse(
  passphrase: string,
  present: Present,
  session: Session,
  hints: readonly string[],
): Promise<Result<null>> {
  const strong = await strongEnough(passphrase, hints);
  if (!strong.ok) return strong;
  const same =
    present.slot === 'passphrase'
      ? present.passphrase.normalize('NFKC') === passphrase.normalize('NFKC')
      : (await profileKeyOf(session, { passphrase })).ok;
  return same ? fail('recovery/passphrase-same') : ok(null);
}

/** A new passphrase costs a thief at least what the present one does. */
export function presentArgon({ slots }: Pick<Session, 'slots'>): Argon {
  for (const slot of slots) if (slot.kind === 'passphrase') return slot.argon;
  throw new Error('a vault without a passphrase');
}

/** The ways into the open vault: what they are, a new passphrase, and a test of the recovery sheet. */
import { ok } from '../../domain/errors.ts';
import { wipe } from '../bytes.ts';
import type { Command } from '../desk/context.ts';
import { fitForUse, openerOfPresent, presentArgon } from '../desk/present.ts';
import { holdersRecord, presentSlot } from '../desk/share-sets.ts';
import { passphraseSlot } from '../keyslots.ts';
import { profileKeyOf } from '../ways-in.ts';

export const ways: Command<'ways'> = (_asked, { session }) => {
  const slot = presentSlot(session);
  if (!slot) return ok({ shares: null });
  const { set, threshold, count } = slot;
  const noted = holdersRecord(session);
  const holders = noted?.set === set ? noted.holders : [];
  const madeOn = noted?.set === set ? noted.madeOn : null;
  return ok({ shares: { set, threshold, count, holders, madeOn } });
};

export const changePassphrase: Command<'passphrase.change'> = async (asked, context) => {
  const { session, group, now } = context;
  const key = await profileKeyOf(session, openerOfPresent(asked.present));
  if (!key.ok) return key;
  const hints = [group.name, group.owner.name];
  const fit = await fitForUse(asked.passphrase, asked.present, session, hints);
  if (!fit.ok) return fit;
  const slot = await passphraseSlot(
    session.vaultId,
    key.value,
    asked.passphrase,
    presentArgon(session),
  );
  wipe(key.value);
  const others = session.slots.filter(({ kind }) => kind !== 'passphrase');
  const written = await session.writeSlots([slot, ...others]);
  if (!written.ok) return written;
  // The passphrase is changed by now, whatever becomes of its line in the trail.
  await session.commit([], 'passphrase-changed', now);
  return ok(null);
};

export const testRecovery: Command<'recovery.test'> = async ({ typed }, { session }) => {
  const key = await profileKeyOf(session, { recoveryKey: typed });
  if (!key.ok) return key;
  wipe(key.value);
  return ok(null);
};

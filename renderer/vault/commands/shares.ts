/** Recovery shares of the open vault: made, and handed out on paper or as files. */
import { type Result, fail, ok } from '../../domain/errors.ts';
import { wipe } from '../bytes.ts';
import { describe } from '../desk/change.ts';
import type { Command, OpenContext } from '../desk/context.ts';
import { usedAs } from '../desk/document-use.ts';
import { exported, leaveAsFile } from '../desk/leaving-elsewhere.ts';
import { openerOfPresent } from '../desk/present.ts';
import { handOver, stampedShare } from '../desk/recovery-documents.ts';
import {
  holdersChange,
  holdersRecord,
  madeShares,
  nextSet,
  presentSlot,
} from '../desk/share-sets.ts';
import { type Share, makeShares, writeShareFile } from '../shares.ts';
import { profileKeyOf } from '../ways-in.ts';

export const sharesMake: Command<'shares.make'> = async (asked, context) => {
  const { session, desk, now, today: day } = context;
  if (presentSlot(session)) return fail('recovery/shares-here');
  const key = await profileKeyOf(session, openerOfPresent(asked.present));
  if (!key.ok) return key;
  const { threshold, holders } = asked.shares;
  const set = nextSet(session);
  const parameters = { set, threshold, count: holders.length };
  const { slot, shares } = await makeShares(session.vaultId, key.value, parameters);
  wipe(key.value);
  const written = await session.writeSlots([...session.slots, slot]);
  if (!written.ok) return written;
  desk.handingOut = { shares, holders };
  const change = holdersChange(session, { set, threshold, holders, day });
  const noted = await session.commit([change], 'shares-made', now);
  if (!noted.ok && noted.error.code !== 'vault/read-only') return noted;
  const made = madeShares(desk);
  if (!made) throw new Error('shares were made and are not here');
  return ok({ ...describe(noted.ok ? [change] : [], session.state.revision), made });
};

export const shareDocument: Command<'share.document'> = async (asked, context) => {
  const found = handedOut(asked.index, context);
  if (!found.ok) return found;
  const { share, holder } = found.value;
  const { group, today: day } = context;
  const stamped = await stampedShare(share, { holder, vaultName: group.name, day });
  const told = { ...usedAs('share', asked.for), about: aboutShares(context), changes: [] };
  return handOver(stamped, told, context);
};

export const shareWrite: Command<'share.write'> = async (asked, context) => {
  const found = handedOut(asked.index, context);
  if (!found.ok) return found;
  const told = exported(aboutShares(context), { what: 'share', form: 'share' });
  return leaveAsFile(ok(await writeShareFile(found.value.share)), asked.to, told, context);
};

export const sharesPutAway: Command<'shares.putAway'> = (_asked, { desk }) => {
  desk.handingOut = null;
  return ok(null);
};

function handedOut(
  index: number,
  { desk: { handingOut } }: OpenContext,
): Result<{ share: Share; holder: string }> {
  const share = handingOut?.shares.find((one) => one.index === index);
  return share
    ? ok({ share, holder: handingOut?.holders[index - 1] ?? '' })
    : fail('recovery/not-begun');
}

function aboutShares({ session }: OpenContext): string[] {
  const record = holdersRecord(session);
  return record ? [record.id] : [];
}

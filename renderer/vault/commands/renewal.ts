/**
 * New keys for the whole vault: when somebody may know the passphrase, when the recovery sheet or shares are replaced, and
 * when the office is handed over. In force once a group of the new recovery sheet was typed back.
 */
import { compartmentsFor } from '../../domain/access.ts';
import { type Result, fail, ok } from '../../domain/errors.ts';
import { COMPARTMENT_OF } from '../../domain/kinds.ts';
import type { Post } from '../../domain/posts.ts';
import { KINDS } from '../../domain/registers/table.ts';
import type { Group } from '../../domain/sharing.ts';
import { wipe } from '../bytes.ts';
import { sealAnew } from '../desk/backing-up.ts';
import { describe } from '../desk/change.ts';
import { type Command, type OpenContext, groupOf } from '../desk/context.ts';
import { openedAs } from '../desk/opened-as.ts';
import { type Present, fitForUse, openerOfPresent, presentArgon } from '../desk/present.ts';
import { holdersChange, madeShares, nextSet } from '../desk/share-sets.ts';
import { matrixNow } from '../desk/selection.ts';
import { groupToAsk, typedBack } from '../desk/typed-back.ts';
import { type KeyName, namesFor } from '../keys.ts';
import type { Change } from '../log.ts';
import type { VaultAsk } from '../protocol.ts';
import { makeNewWays, renewalOf } from '../renewing.ts';
import { profileKeyOf } from '../ways-in.ts';

export const renewalBegin: Command<'renewal.begin'> = async (asked, context) => {
  const { session, desk, group, today: day } = context;
  const { name, post, country } = session.profile.card;
  const owner = asked.handOverTo ?? { name, post, country };
  const names = namesToHold(asked.handOverTo?.post ?? null, context);
  if (!names.ok) return names;
  const passphrase = await passphraseToBe(asked, owner.name, context);
  if (!passphrase.ok) return passphrase;
  const { shares } = asked;
  const ways = await makeNewWays({
    vaultId: session.vaultId,
    passphrase: passphrase.value,
    argon: presentArgon(session),
    shares: shares && {
      set: nextSet(session),
      threshold: shares.threshold,
      count: shares.holders.length,
    },
  });
  desk.renewal = {
    ways,
    action: asked.handOverTo ? 'handed-over' : 'keys-renewed',
    owner,
    names: names.value,
    holders: shares?.holders ?? [],
  };
  const groups = ways.recoveryKey;
  desk.sheet = { vaultName: group.name, groups, day };
  return ok({ recoveryKey: [...groups], ask: groupToAsk(groups) });
};

/**
 * The keys that the profile holds from then on: those of today, or those of the successor's post by the matrix in force
 * (clause ACCESS). Errors: access/would-lose, before anything is made.
 */
function namesToHold(successor: Post | null, context: OpenContext): Result<readonly KeyName[]> {
  const { session } = context;
  if (successor === null) return ok(session.held());
  const names = namesFor(compartmentsFor(successor, matrixNow(context)));
  const lost = KINDS.some(
    (kind) => !names.includes(COMPARTMENT_OF[kind]) && session.state.count(kind) > 0,
  );
  return lost ? fail('access/would-lose') : ok(names);
}

/** The passphrase from now on, once the present one is proved. Errors: those of the way in and of fitForUse. */
async function passphraseToBe(
  { present, passphrase, handOverTo }: VaultAsk<'renewal.begin'>,
  ownerName: string,
  { session, group }: OpenContext,
): Promise<Result<string>> {
  const kept = keptPassphrase(present);
  if (passphrase === null && (kept === null || handOverTo !== null))
    return fail('record/invalid', { field: 'passphrase' });
  const proved = await profileKeyOf(session, openerOfPresent(present));
  if (!proved.ok) return proved;
  wipe(proved.value);
  if (passphrase === null) return ok(kept ?? '');
  const fit = await fitForUse(passphrase, present, session, [group.name, ownerName]);
  return fit.ok ? ok(passphrase) : fit;
}

function keptPassphrase(present: Present): string | null {
  return present.slot === 'passphrase' ? present.passphrase : null;
}

export const renewalFinish: Command<'renewal.finish'> = async ({ group, typed }, context) => {
  const { session, desk, now } = context;
  const { renewal: pending } = desk;
  if (!pending) return fail('recovery/not-begun');
  const { ways, owner, names, holders } = pending;
  const right = typedBack(ways.recoveryKey, group, typed);
  if (!right.ok) return right;
  // Its keys serve once: whatever fails now, another try begins with others.
  desk.renewal = null;
  const before = session.sealedProfile;
  const renewed = await session.renew(() => renewalOf(ways, owner, session), names, now);
  wipe(ways.profileKey);
  // Once the header is the new one the renewal is in force; what is left of it is finished at the next unlock.
  if (!renewed.ok && session.sealedProfile === before) return renewed;
  // Begun and not finished: until it is, a key file of before may still lie beside the new one.
  const finished = renewed.ok ? renewed : await session.resume(now);
  desk.sheet = null;
  desk.undo = [];
  desk.redo = [];
  desk.handingOut = ways.shares.length > 0 ? { shares: ways.shares, holders } : null;
  if (!finished.ok) return fail('recovery/unfinished');
  // The keys are new by now, whatever becomes of the line in the trail; a full disk is said at the next change.
  const changes = changesOf(pending, context);
  const noted = await session.commit(changes, pending.action, now);
  if (!noted.ok && noted.error.code !== 'vault/read-only') return noted;
  // A place where it does not succeed is taken up when it is there again.
  await sealAnew(context, { progress: context.progress, cancelled: () => false });
  const changed = describe(noted.ok ? changes : [], session.state.revision);
  return ok({ ...changed, opened: openedAs(session), made: madeShares(desk) });
};

/** Who holds the office and the shares from now on. */
function changesOf(
  { ways, action, owner, holders }: NonNullable<OpenContext['desk']['renewal']>,
  { session, today: day }: OpenContext,
): Change[] {
  const changes: Change[] = [];
  const before = groupOf(session);
  if (action === 'handed-over') {
    const after: Group = { ...before, owner: { ...owner, person: null } };
    changes.push({ id: before.id, before, after });
  }
  const [share] = ways.shares;
  if (share) {
    const { set, threshold } = share;
    changes.push(holdersChange(session, { set, threshold, holders, day }));
  }
  return changes;
}

export const renewalDrop: Command<'renewal.drop'> = (_asked, { desk }) => {
  if (desk.renewal) wipe(desk.renewal.ways.profileKey);
  desk.renewal = null;
  desk.sheet = null;
  return ok(null);
};

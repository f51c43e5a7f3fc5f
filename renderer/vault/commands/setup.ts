/** Making, opening and closing the vault. */
import { dayOf } from '../../domain/dates.ts';
import { type Result, fail, ok } from '../../domain/errors.ts';
import { makeId } from '../../domain/ids.ts';
import { finishErasures } from '../erasing.ts';
import type { VaultStatus } from '../protocol.ts';
import { inspectVault, prepareVault, unlockVault } from '../session.ts';
import { type Command, type Context, TIME_ZONE } from '../desk/context.ts';
import { clearDesk } from '../desk/desk.ts';
import { keepSteps, stepsKept } from '../desk/kept-steps.ts';
import { eraseAtUnlock } from '../desk/retaining.ts';
import { openedAs } from '../desk/opened-as.ts';
import { measure, strongEnough } from '../desk/passphrases.ts';
import { groupToAsk, typedBack } from '../desk/typed-back.ts';
import { openerOf } from '../desk/way-in.ts';

export const status: Command<'status', Context> = (
  _asked,
  { host },
): Promise<Result<VaultStatus>> => inspectVault(host);

export const create: Command<'create', Context> = async (asked, { host, desk, now }) => {
  const strong = await strongEnough(asked.passphrase, [asked.groupName, asked.owner.name]);
  if (!strong.ok) return strong;
  const prepared = await prepareVault({
    host,
    vaultName: asked.groupName,
    owner: asked.owner,
    group: {
      kind: 'group',
      id: makeId('group', crypto.getRandomValues(new Uint8Array(16))),
      purpose: 'steering',
      name: asked.groupName,
      timeZone: TIME_ZONE,
      owner: { ...asked.owner, person: null },
    },
    passphrase: asked.passphrase,
  });
  if (!prepared.ok) return prepared;
  const groups = prepared.value.recoveryKey;
  desk.prepared = prepared.value;
  desk.sheet = { vaultName: asked.groupName, groups, day: dayOf(now, TIME_ZONE) };
  return ok({ recoveryKey: [...groups], ask: groupToAsk(groups) });
};

export const finish: Command<'create.finish', Context> = async (
  { group, typed },
  { desk, now },
) => {
  const { prepared } = desk;
  if (prepared === null) return fail('vault/none');
  const right = typedBack(prepared.recoveryKey, group, typed);
  if (!right.ok) return right;
  const made = await prepared.finish(now);
  if (!made.ok) return made;
  desk.prepared = null;
  desk.sheet = null;
  desk.session = made.value;
  return ok(openedAs(made.value));
};

export const unlock: Command<'unlock', Context> = async (asked, context) => {
  const { host, desk, now } = context;
  if (desk.session !== null) return ok(openedAs(desk.session));
  const damaged = asked.readOnly ? 'read-only' : 'refuse';
  const opened = await unlockVault(host, openerOf(asked.with, desk), damaged);
  if (!opened.ok) return opened;
  // What an erasure still owes is paid before anything is shown; a disk that refuses leaves it to the next unlock.
  await finishErasures(opened.value, now);
  const kept = await eraseAtUnlock(opened.value, context, (own) =>
    unlockVault(host, own, 'refuse'),
  );
  if (!kept.ok) return kept;
  const session = kept.value;
  const noted = await session.commit([], 'unlocked', now);
  // A full disk opens the vault read-only: what is in it can still be read; nothing leaves it without its trail.
  if (!noted.ok && noted.error.code !== 'vault/read-only') return noted;
  desk.session = session;
  desk.undo = await stepsKept(session);
  desk.brought = [];
  return ok(openedAs(session));
};

/** Seals what can still be undone, and writes the floor. The host then ends this worker, which is what forgets the keys. */
export const lock: Command<'lock', Context> = async (_asked, { desk }) => {
  if (desk.session) await keepSteps(desk.session, desk.undo);
  const closed = desk.session === null ? ok(null) : await desk.session.close();
  Object.assign(desk, clearDesk());
  return closed;
};

export const strength: Command<'strength', Context> = async ({ passphrase, hints }) =>
  ok(await measure(passphrase, hints));

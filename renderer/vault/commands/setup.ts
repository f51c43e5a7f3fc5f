/** Making, opening and closing the vault. */
import { fingerprintWords } from '../../bundles/card.ts';
import { type Result, fail, ok } from '../../domain/errors.ts';
import { makeId } from '../../domain/ids.ts';
import { finishErasures } from '../erasing.ts';
import type { Opened, VaultStatus } from '../protocol.ts';
import { type Session, inspectVault, prepareVault, unlockVault } from '../session.ts';
import { type Command, type Context, TIME_ZONE, groupOf } from '../desk/context.ts';
import { clearDesk } from '../desk/desk.ts';

/** Below this score of zxcvbn (0 to 4) a stolen laptop would not hold out. */
const LEAST_SCORE = 3;

export const status: Command<'status', Context> = (
  _asked,
  { host },
): Promise<Result<VaultStatus>> => inspectVault(host);

export const create: Command<'create', Context> = async (asked, { host, desk }) => {
  const { score } = await measure(asked.passphrase, [asked.groupName, asked.owner.name]);
  if (score < LEAST_SCORE) return fail('vault/passphrase-weak');
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
  desk.prepared = prepared.value;
  const groups = prepared.value.recoveryKey;
  const [random = 0] = crypto.getRandomValues(new Uint8Array(1));
  return ok({ recoveryKey: [...groups], ask: random % groups.length });
};

export const finish: Command<'create.finish', Context> = async (
  { group, typed },
  { desk, now },
) => {
  const { prepared } = desk;
  if (prepared === null) return fail('vault/none');
  const same = (text: string) => text.replaceAll(/[\s-]/g, '').toUpperCase();
  const printed = prepared.recoveryKey[group];
  if (printed === undefined || same(printed) !== same(typed)) return fail('vault/recovery-misread');
  const made = await prepared.finish(now);
  if (!made.ok) return made;
  desk.prepared = null;
  desk.session = made.value;
  return ok(openedAs(made.value));
};

export const unlock: Command<'unlock', Context> = async (asked, { host, desk, now }) => {
  if (desk.session !== null) return ok(openedAs(desk.session));
  const opened = await unlockVault(
    host,
    asked.with.slot === 'passphrase'
      ? { passphrase: asked.with.passphrase }
      : { recoveryKey: asked.with.recoveryKey },
    asked.readOnly ? 'read-only' : 'refuse',
  );
  if (!opened.ok) return opened;
  // What an erasure still owes is paid before anything is shown; a disk that refuses leaves it to the next unlock.
  await finishErasures(opened.value, now);
  const noted = await opened.value.commit([], 'unlocked', now);
  // A full disk opens the vault read-only: what is in it can still be read; nothing leaves it without its trail.
  if (!noted.ok && noted.error.code !== 'vault/read-only') return noted;
  desk.session = opened.value;
  return ok(openedAs(opened.value));
};

/** Writes the floor. The host then ends this worker, which is what forgets the keys. */
export const lock: Command<'lock', Context> = async (_asked, { desk }) => {
  const closed = desk.session === null ? ok(null) : await desk.session.close();
  Object.assign(desk, clearDesk());
  return closed;
};

export const strength: Command<'strength', Context> = async ({ passphrase, hints }) =>
  ok(await measure(passphrase, hints));

function openedAs(session: Session): Opened {
  const { card } = session.profile;
  const { name, post, country } = card;
  return {
    group: groupOf(session),
    profile: { name, post, country, words: fingerprintWords(card) },
    damage: session.damage,
  };
}

/** The dictionaries are large, so they are loaded when a passphrase is first typed. */
async function measure(passphrase: string, hints: readonly string[]) {
  const { passphraseStrength } = await import('../passphrase-strength.ts');
  return passphraseStrength(passphrase, hints);
}

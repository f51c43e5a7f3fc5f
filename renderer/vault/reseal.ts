/**
 * A copy of the vault sealed anew: the same content and the same chain, without what was erased, under keys of its own
 * that open in today's ways only. For backups, at an erasure (clause ERASE) and at a renewal of keys.
 */
import { type Result, fail, ok } from '../domain/errors.ts';
import { COMPARTMENT_OF } from '../domain/kinds.ts';
import { KINDS } from '../domain/registers/table.ts';
import { fromHex, toHex } from './bytes.ts';
import { removalOf } from './erasing.ts';
import { prepareFold } from './fold.ts';
import { type HeaderBody, headerSigned, readHeader, writeHeader } from './header.ts';
import { type Keyring, type RawKey, keyringOf, nextEpoch, unwrapKeys, wrapKeys } from './keys.ts';
import { type Loaded, loadStore } from './load.ts';
import { blobsNamed } from './named-files.ts';
import type { Session, Snapshot } from './open-session.ts';
import type { ProfileSecret } from './profile.ts';

export interface Resealing {
  /** The open vault whose copy it is: its profile, its slots, its chain. */
  readonly session: Pick<Session, 'profile' | 'slots' | 'sealedProfile' | 'linkAt' | 'held'>;
  /** Ids that are not to be in it, nor what goes with them. */
  readonly erased: readonly string[];
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
}

/** A copy, and the ids of the sealed files that are named in it. */
export interface ResealedCopy extends Snapshot {
  readonly files: ReadonlySet<string>;
}

/**
 * The copy without what was erased. The end of its chain stays, so that it can still be compared with the store.
 *
 * Today's key then vouches for it, so a copy whose chain does not end on this vault's own is refused: whoever got hold of
 * a former key would have his work signed. What a copy of before a renewal holds at that end only the former key vouches
 * for. Errors: vault/header-newer, vault/header-damaged, vault/header-forged (another vault's, or not by this profile),
 * vault/store-newer, vault/store-damaged, backup/forged (by a former key, of after its time), backup/ahead (of another
 * course of this vault).
 */
export async function reseal(
  snapshot: Snapshot,
  { session, erased, now }: Resealing,
): Promise<Result<ResealedCopy>> {
  const secret = session.profile.secret();
  const opened = await openCopy(snapshot, secret);
  if (!opened.ok) return opened;
  const { body, keys, held, through, loaded } = opened.value;
  const { root, rootSignature, head, state, search, trail } = loaded;
  if (head.sequence > through) return fail('backup/forged');
  if (session.linkAt(head.sequence) !== head.link) return fail('backup/ahead');
  state.apply(removalOf(erased, state), head.sequence);
  // What this profile's post does not open today is not in its copies either (clause ACCESS).
  const names = session.held();
  const locked = KINDS.filter((kind) => !names.includes(COMPARTMENT_OF[kind]));
  const shut = locked.flatMap((kind) => [...state.all(kind)]);
  state.apply(
    shut.map((before) => ({ id: before.id, before, after: null })),
    head.sequence,
  );

  const fresh = nextEpoch(held, names);
  const wrapped = toHex(await wrapKeys(secret.recipient, fresh));
  await keys.add(fresh);
  const { vaultId, verifyKey } = secret;
  const seed = fromHex(secret.seed);
  const author = { vaultId, device: body.device, verifyKey, seed };
  const at = { root, rootSignature, head };
  const rekey = names;
  const folded = await prepareFold({ keys, author, ...at, state, search, trail, now, rekey });
  const header = writeHeader(
    {
      ...body,
      slots: [...session.slots],
      profile: session.sealedProfile,
      keys: wrapped,
      floor: { sequence: head.sequence, link: head.link },
    },
    seed,
  );
  const files = new Set(blobsNamed(state).keys());
  return ok({ header, pages: folded.put, commits: [], head, files });
}

interface Copy {
  readonly body: HeaderBody;
  readonly keys: Keyring;
  /** Which keys it came with. */
  readonly held: readonly Pick<RawKey, 'name' | 'epoch'>[];
  /** The last sequence up to which its signer is believed. */
  readonly through: number;
  readonly loaded: Loaded;
}

/** Opens a copy of the own vault, also one from before the profile's keys were renewed. */
async function openCopy(snapshot: Snapshot, secret: ProfileSecret): Promise<Result<Copy>> {
  const header = readHeader(snapshot.header);
  if (!header.ok) return header;
  const { body } = header.value;
  const isOwn = headerSigned(header.value, secret.roster);
  const before = secret.former.find(({ verifyKey }) => headerSigned(header.value, [verifyKey]));
  if (body.vaultId !== secret.vaultId || !(isOwn || before)) return fail('vault/header-forged');
  const raw = await unwrapFor(secret, body);
  if (!raw) return fail('vault/header-forged');
  const held = raw.map(({ name, epoch }) => ({ name, epoch }));
  const keys = await keyringOf(raw);
  const rows = {
    pages: async () => [...snapshot.pages],
    commits: async () => [...snapshot.commits],
  };
  const { vaultId, floor } = body;
  const roster = isOwn || !before ? secret.roster : [before.verifyKey];
  const through = isOwn || !before ? Infinity : before.through;
  const signers = { roster, former: secret.former };
  const loaded = await loadStore(rows, keys, { vaultId, signers, floor });
  return loaded.ok ? ok({ body, keys, held, through, loaded: loaded.value }) : loaded;
}

async function unwrapFor(secret: ProfileSecret, body: HeaderBody): Promise<RawKey[] | null> {
  for (const { identity } of [secret, ...secret.former]) {
    const raw = await unwrapKeys(identity, fromHex(body.keys));
    if (raw) return raw;
  }
  return null;
}

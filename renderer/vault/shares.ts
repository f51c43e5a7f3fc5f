/**
 * Recovery shares: a secret of its own, split between officers so that any `threshold` of them open the vault together
 * and fewer know nothing. A share is 24 printed groups, or a small file that holds the same groups.
 */
import { combine, split } from 'shamir-secret-sharing';
import { z } from 'zod';
import { BANNER } from '../domain/banner.ts';
import { type Result, fail, ok } from '../domain/errors.ts';
import {
  type Bytes,
  frame,
  fromHex,
  fromUtf8,
  owned,
  randomBytes,
  sha256,
  toHex,
  utf8,
  wipe,
} from './bytes.ts';
import {
  type Keyslot,
  MOST_SHARES,
  type SharesSlot,
  openSharesSlot,
  sharesSlot,
} from './keyslots.ts';
import { readGroups, toGroups } from './letter-groups.ts';

const VERSION = 1;
const GROUPS = 24;
const SECRET_BYTES = 32;
const CHECKSUM_BYTES = 6;
const CHECKED_BYTES = 54;
const MOST_FILE_BYTES = 16 * 1024;

/** One officer's share. `part`: the library's 33 bytes, the point's place last. */
export interface Share {
  /** Which of the set, from 1. */
  readonly index: number;
  readonly set: number;
  /** The vault's id. */
  readonly vaultId: string;
  readonly threshold: number;
  readonly count: number;
  readonly part: Bytes;
}

/** Splits a fresh secret; answers the slot that it opens, and the shares. */
export async function makeShares(
  vaultId: string,
  profileKey: Bytes,
  { set, threshold, count }: { set: number; threshold: number; count: number },
): Promise<{ slot: SharesSlot; shares: Share[] }> {
  const secret = randomBytes(SECRET_BYTES);
  const parts = await split(secret, count, threshold);
  const commitment = await commitmentTo(vaultId, set, secret);
  const slot = await sharesSlot(vaultId, profileKey, secret, { set, threshold, count, commitment });
  wipe(secret);
  const shares = parts.map((part, place) => ({
    index: place + 1,
    set,
    vaultId,
    threshold,
    count,
    part: owned(part),
  }));
  return { slot, shares };
}

/**
 * The slot that these shares are of; there may be too few of them yet. Errors: recovery/shares-none,
 * recovery/share-other-vault, recovery/shares-mixed, recovery/share-old-set, recovery/share-twice (details: index, set).
 */
export function slotOfShares(
  { vaultId, slots }: { vaultId: string; slots: readonly Keyslot[] },
  shares: readonly Share[],
): Result<SharesSlot> {
  const alone = sharesTogether(shares);
  if (!alone.ok) return alone;
  const other = shares.find((share) => share.vaultId !== vaultId);
  if (other) return fail('recovery/share-other-vault', { index: other.index });
  const slot = slots.find((one) => one.kind === 'shares');
  if (!slot) return fail('recovery/shares-none');
  const old = shares.find(({ set }) => set !== slot.set);
  return old ? fail('recovery/share-old-set', { index: old.index, set: old.set }) : ok(slot);
}

/**
 * Whether shares belong together, of whichever vault they are. Errors: recovery/share-other-vault, recovery/shares-mixed,
 * recovery/share-twice.
 */
export function sharesTogether(shares: readonly Share[]): Result<null> {
  const [first] = shares;
  for (const [place, share] of shares.entries()) {
    const { index, set, vaultId } = share;
    if (vaultId !== first?.vaultId) return fail('recovery/share-other-vault', { index });
    if (set !== first.set) return fail('recovery/shares-mixed', { index });
    if (shares.findIndex((one) => one.index === index) !== place)
      return fail('recovery/share-twice', { index });
  }
  return ok(null);
}

/**
 * The profile key that enough shares open together. The library answers a wrong secret without a word, so what it
 * combines is held against the slot's commitment.
 * Errors: those of slotOfShares; recovery/shares-too-few (detail: needed), recovery/shares-wrong.
 */
export async function openByShares(
  header: { vaultId: string; slots: readonly Keyslot[] },
  shares: readonly Share[],
): Promise<Result<Bytes>> {
  const found = slotOfShares(header, shares);
  if (!found.ok) return found;
  const slot = found.value;
  const needed = slot.threshold - shares.length;
  if (needed > 0) return fail('recovery/shares-too-few', { needed });
  const secret = await combined(shares.slice(0, slot.threshold));
  if (!secret) return fail('recovery/shares-wrong');
  const committed = await commitmentTo(header.vaultId, slot.set, secret);
  const key =
    committed === slot.commitment ? await openSharesSlot(header.vaultId, slot, secret) : null;
  wipe(secret);
  return key ? ok(key) : fail('recovery/shares-wrong');
}

async function combined(shares: readonly Share[]): Promise<Bytes | null> {
  try {
    return owned(await combine(shares.map(({ part }) => part)));
  } catch {
    // The library throws when two points lie at one place: a share that somebody altered.
    return null;
  }
}

async function commitmentTo(vaultId: string, set: number, secret: Bytes): Promise<string> {
  return toHex(await sha256(frame(['muniment recovery shares v1', vaultId, set, secret])));
}

/** The groups that a share is printed as. */
export async function printedShare(share: Share): Promise<string[]> {
  const bytes = new Uint8Array(CHECKED_BYTES + CHECKSUM_BYTES);
  bytes.set([VERSION, (share.threshold << 4) | share.count, share.index]);
  new DataView(bytes.buffer).setUint16(3, share.set);
  bytes.set(fromHex(share.vaultId), 5);
  bytes.set(share.part, 21);
  bytes.set(await checksumOf(bytes), CHECKED_BYTES);
  return toGroups(bytes);
}

/**
 * Reads what a person typed from a printed share. Errors: recovery/share-misread, with the number of the group that does
 * not fit; recovery/share-newer; recovery/share-damaged.
 */
export async function readShare(typed: string): Promise<Result<Share>> {
  const read = readGroups(typed, GROUPS);
  if ('misread' in read) return fail('recovery/share-misread', { group: read.misread });
  const bytes = read.secret;
  const [version = 0, both = 0, index = 0] = bytes;
  if (version > VERSION) return fail('recovery/share-newer');
  const [threshold, count] = [both >> 4, both & 15];
  const set = new DataView(bytes.buffer).getUint16(3);
  const possible =
    threshold >= 2 && threshold <= count && count <= MOST_SHARES && index >= 1 && index <= count;
  const sum = toHex(bytes.slice(CHECKED_BYTES));
  if (version < VERSION || !possible || set === 0 || sum !== toHex(await checksumOf(bytes)))
    return fail('recovery/share-damaged');
  const vaultId = toHex(bytes.slice(5, 21));
  return ok({ index, set, vaultId, threshold, count, part: bytes.slice(21, CHECKED_BYTES) });
}

/** Whatever the check letters of single groups let through, all of it together has to fit. */
async function checksumOf(bytes: Bytes): Promise<Bytes> {
  const whole = await sha256(frame(['muniment recovery share v1', bytes.slice(0, CHECKED_BYTES)]));
  return whole.slice(0, CHECKSUM_BYTES);
}

const ABOUT =
  'This is one of the recovery shares of a vault of Muniment. Enough of them together open the vault, so keep it ' +
  'apart from the others. Type its groups, or choose this file, on the screen that unlocks the vault.';

const facts = {
  vaultId: z.string(),
  set: z.number(),
  index: z.number(),
  threshold: z.number(),
  count: z.number(),
};
const shareFile = z.strictObject({
  about: z.string(),
  confidential: z.string(),
  format: z.literal('muniment-share'),
  version: z.literal(VERSION),
  ...facts,
  groups: z.array(z.string().max(10)).length(GROUPS),
});
const newerFile = z.looseObject({
  format: z.literal('muniment-share'),
  version: z
    .number()
    .int()
    .min(VERSION + 1),
});

/** A share as a file: UTF-8 JSON that says in words what it is, with the groups that are printed too. */
export async function writeShareFile(share: Share): Promise<Bytes> {
  const { vaultId, set, index, threshold, count } = share;
  const file: z.infer<typeof shareFile> = {
    about: ABOUT,
    confidential: BANNER,
    format: 'muniment-share',
    version: VERSION,
    vaultId,
    set,
    index,
    threshold,
    count,
    groups: await printedShare(share),
  };
  return utf8(`${JSON.stringify(file, null, 2)}\n`);
}

/** Reads a share's file. Errors: recovery/share-newer; recovery/share-damaged, also when its fields and groups differ. */
export async function readShareFile(bytes: Uint8Array): Promise<Result<Share>> {
  if (bytes.length > MOST_FILE_BYTES) return fail('recovery/share-damaged');
  const json = jsonOf(bytes);
  if (newerFile.safeParse(json).success) return fail('recovery/share-newer');
  const file = shareFile.safeParse(json);
  if (!file.success) return fail('recovery/share-damaged');
  const share = await readShare(file.data.groups.join(' '));
  if (!share.ok) return fail('recovery/share-damaged');
  const names = ['vaultId', 'set', 'index', 'threshold', 'count'] as const;
  const same = names.every((name) => file.data[name] === share.value[name]);
  return same ? share : fail('recovery/share-damaged');
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(fromUtf8(bytes));
  } catch {
    // Not text, or cut short: the schema refuses undefined.
    return undefined;
  }
}

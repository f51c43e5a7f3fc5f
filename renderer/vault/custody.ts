/**
 * The ways into an open vault: its header, the profile that may write it, and the keys. Every change of them is a
 * header, durable before anything relies on it.
 */
import type { Result } from '../domain/errors.ts';
import { type Bytes, fromHex, toHex, wipe } from './bytes.ts';
import { type HeaderBody, writeHeader } from './header.ts';
import type { KeyFilePort } from './host-port.ts';
import { inTurn } from './in-turn.ts';
import {
  type KeyName,
  type Keyring,
  type RawKey,
  freshKeys,
  nextEpoch,
  staying,
  unwrapKeys,
  wrapKeys,
} from './keys.ts';
import type { Keyslot } from './keyslots.ts';
import type { Author, Head } from './log.ts';
import type { ProfileSecret } from './profile.ts';

/** Fresh keys of a profile, sealed, and the slots that open it. */
export interface Renewal {
  /** Its `former` names the profile that it takes the place of. */
  readonly profile: ProfileSecret;
  /** The same, under the profile key that the slots hold (profile.ts). */
  readonly sealedProfile: string;
  readonly slots: readonly Keyslot[];
}

export interface Custody {
  readonly keys: Keyring;
  readonly profile: ProfileSecret;
  readonly author: Author;
  readonly slots: readonly Keyslot[];
  /** The profile as the header holds it. */
  readonly sealedProfile: string;
  /** Writes the end of the chain. Errors of this and the others: those of the host's disk. */
  writeFloor(head: Head): Promise<Result<null>>;
  /** Other slots for the same profile key, in both generations. */
  writeSlots(slots: readonly Keyslot[], head: Head): Promise<Result<null>>;
  /**
   * ERASE, step 1: durable headers with the keys of today and those of the next epoch, which seal from then on. With a
   * renewal they are written by the new profile, and open with the new slots only. When the second fails, the epoch has
   * begun all the same, as `keys.begun` says. What a renewal does not name is held until `forget`, and not from then on.
   */
  announce(names: readonly KeyName[], head: Head, renewal?: Renewal): Promise<Result<null>>;
  /** ERASE, step 3: both generations without the earlier keys, which are then forgotten here too. */
  forget(head: Head): Promise<Result<null>>;
}

export interface Held {
  readonly host: KeyFilePort;
  readonly keys: Keyring;
  readonly profile: ProfileSecret;
  readonly header: HeaderBody;
}

/** Takes what an opened header gave. */
export function takeCustody({ host, keys, ...held }: Held): Custody {
  let { profile, header } = held;
  let seed = fromHex(profile.seed);
  const turn = inTurn();

  /** On failure this header goes on; the one that failed may all the same be what lies on the disk. */
  const write = async (next: HeaderBody, by: Bytes): Promise<Result<null>> => {
    const body = { ...next, generation: header.generation + 1 };
    const written = await host.headerWrite(writeHeader(body, by));
    if (written.ok) header = body;
    return written;
  };
  /** `begun` runs when the first of both is durable. */
  const writeBoth = async (
    next: HeaderBody,
    by: Bytes,
    begun: () => void | Promise<void> = () => {},
  ): Promise<Result<null>> => {
    const first = await write(next, by);
    if (!first.ok) return first;
    await begun();
    return write(next, by);
  };
  const wrapped = async (raw: readonly RawKey[], recipient: string): Promise<string> =>
    toHex(await wrapKeys(recipient, raw));
  const rawKeys = async (): Promise<RawKey[]> => {
    const raw = await unwrapKeys(profile.identity, fromHex(header.keys));
    if (!raw) throw new Error('the keys of an open vault do not open');
    return raw;
  };

  return {
    keys,
    get profile() {
      return profile;
    },
    get author() {
      const { vaultId, verifyKey } = profile;
      return { vaultId, device: header.device, verifyKey, seed };
    },
    get slots() {
      return header.slots;
    },
    get sealedProfile() {
      return header.profile;
    },
    writeFloor: (head) => turn(() => write({ ...header, floor: floorAt(head) }, seed)),
    writeSlots: (slots, head) =>
      turn(() => writeBoth({ ...header, slots: [...slots], floor: floorAt(head) }, seed)),

    announce: (names, head, renewal) =>
      turn(async () => {
        const raw = await rawKeys();
        // What a renewal adds begins and goes on at once: in a renewal only what has begun an epoch stays (`staying`).
        const added = renewal ? names.filter((name) => !raw.some((key) => key.name === name)) : [];
        const first = freshKeys(added);
        const fresh = [...first, ...nextEpoch([...raw, ...first], names)];
        const next = renewal?.profile ?? profile;
        const nextSeed = fromHex(next.seed);
        const body = {
          ...header,
          ...(renewal ? { slots: [...renewal.slots], profile: renewal.sealedProfile } : {}),
          keys: await wrapped([...raw, ...fresh], next.recipient),
          floor: floorAt(head),
        };
        wipe(...raw.map((key) => key.raw));
        // Both, so that neither a torn one nor the ways of before stand in for it later.
        return writeBoth(body, nextSeed, async () => {
          if (renewal) wipe(seed);
          profile = next;
          seed = nextSeed;
          await keys.add(fresh);
        });
      }),

    forget: (head) =>
      turn(async () => {
        const raw = await rawKeys();
        const only = await wrapped(staying(raw), profile.recipient);
        wipe(...raw.map((key) => key.raw));
        const written = await writeBoth({ ...header, keys: only, floor: floorAt(head) }, seed);
        if (written.ok) keys.forgetOld();
        return written;
      }),
  };
}

function floorAt({ sequence, link }: Head): HeaderBody['floor'] {
  return { sequence, link };
}

/** An open vault: what commands read, and the one way to change it. */
import { type Failure, type Result, fail, ok } from '../domain/errors.ts';
import { makeId } from '../domain/ids.ts';
import { COMPARTMENT_OF } from '../domain/kinds.ts';
import type { CardContent } from '../domain/sharing.ts';
import type { TrailAction, TrailEntry } from '../domain/trail.ts';
import { breathe } from './breathe.ts';
import { type Blobs, blobsIn } from './blobs.ts';
import { type Bytes, fromHex, randomBytes } from './bytes.ts';
import { type Held, type Renewal, takeCustody } from './custody.ts';
import { type Drafts, draftsIn } from './drafts.ts';
import { type Folded, prepareFold } from './fold.ts';
import { inTurn } from './in-turn.ts';
import type { KeyName } from './keys.ts';
import type { Keyslot } from './keyslots.ts';
import type { Loaded } from './load.ts';
import { type Change, FIRST_LINK, type Head, writeCommit } from './log.ts';
import type { ProfileSecret } from './profile.ts';
import type { Search } from './search.ts';
import type { VaultState } from './state.ts';
import type { CommitRow, PageRow, Store } from './store.ts';
import { itemSigned, readEnvelope } from './trail.ts';

const FOLD_COMMITS = 500;
const FOLD_BYTES = 4 * 1024 * 1024;
const TRAIL_IDS = 100;
const BREATHE_EVERY = 16;

/** All that is kept of a vault, sealed as it lies, at one moment. Drafts are not among it. */
export interface Snapshot {
  /** The newest generation of the key file. */
  readonly header: Bytes;
  readonly pages: readonly PageRow[];
  readonly commits: readonly CommitRow[];
  readonly head: Head;
}

/** An entry of the trail about some records, with the changes that are durable together with it. */
export interface Noted extends Pick<TrailEntry, 'action' | 'sheets' | 'left'> {
  readonly changes: readonly Change[];
  /** Ids of records. */
  readonly about: readonly string[];
}

export interface Session {
  readonly vaultId: string;
  /** Why the store may only be looked at: then nothing is written, the header's floor included. null: it is whole. */
  readonly damage: Failure | null;
  readonly profile: {
    readonly card: CardContent;
    /** The age identity, to open bundles with. */
    identity(): string;
    /** A copy of the Ed25519 private key, 32 bytes, to sign bundles with; to be wiped after use. */
    signKey(): Bytes;
    /** All of it, for what is sealed anew: backups and a renewal. Never leaves the worker. */
    secret(): ProfileSecret;
  };
  readonly state: VaultState & {
    /** The last commit's sequence. */
    readonly revision: number;
    /** Newest last. */
    trail(): readonly TrailEntry[];
  };
  readonly search: Pick<Search, 'find'>;
  /**
   * Makes changes durable, all of them or none, and only then shows them. Without changes it is an entry of the trail
   * about the records `about`. Errors: record/changed-since (a `before` is not what is here), vault/read-only,
   * access/not-your-post (a compartment of which this profile holds no key).
   */
  commit(
    changes: readonly Change[],
    action: TrailAction,
    now: number,
    about?: readonly string[],
  ): Promise<Result<{ sequence: number }>>;
  /**
   * The same of several entries, each a link of the chain: all of them are durable or none, whenever the power goes.
   * Their changes start from what is here. Errors as of `commit`.
   */
  commitAll(steps: readonly Noted[], now: number): Promise<Result<{ sequence: number }>>;
  /** Folds when 500 commits or 4 MiB of records have gathered; commits go on meanwhile. Answers whether it folded. */
  foldWhenDue(now: number): Promise<Result<boolean>>;
  /** Writes the end of the chain into the header. Errors: those of the host's disk. */
  writeFloor(): Promise<Result<null>>;
  /** Whether this profile holds the key of a name (clause ACCESS). */
  holds(name: KeyName): boolean;
  /** All names of which it does. */
  held(): readonly KeyName[];
  /** The newest epoch of a name; infinite for one that is not held: nothing of it opens here. */
  epochOf(name: KeyName): number;
  /** The earliest epoch of a name that still opens: below the newest one while an epoch is not finished; as above. */
  oldestEpochOf(name: KeyName): number;
  /**
   * ERASE, steps 1 to 3: seals everything of these names under fresh keys and forgets the earlier ones, so that what was
   * removed before opens nowhere; of names that are not held nothing was sealed here. Drafts under an earlier key are dropped. What fails after step 1 is finished by
   * `resume` at the next unlock. Errors: vault/read-only, those of the host's disk.
   */
  newEpoch(names: readonly KeyName[], now: number): Promise<Result<null>>;
  /**
   * Fresh keys of the profile and of everything: what opened the vault before opens nothing that is written from then
   * on. `make` is called once no commit can come any more before the new keys sign: up to which one the old keys are
   * believed is part of the renewal.
   * @param names what the profile holds from then on; what else it held has to be empty, and is held no more.
   * Errors as of `newEpoch`; access/would-lose.
   */
  renew(
    make: () => Promise<Renewal>,
    names: readonly KeyName[],
    now: number,
  ): Promise<Result<null>>;
  /** Finishes an epoch that was interrupted; makes both generations of the header alike. Errors as of `newEpoch`. */
  resume(now: number): Promise<Result<null>>;
  readonly slots: readonly Keyslot[];
  /** The profile under the profile key that the slots hold. */
  readonly sealedProfile: string;
  /** Other ways to the same profile key. Errors: those of the host's disk. */
  writeSlots(slots: readonly Keyslot[]): Promise<Result<null>>;
  /** A consistent copy of all sealed rows, and the header that opens it. Errors: those of the host's disk, vault/store-closed. */
  snapshot(): Promise<Result<Snapshot>>;
  /** The link of a commit, hex; null: the chain has not come so far. */
  linkAt(sequence: number): string | null;
  readonly drafts: Drafts;
  /** Sealed files, each under a key that a record holds. */
  readonly blobs: Blobs;
  /** Checks every link and every signature since the vault was made. Errors: vault/store-damaged. */
  verifyTrail(): Promise<Result<{ commits: number; entries: number }>>;
  /** Waits for what is being written, writes the floor and lets go of the store; the session is of no use then. */
  close(): Promise<Result<null>>;
}

export interface Opening extends Held {
  readonly store: Store;
  readonly loaded: Loaded;
  /** Whether both generations of the header hold the same ways in. */
  readonly alike: boolean;
}

/** A session over what was loaded. */
export function openSession({ store, loaded, alike, ...held }: Opening): Session {
  const { state, search, trail } = loaded;
  const { keys, host } = held;
  const custody = takeCustody(held);
  const { vaultId } = custody.profile;
  const writes = inTurn();
  const folds = inTurn();
  let { root, rootSignature, head } = loaded;
  let since = loaded.since;
  let readOnly = loaded.damage !== null;

  const commitAll: Session['commitAll'] = (steps, now) =>
    writes(async () => {
      if (readOnly) return fail('vault/read-only');
      const changes = steps.flatMap((step) => step.changes);
      if (changes.some((change) => !keys.held().includes(compartmentOf(change))))
        return fail('access/not-your-post');
      if (changes.some((change) => !fits(state, change))) return fail('record/changed-since');
      const written: Awaited<ReturnType<typeof writeCommit>>[] = [];
      for (const step of steps) {
        const entry = entryOf(step, custody.profile.post, now);
        const end = written.at(-1)?.head ?? head;
        written.push(
          await writeCommit(keys, custody.author, end, root.generation, entry, step.changes),
        );
      }
      try {
        await store.append(written.map(({ row }) => row));
      } catch {
        // Whatever the database says, nothing was changed; another try could hurt a full disk.
        readOnly = true;
        return fail('vault/read-only');
      }
      for (const [at, { head: end, item, size }] of written.entries()) {
        head = end;
        since = { commits: since.commits + 1, bytes: since.bytes + size };
        state.apply(steps[at]?.changes ?? [], end.sequence);
        trail.append(item);
      }
      return ok({ sequence: head.sequence });
    });

  const writeFloor = async () =>
    // The floor is what showed that the store is not what it was: it stays.
    loaded.damage ? fail('vault/read-only') : custody.writeFloor(head);

  const prepare = (rekey: readonly KeyName[], now: number) => {
    const { author } = custody;
    const at = { root, rootSignature, head };
    return prepareFold({ keys, author, ...at, state, search, trail, now, rekey });
  };
  /** Stores what was prepared when the chain ended at `end`. Called in turn with commits. */
  const keep = async (folded: Folded, end: Head, before: Loaded['since'], draftsBefore: number) => {
    const { put, drop } = folded;
    try {
      await store.fold({ put, drop, through: end.sequence, draftsBefore });
    } catch {
      // The transaction is whole or not at all: the commits are still there.
      folded.abandon();
      readOnly = true;
      return fail('vault/read-only');
    }
    folded.settle();
    ({ root, rootSignature } = folded);
    since = { commits: head.sequence - end.sequence, bytes: since.bytes - before.bytes };
    return ok(null);
  };

  const fold = async (now: number): Promise<Result<boolean>> => {
    const end = head;
    const before = since;
    const folded = await prepare([], now);
    const stored = await writes(() => keep(folded, end, before, 0));
    if (!stored.ok) return stored;
    const floor = await writeFloor();
    return floor.ok ? ok(true) : floor;
  };

  /** No commit and no fold comes between the steps of an epoch. */
  const alone = (work: () => Promise<Result<null>>) =>
    folds(() => writes(async () => (readOnly ? fail('vault/read-only') : work())));

  const finishEpoch = async (now: number): Promise<Result<null>> => {
    const names = keys.begun();
    const draftsBefore = names.includes('drafts') ? keys.current('drafts').epoch : 0;
    const stored = await keep(await prepare(names, now), head, since, draftsBefore);
    return stored.ok ? custody.forget(head) : stored;
  };

  return {
    vaultId,
    damage: loaded.damage,
    profile: {
      get card() {
        return cardOf(custody.profile);
      },
      identity: () => custody.profile.identity,
      signKey: () => fromHex(custody.profile.seed),
      secret: () => custody.profile,
    },
    state: {
      ...state,
      get revision() {
        return head.sequence;
      },
      trail: trail.entries,
    },
    search,
    commit: (changes, action, now, about = changes.map(({ id }) => id)) =>
      commitAll([{ changes, action, about }], now),
    commitAll,
    foldWhenDue: (now) =>
      folds(async () => {
        const due = since.commits >= FOLD_COMMITS || since.bytes >= FOLD_BYTES;
        return due && !readOnly ? fold(now) : ok(false);
      }),
    writeFloor,
    holds: (name) => keys.held().includes(name),
    held: keys.held,
    epochOf: (name) => (keys.held().includes(name) ? keys.current(name).epoch : Infinity),
    oldestEpochOf: keys.oldest,
    newEpoch: (names, now) =>
      alone(async () => {
        const own = names.filter((name) => keys.held().includes(name));
        const announced = await custody.announce(own, head);
        return announced.ok ? finishEpoch(now) : announced;
      }),
    renew: (make, names, now) =>
      alone(async () => {
        const left = keys.held().filter((name) => !names.includes(name));
        if (left.some((name) => name !== 'drafts' && state.entriesOf(name).length > 0))
          return fail('access/would-lose');
        const announced = await custody.announce(names, head, await make());
        return announced.ok ? finishEpoch(now) : announced;
      }),
    resume: (now) =>
      alone(async () => {
        if (keys.begun().length > 0) return finishEpoch(now);
        return alike ? ok(null) : writeFloor();
      }),
    get slots() {
      return custody.slots;
    },
    get sealedProfile() {
      return custody.sealedProfile;
    },
    writeSlots: async (slots) =>
      loaded.damage ? fail('vault/read-only') : custody.writeSlots(slots, head),
    snapshot: () =>
      writes(async () => {
        const floor = await writeFloor();
        if (!floor.ok) return floor;
        const headers = await host.headerRead();
        if (!headers.ok) return headers;
        const [header] = headers.value;
        if (!header) return fail('vault/none');
        try {
          const [pages, commits] = await Promise.all([store.pages(), store.commits()]);
          return ok({ header: new Uint8Array(header), pages, commits, head });
        } catch {
          // A large value is a file of its own beside the database, and may be missing or unreadable.
          return fail('vault/store-closed');
        }
      }),
    linkAt(sequence) {
      if (sequence === 0) return FIRST_LINK;
      if (sequence === head.sequence) return head.link;
      for (const item of trail.items()) if (item.sequence === sequence) return item.link;
      return null;
    },
    drafts: draftsIn(store, keys, vaultId, loaded.damage === null),
    blobs: blobsIn(store, vaultId, {
      isReadOnly: () => readOnly,
      profile: () => custody.profile.verifyKey,
    }),
    async verifyTrail() {
      const { sequence: last, link: end } = head;
      let link = FIRST_LINK;
      let sequence = 0;
      for (const item of trail.items()) {
        if (sequence === last) break;
        sequence += 1;
        const { previous } = readEnvelope(item);
        const linked = item.sequence === sequence && previous === link;
        if (!linked || !(await itemSigned(item, custody.profile)))
          return fail('vault/store-damaged', { what: 'trail', sequence });
        link = item.link;
        if (sequence % BREATHE_EVERY === 0) await breathe();
      }
      if (sequence !== last || link !== end) return fail('vault/store-damaged', { what: 'trail' });
      return ok({ commits: last, entries: sequence });
    },
    close: () =>
      writes(async () => {
        readOnly = true;
        const floor = loaded.damage ? ok(null) : await writeFloor();
        store.close();
        return floor;
      }),
  };
}

function cardOf({ name, post, country, recipient, verifyKey }: ProfileSecret): CardContent {
  return { format: 'muniment-card', version: 1, name, post, country, recipient, verifyKey };
}

function entryOf(
  { action, about, sheets, left }: Noted,
  actor: TrailEntry['actor'],
  at: number,
): TrailEntry {
  return {
    id: makeId('trail', randomBytes(16)),
    at,
    actor,
    action,
    records: about.slice(0, TRAIL_IDS),
    count: about.length,
    ...(sheets && { sheets }),
    ...(left && { left }),
  };
}

function compartmentOf({ before, after }: Change): KeyName {
  const record = after ?? before;
  // A change of nothing touches nothing that anybody lacks the key of.
  return record ? COMPARTMENT_OF[record.kind] : 'trail';
}

/** Whether a change starts from what is here. */
function fits(state: VaultState, { id, before }: Change): boolean {
  const here = state.get(id)?.record;
  if (before === null || here === undefined) return before === null && here === undefined;
  return before === here || JSON.stringify(before) === JSON.stringify(here);
}

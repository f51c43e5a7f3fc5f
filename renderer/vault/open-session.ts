/** An open vault: what commands read, and the one way to change it. */
import { type Result, fail, ok } from '../domain/errors.ts';
import { makeId } from '../domain/ids.ts';
import type { CardContent } from '../domain/sharing.ts';
import type { TrailAction, TrailEntry } from '../domain/trail.ts';
import { breathe } from './breathe.ts';
import { fromHex, owned, randomBytes } from './bytes.ts';
import { type Drafts, draftsIn } from './drafts.ts';
import { prepareFold } from './fold.ts';
import { type HeaderBody, writeHeader } from './header.ts';
import type { HostPort } from './host-port.ts';
import type { Keyring } from './keys.ts';
import type { Loaded } from './load.ts';
import { type Author, type Change, FIRST_LINK, writeCommit } from './log.ts';
import type { ProfileSecret } from './profile.ts';
import type { Search } from './search.ts';
import type { VaultState } from './state.ts';
import type { Store } from './store.ts';
import { itemSigned, readEnvelope } from './trail.ts';

const FOLD_COMMITS = 500;
const FOLD_BYTES = 4 * 1024 * 1024;
const TRAIL_IDS = 100;
const BREATHE_EVERY = 16;

export interface Session {
  readonly vaultId: string;
  readonly profile: {
    readonly card: CardContent;
    /** The age identity, to open bundles with. */
    identity(): string;
    /** A copy of the Ed25519 private key, 32 bytes, to sign bundles with; to be wiped after use. */
    signKey(): Uint8Array;
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
   * about the records `about`. Errors: record/changed-since (a `before` is not what is here), vault/read-only.
   */
  commit(
    changes: readonly Change[],
    action: TrailAction,
    now: number,
    about?: readonly string[],
  ): Promise<Result<{ sequence: number }>>;
  /** Folds when 500 commits or 4 MiB of records have gathered; commits go on meanwhile. Answers whether it folded. */
  foldWhenDue(now: number): Promise<Result<boolean>>;
  /** Writes the end of the chain into the header. Errors: those of the host's disk. */
  writeFloor(): Promise<Result<null>>;
  readonly drafts: Drafts;
  /** Checks every link and every signature since the vault was made. Errors: vault/store-damaged. */
  verifyTrail(): Promise<Result<{ commits: number; entries: number }>>;
  /** Waits for what is being written, writes the floor and lets go of the store; the session is of no use then. */
  close(): Promise<Result<null>>;
}

export interface Opening {
  readonly host: HostPort;
  readonly store: Store;
  readonly keys: Keyring;
  readonly profile: ProfileSecret;
  readonly header: HeaderBody;
  readonly loaded: Loaded;
}

/** A session over what was loaded. */
export function openSession({ host, store, keys, profile, header, loaded }: Opening): Session {
  const { state, search, trail } = loaded;
  const seed = fromHex(profile.seed);
  const { vaultId, verifyKey } = profile;
  const author: Author = { vaultId, device: header.device, verifyKey, seed };
  const writes = inTurn();
  const headerWrites = inTurn();
  let { root, rootSignature, head } = loaded;
  let since = loaded.since;
  let generation = header.generation;
  let readOnly = false;
  let folding = false;

  const commit: Session['commit'] = (changes, action, now, about = changes.map(({ id }) => id)) =>
    writes(async () => {
      if (readOnly) return fail('vault/read-only');
      if (changes.some((change) => !fits(state, change))) return fail('record/changed-since');
      const entry: TrailEntry = {
        id: makeId('trail', randomBytes(16)),
        at: now,
        actor: profile.post,
        action,
        records: about.slice(0, TRAIL_IDS),
        count: about.length,
      };
      const written = await writeCommit(keys, author, head, root.generation, entry, changes);
      try {
        await store.append(written.row);
      } catch {
        // Whatever the database says, nothing was changed; another try could hurt a full disk.
        readOnly = true;
        return fail('vault/read-only');
      }
      head = written.head;
      since = { commits: since.commits + 1, bytes: since.bytes + written.size };
      state.apply(changes, head.sequence);
      trail.append(written.item);
      return ok({ sequence: head.sequence });
    });

  const writeFloor = () =>
    headerWrites(async () => {
      const floor = { sequence: head.sequence, link: head.link };
      const bytes = writeHeader({ ...header, generation: generation + 1, floor }, seed);
      const written = await host.headerWrite(bytes);
      if (written.ok) generation += 1;
      return written;
    });

  const fold = async (now: number): Promise<Result<boolean>> => {
    const end = head;
    const before = since;
    const folded = await prepareFold({
      keys,
      author,
      root,
      rootSignature,
      head: end,
      state,
      search,
      trail,
      now,
    });
    const stored = await writes(async () => {
      try {
        await store.fold({ put: folded.put, drop: folded.drop, through: end.sequence });
      } catch {
        // The transaction is whole or not at all: the commits are still there.
        folded.abandon();
        readOnly = true;
        return fail('vault/read-only');
      }
      folded.settle();
      ({ root, rootSignature } = folded);
      since = { commits: head.sequence - end.sequence, bytes: since.bytes - before.bytes };
      return ok(true);
    });
    if (!stored.ok) return stored;
    const floor = await writeFloor();
    return floor.ok ? stored : floor;
  };

  return {
    vaultId,
    profile: {
      card: {
        format: 'muniment-card',
        version: 1,
        name: profile.name,
        post: profile.post,
        country: profile.country,
        recipient: profile.recipient,
        verifyKey,
      },
      identity: () => profile.identity,
      signKey: () => owned(seed),
    },
    state: {
      ...state,
      get revision() {
        return head.sequence;
      },
      trail: trail.entries,
    },
    search,
    commit,
    async foldWhenDue(now) {
      const due = since.commits >= FOLD_COMMITS || since.bytes >= FOLD_BYTES;
      if (!due || folding || readOnly) return ok(false);
      folding = true;
      try {
        return await fold(now);
      } finally {
        folding = false;
      }
    },
    writeFloor,
    drafts: draftsIn(store, keys, vaultId),
    async verifyTrail() {
      const { sequence: last, link: end } = head;
      let link = FIRST_LINK;
      let sequence = 0;
      for (const item of trail.items()) {
        if (sequence === last) break;
        sequence += 1;
        const { previous } = readEnvelope(item);
        const linked = item.sequence === sequence && previous === link;
        if (!linked || !(await itemSigned(item, profile.roster)))
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
        const floor = await writeFloor();
        store.close();
        return floor;
      }),
  };
}

/** Whether a change starts from what is here. */
function fits(state: VaultState, { id, before }: Change): boolean {
  const here = state.get(id)?.record;
  if (before === null || here === undefined) return before === null && here === undefined;
  return before === here || JSON.stringify(before) === JSON.stringify(here);
}

/** Runs one after another, whatever becomes of each. */
function inTurn(): <T>(work: () => Promise<T>) => Promise<T> {
  let turn: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = turn.then(work);
    turn = next.catch(() => null);
    return next;
  };
}

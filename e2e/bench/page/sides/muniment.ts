/** The program's own vault engine, over IndexedDB as it uses it. */
import { argon2id } from 'hash-wasm';
import { makeId } from '../../../../renderer/domain/ids.ts';
import type { Result } from '../../../../renderer/domain/errors.ts';
import type { Group } from '../../../../renderer/domain/sharing.ts';
import { fromHex, toHex } from '../../../../renderer/vault/bytes.ts';
import { browserStores } from '../../../../renderer/vault/database.ts';
import type { Session } from '../../../../renderer/vault/open-session.ts';
import { prepareVault, unlockVault } from '../../../../renderer/vault/vault.ts';
import { IMPORTED, WARM_UPS, WRITES } from '../amounts.ts';
import { peopleFrom } from '../contacts.ts';
import { hostInMemory } from '../host-in-memory.ts';
import type { Side } from '../job.ts';
import { keystrokes } from '../keystrokes.ts';
import { quantile, timed } from '../stopwatch.ts';

// The least that the engine takes. No clock runs over it: measured vaults are opened by the recovery key.
const ARGON = { memoryKiB: 65_536, passes: 3, lanes: 1 };
/** As many as make a fold due, so that the vault measured is the one that a user of some weeks has. */
const COMMITS = 500;
const NOW = Date.UTC(2026, 3, 1);
/** The most that the program's own search field asks for. */
const HITS = 50;

interface Kept {
  readonly recoveryKey: string;
  /** Generations of the key file, newest first, hex. */
  readonly headers: readonly string[];
}

const owner = { name: 'Jo Example', post: 'secretary', country: 'GB' } as const;
const group: Group = {
  kind: 'group',
  id: makeId('group', new Uint8Array(16)),
  purpose: 'steering',
  name: 'IMSIG',
  timeZone: 'Europe/London',
  owner: { ...owner, person: null },
};

/** The value of a result that has no reason to fail here. */
function sure<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

async function unlock(kept: string): Promise<Session> {
  // Made by `fill` below and carried as it was.
  const { recoveryKey, headers } = JSON.parse(kept) as Kept;
  const { host } = hostInMemory(headers.map(fromHex));
  return sure(await unlockVault({ host, stores: browserStores }, { recoveryKey }));
}

async function filledSession(kept: string, size: number): Promise<Session> {
  const session = await unlock(kept);
  if (session.state.count('person') !== size) throw new Error('not the vault that was filled');
  return session;
}

export const muniment: Side = {
  async fill(people) {
    const { host, headers } = hostInMemory([]);
    const wanted = { vaultName: 'Bench', group, owner, passphrase: 'bench bench bench' };
    const prepared = sure(await prepareVault({ host, stores: browserStores }, wanted, ARGON));
    const session = sure(await prepared.finish(NOW));
    const share = Math.ceil(people.length / COMMITS);
    for (let at = 0; at < people.length; at += share) {
      const changes = people
        .slice(at, at + share)
        .map((after) => ({ id: after.id, before: null, after }));
      sure(await session.commit(changes, 'added', NOW));
    }
    if (!sure(await session.foldWhenDue(NOW))) throw new Error('nothing was folded');
    sure(await session.close());
    return JSON.stringify({
      recoveryKey: prepared.recoveryKey.join(' '),
      headers: headers().map(toHex),
    } satisfies Kept);
  },

  measures: {
    async unlock({ size, kept }) {
      const [first] = peopleFrom(0, 1);
      const opened = await timed(() => unlock(kept));
      const { search, state } = opened.value;
      const found = await timed(() => search.find(first?.name.full ?? '', ['person'], HITS));
      const touched = await timed(() => state.get(first?.id ?? ''));
      const read = await timed(() => {
        let count = 0;
        for (const id of state.ids('person')) if (state.get(id)?.record.id === id) count += 1;
        return count;
      });
      if (found.value.length === 0) throw new Error('the first search found nobody');
      if (read.value !== size) throw new Error(`${read.value} records of ${size}`);
      return {
        unlock: opened.ms + touched.ms,
        'unlock, all read': opened.ms + touched.ms + read.ms,
        'first search': opened.ms + found.ms,
      };
    },

    async write({ size, kept }) {
      const session = await filledSession(kept, size);
      const times: number[] = [];
      for (const { id } of peopleFrom(0, Math.min(size, WARM_UPS + WRITES))) {
        const before = session.state.get(id)?.record;
        if (before?.kind !== 'person') throw new Error('a record is missing');
        const change = { id, before, after: { ...before, notes: `${before.notes}, moved` } };
        const { ms, value } = await timed(() => session.commit([change], 'edited', NOW));
        sure(value);
        times.push(ms);
      }
      return { write: quantile(times.slice(WARM_UPS), 0.5) };
    },

    async import({ size, kept }) {
      const session = await filledSession(kept, size);
      const changes = peopleFrom(size, Math.min(size, IMPORTED)).map((after) => ({
        id: after.id,
        before: null,
        after,
      }));
      const stored = await timed(() => session.commit(changes, 'imported', NOW));
      sure(stored.value);
      // What the program does later, when nobody waits; told too, because it is work that the import causes.
      const folded = await timed(() => session.foldWhenDue(NOW));
      return {
        import: stored.ms,
        ...(sure(folded.value) ? { 'import, folded': stored.ms + folded.ms } : {}),
      };
    },

    async kdf() {
      const salt = crypto.getRandomValues(new Uint8Array(16));
      const { ms } = await timed(() =>
        argon2id({
          password: 'bench bench bench',
          salt,
          memorySize: ARGON.memoryKiB,
          iterations: ARGON.passes,
          parallelism: ARGON.lanes,
          hashLength: 32,
          outputType: 'binary',
        }),
      );
      return { 'key derivation': ms };
    },

    async search({ size, kept }) {
      const { search } = await filledSession(kept, size);
      const times: number[] = [];
      for (const typed of keystrokes(size))
        times.push((await timed(() => search.find(typed, ['person'], HITS))).ms);
      return { 'search, median': quantile(times, 0.5), 'search, p95': quantile(times, 0.95) };
    },
  },
};

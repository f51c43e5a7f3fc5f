/** What was typed and not saved: sealed rows of their own, outside the chain, under a key of their own. */
import { type Result, fail, ok } from '../domain/errors.ts';
import { frame, fromUtf8, sha256, toHex, utf8 } from './bytes.ts';
import type { Keyring } from './keys.ts';
import { pack, unpack } from './packing.ts';
import { type Place, seal, unseal } from './sealing.ts';
import type { Store } from './store.ts';

export interface Drafts {
  /** Resolves when the draft is durable. Errors: vault/read-only. */
  put(key: string, value: string): Promise<Result<null>>;
  /**
   * null: there is none, or it is damaged, which loses nothing that was saved. Errors: vault/store-closed (the database
   * does not give its rows now).
   */
  get(key: string): Promise<Result<string | null>>;
  drop(key: string): Promise<Result<null>>;
}

/**
 * The row's name is a hash, so that a list of rows does not tell what was being written.
 * @param mayWrite false: the store may only be looked at.
 */
export function draftsIn(store: Store, keys: Keyring, vaultId: string, mayWrite: boolean): Drafts {
  const rowOf = async (key: string) => toHex(await sha256(frame(['muniment draft', vaultId, key])));
  return {
    async put(key, value) {
      if (!mayWrite) return fail('vault/read-only');
      const row = await rowOf(key);
      const { key: sealer, epoch } = keys.current('drafts');
      const packed = await pack(utf8(value), 'commit');
      const bytes = await seal(sealer, placeOf(vaultId, row, epoch), packed);
      return durable(store.putDraft({ key: row, epoch, bytes }));
    },
    async get(key) {
      const row = await rowOf(key);
      let draft;
      try {
        draft = await store.getDraft(row);
      } catch {
        return fail('vault/store-closed');
      }
      const opener = draft && keys.at('drafts', draft.epoch);
      if (!draft || !opener) return ok(null);
      const packed = await unseal(opener, placeOf(vaultId, row, draft.epoch), draft.bytes);
      return ok(packed && fromUtf8(await unpack(packed)));
    },
    drop: async (key) =>
      mayWrite ? durable(store.dropDraft(await rowOf(key))) : fail('vault/read-only'),
  };
}

async function durable(change: Promise<void>): Promise<Result<null>> {
  try {
    await change;
    return ok(null);
  } catch {
    // The database says in many ways that it could not write; in each, nothing was changed.
    return fail('vault/read-only');
  }
}

function placeOf(vault: string, row: string, epoch: number): Place {
  return {
    vault,
    table: 'drafts',
    compartment: 'drafts',
    epoch,
    generation: 0,
    row,
    sequence: 0,
    chunk: 0,
    last: true,
  };
}

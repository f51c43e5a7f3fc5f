/** dexie-encrypted 2.0.0 over Dexie 3.2.7: an add-on that seals every field but the index (XSalsa20-Poly1305, tweetnacl). */
import type { Dexie, EntityTable } from 'dexie';
import type { Person } from '../../../../renderer/domain/person.ts';
import { fromHex, toHex } from '../../../../renderer/vault/bytes.ts';
import { IMPORTED, WARM_UPS, WRITES } from '../amounts.ts';
import { peopleFrom } from '../contacts.ts';
import type { Side } from '../job.ts';
import { quantile, timed } from '../stopwatch.ts';

type Tables = Dexie & { people: EntityTable<Person, 'id'> };

/** What is used of the package, which is installed for the bench only and served beside the page (build.mjs). */
interface Package {
  Dexie: new (name: string, options: { chromeTransactionDurability: 'strict' }) => Tables;
  applyEncryptionMiddleware(
    db: Tables,
    key: Uint8Array,
    tables: { people: 'NON_INDEXED_FIELDS' },
    onKeyChange: (db: Tables) => Promise<void>,
  ): void;
}
const ADDRESS = '/peers/dexie-encrypted.js';

async function open(kept: string): Promise<Tables> {
  // The address is not a module of the project; build.mjs puts the package above there.
  const { Dexie: Dexie3, applyEncryptionMiddleware } = (await import(
    /* @vite-ignore */ ADDRESS
  )) as Package;
  const db = new Dexie3('encrypted', { chromeTransactionDurability: 'strict' });
  applyEncryptionMiddleware(db, fromHex(kept), { people: 'NON_INDEXED_FIELDS' }, () =>
    Promise.reject(new Error('not the key that the store was filled with')),
  );
  db.version(1).stores({ people: 'id' });
  await db.open();
  return db;
}

export const dexieEncrypted: Side = {
  async fill(people) {
    const kept = toHex(crypto.getRandomValues(new Uint8Array(32)));
    const db = await open(kept);
    await db.people.bulkAdd([...people]);
    db.close();
    return kept;
  },

  measures: {
    async unlock({ size, kept }) {
      // The add-on is loaded before the clock starts, as the other sides' code is.
      await import(/* @vite-ignore */ ADDRESS);
      const { ms, value: rows } = await timed(async () => (await open(kept)).people.toArray());
      const [one] = rows;
      if (rows.length !== size || !one?.name.full) throw new Error('not the store that was filled');
      return { unlock: ms, 'unlock, all read': ms };
    },

    async write({ size, kept }) {
      const db = await open(kept);
      const times: number[] = [];
      for (const { id } of peopleFrom(0, Math.min(size, WARM_UPS + WRITES))) {
        const before = await db.people.get(id);
        if (!before) throw new Error('a row is missing');
        const after = { ...before, notes: `${before.notes}, moved` };
        times.push((await timed(() => db.people.put(after))).ms);
      }
      return { write: quantile(times.slice(WARM_UPS), 0.5) };
    },

    async import({ size, kept }) {
      const db = await open(kept);
      const people = peopleFrom(size, Math.min(size, IMPORTED));
      if ((await db.people.count()) !== size) throw new Error('not the store that was filled');
      return { import: (await timed(() => db.people.bulkAdd(people))).ms };
    },
  },
};

/** The obvious way to seal a Dexie store: each row by an AES-GCM of its own, under one key. */
import { Dexie, type EntityTable } from 'dexie';
import type { Person } from '../../../../renderer/domain/person.ts';
import { type Bytes, fromHex, fromUtf8, toHex, utf8 } from '../../../../renderer/vault/bytes.ts';
import { IMPORTED, WARM_UPS, WRITES } from '../amounts.ts';
import { peopleFrom } from '../contacts.ts';
import type { Side } from '../job.ts';
import { quantile, timed } from '../stopwatch.ts';

interface Row {
  id: string;
  nonce: Bytes;
  bytes: Bytes;
}
type Tables = Dexie & { people: EntityTable<Row, 'id'> };

async function open(): Promise<Tables> {
  // Dexie declares its tables at run time; the type above is the schema below.
  const db = new Dexie('sealed', { chromeTransactionDurability: 'strict' }) as Tables;
  db.version(1).stores({ people: 'id' });
  await db.open();
  return db;
}

function keyOf(kept: string): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', fromHex(kept), 'AES-GCM', false, ['encrypt', 'decrypt']);
}

async function sealed(key: CryptoKey, person: Person): Promise<Row> {
  const nonce = crypto.getRandomValues(new Uint8Array(12));
  const plain = utf8(JSON.stringify(person));
  const bytes = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce }, key, plain);
  return { id: person.id, nonce, bytes: new Uint8Array(bytes) };
}

async function unsealed(key: CryptoKey, { nonce, bytes }: Row): Promise<Person> {
  const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: nonce }, key, bytes);
  // Only `sealed` writes these rows.
  return JSON.parse(fromUtf8(new Uint8Array(plain))) as Person;
}

export const sealedRows: Side = {
  async fill(people) {
    const kept = toHex(crypto.getRandomValues(new Uint8Array(32)));
    const key = await keyOf(kept);
    const db = await open();
    await db.people.bulkAdd(await Promise.all(people.map((person) => sealed(key, person))));
    db.close();
    return kept;
  },

  measures: {
    async unlock({ size, kept }) {
      const { ms, value: people } = await timed(async () => {
        const [key, rows] = await Promise.all([keyOf(kept), (await open()).people.toArray()]);
        return Promise.all(rows.map((row) => unsealed(key, row)));
      });
      if (people.length !== size) throw new Error(`${people.length} rows of ${size}`);
      return { unlock: ms, 'unlock, all read': ms };
    },

    async write({ size, kept }) {
      const [key, db] = await Promise.all([keyOf(kept), open()]);
      const times: number[] = [];
      for (const { id } of peopleFrom(0, Math.min(size, WARM_UPS + WRITES))) {
        const row = await db.people.get(id);
        if (!row) throw new Error('a row is missing');
        const before = await unsealed(key, row);
        const after = { ...before, notes: `${before.notes}, moved` };
        times.push((await timed(async () => db.people.put(await sealed(key, after)))).ms);
      }
      return { write: quantile(times.slice(WARM_UPS), 0.5) };
    },

    async import({ size, kept }) {
      const [key, db] = await Promise.all([keyOf(kept), open()]);
      const people = peopleFrom(size, Math.min(size, IMPORTED));
      if ((await db.people.count()) !== size) throw new Error('not the store that was filled');
      const { ms } = await timed(async () =>
        db.people.bulkAdd(await Promise.all(people.map((person) => sealed(key, person)))),
      );
      return { import: ms };
    },
  },
};

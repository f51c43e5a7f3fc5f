/**
 * What a Dexie user has: a row for each contact, unencrypted, no index but the primary key (the least it can cost),
 * strict durability. Search is the plainest that works: a substring scan of the same normalised texts that ours keeps.
 */
import { Dexie, type EntityTable } from 'dexie';
import type { Person } from '../../../../renderer/domain/person.ts';
import { normalText } from '../../../../renderer/vault/normal-text.ts';
import { summarise } from '../../../../renderer/vault/summary.ts';
import { peopleFrom } from '../contacts.ts';
import type { Side } from '../job.ts';
import { keystrokes } from '../keystrokes.ts';
import { quantile, timed } from '../stopwatch.ts';
import { IMPORTED, WARM_UPS, WRITES } from '../amounts.ts';

type Tables = Dexie & { people: EntityTable<Person, 'id'> };

async function open(): Promise<Tables> {
  // Dexie declares its tables at run time; the type above is the schema below.
  const db = new Dexie('plain', { chromeTransactionDurability: 'strict' }) as Tables;
  db.version(1).stores({ people: 'id' });
  await db.open();
  return db;
}

export const plainDexie: Side = {
  async fill(people) {
    const db = await open();
    await db.people.bulkAdd([...people]);
    db.close();
    return 'filled';
  },

  measures: {
    async unlock({ size }) {
      const { ms, value: rows } = await timed(async () => (await open()).people.toArray());
      if (rows.length !== size) throw new Error(`${rows.length} rows of ${size}`);
      // Rows come parsed, so one figure stands beside ours as opened, as read through, and as searched.
      return { unlock: ms, 'unlock, all read': ms, 'first search': ms };
    },

    async write({ size }) {
      const db = await open();
      const times: number[] = [];
      for (const { id } of peopleFrom(0, Math.min(size, WARM_UPS + WRITES))) {
        const before = await db.people.get(id);
        if (!before) throw new Error('a row is missing');
        const { ms } = await timed(() =>
          db.people.put({ ...before, notes: `${before.notes}, moved` }),
        );
        times.push(ms);
      }
      return { write: quantile(times.slice(WARM_UPS), 0.5) };
    },

    async import({ size }) {
      const db = await open();
      const people = peopleFrom(size, Math.min(size, IMPORTED));
      if ((await db.people.count()) !== size) throw new Error('not the store that was filled');
      const { ms } = await timed(() => db.people.bulkAdd(people));
      return { import: ms, 'import, folded': ms };
    },

    async search({ size }) {
      const people = peopleFrom(0, size);
      const ids = people.map(({ id }) => id);
      const texts = people.map((one) => summarise(one).text);
      const scan = (typed: string): string[] => {
        const needle = normalText(typed);
        return ids.filter((_, place) => texts[place]?.includes(needle));
      };
      const times: number[] = [];
      for (const typed of keystrokes(size)) times.push((await timed(() => scan(typed))).ms);
      return { 'search, median': quantile(times, 0.5), 'search, p95': quantile(times, 0.95) };
    },
  },
};

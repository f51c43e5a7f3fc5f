/** The store as it lies in IndexedDB, past the vault: for damage, and for counting what is really there. */
import type { Page } from '@playwright/test';

type Table = 'pages' | 'commits' | 'drafts';

/** The sequences of the commits that were not folded yet, the keys of all pages, and how often the store was folded. */
export function rawStore(
  page: Page,
): Promise<{ commits: number[]; pages: string[]; folds: number; print: string }> {
  return page.evaluate(async () => {
    const [{ name = '' } = {}] = (await indexedDB.databases()).filter((one) =>
      one.name?.startsWith('muniment-'),
    );
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(name);
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(new Error(request.error?.name)));
    });
    const all = (table: string) =>
      new Promise<Record<string, unknown>[]>((resolve, reject) => {
        const request = db.transaction(table).objectStore(table).getAll();
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(new Error(request.error?.name)));
      });
    const [pages, commits, drafts] = [
      await all('pages'),
      await all('commits'),
      await all('drafts'),
    ];
    db.close();
    // The rows with the length of each run of bytes, and then all of these bytes, in the order of the rows.
    const runs: Uint8Array<ArrayBuffer>[] = [];
    const text = JSON.stringify([pages, commits, drafts], (_key, value: unknown) =>
      value instanceof Uint8Array ? runs.push(new Uint8Array(value)) && value.length : value,
    );
    const whole = await new Blob([text, ...runs]).arrayBuffer();
    const hash = await crypto.subtle.digest('SHA-256', whole);
    return {
      commits: commits.map((row) => Number(row['sequence'])),
      pages: pages.map((row) => String(row['key'])),
      folds: Number(pages.find((row) => row['key'] === 'root')?.['generation'] ?? -1),
      print: [...new Uint8Array(hash)].join(),
    };
  });
}

/** Flips one bit of a row's sealed bytes, or drops the row. `key`: the last one of the table unless given. */
export function harm(
  page: Page,
  table: Table,
  how: 'flip' | 'drop',
  key?: string | number,
): Promise<void> {
  return page.evaluate(
    async ({ table: name, how: deed, key: wanted }) => {
      const [{ name: database = '' } = {}] = (await indexedDB.databases()).filter((one) =>
        one.name?.startsWith('muniment-'),
      );
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(database);
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(new Error(request.error?.name)));
      });
      const work = db.transaction(name, 'readwrite', { durability: 'strict' });
      const done = new Promise<void>((resolve, reject) => {
        work.addEventListener('complete', () => resolve());
        work.addEventListener('abort', () => reject(new Error(work.error?.name)));
      });
      const request = work.objectStore(name).openCursor(wanted ?? null, 'prev');
      request.addEventListener('success', () => {
        const cursor = request.result;
        if (!cursor) return work.abort();
        if (deed === 'drop') return void cursor.delete();
        const row = cursor.value as { bytes?: Uint8Array; envelope?: Uint8Array };
        const bytes = row.bytes ?? row.envelope;
        if (!bytes) return work.abort();
        const middle = bytes.length >> 1;
        bytes[middle] = (bytes[middle] ?? 0) ^ 4;
        return void cursor.update(row);
      });
      await done;
      db.close();
    },
    { table, how, key },
  );
}

/** The keys of all chunks of sealed files. */
export function blobRows(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const [{ name = '' } = {}] = (await indexedDB.databases()).filter((one) =>
      one.name?.startsWith('muniment-'),
    );
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(name);
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(new Error(request.error?.name)));
    });
    const keys = await new Promise<IDBValidKey[]>((resolve, reject) => {
      const request = db.transaction('blobs').objectStore('blobs').getAllKeys();
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(new Error(request.error?.name)));
    });
    db.close();
    return keys.map(String);
  });
}

/** Takes every vault's store away. None may be open. */
export function clearStores(page: Page): Promise<void> {
  return page.evaluate(async () => {
    for (const { name = '' } of await indexedDB.databases()) {
      if (!name.startsWith('muniment-')) continue;
      await new Promise<void>((resolve, reject) => {
        const request = indexedDB.deleteDatabase(name);
        request.addEventListener('success', () => resolve());
        request.addEventListener('blocked', () => reject(new Error('it is open')));
        request.addEventListener('error', () => reject(new Error(request.error?.name)));
      });
    }
  });
}

/** The rows of a store, to be put where the program looks for them. */
export interface RawStore {
  readonly vaultId: string;
  readonly pages: readonly object[];
  readonly commits: readonly object[];
  readonly drafts: readonly object[];
}

/** Writes a whole store; the database is as Dexie makes it, whose version 1 is IndexedDB's 10. */
export function putStore(page: Page, { vaultId, pages, commits, drafts }: RawStore): Promise<void> {
  return page.evaluate(
    async ({ id, tables }) => {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(`muniment-${id}`, 10);
        request.addEventListener('upgradeneeded', () => {
          for (const [name, keyPath] of [
            ['pages', 'key'],
            ['commits', 'sequence'],
            ['blobs', 'key'],
            ['drafts', 'key'],
          ] as const)
            request.result.createObjectStore(name, { keyPath });
        });
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(new Error(request.error?.name)));
      });
      const work = db.transaction(['pages', 'commits', 'drafts'], 'readwrite', {
        durability: 'strict',
      });
      for (const [name, rows] of Object.entries(tables))
        for (const row of rows) work.objectStore(name).put(row);
      await new Promise<void>((resolve, reject) => {
        work.addEventListener('complete', () => resolve());
        work.addEventListener('abort', () => reject(new Error(work.error?.name)));
      });
      db.close();
    },
    { id: vaultId, tables: { pages, commits, drafts } },
  );
}

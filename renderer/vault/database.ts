/** The store in IndexedDB: the only file that knows Dexie. It sees sealed bytes and nothing else. */
import { Dexie, type EntityTable } from 'dexie';
import type {
  BlobRow,
  CommitRow,
  DraftRow,
  FoldChange,
  PageRow,
  Store,
  StoreRows,
  Stores,
} from './store.ts';

type Tables = Dexie & {
  pages: EntityTable<PageRow, 'key'>;
  commits: EntityTable<CommitRow, 'sequence'>;
  blobs: EntityTable<BlobRow, 'key'>;
  drafts: EntityTable<DraftRow, 'key'>;
};

const nameOf = (vaultId: string) => `muniment-${vaultId}`;

/**
 * Chromium has closed a database, as it does on a write that failed. What was cut short is mended when the program starts;
 * until then nothing is opened any more, for whatever came next would be written behind it.
 */
let isShut = false;

/** IndexedDB of this profile folder, with strict durability: a resolved change survives the power cord. */
export const browserStores: Stores = {
  async exists(vaultId) {
    refuseWhenShut();
    return isThere(nameOf(vaultId));
  },

  async open(vaultId) {
    refuseWhenShut();
    const options = { chromeTransactionDurability: 'strict', autoOpen: false } as const;
    // Dexie declares its tables at run time; the type above is the schema below.
    const db = new Dexie(nameOf(vaultId), options) as Tables;
    db.version(1).stores({ pages: 'key', commits: 'sequence', blobs: 'key', drafts: 'key' });
    await db.open();
    // Dexie would open anew what Chromium has closed.
    db.open = () => Dexie.Promise.reject(new Dexie.DatabaseClosedError());
    return storeOver(db);
  },

  async remove(vaultId) {
    refuseWhenShut();
    await Dexie.delete(nameOf(vaultId));
  },
};

function refuseWhenShut(): void {
  if (isShut) throw new Dexie.DatabaseClosedError();
}

/**
 * Asks the database itself, by opening it at whatever version it has: a list of names could be out of step with what is
 * there after the program was killed. One that would be made only now is not made.
 */
function isThere(name: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open(name);
    let isNew = false;
    asked.addEventListener('upgradeneeded', () => {
      isNew = true;
      asked.transaction?.abort();
    });
    asked.addEventListener('success', () => {
      asked.result.close();
      resolve(true);
    });
    asked.addEventListener('error', (event) => {
      event.preventDefault();
      if (isNew) resolve(false);
      else reject(asked.error ?? new Error('the database cannot be opened'));
    });
  });
}

function storeOver(db: Tables): Store {
  const answered = refusingOnClose(db.backendDB());
  return {
    pages: () => answered(db.pages.toArray()),
    commits: () => answered(db.commits.orderBy('sequence').toArray()),
    append: (rows) => answered(appendTo(db.backendDB(), rows)),
    fold: (change) => answered(foldIn(db, change)),
    replace: (rows) => answered(replaceIn(db, rows)),
    putDraft: (row) => answered(db.drafts.put(row).then(() => undefined)),
    getDraft: (key) => answered(db.drafts.get(key)),
    dropDraft: (key) => answered(db.drafts.delete(key)),
    async room() {
      const { quota = Infinity, usage = 0 } = await navigator.storage.estimate();
      return quota - usage;
    },
    putBlob: (row) => answered(db.blobs.put(row).then(() => undefined)),
    getBlob: (key) => answered(db.blobs.get(key)),
    blobKeys: () => answered(db.blobs.toCollection().primaryKeys()),
    dropBlobs: (keys) => answered(db.blobs.bulkDelete([...keys])),
    close: () => db.close(),
  };
}

/** A transaction that begins just as Chromium closes the database is never answered: it is refused here. */
function refusingOnClose(db: IDBDatabase): <T>(work: Promise<T>) => Promise<T> {
  const waiting = new Set<() => void>();
  db.addEventListener('close', () => {
    isShut = true;
    for (const refuse of waiting) refuse();
  });
  return (work) =>
    new Promise((resolve, reject) => {
      const refuse = () => reject(new Dexie.DatabaseClosedError());
      waiting.add(refuse);
      void work.then(resolve, reject).finally(() => waiting.delete(refuse));
    });
}

async function foldIn(db: Tables, { put, drop, through, draftsBefore }: FoldChange): Promise<void> {
  const tables = draftsBefore > 0 ? [db.pages, db.commits, db.drafts] : [db.pages, db.commits];
  await db.transaction('rw', tables, async () => {
    await db.pages.bulkPut([...put]);
    await db.pages.bulkDelete([...drop]);
    await db.commits.where('sequence').belowOrEqual(through).delete();
    if (draftsBefore > 0) await db.drafts.filter(({ epoch }) => epoch < draftsBefore).delete();
  });
}

async function replaceIn(db: Tables, { pages, commits }: StoreRows): Promise<void> {
  await db.transaction('rw', [db.pages, db.commits, db.drafts], async () => {
    for (const table of [db.pages, db.commits, db.drafts]) await table.clear();
    await db.pages.bulkAdd([...pages]);
    await db.commits.bulkAdd([...commits]);
  });
}

/** One strict transaction, asked to commit at once: Dexie's would first wait for the answer to the rows. */
function appendTo(db: IDBDatabase, rows: readonly CommitRow[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const work = db.transaction('commits', 'readwrite', { durability: 'strict' });
    const refuse = () => reject(work.error ?? new Error('a change was not stored'));
    work.addEventListener('complete', () => resolve());
    work.addEventListener('abort', refuse);
    try {
      for (const row of rows) work.objectStore('commits').add(row);
      work.commit();
    } catch (reason) {
      // The rows before the one that was refused would be stored without it.
      work.abort();
      throw reason;
    }
  });
}

/** A store whose rows are in memory: for looking into a backup, sealing it anew, and opening it before it is restored. */
import type { BlobRow, CommitRow, DraftRow, PageRow, Store } from './store.ts';

export interface Rows {
  readonly pages: Map<string, PageRow>;
  readonly commits: Map<number, CommitRow>;
  readonly blobs: Map<string, BlobRow>;
  readonly drafts: Map<string, DraftRow>;
}

export function emptyRows(): Rows {
  return { pages: new Map(), commits: new Map(), blobs: new Map(), drafts: new Map() };
}

/** Rows as a snapshot lists them. */
export function rowsOf(snapshot: {
  readonly pages: readonly PageRow[];
  readonly commits: readonly CommitRow[];
}): Rows {
  return {
    pages: new Map(snapshot.pages.map((row) => [row.key, row])),
    commits: new Map(snapshot.commits.map((row) => [row.sequence, row])),
    blobs: new Map(),
    drafts: new Map(),
  };
}

/** @param before is called before every change; when it throws, nothing is changed. */
export function memoryStore(rows: Rows, before: () => void = () => {}): Store {
  const write = async (change: () => void) => {
    before();
    change();
  };
  return {
    pages: async () => [...rows.pages.values()],
    commits: async () => [...rows.commits.values()].sort((a, b) => a.sequence - b.sequence),
    append: (added) =>
      write(() => {
        for (const row of added) rows.commits.set(row.sequence, row);
      }),
    fold: ({ put, drop, through, draftsBefore }) =>
      write(() => {
        for (const row of put) rows.pages.set(row.key, row);
        for (const key of drop) rows.pages.delete(key);
        for (const sequence of rows.commits.keys())
          if (sequence <= through) rows.commits.delete(sequence);
        for (const [key, { epoch }] of rows.drafts)
          if (epoch < draftsBefore) rows.drafts.delete(key);
      }),
    replace: ({ pages, commits }) =>
      write(() => {
        for (const table of [rows.pages, rows.commits, rows.drafts]) table.clear();
        for (const row of pages) rows.pages.set(row.key, row);
        for (const row of commits) rows.commits.set(row.sequence, row);
      }),
    putDraft: (row) => write(() => rows.drafts.set(row.key, row)),
    getDraft: async (key) => rows.drafts.get(key),
    dropDraft: (key) => write(() => rows.drafts.delete(key)),
    room: async () => Infinity,
    putBlob: (row) => write(() => rows.blobs.set(row.key, row)),
    getBlob: async (key) => rows.blobs.get(key),
    blobKeys: async () => [...rows.blobs.keys()],
    dropBlobs: (keys) =>
      write(() => {
        for (const key of keys) rows.blobs.delete(key);
      }),
    close: () => {},
  };
}

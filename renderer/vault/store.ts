/** What the vault asks of a database: rows of sealed bytes, and changes that are whole and durable. */
import type { Bytes } from './bytes.ts';

/** A page, a search segment, or the root. */
export interface PageRow {
  readonly key: string;
  readonly epoch: number;
  readonly generation: number;
  readonly bytes: Bytes;
}

/** A change: a sealed envelope and a sealed part for each compartment that it touches. */
export interface CommitRow {
  readonly sequence: number;
  readonly generation: number;
  readonly epoch: number;
  readonly envelope: Bytes;
  readonly parts: readonly {
    readonly compartment: string;
    readonly epoch: number;
    readonly bytes: Bytes;
  }[];
  readonly signature: Bytes;
}

export interface DraftRow {
  readonly key: string;
  readonly epoch: number;
  readonly bytes: Bytes;
}

/** What a fold does to the rows. */
export interface FoldChange {
  /** Pages to put, the root among them. */
  readonly put: readonly PageRow[];
  /** Keys of pages to drop. */
  readonly drop: readonly string[];
  /** Commits up to this sequence, included, are dropped. */
  readonly through: number;
  /** Drafts sealed under an earlier epoch than this are dropped; 0 keeps all. */
  readonly draftsBefore: number;
}

/** All sealed rows of a chain. */
export interface StoreRows {
  readonly pages: readonly PageRow[];
  readonly commits: readonly CommitRow[];
}

/** A chunk of a sealed file. */
export interface BlobRow {
  /** The file's id, a hyphen and the chunk's number. */
  readonly key: string;
  readonly bytes: Bytes;
}

/** Every promise that changes something resolves when it is durable, and rejects when nothing was changed. */
export interface Store {
  /** All pages; the root is among them. */
  pages(): Promise<PageRow[]>;
  /** In the order of their sequence. */
  commits(): Promise<CommitRow[]>;
  /** One transaction: all of these, in their order, or none. */
  append(rows: readonly CommitRow[]): Promise<void>;
  /** One transaction, whole or not at all. */
  fold(change: FoldChange): Promise<void>;
  /** One transaction: nothing of what was here is left, drafts included, and these rows are here. */
  replace(rows: StoreRows): Promise<void>;
  putDraft(row: DraftRow): Promise<void>;
  getDraft(key: string): Promise<DraftRow | undefined>;
  dropDraft(key: string): Promise<void>;
  /** Bytes that may still be written, as far as can be told; the disk may say otherwise by then. */
  room(): Promise<number>;
  putBlob(row: BlobRow): Promise<void>;
  getBlob(key: string): Promise<BlobRow | undefined>;
  blobKeys(): Promise<string[]>;
  /** One transaction. */
  dropBlobs(keys: readonly string[]): Promise<void>;
  close(): void;
}

/** Where stores are kept on this computer, by vault id. */
export interface Stores {
  /** Looks without making anything. */
  exists(vaultId: string): Promise<boolean>;
  open(vaultId: string): Promise<Store>;
  remove(vaultId: string): Promise<void>;
}

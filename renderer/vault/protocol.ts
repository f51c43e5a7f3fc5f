/** What crosses between the page and the vault's worker: requests, replies, and the messages that carry them. */
import type { Replies } from './protocol-replies.ts';

export * from './protocol-requests.ts';
export type * from './protocol-imports.ts';
export type { DocumentJob, DocumentName } from './protocol-documents.ts';
export type * from './protocol-purposes.ts';
export type * from './protocol-replies.ts';
export type * from './protocol-today.ts';
export type * from './protocol-views.ts';

/** page → worker. The very first message carries the host's port instead. */
export type ToWorker =
  { port: true } | { id: number; now: number; request: unknown } | { cancel: number };

/** worker → page. */
export type FromWorker =
  | { id: number; reply: Replies[keyof Replies] }
  | { id: number; progress: { done: number; total: number } }
  /** A bug: the message names code, never content. */
  | { id: number; bug: string };

/** What lies on the desk between two requests: the open session and work that is not saved yet. */
import type { TrailAction } from '../../domain/trail.ts';
import type { Change } from '../log.ts';
import type { PreparedVault, Session } from '../session.ts';
import type { ImportRowView, ImportSummary } from '../protocol.ts';
import type { Reading } from './reading.ts';

/** A change that can be turned back while none of its records has changed since. */
export interface Step {
  readonly changes: readonly Change[];
  readonly action: TrailAction;
}

/** An import that is looked at and not stored yet. */
export interface ImportPreview {
  readonly summary: ImportSummary;
  readonly rows: readonly ImportRowView[];
  /** What the import would store. Records that are changed are as they were when the preview was made. */
  readonly changes: readonly Change[];
}

export interface Desk {
  session: Session | null;
  prepared: PreparedVault | null;
  undo: Step[];
  redo: Step[];
  preview: ImportPreview | null;
  reading: Reading | null;
  /** The key of the unknown sender whose words were shown last: the only one that may be accepted then. */
  shownSender: string | null;
  /** When each person was last noted as viewed: looking twice in a quarter of an hour is one entry. */
  readonly viewed: Map<string, number>;
}

/** A clear desk, as the worker starts with it. */
export function clearDesk(): Desk {
  return {
    session: null,
    prepared: null,
    undo: [],
    redo: [],
    preview: null,
    reading: null,
    shownSender: null,
    viewed: new Map(),
  };
}

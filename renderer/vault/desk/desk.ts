/** What lies on the desk between two requests: the open session and work that is not saved yet. */
import type { PlainDate } from '../../domain/dates.ts';
import type { Group } from '../../domain/sharing.ts';
import type { TrailAction } from '../../domain/trail.ts';
import type { KeyName } from '../keys.ts';
import type { Change } from '../log.ts';
import type { Failure } from '../../domain/errors.ts';
import type { Noted, PreparedVault, Restoring, Session } from '../session.ts';
import type { ImportRowView, ImportSummary } from '../protocol.ts';
import type { NewWays } from '../renewing.ts';
import type { Share } from '../shares.ts';
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

type Owner = Omit<Group['owner'], 'person'>;

/** A recovery key that is shown, to be printed. */
export interface ShownSheet {
  readonly vaultName: string;
  readonly groups: readonly string[];
  readonly day: PlainDate;
}

/** New keys that are not in force before a group of their recovery sheet was typed back. */
interface PendingRenewal {
  readonly ways: NewWays;
  readonly action: 'keys-renewed' | 'handed-over';
  readonly owner: Owner;
  /** The keys that the profile holds from then on. */
  readonly names: readonly KeyName[];
  /** Names of the officers who get the shares. */
  readonly holders: readonly string[];
}

/** Shares that were just made and are handed out. */
interface ShownShares {
  readonly shares: readonly Share[];
  readonly holders: readonly string[];
}

export interface Desk {
  session: Session | null;
  prepared: PreparedVault | null;
  sheet: ShownSheet | null;
  renewal: PendingRenewal | null;
  handingOut: ShownShares | null;
  /** Recovery shares that officers have brought to the locked door. */
  brought: readonly Share[];
  /** A backup that is open in memory and not put in place yet. */
  restoring: Restoring | null;
  /** Settles when the backup that is being made, or sealed anew, is done. */
  backingUp: Promise<void> | null;
  /** Why the last backup to a place (id) was not made. */
  backupFailures: ReadonlyMap<string, Failure>;
  /** What the check of the full trail has found, once it is done; null: nothing amiss. */
  trailDamage: Failure | null;
  undo: Step[];
  redo: Step[];
  preview: ImportPreview | null;
  reading: Reading | null;
  /** The key of the unknown sender whose words were shown last: the only one that may be accepted then. */
  shownSender: string | null;
  /** By job: the documents that were handed to the host to be printed or saved, and what the trail has of each. */
  readonly handedOver: Map<string, readonly Noted[]>;
  /** When each person was last noted as viewed: looking twice in a quarter of an hour is one entry. */
  readonly viewed: Map<string, number>;
}

/** Forgets what could be turned back: after an erasure it could bring back what is gone. */
export function forgetSteps(desk: Desk): void {
  desk.undo.length = 0;
  desk.redo.length = 0;
  desk.preview = null;
}

/** A clear desk, as the worker starts with it. */
export function clearDesk(): Desk {
  return {
    session: null,
    prepared: null,
    sheet: null,
    renewal: null,
    handingOut: null,
    brought: [],
    restoring: null,
    backingUp: null,
    backupFailures: new Map(),
    trailDamage: null,
    undo: [],
    redo: [],
    preview: null,
    reading: null,
    shownSender: null,
    handedOver: new Map(),
    viewed: new Map(),
  };
}

/** What one process of the bench is asked to do, and what it answers. Read by host.mjs and measure.mjs too. */
import type { Person } from '../../../renderer/domain/person.ts';

export type Task = 'fill' | 'unlock' | 'write' | 'import' | 'search' | 'kdf';

export interface Job {
  readonly task: Task;
  /** A name of sides.ts. */
  readonly side: string;
  /** Contacts in the store. */
  readonly size: number;
  /** What the same side handed back when it filled this store. */
  readonly kept: string | null;
}

/** Milliseconds by topic (topics.mjs). */
export type Figures = Readonly<Record<string, number>>;

export interface Done {
  readonly figures: Figures;
  readonly kept: string | null;
}

/**
 * One way to keep contacts. A new peer is one such file, named in sides.ts. Each function runs in a process of its own,
 * over a profile folder that `fill` filled; only what is being measured runs while the clock does.
 */
export interface Side {
  /** Fills an empty store; hands back what is needed to open it again. */
  fill(people: readonly Person[]): Promise<string>;
  readonly measures: Partial<
    Record<Exclude<Task, 'fill'>, (input: { size: number; kept: string }) => Promise<Figures>>
  >;
}

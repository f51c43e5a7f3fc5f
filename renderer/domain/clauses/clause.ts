import type { Kind } from '../kinds.ts';
import type { TrailAction } from '../trail.ts';

/** A promise of the privacy policy, and what the program does about it. */
export interface Clause {
  /** Stable: tests name it in brackets at the end of their titles. */
  readonly id: string;
  /** What it is about, in a few words. */
  readonly title: string;
  /** The policy's own words. */
  readonly words: string;
  /** How the program carries it out, in a sentence or two. */
  readonly carriedOutBy: string;
  /** Where in the program that is done. */
  readonly at: readonly ClausePlace[];
  /** The registers that tell how it stands in this vault. */
  readonly kinds?: readonly Kind[];
  /** What the trail is counted for, where that tells how it stands. */
  readonly actions?: readonly TrailAction[];
}

/** A room, by the name in its address, and a tab in it where it has tabs. */
export interface ClausePlace {
  readonly room: string;
  readonly tab?: string;
  /** What the way there is called. */
  readonly label: string;
}

/** Clauses that belong together. */
export interface ClauseGroup {
  readonly title: string;
  readonly clauses: readonly Clause[];
}

/** How minutes begin: with what the minutes of the meetings before left open. */
import { openActions } from './actions.ts';
import type { PlainDate } from './dates.ts';
import type { ActionId } from './ids.ts';
import { type MatterArising, type Minutes, type MinutesAction, arisingIn } from './meeting.ts';

export interface CarriedOn {
  /** What was left open, oldest minutes first, under the title that it was agreed under. */
  readonly arising: MatterArising[];
  /** The day of the last meeting before with minutes; null: there was none. */
  readonly of: PlainDate | null;
  /** Titles of the items of that meeting, to bring up what left no action open. */
  readonly titles: readonly string[];
}

/** The same minutes, each action with an id: those from before actions had one are given theirs. */
export function withActionIds(minutes: Minutes, newId: () => ActionId): Minutes {
  const identified = <T extends { actions: MinutesAction[] }>(part: T): T => ({
    ...part,
    actions: part.actions.map((action) => ({ ...action, id: action.id ?? newId() })),
  });
  return {
    ...minutes,
    ...(minutes.arising && { arising: minutes.arising.map(identified) }),
    items: minutes.items.map(identified),
  };
}

/**
 * What a meeting takes over from the minutes of the meetings before it. An action that others have taken over already, or
 * that has no id, is not among it.
 * @param before those that it follows on, the oldest first (`earlierOf`)
 * @param all every set of minutes, because any may have taken an action over
 */
export function carriedFrom(before: readonly Minutes[], all: readonly Minutes[]): CarriedOn {
  const last = before.at(-1);
  return {
    arising: before.flatMap((minutes) => mattersOf(minutes, all)),
    of: last?.meetingDate ?? null,
    titles: last ? [...arisingIn(last), ...last.items].map(({ title }) => title) : [],
  };
}

function mattersOf(minutes: Minutes, all: readonly Minutes[]): MatterArising[] {
  const open = new Set(openActions(minutes, all).flatMap(({ id }) => (id ? [id] : [])));
  return [...arisingIn(minutes), ...minutes.items].flatMap(({ title, actions }) => {
    const left = actions.filter(({ id }) => id !== undefined && open.has(id));
    return left.length === 0 ? [] : [{ title, outcome: '', actions: left }];
  });
}

/**
 * The action list. An action that is carried on to later minutes stays one action with one state: the one that the
 * newest minutes holding it give it, so that minutes that are approved need not be changed when it is done.
 */
import type { PlainDate } from './dates.ts';
import type { ActionId } from './ids.ts';
import { type Minutes, type MinutesAction, arisingIn } from './meeting.ts';

/** An action with the words that it was agreed under. */
export interface ListedAction extends MinutesAction {
  /** The title of the item, or of the matter arising. */
  readonly about: string;
  /** The number of the item; null for a matter arising. */
  readonly number: number | null;
}

/** Every action of some minutes, matters arising first. */
export function actionsIn(minutes: Minutes): ListedAction[] {
  return [
    ...arisingIn(minutes).flatMap(({ title: about, actions }) =>
      actions.map((action) => ({ ...action, about, number: null })),
    ),
    ...minutes.items.flatMap(({ title: about, actions }, index) =>
      actions.map((action) => ({ ...action, about, number: index + 1 })),
    ),
  ];
}

/** The actions of some minutes that are not done and that no later minutes have taken over. */
export function openActions(minutes: Minutes, all: Iterable<Minutes>): ListedAction[] {
  const open = actionsIn(minutes).filter(({ done }) => !done);
  if (open.length === 0) return open;
  const later = carriedAfter(minutes.meetingDate, all);
  return open.filter(({ id }) => id === undefined || !later.has(id));
}

/** Ids of the actions that minutes of meetings after a day hold. */
export function carriedAfter(day: PlainDate, all: Iterable<Minutes>): ReadonlySet<ActionId> {
  const found = new Set<ActionId>();
  for (const minutes of all)
    if (minutes.meetingDate > day)
      for (const { id } of actionsIn(minutes)) if (id !== undefined) found.add(id);
  return found;
}

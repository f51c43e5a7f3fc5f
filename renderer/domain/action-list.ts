/** The actions of several minutes in one list: what is still to be done, and since which meeting. */
import { type ListedAction, openActions } from './actions.ts';
import type { PlainDate } from './dates.ts';
import type { MinutesId } from './ids.ts';
import type { Minutes } from './meeting.ts';

export interface AgreedAction extends ListedAction {
  readonly minutes: MinutesId;
  /** The day of their meeting. */
  readonly agreedOn: PlainDate;
}

/**
 * Every open action of some minutes, those of the oldest first; one that was carried on is there once.
 * @param all the minutes that may have taken one over
 */
export function agreedActions(
  some: readonly Minutes[],
  all: readonly Minutes[] = some,
): AgreedAction[] {
  return some
    .toSorted((a, b) => (a.meetingDate < b.meetingDate ? -1 : 1))
    .flatMap((one) =>
      openActions(one, all).map((action) => ({
        ...action,
        minutes: one.id,
        agreedOn: one.meetingDate,
      })),
    );
}

/**
 * Which meetings a meeting takes its matters arising from. The record has no field for the body that met: a committee
 * calls its meetings by one title, and a general meeting follows on the general meeting before it.
 */
import type { MeetingId } from './ids.ts';
import { type Meeting, type Minutes, meetingType } from './meeting.ts';

/**
 * By what the meetings before were found: they have the same title; none has, and they are annual general meetings as it
 * is (`general`), or are none as it is not (`others`); or there are no such ones either, and it is every meeting before.
 */
export type Likeness = 'title' | 'general' | 'others' | 'any';

export interface Earlier {
  /** The oldest first. */
  readonly minutes: readonly Minutes[];
  readonly like: Likeness;
}

/** The minutes of the meetings of the same body before a meeting. @param meetings by which a set of minutes finds its own */
export function earlierOf(
  meeting: Meeting,
  all: Iterable<Minutes>,
  meetings: (id: MeetingId) => Meeting | null,
): Earlier {
  const before = [...all]
    .filter(({ meetingDate }) => meetingDate < meeting.date)
    .toSorted((a, b) => (a.meetingDate < b.meetingDate ? -1 : 1));
  const where = (isLike: (one: Meeting) => boolean) =>
    before.filter((minutes) => {
      const of = meetings(minutes.meeting);
      return of !== null && isLike(of);
    });
  const titled = where(({ title }) => folded(title) === folded(meeting.title));
  if (titled.length > 0) return { minutes: titled, like: 'title' };
  const isGeneral = isAnnual(meeting);
  const alike = where((one) => isAnnual(one) === isGeneral);
  if (alike.length > 0) return { minutes: alike, like: isGeneral ? 'general' : 'others' };
  return { minutes: before, like: 'any' };
}

function isAnnual(meeting: Meeting): boolean {
  return meetingType(meeting) === 'annual';
}

/** A title as it is compared: capitals and spaces make no other body. */
function folded(title: string): string {
  return title.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim();
}

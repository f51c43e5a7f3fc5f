/** Small questions about the state that several commands ask. */
import type { PlainDate } from '../../domain/dates.ts';
import type { MeetingId } from '../../domain/ids.ts';
import type { Minutes } from '../../domain/meeting.ts';
import { type Person, postsHeld } from '../../domain/person.ts';
import { POSTS } from '../../domain/posts.ts';
import type { VaultState } from '../state.ts';

/** The minutes of a meeting; null when none were written. */
export function minutesOf(meeting: MeetingId, state: VaultState): Minutes | null {
  for (const minutes of state.all('minutes')) if (minutes.meeting === meeting) return minutes;
  return null;
}

/** A person's name; a neutral word when the record is no longer here. */
export function nameOf(id: string, state: VaultState): string {
  const record = state.get(id)?.record;
  return record?.kind === 'person' ? record.name.full : '(removed)';
}

/** A person's posts on a day, in words. */
export function postsInWords(person: Person, day: PlainDate): string {
  return postsHeld(person.terms, day)
    .map((held) => POSTS[held])
    .join(', ');
}

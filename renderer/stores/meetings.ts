/** What the meetings' room needs beside the open record: who sits on the committee, and the host's clock. */
import { create } from 'zustand';
import type { PlainDate } from '../domain/dates.ts';
import type { Result } from '../domain/errors.ts';
import {
  type ActionId,
  type MeetingId,
  type MinutesId,
  type PersonId,
  personId,
} from '../domain/ids.ts';
import type { Minutes } from '../domain/meeting.ts';
import { POSTS } from '../domain/posts.ts';
import { vault } from '../vault/client.ts';
import type { Changed, PersonRow, Replies } from '../vault/protocol.ts';

interface CommitteeMember {
  id: PersonId;
  name: string;
  detail: string;
}

/** Everybody in post today, in order of name; null until they have come. */
export const useCommittee = create<{ members: readonly CommitteeMember[] | null }>(() => ({
  members: null,
}));

/** Fetches the committee again. */
export async function loadCommittee(): Promise<void> {
  const reply = await vault().ask('query', {
    list: 'people',
    text: '',
    filter: 'committee',
    sort: { by: 'name', descending: false },
    offset: 0,
    limit: 500,
  });
  if (!reply.ok) return;
  // The vault answers the list of people with rows of people.
  const rows = reply.value.rows as PersonRow[];
  useCommittee.setState({
    members: rows.map((row) => ({
      id: personId.parse(row.id),
      name: row.name,
      detail: row.posts.map((post) => POSTS[post]).join(', '),
    })),
  });
}

/** An approval on a day, recorded now. */
export async function approval(by: PersonId, on: PlainDate): Promise<Minutes['approved']> {
  return { by, on, recordedAt: await window.host.ask('clock', null) };
}

/** Begins the minutes of a meeting, with what those before left open. */
export function beginMinutes(meeting: MeetingId): Promise<Result<Changed>> {
  return vault().ask('minutes.begin', { meeting });
}

export type Before = Extract<Replies['minutes.before'], { ok: true }>['value'];

/** Which meeting a meeting follows on, and what its minutes were about; null, where the vault cannot say now. */
export async function meetingBefore(meeting: MeetingId): Promise<Before | null> {
  const reply = await vault().ask('minutes.before', { meeting });
  return reply.ok ? reply.value : null;
}

/** The actions of some minutes that later ones have taken over. */
export async function actionsCarried(minutes: MinutesId): Promise<ReadonlySet<ActionId>> {
  const reply = await vault().ask('minutes.carried', { minutes });
  return new Set(reply.ok ? reply.value.actions : []);
}

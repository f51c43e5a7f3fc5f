/** The group whose year it is: the people, and what comes in by the dozen and is kept past the screen. */
import { randomBytes } from 'node:crypto';
import { plainDate } from '../../renderer/domain/dates.ts';
import { makeId } from '../../renderer/domain/ids.ts';
import type { AnyRecord } from '../../renderer/domain/kinds.ts';
import type { AgendaItem, Meeting, Minutes } from '../../renderer/domain/meeting.ts';
import type { Person } from '../../renderer/domain/person.ts';
import type { Post } from '../../renderer/domain/posts.ts';
import { fromPlainText } from '../../renderer/domain/rich-text.ts';
import type { Muniment } from '../launch.ts';
import { must, newMeeting, newPerson } from '../store/office.ts';
import { askVaultAll } from '../vault-wire.ts';

/** Keeps new records in their order, at the program's own time. */
export async function keep({ app, page }: Muniment, records: readonly AnyRecord[]): Promise<void> {
  const now = await app.evaluate(() => Date.now());
  const asks = records.map((record) => ({ record, base: null }));
  for (const reply of await askVaultAll(page, 'save', asks, now)) must(reply);
}

const POSTS_OF: Readonly<Record<string, Post>> = {
  'Immanuel Jacobs': 'secretary',
  'Paxton Brown': 'chair',
  'Małgorzata Sobczyk': 'treasurer',
  '里奈 大森': 'events-officer',
  'نادر بن عبد السلام': 'membership-officer',
};

/** Those who sit on the committee from a day on: the Chair is the second. */
export function committeeFrom(day: string): Person[] {
  const from = plainDate.parse(day);
  return Object.entries(POSTS_OF).map(([name, post], index) =>
    newPerson(name, {
      route: 'steering-group',
      purpose: 'steering',
      categories: ['member', 'officer'],
      collectedOn: from,
      emails: [{ label: 'Work', address: `officer${index + 1}@example.org` }],
      terms: [{ post, from, until: null }],
    }),
  );
}

/** People who became members one day. */
export function membersFrom(day: string, count: number): Person[] {
  return Array.from({ length: count }, (_, index) =>
    newPerson(`Member ${index + 1} of ${day}`, {
      route: 'direct',
      purpose: 'members',
      collectedOn: plainDate.parse(day),
      emails: [{ label: 'Home', address: `member${index + 1}.${day}@example.org` }],
    }),
  );
}

/** Somebody who took part in an event. */
export function participant(name: string, on: string): Person {
  return newPerson(name, {
    route: 'event',
    purpose: 'events',
    categories: ['participant'],
    collectedOn: plainDate.parse(on),
    emails: [{ label: 'Home', address: `${name.split(' ')[0]?.toLowerCase()}@example.org` }],
  });
}

/** A meeting of the committee, one of whom sent apologies, and the draft of its minutes. */
export function meetingWithMinutes(
  committee: readonly Person[],
  day: string,
  next: string,
): [Meeting, Minutes] {
  const date = plainDate.parse(day);
  const meeting: Meeting = {
    ...newMeeting('Steering group meeting'),
    date,
    place: 'Online',
    chair: committee[1]?.id ?? null,
    attendance: committee.map(({ id }, index) => ({
      person: id,
      mark: index === committee.length - 1 ? 'apologies' : 'present',
    })),
  };
  const minutes: Minutes = {
    kind: 'minutes',
    id: makeId('minutes', randomBytes(16)),
    purpose: 'steering',
    meeting: meeting.id,
    meetingDate: date,
    items: [
      item('Minutes of the previous meeting', 'They were read.', 'Approved as a true record.'),
      item('Records', 'The Secretary reported on what is held, and why.', ''),
      item('Any other business', 'There was none.', ''),
    ],
    nextMeeting: plainDate.parse(next),
    approved: null,
  };
  return [meeting, minutes];
}

function item(title: string, said: string, decision: string): AgendaItem {
  return {
    title,
    discussion: fromPlainText(said),
    decision,
    proposer: null,
    seconder: null,
    actions: [],
  };
}

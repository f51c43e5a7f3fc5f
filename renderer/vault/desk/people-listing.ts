/** The register of people: made to stay quick at a hundred thousand of them. */
import type { PlainDate } from '../../domain/dates.ts';
import { type Person, firstEmail, postsHeld } from '../../domain/person.ts';
import { POSTS } from '../../domain/posts.ts';
import { normalText } from '../normal-text.ts';
import type { PersonRow } from '../protocol.ts';
import type { OpenContext } from './context.ts';
import type { Listing } from './listing.ts';
import { lacksNotice } from './notice-given.ts';

const EVERY = Number.MAX_SAFE_INTEGER;

export const people: Listing<PersonRow> = {
  items: ({ session, today }) =>
    session.state.sorted('person').map(({ id, facts }) => ({
      id,
      facts,
      row: () => personRow(personOf(id, session.state), today),
    })),
  keeps({ id, facts }, filter, { today, session }) {
    if (filter === 'without-notice') return lacksNotice({ id, facts }, session.state);
    return facts
      .split(' ')
      .some((fact) => (filter === 'committee' ? isTermOn(fact, today) : fact === filter));
  },
  find(items, text, { session }) {
    const found = new Set(session.search.find(text, ['person'], EVERY));
    return items.filter((item) => found.has(item.id));
  },
  sorts: {
    name: 'own',
    posts: (row) => (row.posts[0] ? normalText(POSTS[row.posts[0]]) : '\uffff'),
    email: (row) => normalText(row.email),
    phone: (row) => row.phone,
    organisation: (row) => normalText(row.organisation),
    country: (row) => normalText(row.country),
    categories: (row) => row.categories.join(),
  },
};

/** Whether a fact of a person's summary (`post:from:until`) is a term that runs on a day. */
function isTermOn(fact: string, day: PlainDate): boolean {
  const [, from, until] = fact.split(':');
  return from !== undefined && from <= day && (!until || day <= until);
}

function personOf(id: string, state: OpenContext['session']['state']): Person {
  const record = state.get(id)?.record;
  if (record?.kind !== 'person') throw new Error('a summary without its person');
  return record;
}

/** The people that a filter and a search show, by name. */
export function peopleShown(filter: string, text: string, context: OpenContext): Person[] {
  const every = people.items(context);
  const kept =
    filter === 'all' ? every : every.filter((item) => people.keeps(item, filter, context));
  const found = text.trim() === '' ? kept : people.find(kept, text, context);
  return found.map((item) => personOf(item.id, context.session.state));
}

function personRow(person: Person, today: PlainDate): PersonRow {
  return {
    id: person.id,
    name: person.name.full,
    posts: postsHeld(person.terms, today),
    categories: person.categories,
    email: firstEmail(person),
    phone: person.phones[0]?.number ?? '',
    organisation: person.organisation,
    country: person.addresses[0]?.country ?? '',
  };
}

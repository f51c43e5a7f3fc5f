/** A bundle that is open on the desk: read, never kept. */
import { formatDay } from '../../domain/dates.ts';
import type { Person } from '../../domain/person.ts';
import { postsHeld } from '../../domain/person.ts';
import { POSTS } from '../../domain/posts.ts';
import { PURPOSES } from '../../domain/purposes.ts';
import type { StampedDocument } from '../../documents/stamp.ts';
import type { Result } from '../../domain/errors.ts';
import type { OpenBundle } from '../protocol.ts';
import { type BundleRecords, namedOnly } from './bundle-records.ts';
import { pastLastDay } from '../../domain/registers/minutes.ts';
import {
  type Shelf,
  peopleAmong,
  stampedConsent,
  stampedContacts,
  stampedMinutes,
} from './document-sources.ts';

/** A document of the open bundle, made anew from its verified records: no foreign page is ever shown. */
export interface ReadableDocument {
  readonly name: string;
  readonly title: string;
  make(): Result<StampedDocument>;
}

export interface Reading {
  readonly bundle: OpenBundle;
  readonly documents: readonly ReadableDocument[];
}

/** The records of a bundle as a shelf that documents are made from. */
export function shelfOfBundle(
  { group, records, names }: BundleRecords,
  today: Shelf['today'],
): Shelf {
  const byId = new Map<string, BundleRecords['records'][number]>();
  for (const [id, name] of names) byId.set(id, namedOnly(id, name));
  for (const record of records) byId.set(record.id, record);
  const find = (id: string) => byId.get(id);
  // A bundle says nothing of the sender's purposes.
  return { group, today, find, purpose: (id) => PURPOSES[id], people: peopleAmong(find) };
}

/** Every document that can be made of a bundle's records, the contact list first. */
export function documentsIn({ records }: BundleRecords, shelf: Shelf): ReadableDocument[] {
  const people = peopleOf(records);
  const documents: ReadableDocument[] = [];
  if (people.length > 0) {
    documents.push({
      name: 'contacts',
      title: 'Contact list',
      make: () => ({ ok: true, value: stampedContacts(people, 'As shared', shelf) }),
    });
  }
  for (const record of records) {
    if (record.kind === 'minutes' && !pastLastDay(record, shelf.today)) {
      documents.push({
        name: record.id,
        title: `Minutes of ${formatDay(record.meetingDate)}`,
        make: () => stampedMinutes(record, shelf),
      });
    }
    if (record.kind === 'consent' && shelf.people.get(record.person)) {
      documents.push({
        name: record.id,
        title: `Consent: ${record.wording.title}`,
        make: () => stampedConsent(record.id, shelf),
      });
    }
  }
  return documents;
}

/** The people of a bundle as a table. */
export function peopleIn(
  records: BundleRecords['records'],
  today: Shelf['today'],
): OpenBundle['people'] {
  return peopleOf(records).map((person) => ({
    name: person.name.full,
    post: postsHeld(person.terms, today)
      .map((held) => POSTS[held])
      .join(', '),
    email: person.emails[0]?.address ?? '',
    phone: person.phones[0]?.number ?? '',
    address: person.addresses
      .slice(0, 1)
      .flatMap(({ lines, city, postcode, country }) => [...lines, city, postcode, country])
      .filter((part) => part !== '')
      .join(', '),
  }));
}

function peopleOf(records: BundleRecords['records']): Person[] {
  return records.filter((record) => record.kind === 'person');
}

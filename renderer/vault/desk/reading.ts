/** What a bundle holds as documents, when it is sealed and when it lies open on the desk: read, never kept. */
import { capital } from '../../domain/capital.ts';
import { formatDay } from '../../domain/dates.ts';
import type { Kind } from '../../domain/kinds.ts';
import type { Person } from '../../domain/person.ts';
import { postsHeld } from '../../domain/person.ts';
import { POSTS } from '../../domain/posts.ts';
import { PURPOSES } from '../../domain/purposes.ts';
import { SHARED_KINDS } from '../../domain/registers/sharing-rules.ts';
import { registerOf } from '../../domain/registers/table.ts';
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
  stampedRecords,
} from './document-sources.ts';

/** A document of the open bundle, made anew from its verified records: no foreign page is ever shown. */
export interface ReadableDocument {
  readonly name: string;
  readonly title: string;
  /** As a file in the bundle, without ending; names nobody. */
  readonly fileName: string;
  make(): Result<StampedDocument>;
}

export interface Reading {
  /** The bundle's own id. */
  readonly id: string;
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

/** Kinds that have documents of their own, or are read in those of others. */
const NOT_LISTED: readonly Kind[] = ['person', 'meeting', 'minutes', 'consent'];

/**
 * Every document that can be made of a bundle's records: the contact list, minutes and consents one by one, and what else
 * there is as one document for each kind.
 */
export function documentsIn(
  { records, leftOut }: Pick<BundleRecords, 'records' | 'leftOut'>,
  shelf: Shelf,
): ReadableDocument[] {
  const people = peopleOf(records);
  const documents: ReadableDocument[] = [];
  if (people.length > 0) {
    documents.push({
      name: 'contacts',
      title: 'Contact list',
      fileName: 'contacts',
      make: () => ({ ok: true, value: stampedContacts({ people, which: 'As shared' }, shelf) }),
    });
  }
  for (const record of records) {
    const number = documents.length + 1;
    if (record.kind === 'minutes' && !pastLastDay(record, shelf.today)) {
      documents.push({
        name: record.id,
        title: `Minutes of ${formatDay(record.meetingDate)}`,
        fileName: `minutes-${record.meetingDate}-${number}`,
        make: () => stampedMinutes(record, shelf),
      });
    }
    if (record.kind === 'consent' && shelf.people.get(record.person)) {
      documents.push({
        name: record.id,
        title: `Consent: ${record.wording.title}`,
        fileName: `consent-${number}`,
        make: () => stampedConsent(record.id, shelf),
      });
    }
  }
  for (const kind of SHARED_KINDS) {
    const those = records.filter((record) => record.kind === kind);
    if (those.length === 0 || NOT_LISTED.includes(kind)) continue;
    const without = leftOut.find((one) => one.kind === kind)?.fields ?? [];
    const { many } = registerOf(kind);
    documents.push({
      name: kind,
      title: `${capital(many)} (${those.length})`,
      fileName: kind,
      make: () => ({ ok: true, value: stampedRecords(kind, those, without, shelf) }),
    });
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

/** What did not travel because the post does not need it, with the words that kinds are known by. */
export function leftOutOf({ leftOut }: BundleRecords): OpenBundle['leftOut'] {
  return leftOut.map(({ kind, fields }) => {
    const known = SHARED_KINDS.find((one) => one === kind);
    return { kind: known ? registerOf(known).many : kind, fields: [...fields] };
  });
}

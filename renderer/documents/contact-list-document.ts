import { type PlainDate, formatDay } from '../domain/dates.ts';
import type { Person } from '../domain/person.ts';
import type { Group } from '../domain/sharing.ts';
import { addressLines, capacityOf, hanOf, joined, nameOf, postsOn } from './people-words.ts';
import {
  type Block,
  type Contact,
  type DocumentTree,
  type Inline,
  type Run,
  words,
} from './tree.ts';

interface ContactListSources {
  /** In the order to print them. */
  readonly people: readonly Person[];
  readonly group: Group;
  /** How many were left out, because their data may not be used. */
  readonly leftOut?: number;
  /** Which people these are, in words: `Steering committee`, `All people`. */
  readonly which: string;
  /** The day the document is made; posts are those held on it. */
  readonly day: PlainDate;
}

/**
 * The contact list that the Group Secretary keeps (clause COLLECT-STEERING): a table to read, and the same people as
 * contacts for `toCsv` and `toVcard`. Notes and terms stay in the vault.
 */
export function contactListDocument({
  people,
  leftOut = 0,
  group,
  which,
  day,
}: ContactListSources): DocumentTree {
  const count = `${people.length} ${people.length === 1 ? 'person' : 'people'}`;
  return {
    language: 'en-GB',
    title: 'Contact list',
    subtitle: `${which}: ${count} on ${formatDay(day)}`,
    issuer: group.name,
    status: '',
    fileName: `contacts-${day}`,
    made: day,
    contacts: people.map((person) => contactOf(person, day)),
    blocks: [...(leftOut > 0 ? [leftOutNotice(leftOut)] : []), ...listOf(people, which, day)],
  };
}

function leftOutNotice(count: number): Block {
  const who = count === 1 ? '1 person' : `${count} people`;
  return { type: 'notice', tone: 'plain', content: words(`${who} left out: restricted.`) };
}

function listOf(people: readonly Person[], which: string, day: PlainDate): Block[] {
  return people.length === 0
    ? [{ type: 'paragraph', content: words('There is nobody on this list.') }]
    : [
        {
          type: 'table',
          caption: which,
          rowHeader: 0,
          columns: [
            { heading: 'Name', width: 'medium' },
            { heading: 'Post', width: 'narrow' },
            { heading: 'E-mail', width: 'wide' },
            { heading: 'Phone', width: 'medium' },
            { heading: 'Address', width: 'rest' },
          ],
          groups: [{ heading: null, rows: people.map((person) => row(person, day)) }],
        },
      ];
}

function row(person: Person, day: PlainDate): Inline[] {
  const [address] = person.addresses;
  const emails = person.emails.map((email): Run => ({
    text: email.address,
    isolate: true,
    isAddress: true,
  }));
  // Numbers run left to right in every script.
  const phones = person.phones.map((phone): Run => ({
    text: phone.number,
    isolate: true,
    dir: 'ltr',
  }));
  return [
    [nameOf(person)],
    words(capacityOf(person, day)),
    joined(emails, '\n'),
    joined(phones, '\n'),
    address
      ? addressLines(address, hanOf(person)).flatMap((line, index) =>
          index === 0 ? line : [{ text: '\n' }, ...line],
        )
      : [],
  ];
}

/** A person as data files carry them. */
export function contactOf(person: Person, day: PlainDate): Contact {
  return {
    name: person.name.full,
    prefix: person.name.prefix,
    given: person.name.given,
    family: person.name.family,
    posts: postsOn(person, day),
    organisation: person.organisation,
    jobTitle: person.jobTitle,
    emails: person.emails,
    phones: person.phones,
    addresses: person.addresses,
  };
}

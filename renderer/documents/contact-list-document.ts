import { type PlainDate, formatDay } from '../domain/dates.ts';
import type { Person } from '../domain/person.ts';
import { POSTS, type Post } from '../domain/posts.ts';
import { registerOf } from '../domain/registers/table.ts';
import type { Group } from '../domain/sharing.ts';
import { addressLines, capacityOf, hanOf, joined, nameOf, postsOn } from './people-words.ts';
import {
  type Block,
  type Column,
  type Contact,
  type DocumentTree,
  type Inline,
  type Run,
  words,
} from './tree.ts';

/** For the holder of which post it is made, by the access matrix (clause ACCESS). */
export interface ContactListSeenBy {
  readonly post: Post;
  /** Labels of the fields of a person that it is not given. */
  readonly without: readonly string[];
  /** It is given people in post only. */
  readonly committeeOnly: boolean;
}

interface ContactListSources {
  /** In the order to print them. */
  readonly people: readonly Person[];
  readonly group: Group;
  /** How many were left out, because their data may not be used. */
  readonly leftOut?: number;
  /** null or absent: with every field. */
  readonly seenBy?: ContactListSeenBy | null;
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
  seenBy = null,
  group,
  which,
  day,
}: ContactListSources): DocumentTree {
  const count = people.length === 0 ? 'nobody' : counted(people.length);
  return {
    language: 'en-GB',
    title: 'Contact list',
    subtitle: `${which}: ${count} on ${formatDay(day)}`,
    issuer: group.name,
    status: '',
    fileName: seenBy ? `contacts-for-${seenBy.post}-${day}` : `contacts-${day}`,
    made: day,
    contacts: people.map((person) => contactOf(person, day)),
    blocks: [
      ...(seenBy ? [seenByNotice(seenBy)] : []),
      ...(leftOut > 0 ? [leftOutNotice(leftOut)] : []),
      ...listOf(people, which, seenBy?.without ?? [], day),
    ],
  };
}

function counted(people: number): string {
  return people === 1 ? '1 person' : `${people} people`;
}

function leftOutNotice(count: number): Block {
  const who = `${counted(count)} left out: restricted.`;
  return { type: 'notice', tone: 'plain', content: words(who) };
}

function seenByNotice({ post, without, committeeOnly }: ContactListSeenBy): Block {
  const limits = [
    ...(committeeOnly ? ['people in post only'] : []),
    ...(without.length > 0 ? [`without ${without.join(', ')}`] : []),
  ];
  const text = `As the post of ${POSTS[post]} may see it: ${limits.join('; ') || 'every field'}.`;
  return { type: 'notice', tone: 'plain', content: words(text) };
}

interface ContactColumn {
  readonly column: Column;
  /** The field of a person that it shows; null: one that everybody is given. */
  readonly field: 'emails' | 'phones' | 'addresses' | null;
  cell(person: Person, day: PlainDate): Inline;
}

const COLUMNS: readonly ContactColumn[] = [
  {
    column: { heading: 'Name', width: 'medium' },
    field: null,
    cell: (person) => [nameOf(person)],
  },
  {
    column: { heading: 'Post', width: 'narrow' },
    field: null,
    cell: (person, day) => words(capacityOf(person, day)),
  },
  {
    column: { heading: 'E-mail', width: 'wide' },
    field: 'emails',
    cell: ({ emails }) =>
      joined(
        emails.map(({ address }): Run => ({ text: address, isolate: true, isAddress: true })),
        '\n',
      ),
  },
  {
    column: { heading: 'Phone', width: 'medium' },
    field: 'phones',
    // Numbers run left to right in every script.
    cell: ({ phones }) =>
      joined(
        phones.map(({ number }): Run => ({ text: number, isolate: true, dir: 'ltr' })),
        '\n',
      ),
  },
  {
    column: { heading: 'Address', width: 'rest' },
    field: 'addresses',
    cell(person) {
      const [address] = person.addresses;
      if (!address) return [];
      return addressLines(address, hanOf(person)).flatMap((line, index) =>
        index === 0 ? line : [{ text: '\n' }, ...line],
      );
    },
  },
];

function listOf(
  people: readonly Person[],
  which: string,
  without: readonly string[],
  day: PlainDate,
): Block[] {
  if (people.length === 0)
    return [{ type: 'paragraph', content: words('There is nobody on this list.') }];
  const shown = COLUMNS.filter(
    ({ field }) => field === null || !without.includes(registerOf('person').fields[field].label),
  );
  return [
    {
      type: 'table',
      caption: which,
      rowHeader: 0,
      columns: widened(shown.map(({ column }) => column)),
      groups: [
        {
          heading: null,
          rows: people.map((person) => shown.map(({ cell }) => cell(person, day))),
        },
      ],
    },
  ];
}

/** Where the address is left out, the others share its room. */
function widened(columns: readonly Column[]): Column[] {
  if (columns.some(({ width }) => width === 'rest')) return [...columns];
  const widths = ['wide', 'medium'] as const;
  return columns.map((column, index) => ({
    ...column,
    width: index === columns.length - 1 ? 'rest' : (widths[index] ?? column.width),
  }));
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

/** What lists and search need of a record, so that a hundred thousand of them need not be parsed. */
import { attachmentsOf } from '../domain/attachment.ts';
import { ERASURE_REASONS } from '../domain/erasure.ts';
import { type Field, idsNamed, textIn, valueIn } from '../domain/fields.ts';
import { ID_PREFIXES } from '../domain/ids.ts';
import type { AnyRecord, Kind } from '../domain/kinds.ts';
import { arisingIn, previousOf } from '../domain/meeting.ts';
import type { Person } from '../domain/person.ts';
import { POSTS } from '../domain/posts.ts';
import { registerOf } from '../domain/registers/table.ts';
import { plainTextOf } from '../domain/rich-text.ts';
import { normalText } from './normal-text.ts';

export interface Summary {
  readonly id: string;
  readonly kind: Kind;
  /** Sorts by plain comparison: a person's family name first, a meeting's date, a transfer's time. */
  readonly sort: string;
  /**
   * Facts that filters ask for, parted by spaces. Person: the purpose, categories, then terms as `post:from:until`,
   * then `notice=` with the version of the privacy notice that they were given, if any.
   * Minutes: the meeting's id, then `draft` or `approved`. Consent: the person's id. Kinds without rules of their own:
   * the ids they name. Of any: `has-files`.
   */
  readonly facts: string;
}

/** Begins the fact of a person that names their purpose; a vault of an earlier version has none. */
export const KEPT_FOR = 'kept-for=';

/** Begins the fact of a person that says which privacy notice they were given. */
export const NOTICE_FACT = 'notice=';

/** The fact of a record that files belong to. */
export const HAS_FILES = 'has-files';

const LONGEST_NOTE = 1_000;
const LONGEST_MINUTES = 8_000;

const KIND_OF_PREFIX = new Map<string, Kind>();
for (const [kind, prefix] of Object.entries(ID_PREFIXES)) {
  // Every kind of id names a kind of record, but for those of the trail, of attachments and of actions in minutes.
  if (kind !== 'trail' && kind !== 'attachment' && kind !== 'action')
    KIND_OF_PREFIX.set(prefix, kind as Kind);
}

/** The kind that an id's prefix names, or null. */
export function kindOfId(id: string): Kind | null {
  return KIND_OF_PREFIX.get(id.slice(0, id.indexOf('_'))) ?? null;
}

/** A record's summary and its search text, normalised. */
export function summarise(record: AnyRecord): { summary: Summary; text: string } {
  const { sort, facts, text } = partsOf(record);
  const files = attachmentsOf(record);
  if (files.length > 0) facts.push(HAS_FILES);
  text.push(...files.map(({ name }) => name));
  return {
    summary: { id: record.id, kind: record.kind, sort: normalText(sort), facts: facts.join(' ') },
    text: normalText(text.join(' ')),
  };
}

interface Parts {
  sort: string;
  facts: string[];
  text: string[];
}

function partsOf(record: AnyRecord): Parts {
  switch (record.kind) {
    case 'person':
      return ofPerson(record);
    case 'meeting':
      return {
        sort: `${record.date} ${record.time}`,
        facts: [],
        text: [record.title, record.date, record.place],
      };
    case 'minutes':
      return {
        sort: record.meetingDate,
        facts: [record.meeting, record.approved ? 'approved' : 'draft'],
        text: [
          [
            previousOf(record).amendments,
            ...arisingIn(record).flatMap((matter) => [
              matter.title,
              matter.outcome,
              ...matter.actions.map((action) => action.what),
            ]),
            ...record.items.flatMap((item) => [
              item.title,
              item.decision,
              ...item.actions.map((action) => action.what),
              plainTextOf(item.discussion),
            ]),
          ]
            .join(' ')
            .slice(0, LONGEST_MINUTES),
        ],
      };
    case 'consent':
      return {
        sort: record.given?.on ?? '',
        facts: [record.person],
        text: [record.wording.title, record.notes.slice(0, LONGEST_NOTE)],
      };
    case 'card':
      return { sort: record.content.name, facts: [], text: [record.content.name] };
    case 'transfer':
      return { sort: sortable(record.sealedAt), facts: [], text: [POSTS[record.recipientPost]] };
    case 'import':
      return { sort: sortable(record.at), facts: [], text: [record.format] };
    case 'erasure':
      return { sort: sortable(record.at), facts: [], text: [ERASURE_REASONS[record.reason]] };
    case 'group':
      return { sort: record.name, facts: [], text: [record.name] };
    default:
      return byItsFields(record);
  }
}

/** In order of its day; its texts are found, and the ids of what it names are its facts. */
function byItsFields(record: AnyRecord): Parts {
  const { fields, day } = registerOf(record.kind);
  const text = Object.entries<Field>(fields)
    .filter(([, { as }]) => as === 'text' || as === 'long-text')
    .map(([name]) => textIn(valueIn(record, name)).slice(0, LONGEST_NOTE));
  return { sort: day?.(record) ?? '', facts: idsNamed(fields, record), text };
}

function ofPerson(person: Person): Parts {
  const { full, family, given } = person.name;
  return {
    sort: family ? `${family} ${given}` : full,
    facts: [
      `${KEPT_FOR}${person.purpose}`,
      ...person.categories,
      ...person.terms.map((term) => `${term.post}:${term.from}:${term.until ?? ''}`),
      `${NOTICE_FACT}${person.noticeVersion ?? ''}`,
    ],
    text: [
      full,
      ...[given, family].filter((name) => !full.includes(name)),
      person.organisation,
      person.jobTitle,
      ...person.emails.map((email) => email.address),
      ...person.phones.flatMap((phone) => [phone.number, phone.number.replace(/[^+\d]/g, '')]),
      ...person.addresses.flatMap((address) => [address.city, address.country]),
      ...person.terms.map((term) => POSTS[term.post]),
      person.notes.slice(0, LONGEST_NOTE),
    ].filter((part, index, all) => part !== '' && all.indexOf(part) === index),
  };
}

function sortable(moment: number): string {
  return String(moment).padStart(16, '0');
}

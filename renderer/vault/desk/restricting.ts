/**
 * How restrictions and objections reach what leaves the vault (clauses RIGHT-RESTRICT, RIGHT-OBJECT): whoever is named by
 * their record is named no more, and neither is whoever is found by name in the words of a document. What else tells of
 * them is not found, so the person at the screen is told to read it.
 */
import { type StampedDocument, stamp } from '../../documents/stamp.ts';
import type { DocumentTree } from '../../documents/tree.ts';
import { withAttachments } from '../../domain/attachment.ts';
import { isObject } from '../../domain/fields.ts';
import { type AnyRecord, anyRecord } from '../../domain/kinds.ts';
import { namesOf } from '../../domain/other-names.ts';
import type { Person } from '../../domain/person.ts';
import type { Around } from '../../domain/registers/register.ts';
import { RESTRICTED_NAME } from '../../domain/restrictions.ts';
import { namedOnly } from './bundle-records.ts';
import { type Shelf, peopleAmong } from './document-sources.ts';
import { withoutNames } from './masked-words.ts';
import { idsIn } from './related.ts';

/** Looks records up; of people whose data may not be used, it tells that they are restricted, and nothing more. */
export function masked(find: Around['find'], restricted: ReadonlySet<string>): Around['find'] {
  if (restricted.size === 0) return find;
  return (id) => {
    const record: AnyRecord | undefined = find(id);
    return record?.kind === 'person' && restricted.has(id)
      ? namedOnly(record.id, RESTRICTED_NAME)
      : record;
  };
}

/** The same shelf without the names of people whose data may not be used. */
export function maskedShelf(shelf: Shelf, restricted: ReadonlySet<string>): Shelf {
  const find = masked(shelf.find, restricted);
  return { ...shelf, find, people: peopleAmong(find) };
}

/** The same document without their names in its words. @param ids the records that it is made of */
export function maskedDocument(
  stamped: StampedDocument,
  ids: readonly string[],
  restricted: ReadonlySet<string>,
  find: Around['find'],
): StampedDocument {
  if (restricted.size === 0) return stamped;
  const beside = ids.flatMap((id) => besideIn(find(id), find));
  const finder = namesOf(peopleOf(restricted, find))(beside);
  const tree = withoutNames(stamped.tree, finder, RESTRICTED_NAME);
  // What is mapped keeps its shape: words stay words.
  return stamp(tree as DocumentTree);
}

/** Answers records without their names in its words, as they travel in a bundle; one that names nobody as it is. */
export function recordMask(
  restricted: ReadonlySet<string>,
  find: Around['find'],
): (record: AnyRecord) => AnyRecord {
  const names = namesOf(peopleOf(restricted, find));
  return (record) => {
    const finder = names(besideIn(record, find));
    const words = wordsOf(record);
    const maskedBy = (mark: string) => {
      const left = withoutNames(words, finder, mark);
      return left === words || !isObject(left) ? null : anyRecord.safeParse({ ...record, ...left });
    };
    const whole = maskedBy(RESTRICTED_NAME);
    if (!whole) return record;
    // Where a text is as long as it may be, the mark has to be no longer than the shortest name.
    const found = whole.success ? whole : maskedBy('…');
    if (!found?.success) throw new Error('a record without a name is none');
    return found.data;
  };
}

/**
 * Of a record, what may name others: attached files do not travel, and somebody of the same name, or with the same address
 * or number, keeps theirs.
 */
function wordsOf(record: AnyRecord): object {
  const travelling = withAttachments(record, []);
  if (travelling.kind !== 'person') return travelling;
  const { name: _name, emails: _emails, phones: _phones, ...words } = travelling;
  return words;
}

/** How often the name of somebody whose data may not be used is left out of a document. */
export function namesLeftOut({ tree }: StampedDocument): number {
  return JSON.stringify(tree).split(RESTRICTED_NAME).length - 1;
}

function peopleOf(restricted: ReadonlySet<string>, find: Around['find']): Person[] {
  return [...restricted].flatMap((id) => {
    const record = find(id);
    return record?.kind === 'person' ? [record] : [];
  });
}

/** Whom a record names, and for minutes their meeting: they may stand in its words by half a name. */
function besideIn(record: AnyRecord | undefined, find: Around['find']): string[] {
  if (!record) return [];
  const meeting = record.kind === 'minutes' ? find(record.meeting) : undefined;
  return [record.id, ...idsIn(record), ...(meeting ? idsIn(meeting) : [])];
}

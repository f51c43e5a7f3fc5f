/**
 * The records of a bundle as files, and back. Each is JSON that carries the confidentiality sentence:
 * `{ confidential, records }`; `records/group.json` says whose they are, `records/names.json` names the people that
 * the others mention and whose own record did not travel, and `records/left-out.json` tells which fields are empty because
 * the recipient's post does not need them.
 */
import { z } from 'zod';
import { withAttachments } from '../../domain/attachment.ts';
import { BANNER } from '../../domain/banner.ts';
import { type Result, fail, ok } from '../../domain/errors.ts';
import { type PersonId, personId } from '../../domain/ids.ts';
import { type AnyRecord, type Kind, anyRecord } from '../../domain/kinds.ts';
import { type Person, blankPerson } from '../../domain/person.ts';
import { SHARED_KINDS } from '../../domain/registers/sharing-rules.ts';
import { type Group, group } from '../../domain/sharing.ts';

interface File {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface BundleRecords {
  readonly group: Group;
  readonly records: readonly AnyRecord[];
  readonly names: ReadonlyMap<PersonId, string>;
  readonly leftOut: readonly LeftOut[];
}

/** Labels of the fields that are empty in every record of a kind, because the post does not need them. */
interface LeftOut {
  readonly kind: string;
  readonly fields: readonly string[];
}

/** Those that travelled before the others could are named by their plurals. */
const NAMED: Partial<Readonly<Record<Kind, string>>> = {
  person: 'people',
  meeting: 'meetings',
  consent: 'consents',
};
const FILES = SHARED_KINDS.map((kind) => [kind, `records/${NAMED[kind] ?? kind}.json`] as const);
const GROUP = 'records/group.json';
const NAMES = 'records/names.json';
const LEFT_OUT = 'records/left-out.json';

const sheet = <T extends z.ZodType>(record: T) =>
  z.object({ confidential: z.literal(BANNER), records: z.array(record) });
const nameSheet = sheet(z.object({ id: personId, name: z.string().max(200) }));
const leftOutSheet = sheet(
  z.object({ kind: z.string().max(40), fields: z.array(z.string().max(100)).max(100) }),
);

/** Attached files do not travel, nor do their names and keys. */
const withoutFiles = (record: AnyRecord) => withAttachments(record, []);

/** Files for a bundle, none of them for kinds without a record. */
export function writeRecords({ group: whose, records, names, leftOut }: BundleRecords): File[] {
  const files = [file(GROUP, [withoutFiles(whose)])];
  for (const [kind, name] of FILES) {
    const those = records.filter((record) => record.kind === kind);
    if (those.length > 0) files.push(file(name, those.map(withoutFiles)));
  }
  if (names.size > 0)
    files.push(
      file(
        NAMES,
        [...names].map(([id, name]) => ({ id, name })),
      ),
    );
  if (leftOut.length > 0) files.push(file(LEFT_OUT, leftOut));
  return files;
}

/** Parses what writeRecords made. Errors: bundle/damaged, for anything that is not to the letter of the schemas. */
export function readRecords(files: readonly File[]): Result<BundleRecords> {
  const whose = parse(files, GROUP, sheet(group));
  const names = parse(files, NAMES, nameSheet);
  // Bundles from before the matrix say nothing of it.
  const left = parse(files, LEFT_OUT, leftOutSheet);
  if (!whose?.success || names?.success === false || left?.success === false)
    return fail('bundle/damaged');
  const [found] = whose.data.records;
  if (!found) return fail('bundle/damaged');
  const records: AnyRecord[] = [];
  for (const [kind, name] of FILES) {
    const parsed = parse(files, name, sheet(anyRecord));
    if (parsed === null) continue;
    if (!parsed.success) return fail('bundle/damaged');
    if (parsed.data.records.some((record) => record.kind !== kind)) return fail('bundle/damaged');
    for (const record of parsed.data.records) records.push(withoutFiles(record));
  }
  const named = names?.data.records.map(({ id, name }) => [id, name] as const);
  return ok({
    group: found,
    records,
    names: new Map(named),
    leftOut: left?.data.records ?? [],
  });
}

/** A person of whom a bundle tells the name only. */
export function namedOnly(id: PersonId, full: string): Person {
  const blank = blankPerson('steering-group');
  return { ...blank, id, name: { ...blank.name, full } };
}

function file(name: string, records: readonly unknown[]): File {
  const text = JSON.stringify({ confidential: BANNER, records }, null, 1);
  return { name, bytes: new TextEncoder().encode(text) };
}

function parse<T extends z.ZodType>(files: readonly File[], name: string, schema: T) {
  const found = files.find((one) => one.name === name);
  if (!found) return null;
  try {
    return schema.safeParse(
      JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(found.bytes)),
    );
  } catch {
    return { success: false } as const;
  }
}

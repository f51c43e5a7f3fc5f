/** What of a record a post is given: its other fields are emptied, so that the shape still fits (clause ACCESS). */
import type { z } from 'zod';
import type { AccessCell } from '../access-version.ts';
import { type Field, textIn } from '../fields.ts';
import { type AnyRecord, type Kind, anyRecord } from '../kinds.ts';
import { KINDS, registerOf } from './table.ts';

/** Kinds that can travel in a bundle: what people write, but for the register of the bundles themselves. */
export const SHARED_KINDS = KINDS.filter((kind) => kind !== 'transfer' && registerOf(kind).byHand);

/** What a field holds when it holds nothing; the first that its schema takes. */
const NOTHING: readonly unknown[] = [null, '', [], undefined, false, 0];

/** A field of a kind, as the matrix speaks of it. */
export interface AccessField {
  readonly name: string;
  readonly label: string;
  /** It goes with every record of the kind: the record could not be told apart, or has no shape, without it. */
  readonly always: boolean;
}

/** The fields of a kind in their order. */
export function accessFieldsOf(kind: Kind): AccessField[] {
  const shape = shapeOf(kind);
  return Object.entries<Field>(registerOf(kind).fields).map(([name, { label, isNeeded }]) => ({
    name,
    label,
    always: isNeeded === true || emptyFor(shape[name]) === null,
  }));
}

/** Labels of the fields that a post is not given, of a kind that it is given something of. */
export function leftOut(kind: Kind, cell: Pick<AccessCell, 'sees' | 'fields'>): string[] {
  if (cell.sees !== 'some') return [];
  return accessFieldsOf(kind)
    .filter(({ name, always }) => !always && !cell.fields.includes(name))
    .map(({ label }) => label);
}

/** The record with nothing in the fields that a post is not given. */
export function projected(record: AnyRecord, cell: Pick<AccessCell, 'sees' | 'fields'>): AnyRecord {
  if (cell.sees === 'all') return record;
  const shape = shapeOf(record.kind);
  const emptied = Object.fromEntries(
    accessFieldsOf(record.kind)
      .filter(({ name, always }) => !always && !cell.fields.includes(name))
      .map(({ name }) => [name, emptyFor(shape[name])?.value]),
  );
  // Each value was taken by the schema of its own field, so the whole is a record of the kind still.
  return { ...record, ...emptied };
}

/** The nothing that a schema takes; null: it takes none. */
function emptyFor(schema: z.ZodType | undefined): { readonly value: unknown } | null {
  for (const value of NOTHING) if (schema?.safeParse(value).success) return { value };
  return null;
}

function shapeOf(kind: Kind): Readonly<Record<string, z.ZodType>> {
  const option = anyRecord.options.find(({ shape }) => textIn(shape.kind.value) === kind);
  if (!option) throw new Error('a kind without a shape');
  return option.shape;
}

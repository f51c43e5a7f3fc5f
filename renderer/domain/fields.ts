/**
 * Fields as data: what each field of a record is called, what it is needed for (clause MINIMISE: no field without a
 * purpose), and how it is filled in. Screens, search, documents, the answer to a request for access and the access
 * matrix all read these.
 */
import type { Kind } from './kinds.ts';

interface Common {
  readonly label: string;
  /** What it is needed for, in a sentence that the data subject may read. */
  readonly why: string;
  readonly help?: string;
  /** It may not be left empty. */
  readonly isNeeded?: true;
  /** Asked for when a record is made; all that is needed is. */
  readonly atStart?: true;
  /** Set when the record is made, and stays. */
  readonly isFixed?: true;
}

type Choices = Readonly<Record<string, string>>;

/** How a value of type T is filled in and shown. */
export type Field<T = unknown> = Common &
  (
    | { readonly as: 'text'; readonly most: number }
    | { readonly as: 'long-text'; readonly most: number }
    /** A `PlainDate` or null. */
    | { readonly as: 'day' }
    /** Milliseconds UTC or null. */
    | { readonly as: 'moment' }
    /** A whole number or null. */
    | { readonly as: 'count'; readonly most: number }
    /** Pence, a whole number; negative is money back. */
    | { readonly as: 'money' }
    | { readonly as: 'choice'; readonly of: Choices }
    | { readonly as: 'choices'; readonly of: Choices }
    | { readonly as: 'yes-no' }
    /** An id or null. */
    | { readonly as: 'person' }
    | { readonly as: 'people' }
    /** The id of a record of one of these kinds, or null; of any kind, where none is named: then it is not chosen by hand. */
    | { readonly as: 'record'; readonly of: readonly Kind[] }
    | { readonly as: 'records'; readonly of: readonly Kind[] }
    /** ISO 3166-1 alpha-2, or empty. */
    | { readonly as: 'country' }
    /** An object, or null. */
    | { readonly as: 'part'; readonly of: FieldTable }
    /** Objects of one shape; `one` names a single one: "sharing". */
    | { readonly as: 'rows'; readonly one: string; readonly of: FieldTable }
    /** Filled in by an action of its own; shown in words, or not at all. */
    | { readonly as: 'kept'; words?(value: T): string }
  );

export interface FieldTable {
  readonly [name: string]: Field;
}

/** The fields of a record; what every record has alike is not among them. */
export type Fields<R> = {
  readonly [F in Exclude<keyof R, 'kind' | 'id' | 'purpose' | 'attachments'>]-?: Field<R[F]>;
};

/** The value of a field in a record or a part of one. */
export function valueIn(holder: object, name: string): unknown {
  return name in holder ? holder[name as keyof typeof holder] : undefined;
}

/** Calls back for every id that a value holds, with whether it is a person's. */
function visitIds(field: Field, value: unknown, visit: (id: string) => void): void {
  switch (field.as) {
    case 'person':
    case 'record':
      if (typeof value === 'string') visit(value);
      return;
    case 'people':
    case 'records':
      for (const id of listIn(value)) if (typeof id === 'string') visit(id);
      return;
    case 'part':
      if (isObject(value)) visitAll(field.of, value, visit);
      return;
    case 'rows':
      for (const row of listIn(value)) if (isObject(row)) visitAll(field.of, row, visit);
      return;
    default:
  }
}

function visitAll(table: FieldTable, holder: object, visit: (id: string) => void): void {
  for (const [name, field] of Object.entries(table)) visitIds(field, valueIn(holder, name), visit);
}

/** Ids of the records that a record names, each once. */
export function idsNamed(table: FieldTable, record: object): string[] {
  const found = new Set<string>();
  visitAll(table, record, (id) => found.add(id));
  return [...found];
}

/** A text or a number as text; empty for anything else. */
export function textIn(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** The rows of a field; none where it holds no list. */
export function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

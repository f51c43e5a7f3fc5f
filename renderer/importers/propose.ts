import type { PersonId } from '../domain/ids.ts';
import type { Person, PersonDraft } from '../domain/person.ts';
import { type MergedField, fits, merge } from './merge.ts';
import { type Problem, cannot, noticed, refusedFor } from './problems.ts';
import type { ReadPeople, ReadRow } from './read-types.ts';
import { type Reason, keysOf, marksOf, namesAgree } from './same-person.ts';

interface RowOfFile {
  readonly row: number;
  readonly label: string;
  readonly problems: readonly Problem[];
}

/** What would become of a row, before anything is stored. */
export type ProposedRow = RowOfFile &
  (
    | { readonly state: 'new'; readonly draft: PersonDraft }
    /** `record` is the person as they would be, with all later rows of the file that add to them. */
    | {
        readonly state: 'changed';
        readonly person: PersonId;
        readonly fields: readonly MergedField[];
        readonly record: Person;
      }
    /** `adds`: what this row adds to the row it repeats; it is in that row's draft or record already. */
    | {
        readonly state: 'duplicate';
        readonly of: { readonly row: number } | { readonly person: PersonId };
        readonly reasons: readonly Reason[];
        readonly adds: readonly MergedField[];
      }
    | { readonly state: 'cannot' }
  );

interface Proposal {
  readonly rows: readonly ProposedRow[];
  readonly counts: Readonly<Record<ProposedRow['state'], number>>;
}

/** A person of the vault or of an earlier row, as the rows read so far leave them. */
interface Target {
  readonly existing: boolean;
  /** The row that made or first changed them; null while nothing of the file has. */
  row: number | null;
  fields: MergedField[];
  current: { readonly is: 'draft'; draft: PersonDraft } | { readonly is: 'person'; person: Person };
}

/**
 * Compares a file's people with those who are here. Each row is new, changes a person, repeats a person or an
 * earlier row (never by the name alone), or cannot come in. One pass over each; keys are looked up in maps.
 * @param isFrozen whose record is kept and not changed (clause RIGHT-RESTRICT)
 */
export function propose(
  file: ReadPeople,
  existing: Iterable<Person>,
  isFrozen: (id: PersonId) => boolean = () => false,
): Proposal {
  const targets = indexOf(file.rows, existing);
  const decided = file.rows.map((row) => decide(row, targets, isFrozen));
  const rows = decided.map((finish) => finish());
  const counts = { new: 0, changed: 0, duplicate: 0, cannot: 0 };
  for (const { state } of rows) counts[state] += 1;
  return { rows, counts };
}

/** The people who share an e-mail address, a number or a postcode with some row, by all their keys. */
function indexOf(rows: readonly ReadRow[], existing: Iterable<Person>): Map<string, Target> {
  const marks = new Set(rows.flatMap(({ draft }) => (draft ? marksOf(draft) : [])));
  const targets = new Map<string, Target>();
  for (const person of existing) {
    if (!marksOf(person).some((mark) => marks.has(mark))) continue;
    const current = { is: 'person', person } as const;
    remember(targets, { existing: true, row: null, fields: [], current });
  }
  return targets;
}

function remember(targets: Map<string, Target>, target: Target): void {
  for (const { key } of keysOf(recordOf(target))) {
    if (!targets.has(key)) targets.set(key, target);
  }
}

function recordOf({ current }: Target): PersonDraft {
  return current.is === 'person' ? current.person : current.draft;
}

/** Decides a row now; the answer is finished after the last row, when every target is complete. */
function decide(
  read: ReadRow,
  targets: Map<string, Target>,
  isFrozen: (id: PersonId) => boolean,
): () => ProposedRow {
  const { row, label, draft } = read;
  let problems = read.problems;
  if (!draft) return () => ({ row, label, problems, state: 'cannot' });
  const refused = refusedFor(draft);
  if (refused) {
    problems = [...problems, refused];
    return () => ({ row, label, problems, state: 'cannot' });
  }
  const found = matchOf(draft, targets);
  if (found.shared) problems = [...problems, noticed('email-shared', 'E-mail')];
  const { target, reasons } = found;
  if (!target) {
    const made: Target = { existing: false, row, fields: [], current: { is: 'draft', draft } };
    remember(targets, made);
    return () => ({ row, label, problems, state: 'new', draft: recordOf(made) });
  }
  const here = target.current.is === 'person' ? target.current.person : null;
  if (here && isFrozen(here.id) && merge(here, draft).fields.length > 0) {
    problems = [...problems, cannot('restricted', 'Person')];
    return () => ({ row, label, problems, state: 'cannot' });
  }
  const { fields, fit } = add(target, draft);
  if (!fit) {
    problems = [...problems, cannot('too-many', 'Person')];
    return () => ({ row, label, problems, state: 'cannot' });
  }
  const { current } = target;
  if (current.is === 'person' && target.row === null) {
    if (fields.length === 0) {
      const of = { person: current.person.id };
      return () => ({ row, label, problems, state: 'duplicate', of, reasons, adds: [] });
    }
    target.row = row;
    remember(targets, target);
    return () => ({
      row,
      label,
      problems,
      state: 'changed',
      person: current.person.id,
      fields: target.fields,
      record: current.person,
    });
  }
  remember(targets, target);
  const of = { row: target.row ?? row };
  return () => ({ row, label, problems, state: 'duplicate', of, reasons, adds: fields });
}

/** Merges a row into its target in place, unless the result would not fit. */
function add(target: Target, draft: PersonDraft): { fields: MergedField[]; fit: boolean } {
  const { current } = target;
  if (current.is === 'person') {
    const merged = merge(current.person, draft);
    if (!fits(merged.record)) return { fields: [], fit: false };
    current.person = merged.record;
    target.fields = [...new Set([...target.fields, ...merged.fields])];
    return { fields: merged.fields, fit: true };
  }
  const merged = merge(current.draft, draft);
  if (!fits(merged.record)) return { fields: [], fit: false };
  current.draft = merged.record;
  return { fields: merged.fields, fit: true };
}

/** Who a row is, by its surest key. The same e-mail address under another name altogether is somebody else. */
function matchOf(
  draft: PersonDraft,
  targets: ReadonlyMap<string, Target>,
): { target: Target | null; reasons: Reason[]; shared: boolean } {
  let shared = false;
  let target: Target | null = null;
  const reasons = new Set<Reason>();
  for (const { reason, key } of keysOf(draft)) {
    const found = targets.get(key);
    if (!found || (target && found !== target)) continue;
    if (!target && reason === 'email' && !namesAgree(recordOf(found), draft)) {
      shared = true;
      continue;
    }
    target = found;
    reasons.add(reason);
  }
  return { target, reasons: [...reasons], shared: shared && target === null };
}

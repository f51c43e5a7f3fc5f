/** What rests on a decision: a decision approves one thing only (clause GOVERN). */
import { type Result, fail, ok } from '../errors.ts';
import { type Field, type FieldTable, isObject, listIn, valueIn } from '../fields.ts';
import type { AnyRecord } from '../kinds.ts';
import type { Around } from './register.ts';
import { KINDS, registerOf } from './table.ts';

interface DecisionUse {
  readonly record: AnyRecord;
  /** The field that names the decision. */
  readonly field: string;
}

interface Approval {
  readonly field: string;
  readonly decision: string;
}

/**
 * The decisions that a record rests on: those in fields, or rows, that name a decision and nothing else. A part may name
 * one too, as the Chair's leave for a bundle does; that is no approval, and may cover several acts.
 */
function approvalsIn(table: FieldTable, holder: object): Approval[] {
  return Object.entries<Field>(table).flatMap(([name, field]): Approval[] => {
    const value = valueIn(holder, name);
    if (field.as === 'rows')
      return listIn(value)
        .filter(isObject)
        .flatMap((row) => approvalsIn(field.of, row));
    const isApproval = field.as === 'record' && field.of.join() === 'decision';
    return isApproval && typeof value === 'string' ? [{ field: name, decision: value }] : [];
  });
}

/** Whether records of a kind can rest on a decision at all. */
function restsOnDecisions(table: FieldTable): boolean {
  return Object.values<Field>(table).some(
    (field) =>
      (field.as === 'record' && field.of.join() === 'decision') ||
      (field.as === 'rows' && restsOnDecisions(field.of)),
  );
}

/** The records that rest on a decision, in any register. */
export function decisionUsedBy(decision: string, { all }: Pick<Around, 'all'>): DecisionUse[] {
  return KINDS.filter((kind) => restsOnDecisions(registerOf(kind).fields)).flatMap((kind) =>
    [...all(kind)].flatMap((record: AnyRecord) =>
      approvalsIn(registerOf(kind).fields, record)
        .filter((approval) => approval.decision === decision)
        .map(({ field }) => ({ record, field })),
    ),
  );
}

/**
 * Whether a record may be saved as far as decisions go: each that it newly rests on approves nothing else, and a decision
 * that something rests on stays as it is. Errors: approval/used (with the field), decision/in-use.
 */
export function checkDecisions(
  record: AnyRecord,
  before: AnyRecord | null,
  around: Pick<Around, 'all'>,
): Result<null> {
  if (record.kind === 'decision' && before) return checkUnused(record.id, around);
  const { fields } = registerOf(record.kind);
  const known = new Set((before ? approvalsIn(fields, before) : []).map((one) => one.decision));
  for (const { field, decision } of approvalsIn(fields, record)) {
    if (known.has(decision)) continue;
    if (decisionUsedBy(decision, around).some((use) => use.record.id !== record.id))
      return fail('approval/used', { field });
  }
  return ok(null);
}

/** Whether nothing rests on a decision. Errors: decision/in-use. */
export function checkUnused(decision: string, around: Pick<Around, 'all'>): Result<null> {
  return decisionUsedBy(decision, around).length === 0 ? ok(null) : fail('decision/in-use');
}

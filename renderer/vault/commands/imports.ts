/** Foreign files: read and compared first, stored when confirmed, undone as a whole. */
import { LIMITS } from '../../importers/limits.ts';
import { attachmentsOf, withAttachments } from '../../domain/attachment.ts';
import { fail, ok } from '../../domain/errors.ts';
import { makeId } from '../../domain/ids.ts';
import { type AnyRecord, anyRecord } from '../../domain/kinds.ts';
import type { ImportBatch } from '../../domain/sharing.ts';
import { describe } from '../desk/change.ts';
import type { Command } from '../desk/context.ts';
import { mentioning } from '../desk/related.ts';
import { formatOf, previewOf } from '../desk/import-preview.ts';
import { readWhole } from '../files.ts';
import type { Change } from '../log.ts';
import { sourceOf } from '../sources.ts';

export const importRead: Command<'import.read'> = async (asked, context) => {
  context.desk.preview = null;
  const bytes = await readWhole(sourceOf(asked.from, context.host), LIMITS.bytes, context);
  if (!bytes.ok) return bytes;
  // The readers of every format are large, and the door opens sooner without them.
  const { readFile } = await import('../../importers/read-file.ts');
  const file = readFile(bytes.value, context.today, { route: asked.route });
  if (!file.ok) return file;
  if (context.cancelled()) return fail('wall/cancelled');
  const preview = previewOf(file.value, context);
  context.desk.preview = preview;
  return ok(preview.summary);
};

export const importRows: Command<'import.rows'> = ({ state, offset, limit }, { desk }) => {
  if (desk.preview === null) return fail('record/gone');
  const { rows } = desk.preview;
  const shown = state === 'all' ? rows : rows.filter((row) => row.state === state);
  return ok({ total: shown.length, rows: shown.slice(offset, offset + limit) });
};

export const importApply: Command<'import.apply'> = async (_asked, context) => {
  const { desk, session, now } = context;
  const { preview } = desk;
  if (preview === null) return fail('record/gone');
  if (context.cancelled()) return fail('wall/cancelled');
  const id = makeId('import', crypto.getRandomValues(new Uint8Array(16)));
  const made = preview.changes.filter((change) => change.before === null);
  const changed = preview.changes.filter((change) => change.before !== null);
  const batch: ImportBatch = {
    kind: 'import',
    id,
    purpose: 'accountability',
    at: now,
    format: formatOf(preview),
    created: made.map((change) => change.id),
    changed: changed.map(({ id: touched, before }) => ({
      id: touched,
      // The keys of a person's files are in the person's own record only.
      before: before && withAttachments(before, []),
    })),
    undone: false,
  };
  const changes: Change[] = [...preview.changes, { id, before: null, after: batch }];
  const done = await session.commit(changes, 'imported', now);
  if (!done.ok) return done;
  desk.preview = null;
  // An import has an undo of its own, which a later session can use as well.
  desk.undo.length = 0;
  desk.redo.length = 0;
  return ok({
    ...describe(changes, done.value.sequence),
    import: id,
    created: made.length,
    changed: changed.length,
  });
};

export const importDrop: Command<'import.drop'> = (_asked, { desk }) => {
  desk.preview = null;
  return ok(null);
};

export const importUndo: Command<'import.undo'> = async ({ id }, context) => {
  const { session, desk, now } = context;
  const kept = session.state.get(id);
  const batch = kept?.record;
  if (batch?.kind !== 'import' || batch.undone) return fail('record/gone');
  const changes: Change[] = [];
  const created = batch.created.map((one) => ({ id: one, after: null }));
  const changed = batch.changed.map((one) => ({ id: one.id, after: recordBefore(one.before) }));
  for (const touched of [...created, ...changed]) {
    const held = session.state.get(touched.id);
    // The batch was written in one commit with its records.
    if (!held || held.revision !== kept?.revision) return fail('record/changed-since');
    const after = touched.after && withAttachments(touched.after, attachmentsOf(held.record));
    changes.push({ id: touched.id, before: held.record, after });
  }
  if (mentioning(new Set(batch.created), session.state).length > 0) return fail('import/in-use');
  // What was there before is in the records again; the register keeps that it happened, not the content.
  const undone: ImportBatch = { ...batch, created: [], changed: [], undone: true };
  changes.push({ id, before: batch, after: undone });
  const done = await session.commit(changes, 'import-undone', now);
  if (!done.ok) return done;
  desk.undo.length = 0;
  desk.redo.length = 0;
  return ok(describe(changes, done.value.sequence));
};

function recordBefore(value: unknown): AnyRecord {
  return anyRecord.parse(value);
}

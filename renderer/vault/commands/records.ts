/** Opening, saving, removing one record, and turning changes back. */
import { attachmentViews, attachmentsOf, withAttachments } from '../../domain/attachment.ts';
import { minutesLastDay } from '../../domain/dates.ts';
import { type Result, fail, ok } from '../../domain/errors.ts';
import type { AnyRecord, RecordOf } from '../../domain/kinds.ts';
import { checkDecisions, checkUnused } from '../../domain/registers/decision-use.ts';
import { registerOf } from '../../domain/registers/table.ts';
import type { Around } from '../../domain/registers/register.ts';
import { checkReach, isFrozen, restrictionsOn } from '../../domain/restrictions.ts';
import type { TrailAction } from '../../domain/trail.ts';
import { applyChanges, describe, inverse } from '../desk/change.ts';
import type { Command, OpenContext } from '../desk/context.ts';
import type { Change } from '../log.ts';
import { aroundOf } from '../desk/around.ts';
import { coveredBy, resting } from '../desk/coverage.ts';
import { heldAmong } from '../desk/held.ts';
import { minutesOf } from '../desk/lookups.ts';
import { isLockedAway } from '../desk/locked-away.ts';
import { idsIn, namesIn, relatedTo } from '../desk/related.ts';
import { noteView } from '../desk/viewing.ts';

export const open: Command<'open'> = async ({ id }, context) => {
  const { session } = context;
  if (isLockedAway(id, session)) return fail('access/not-your-post');
  const held = session.state.get(id);
  if (!held) return fail('record/gone');
  const { record, revision } = held;
  const around = aroundOf(context);
  const register = registerOf(record.kind);
  if (register.isHidden?.(record, around)) return fail('minutes/expired');
  if (record.kind === 'person') noteView(id, context);
  return ok({
    record: withAttachments(record, []),
    attachments: attachmentViews(record),
    revision,
    names: namesIn(record, session.state),
    related: relatedTo(record, context),
    restrictions: record.kind === 'person' ? restrictionsOn(record.id, around) : [],
    covering: coveredBy(record, around),
    resting: resting(record, around),
    state: register.state?.(record, around) ?? null,
    dues: [...(register.dues?.(record, around) ?? [])],
    lastDay: record.kind === 'minutes' ? minutesLastDay(record.meetingDate) : null,
  });
};

export const save: Command<'save'> = async ({ record, base }, context) => {
  const held = context.session.state.get(record.id);
  if (base === null && held) return fail('record/changed-since');
  if (base !== null && !held) return fail('record/gone');
  if (held && held.revision !== base) return fail('record/changed-since');
  const before = held?.record ?? null;
  // Files come and go by commands of their own; the page holds none of their keys.
  const whole = withAttachments(record, before ? attachmentsOf(before) : []);
  const checked = check(whole, before, context);
  if (!checked.ok) return checked;
  const changes: Change[] = [{ id: record.id, before, after: checked.value }];
  if (checked.value.kind === 'meeting') changes.push(...carryDate(checked.value, context));
  changes.push(...following(checked.value, before, context));
  return applyChanges(changes, actionOf(before, checked.value), context);
};

export const remove: Command<'remove'> = async ({ id, base }, context) => {
  const held = context.session.state.get(id);
  if (!held) return fail('record/gone');
  if (held.revision !== base) return fail('record/changed-since');
  const { record } = held;
  if (!registerOf(record.kind).byHand) return fail('wall/refused');
  const stays = checkRemoval(record, aroundOf(context));
  if (!stays.ok) return stays;
  if (heldAmong([id], context).size > 0) return fail('erasure/held');
  const changes: Change[] = [{ id, before: record, after: null }];
  const minutes = record.kind === 'meeting' ? minutesOf(record.id, context.session.state) : null;
  if (minutes) changes.push({ id: minutes.id, before: minutes, after: null });
  return applyChanges(changes, 'removed', context);
};

export const undo: Command<'undo'> = (_request, context) => turnBack('undo', 'redo', context);
export const redo: Command<'redo'> = (_request, context) => turnBack('redo', 'undo', context);

async function turnBack(from: 'undo' | 'redo', to: 'undo' | 'redo', context: OpenContext) {
  const { session, desk, now } = context;
  const step = desk[from].at(-1);
  if (!step) return fail('record/nothing-to-undo');
  const back = inverse(step);
  // What is done again is in the trail as what it is.
  const done = await session.commit(back.changes, from === 'undo' ? 'undone' : step.action, now);
  if (!done.ok) return done;
  desk[from].pop();
  desk[to].push(back);
  return ok({ ...describe(back.changes, done.value.sequence), undone: step.action });
}

/** The rules of each kind beyond its shape. Kinds that nobody writes by hand have commands of their own. */
function check(
  record: AnyRecord,
  before: AnyRecord | null,
  context: OpenContext,
): Result<AnyRecord> {
  const register = registerOf(record.kind);
  if (!register.byHand) return fail('wall/refused');
  const around = aroundOf(context);
  if (record.kind === 'person' && before && isFrozen(record.id, around))
    return fail('rights/restricted');
  if (mentionsStrangers(record, before, context)) return fail('record/gone');
  const reach = checkReach(record, before, around);
  if (!reach.ok) return reach;
  const decided = checkDecisions(record, before, around);
  return decided.ok ? (register.check?.(record, before, around) ?? ok(record)) : decided;
}

/** Whether a record may be removed: not what another rests on, nor what its register keeps. */
function checkRemoval(record: AnyRecord, around: Around): Result<null> {
  if (record.kind === 'decision') return checkUnused(record.id, around);
  return registerOf(record.kind).checkRemoval?.(record, around) ?? ok(null);
}

/** Whether a record newly names one that is not here; one removed since it was written may stay named. */
function mentionsStrangers(
  record: AnyRecord,
  before: AnyRecord | null,
  { session: { state } }: OpenContext,
): boolean {
  const known = new Set(before ? idsIn(before) : []);
  return idsIn(record).some((id) => !known.has(id) && state.get(id) === undefined);
}

/** What a register has change along with a record. */
function following(record: AnyRecord, before: AnyRecord | null, context: OpenContext): Change[] {
  const follows = registerOf(record.kind).follows?.(record, before, aroundOf(context)) ?? [];
  return follows.map(({ before: old, after }) => ({
    id: (after ?? old)?.id ?? '',
    before: old,
    after,
  }));
}

/** A meeting that moves takes its minutes' date with it: their last day is worked out from it. */
function carryDate(meeting: RecordOf<'meeting'>, { session }: OpenContext): Change[] {
  const minutes = minutesOf(meeting.id, session.state);
  if (!minutes || minutes.meetingDate === meeting.date) return [];
  return [{ id: minutes.id, before: minutes, after: { ...minutes, meetingDate: meeting.date } }];
}

function actionOf(before: AnyRecord | null, after: AnyRecord): TrailAction {
  const own = registerOf(after.kind).action?.(after, before);
  return own ?? (before === null ? 'added' : 'edited');
}

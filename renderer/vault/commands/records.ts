/** Opening, saving, removing one record, and turning changes back. */
import { checkConsent } from '../../domain/consent.ts';
import { daysBetween, minutesLastDay } from '../../domain/dates.ts';
import { type Result, fail, ok } from '../../domain/errors.ts';
import type { AnyRecord, RecordOf } from '../../domain/kinds.ts';
import { checkPerson } from '../../domain/person.ts';
import type { TrailAction } from '../../domain/trail.ts';
import { applyChanges, describe, invert } from '../desk/change.ts';
import type { Command, OpenContext } from '../desk/context.ts';
import type { Change } from '../log.ts';
import { minutesOf } from '../desk/lookups.ts';
import { namesIn, relatedTo } from '../desk/related.ts';

const ONE_VIEW_MS = 15 * 60_000;

export const open: Command<'open'> = async ({ id }, context) => {
  const { session, today } = context;
  const held = session.state.get(id);
  if (!held) return fail('record/gone');
  const { record, revision } = held;
  const lastDay = record.kind === 'minutes' ? minutesLastDay(record.meetingDate) : null;
  if (lastDay !== null && daysBetween(lastDay, today) > 0) return fail('minutes/expired');
  if (record.kind === 'person') noteView(id, context);
  return ok({
    record,
    revision,
    names: namesIn(record, session.state),
    related: relatedTo(record, context),
    lastDay,
  });
};

export const save: Command<'save'> = async ({ record, base }, context) => {
  const held = context.session.state.get(record.id);
  if (base === null && held) return fail('record/changed-since');
  if (base !== null && !held) return fail('record/gone');
  if (held && held.revision !== base) return fail('record/changed-since');
  if (held && held.record.kind !== record.kind) return fail('wall/refused');
  const before = held?.record ?? null;
  const checked = check(record, before, context);
  if (!checked.ok) return checked;
  const changes: Change[] = [{ id: record.id, before, after: checked.value }];
  if (checked.value.kind === 'meeting') changes.push(...carryDate(checked.value, context));
  return applyChanges(changes, actionOf(before, checked.value), context);
};

export const remove: Command<'remove'> = async ({ id, base }, context) => {
  const held = context.session.state.get(id);
  if (!held) return fail('record/gone');
  if (held.revision !== base) return fail('record/changed-since');
  const { record } = held;
  if (!isEditable(record) || record.kind === 'group') return fail('wall/refused');
  const changes: Change[] = [{ id, before: record, after: null }];
  const minutes = record.kind === 'meeting' ? minutesOf(record.id, context.session.state) : null;
  if (minutes) changes.push({ id: minutes.id, before: minutes, after: null });
  return applyChanges(changes, 'removed', context);
};

export const undo: Command<'undo'> = (_request, context) => turnBack('undo', 'redo', context);
export const redo: Command<'redo'> = (_request, context) => turnBack('redo', 'undo', context);

async function turnBack(from: 'undo' | 'redo', to: 'undo' | 'redo', context: OpenContext) {
  const step = context.desk[from].at(-1);
  if (!step) return fail('record/nothing-to-undo');
  const inverse = await invert(step, context);
  if (!inverse.ok) return inverse;
  context.desk[from].pop();
  context.desk[to].push(inverse.value);
  const { changes, sequence, action } = inverse.value;
  return ok({ ...describe(changes, sequence), undone: action });
}

/** Looking at a person in full is an entry of the trail (clause AUDIT); the reply does not wait for it. */
function noteView(id: string, { session, desk, now }: OpenContext): void {
  const last = desk.viewed.get(id);
  if (last !== undefined && now - last < ONE_VIEW_MS) return;
  desk.viewed.set(id, now);
  void session.commit([], 'viewed', now, [id]);
}

type Editable = RecordOf<'person' | 'meeting' | 'minutes' | 'consent' | 'group'>;

function isEditable(record: AnyRecord): record is Editable {
  return ['person', 'meeting', 'minutes', 'consent', 'group'].includes(record.kind);
}

/** The rules of each kind beyond its shape. Cards, transfers and imports have commands of their own. */
function check(
  record: AnyRecord,
  before: AnyRecord | null,
  { session }: OpenContext,
): Result<AnyRecord> {
  if (!isEditable(record)) return fail('wall/refused');
  switch (record.kind) {
    case 'person':
      return checkPerson(record);
    case 'consent':
      return checkConsent(record);
    case 'minutes': {
      if (before?.kind === 'minutes' && before.approved && record.approved)
        return fail('minutes/approved');
      const meeting = session.state.get(record.meeting)?.record;
      if (meeting?.kind !== 'meeting') return fail('record/gone');
      return ok({ ...record, meetingDate: meeting.date });
    }
    case 'meeting':
    case 'group':
      return ok(record);
  }
}

/** A meeting that moves takes its minutes' date with it: their last day is worked out from it. */
function carryDate(meeting: RecordOf<'meeting'>, { session }: OpenContext): Change[] {
  const minutes = minutesOf(meeting.id, session.state);
  if (!minutes || minutes.meetingDate === meeting.date) return [];
  return [{ id: minutes.id, before: minutes, after: { ...minutes, meetingDate: meeting.date } }];
}

function actionOf(before: AnyRecord | null, after: AnyRecord): TrailAction {
  if (
    after.kind === 'minutes' &&
    after.approved &&
    !(before?.kind === 'minutes' && before.approved)
  )
    return 'approved';
  if (after.kind === 'consent') {
    const was = before?.kind === 'consent' ? before : null;
    if (after.withdrawn && !was?.withdrawn) return 'consent-withdrawn';
    if (after.given && !was?.given) return 'consent-given';
  }
  return before === null ? 'added' : 'edited';
}

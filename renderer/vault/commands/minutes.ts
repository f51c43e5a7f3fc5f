/** Minutes as they begin: from what those before left open, or from a Word file of old ones. */
import { type Result, fail, ok } from '../../domain/errors.ts';
import { carriedTo, withActionIds } from '../../domain/carrying.ts';
import type { MeetingId } from '../../domain/ids.ts';
import { makeId } from '../../domain/ids.ts';
import type { Meeting, Minutes } from '../../domain/meeting.ts';
import { newMinutes } from '../../domain/new-minutes.ts';
import { minutes as register, pastLastDay } from '../../domain/registers/minutes.ts';
import { LIMITS } from '../../importers/limits.ts';
import { randomBytes } from '../bytes.ts';
import { aroundOf } from '../desk/around.ts';
import { applyChanges } from '../desk/change.ts';
import type { Command, OpenContext } from '../desk/context.ts';
import { minutesFound } from '../desk/minutes-found.ts';
import { idsIn } from '../desk/related.ts';
import { readWhole } from '../files.ts';
import type { Change } from '../log.ts';
import { sourceOf } from '../sources.ts';

export const minutesBegin: Command<'minutes.begin'> = async ({ meeting: id }, context) => {
  const meeting = meetingCalled(id, context);
  if (!meeting) return fail('record/gone');
  const kept = minutesKept(context);
  const before = kept.filter(({ meetingDate }) => meetingDate < meeting.date);
  const named = before.map((old) => withActionIds(old, () => makeId('action', randomBytes(16))));
  const begun = newMinutes(
    makeId('minutes', randomBytes(16)),
    meeting,
    carriedTo(meeting.date, [...named, ...kept.filter((one) => !before.includes(one))]),
  );
  const checked = register.check?.(begun, null, aroundOf(context)) ?? ok(begun);
  if (!checked.ok) return checked;
  const changes: Change[] = [{ id: begun.id, before: null, after: checked.value }];
  named.forEach((after, at) => {
    const old = before[at];
    if (old && JSON.stringify(old) !== JSON.stringify(after))
      changes.push({ id: old.id, before: old, after });
  });
  return applyChanges(changes, 'added', context);
};

export const minutesBefore: Command<'minutes.before'> = ({ meeting: id }, context) => {
  const meeting = meetingCalled(id, context);
  if (!meeting) return fail('record/gone');
  const { of, titles } = carriedTo(meeting.date, minutesKept(context));
  return ok({ of, titles: [...titles] });
};

export const minutesRead: Command<'minutes.read'> = async ({ from }, context) => {
  const bytes = await readWhole(sourceOf(from, context.host), LIMITS.bytes, context);
  if (!bytes.ok) return bytes;
  // The reader of Word files is large, and the door opens sooner without it.
  const { readDocx } = await import('../../importers/docx.ts');
  const text = await readDocx(bytes.value);
  if (!text.ok) return text;
  if (context.cancelled()) return fail('wall/cancelled');
  return minutesFound(text.value, context);
};

export const minutesBring: Command<'minutes.bring'> = async ({ meeting, minutes }, context) => {
  const { state } = context.session;
  if (state.get(minutes.id) || (meeting && state.get(meeting.id)))
    return fail('record/changed-since');
  const named = [...(meeting ? idsIn(meeting) : []), ...idsIn(minutes)];
  if (named.some((id) => id !== meeting?.id && state.get(id) === undefined))
    return fail('record/gone');
  const checked = checkBrought(meeting, minutes, context);
  if (!checked.ok) return checked;
  const changes: Change[] = [
    ...(meeting ? [{ id: meeting.id, before: null, after: meeting }] : []),
    { id: minutes.id, before: null, after: checked.value },
  ];
  return applyChanges(changes, 'imported', context);
};

/** By the rules of minutes, as if their meeting were here already. */
function checkBrought(
  meeting: Meeting | null,
  minutes: Minutes,
  context: OpenContext,
): Result<Minutes> {
  const around = aroundOf(context);
  const find = (id: string) => (id === meeting?.id ? meeting : around.find(id));
  return register.check?.(minutes, null, { ...around, find }) ?? ok(minutes);
}

function meetingCalled(id: MeetingId, { session }: OpenContext): Meeting | null {
  const record = session.state.get(id)?.record;
  return record?.kind === 'meeting' ? record : null;
}

/** The minutes that may still be seen. */
function minutesKept({ session, today }: OpenContext): Minutes[] {
  return [...session.state.all('minutes')].filter((minutes) => !pastLastDay(minutes, today));
}

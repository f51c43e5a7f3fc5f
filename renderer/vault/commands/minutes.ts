/** Minutes as they begin: from what those before left open, or from a Word file of old ones. */
import { type Result, fail, ok } from '../../domain/errors.ts';
import { carriedAfter } from '../../domain/actions.ts';
import { carriedFrom, withActionIds } from '../../domain/carrying.ts';
import { type MeetingId, makeId } from '../../domain/ids.ts';
import { type Meeting, type Minutes, withMark } from '../../domain/meeting.ts';
import { newMinutes } from '../../domain/new-minutes.ts';
import { minutes as register, pastLastDay } from '../../domain/registers/minutes.ts';
import { type Earlier, earlierOf } from '../../domain/same-body.ts';
import { LIMITS } from '../../importers/limits.ts';
import { randomBytes } from '../bytes.ts';
import { aroundOf } from '../desk/around.ts';
import { applyChanges } from '../desk/change.ts';
import type { Command, OpenContext } from '../desk/context.ts';
import { minutesFound } from '../desk/minutes-found.ts';
import { idsIn } from '../desk/related.ts';
import { readWhole } from '../files.ts';
import type { Change } from '../log.ts';
import type { VaultAsk } from '../protocol.ts';
import { sourceOf } from '../sources.ts';

type Brought = VaultAsk<'minutes.bring'>;

export const minutesBegin: Command<'minutes.begin'> = async ({ meeting: id }, context) => {
  const meeting = meetingCalled(id, context);
  if (!meeting) return fail('record/gone');
  const kept = minutesKept(context);
  const { minutes: before } = earlierFor(meeting, kept, context);
  const named = before.map((old) => withActionIds(old, () => makeId('action', randomBytes(16))));
  const carried = carriedFrom(named, [...named, ...kept.filter((one) => !before.includes(one))]);
  const begun = newMinutes(makeId('minutes', randomBytes(16)), meeting, carried);
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
  const kept = minutesKept(context);
  const { minutes: before, like } = earlierFor(meeting, kept, context);
  const last = before.at(-1);
  const of = last ? meetingCalled(last.meeting, context) : null;
  const { titles } = carriedFrom(before, kept);
  return ok({
    before: of && { title: of.title, date: of.date, like },
    titles: [...titles],
  });
};

export const minutesCarried: Command<'minutes.carried'> = ({ minutes: id }, context) => {
  const held = context.session.state.get(id)?.record;
  if (held?.kind !== 'minutes') return fail('record/gone');
  return ok({ actions: [...carriedAfter(held.meetingDate, minutesKept(context))] });
};

export const minutesRead: Command<'minutes.read'> = async ({ from, meeting }, context) => {
  const bytes = await readWhole(sourceOf(from, context.host), LIMITS.bytes, context);
  if (!bytes.ok) return bytes;
  const text = await context.readWord(bytes.value, () => context.cancelled());
  if (!text.ok) return text;
  return minutesFound(text.value, meeting, context);
};

export const minutesBring: Command<'minutes.bring'> = async (brought, context) => {
  const { meeting, minutes } = brought;
  const { state } = context.session;
  if (state.get(minutes.id) || (meeting && state.get(meeting.id)))
    return fail('record/changed-since');
  const attended = attendedHere(brought, context);
  if (!attended.ok) return attended;
  const named = [meeting, minutes, ...attended.value.map(({ after }) => after)].flatMap((record) =>
    record ? idsIn(record) : [],
  );
  if (named.some((id) => id !== meeting?.id && state.get(id) === undefined))
    return fail('record/gone');
  const checked = checkBrought(meeting, minutes, context);
  if (!checked.ok) return checked;
  const changes: Change[] = [
    ...(meeting ? [{ id: meeting.id, before: null, after: meeting }] : attended.value),
    { id: minutes.id, before: null, after: checked.value },
  ];
  return applyChanges(changes, 'imported', context);
};

/** What the meeting that is here takes over. Errors: record/gone, record/changed-since (since it was looked at). */
function attendedHere(
  { minutes, attendance }: Brought,
  { session: { state } }: OpenContext,
): Result<Change[]> {
  if (attendance === null) return ok([]);
  const held = state.get(minutes.meeting);
  if (held?.record.kind !== 'meeting') return fail('record/gone');
  if (held.revision !== attendance.base) return fail('record/changed-since');
  const before = held.record;
  const after: Meeting = {
    ...before,
    chair: attendance.chair ?? before.chair,
    attendance: attendance.marks.reduce(
      (list, { person, mark }) => withMark(list, person, mark),
      before.attendance,
    ),
  };
  return ok([{ id: before.id, before, after }]);
}

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

/** The minutes that a meeting follows on. */
function earlierFor(meeting: Meeting, kept: readonly Minutes[], context: OpenContext): Earlier {
  return earlierOf(meeting, kept, (id) => meetingCalled(id, context));
}

/** The minutes that may still be seen. */
function minutesKept({ session, today }: OpenContext): Minutes[] {
  return [...session.state.all('minutes')].filter((minutes) => !pastLastDay(minutes, today));
}

/** What the meetings' room prints of many records: agendas, the action list, the attendance register. Every tree is stamped. */
import { actionListDocument } from '../../documents/action-list-document.ts';
import { agendaDocument } from '../../documents/agenda-document.ts';
import { attendanceDocument } from '../../documents/attendance-document.ts';
import { type StampedDocument, stamp } from '../../documents/stamp.ts';
import { agreedActions } from '../../domain/action-list.ts';
import { type PlainDate, minutesLastDay } from '../../domain/dates.ts';
import { type Result, fail, ok } from '../../domain/errors.ts';
import type { MeetingId, PersonId } from '../../domain/ids.ts';
import type { Minutes } from '../../domain/meeting.ts';
import { type Person, onCommittee } from '../../domain/person.ts';
import type { Around } from '../../domain/registers/register.ts';
import { pastLastDay } from '../../domain/registers/minutes.ts';
import { earlierOf } from '../../domain/same-body.ts';
import { normalText } from '../normal-text.ts';
import type { Shelf } from './document-sources.ts';

/** A stamped document with the records in it, for the trail. */
interface Made {
  readonly stamped: StampedDocument;
  readonly ids: readonly string[];
}

/** The agenda of a meeting. Errors: record/gone, minutes/expired (RETAIN-MINUTES). */
export function agendaMade(id: MeetingId, shelf: Shelf, around: Around): Result<Made> {
  const meeting = around.find(id);
  if (meeting?.kind !== 'meeting') return fail('record/gone');
  const { group, people, today: day } = shelf;
  if (day > minutesLastDay(meeting.date)) return fail('minutes/expired');
  const kept = keptMinutes(around);
  const minutes = kept.find((one) => one.meeting === id) ?? null;
  const { minutes: earlier } = earlierOf(meeting, kept, (of) => {
    const found = around.find(of);
    return found?.kind === 'meeting' ? found : null;
  });
  const before = earlier.at(-1) ?? null;
  const open = agreedActions(
    earlier,
    kept.filter(({ meetingDate }) => meetingDate < meeting.date),
  );
  const [next = null] = [...around.all('meeting')]
    .map(({ date }) => date)
    .filter((date) => date > meeting.date)
    .toSorted();
  const told = new Set(open.map((one) => one.minutes));
  for (const one of [minutes, before]) if (one) told.add(one.id);
  const sources = { meeting, minutes, before, open, next, people, group, day };
  return ok({ stamped: stamp(agendaDocument(sources)), ids: [id, ...told] });
}

/**
 * What is open in the minutes that may still be shown. @param owner whose alone; null: everybody's.
 * Errors: record/gone, rights/restricted.
 */
export function actionListMade(
  owner: PersonId | null,
  restricted: ReadonlySet<string>,
  shelf: Shelf,
  around: Around,
): Result<Made> {
  const { group, people, today: day } = shelf;
  const person = owner === null ? null : people.get(owner);
  if (person === undefined) return fail('record/gone');
  if (owner !== null && restricted.has(owner)) return fail('rights/restricted');
  const actions = agreedActions(keptMinutes(around)).filter(
    (action) => owner === null || action.owner === owner,
  );
  const stamped = stamp(actionListDocument({ actions, owner: person, people, group, day }));
  const told = new Set(actions.map(({ minutes }) => minutes));
  return ok({ stamped, ids: [...(person ? [person.id] : []), ...told] });
}

/**
 * Who came to the meetings of a period, ends included. @param officers everybody who ever held a post: they were expected.
 * Errors: record/ends-before-start.
 */
export function attendanceMade(
  { from, until }: { from: PlainDate; until: PlainDate },
  officers: readonly Person[],
  restricted: ReadonlySet<string>,
  { group, people, today: day }: Shelf,
  around: Around,
): Result<Made> {
  if (until < from) return fail('record/ends-before-start');
  const meetings = [...around.all('meeting')]
    .filter(({ date }) => from <= date && date <= until)
    .toSorted((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)));
  const all = new Set(meetings.flatMap(({ attendance }) => attendance.map((one) => one.person)));
  for (const person of officers)
    if (meetings.some(({ date }) => onCommittee(person, date))) all.add(person.id);
  const named = (id: PersonId) => normalText(people.get(id)?.name.full ?? '\uffff');
  const persons = [...all]
    .filter((id) => !restricted.has(id))
    .map((id) => ({ id, name: named(id) }))
    .toSorted((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)))
    .map(({ id }) => id);
  const leftOut = all.size - persons.length;
  const sources = { from, until, meetings, persons, leftOut, people, group, day };
  const ids = [...meetings.map(({ id }) => id), ...persons];
  return ok({ stamped: stamp(attendanceDocument(sources)), ids });
}

/** Those that may still be shown (clause RETAIN-MINUTES), the oldest first. */
function keptMinutes({ all, today }: Around): Minutes[] {
  return [...all('minutes')]
    .filter((minutes) => !pastLastDay(minutes, today))
    .toSorted((a, b) => (a.meetingDate < b.meetingDate ? -1 : 1));
}

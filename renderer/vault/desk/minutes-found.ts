import { type Result, fail, ok } from '../../domain/errors.ts';
import { idsNamed } from '../../domain/fields.ts';
import { type MeetingId, makeId } from '../../domain/ids.ts';
import { minutes } from '../../domain/meeting.ts';
import { minutes as register } from '../../domain/registers/minutes.ts';
import type { DocxText } from '../../importers/docx-text.ts';
import { findPeople } from '../../importers/find-people.ts';
import { proposeMinutes } from '../../importers/propose-minutes.ts';
import { randomBytes } from '../bytes.ts';
import type { MinutesFound } from '../protocol-minutes.ts';
import type { OpenContext } from './context.ts';
import { minutesOf, nameOf } from './lookups.ts';

/** The most that is handed to the page in one piece, in characters. */
const MOST = 1024 * 1024;

/**
 * What a Word file says, beside what is here.
 * @param of the meeting whose minutes they are; null: it is looked for by the day that the file names
 * Errors: record/gone (that meeting), file/empty, file/too-large.
 */
export function minutesFound(
  text: DocxText,
  of: MeetingId | null,
  { session, today }: OpenContext,
): Result<MinutesFound> {
  const { state } = session;
  if (of !== null && !state.get(of)) return fail('record/gone');
  if (text.blocks.length === 0) return fail('file/empty');
  const people = findPeople(state.all('person'));
  const proposed = proposeMinutes(text, people, today);
  const items = proposed.items.map((item) => ({
    ...item,
    actions: item.actions.map((action) => ({
      ...action,
      id: makeId('action', randomBytes(16)),
    })),
  }));
  // What minutes cannot hold is said before anybody has looked it through.
  const isHeld = minutes.shape.items.safeParse(items).success;
  if (!isHeld || JSON.stringify(items).length > MOST) return fail('file/too-large');
  const { chair, attendance, strangers, title, date, time, place, nextMeeting } = proposed;
  const that = [...state.all('meeting')].find((meeting) =>
    of === null
      ? meeting.date === date && minutesOf(meeting.id, state) === null
      : meeting.id === of,
  );
  const named = new Set<string>([
    ...(chair ? [chair] : []),
    ...(that?.chair ? [that.chair] : []),
    ...attendance.map(({ person }) => person),
    ...idsNamed({ items: register.fields.items }, { items }),
  ]);
  return ok({
    title,
    date,
    time,
    place,
    chair,
    nextMeeting,
    items,
    attendance: [...attendance],
    strangers: [...strangers],
    names: Object.fromEntries([...named].map((id) => [id, nameOf(id, state)])),
    leftOut: inWords(text.leftOut),
    meeting: that
      ? {
          id: that.id,
          title: that.title,
          date: that.date,
          revision: state.get(that.id)?.revision ?? 0,
          chair: that.chair,
          attendance: that.attendance,
        }
      : null,
  });
}

const ONE = { pictures: 'picture', notes: 'footnote', comments: 'comment' } as const;

function inWords(leftOut: DocxText['leftOut']): string[] {
  // Object.keys widens to string[]; the keys are exactly what is left out.
  return (Object.keys(ONE) as (keyof typeof ONE)[])
    .filter((what) => leftOut[what] > 0)
    .map((what) => `${leftOut[what]} ${ONE[what]}${leftOut[what] === 1 ? '' : 's'}`);
}

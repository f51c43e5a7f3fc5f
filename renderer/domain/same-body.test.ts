import { expect, test } from 'vitest';
import { plainDate } from './dates.ts';
import { makeId } from './ids.ts';
import type { Meeting, MeetingType, Minutes } from './meeting.ts';
import { earlierOf } from './same-body.ts';

let made = 0;
const bytes = () => new Uint8Array(16).fill((made += 1));

function meetingOn(date: string, title: string, type?: MeetingType): Meeting {
  return {
    kind: 'meeting',
    id: makeId('meeting', bytes()),
    purpose: 'steering',
    title,
    date: plainDate.parse(date),
    time: '',
    place: '',
    ...(type && { type }),
    chair: null,
    quorum: null,
    attendance: [],
  };
}

function minutesOf({ id, date }: Meeting): Minutes {
  return {
    kind: 'minutes',
    id: makeId('minutes', bytes()),
    purpose: 'steering',
    meeting: id,
    meetingDate: date,
    items: [],
    nextMeeting: null,
    approved: null,
  };
}

/** The days of the meetings that one follows on, and by what. */
function before(meeting: Meeting, ...others: Meeting[]) {
  const find = (id: string) => others.find((one) => one.id === id) ?? null;
  const { minutes, like } = earlierOf(meeting, others.map(minutesOf), find);
  return [like, ...minutes.map(({ meetingDate }) => meetingDate)];
}

const steering = 'Steering group meeting';
const finance = meetingOn('2026-10-20', 'Finance sub-committee');
const general = meetingOn('2026-10-27', 'AGM 2026', 'annual');
const july = meetingOn('2026-07-14', steering);
const october = meetingOn('2026-10-13', 'Steering  Group Meeting');
const november = meetingOn('2026-11-10', steering);

test('a meeting follows on those before it with the same title, whatever else met in between', () => {
  expect(before(november, general, october, finance, july)).toEqual([
    'title',
    '2026-07-14',
    '2026-10-13',
  ]);
});

test('where none has the same title, a general meeting follows on general ones and no other on them', () => {
  const extraordinary = meetingOn('2026-11-17', 'Meeting about the website', 'extraordinary');
  expect(before(extraordinary, july, general, finance)).toEqual([
    'others',
    '2026-07-14',
    '2026-10-20',
  ]);
  expect(before(meetingOn('2027-10-26', 'AGM 2027', 'annual'), november, general)).toEqual([
    'general',
    '2026-10-27',
  ]);
});

test('where there is nothing alike, it follows on whatever met before, and on nothing that met later', () => {
  expect(before(general, finance, november)).toEqual(['any', '2026-10-20']);
  expect(before(july, october)).toEqual(['any']);
});

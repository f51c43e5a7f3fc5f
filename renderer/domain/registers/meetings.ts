import { daysBetween, formatDay, minutesLastDay } from '../dates.ts';
import { MARKS, MEETING_TYPES } from '../meeting.ts';
import type { Register } from './register.ts';

export const meetings: Register<'meeting'> = {
  one: 'meeting',
  many: 'meetings',
  byHand: true,
  fields: {
    title: { label: 'Title', why: 'To tell meetings apart.', as: 'text', most: 300 },
    date: { label: 'Date', why: 'When it was: the minutes’ last day depends on it.', as: 'day' },
    time: { label: 'Time', why: 'To invite to it.', as: 'text', most: 5 },
    place: { label: 'Place', why: 'To invite to it.', as: 'text', most: 300 },
    type: {
      label: 'Kind of meeting',
      why: 'Which rules it meets by.',
      as: 'choice',
      of: MEETING_TYPES,
    },
    chair: { label: 'Chair', why: 'Who led it.', as: 'person' },
    quorum: { label: 'Quorum', why: 'Whether it could decide.', as: 'count', most: 100 },
    attendance: {
      label: 'Attendance',
      why: 'Who took part: the policy has it kept.',
      as: 'rows',
      one: 'mark',
      of: {
        person: { label: 'Person', why: 'Who it is.', as: 'person' },
        mark: { label: 'Mark', why: 'Whether they came.', as: 'choice', of: MARKS },
        note: { label: 'For which items', why: 'Who took part in what.', as: 'text', most: 100 },
      },
    },
  },
  title: (meeting) => meeting.title,
  day: (meeting) => meeting.date,
  dues(meeting, { today, all }) {
    if (daysBetween(meeting.date, today) < 0) return [];
    if (daysBetween(minutesLastDay(meeting.date), today) > 0) return [];
    for (const minutes of all('minutes')) if (minutes.meeting === meeting.id) return [];
    const working = `Met on ${formatDay(meeting.date)}; no minutes are written.`;
    return [{ what: 'Minutes to write', due: null, working }];
  },
};

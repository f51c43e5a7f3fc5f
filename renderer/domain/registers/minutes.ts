import { type PlainDate, daysBetween, formatDay, minutesLastDay } from '../dates.ts';
import { fail, ok } from '../errors.ts';
import { openActions } from '../actions.ts';
import type { Field, FieldTable } from '../fields.ts';
import { type Minutes, type MinutesAction, PREVIOUS_OUTCOMES } from '../meeting.ts';
import { plainTextOf, richText } from '../rich-text.ts';
import type { Around, Due, Register } from './register.ts';

/** Minutes are warned of this many days before their last day, and once more (RETAIN-MINUTES). */
const LAST_DAY_NOTICE = 30;
const LAST_CALL = 7;
const ACTION_NOTICE = 14;
const WHY = 'What was said and decided, for twelve months.';

const ACTIONS: Field = {
  label: 'Actions',
  why: 'Who does what by when.',
  as: 'rows',
  one: 'action',
  of: {
    id: { label: 'Action', why: 'To know it again in later minutes.', as: 'kept' },
    what: { label: 'What', why: WHY, as: 'text', most: 300 },
    owner: { label: 'Owner', why: WHY, as: 'person' },
    due: { label: 'Due', why: WHY, as: 'day' },
    done: { label: 'Done', why: WHY, as: 'yes-no' },
  },
};

const ITEM: FieldTable = {
  title: { label: 'Item', why: WHY, as: 'text', most: 300 },
  discussion: { label: 'Discussion', why: WHY, as: 'kept', words: inLines },
  decision: { label: 'Decision', why: WHY, as: 'long-text', most: 5_000 },
  proposer: { label: 'Proposed by', why: WHY, as: 'person' },
  seconder: { label: 'Seconded by', why: WHY, as: 'person' },
  actions: ACTIONS,
};

export const minutes: Register<'minutes'> = {
  one: 'set of minutes',
  many: 'sets of minutes',
  byHand: true,
  belongsTo: { kind: 'meeting', id: (record) => record.meeting },
  fields: {
    meeting: { label: 'Meeting', why: 'Which meeting they are of.', as: 'record', of: ['meeting'] },
    meetingDate: { label: 'Date of the meeting', why: 'Their last day depends on it.', as: 'day' },
    previous: {
      label: 'Minutes of the meeting before',
      why: 'Whether they were taken as a true record.',
      as: 'part',
      of: {
        of: { label: 'Of the meeting on', why: WHY, as: 'day' },
        outcome: { label: 'Outcome', why: WHY, as: 'choice', of: PREVIOUS_OUTCOMES },
        amendments: { label: 'Amendments', why: WHY, as: 'long-text', most: 5_000 },
      },
    },
    arising: {
      label: 'Matters arising',
      why: 'What became of what was left open.',
      as: 'rows',
      one: 'matter',
      of: {
        title: { label: 'Matter', why: WHY, as: 'text', most: 300 },
        outcome: { label: 'Outcome', why: WHY, as: 'long-text', most: 5_000 },
        actions: ACTIONS,
      },
    },
    items: { label: 'Agenda', why: WHY, as: 'rows', one: 'item', of: ITEM },
    nextMeeting: { label: 'Next meeting', why: 'To invite to it.', as: 'day' },
    approved: {
      label: 'Approval',
      why: 'Whether they are a true record.',
      as: 'part',
      of: {
        by: { label: 'By', why: 'Who approved them.', as: 'person' },
        on: { label: 'On', why: 'When they were approved.', as: 'day' },
      },
    },
  },
  title: (record) => `Minutes of ${formatDay(record.meetingDate)}`,
  day: (record) => record.meetingDate,
  isHidden: (record, { today }) => pastLastDay(record, today),
  check: checkMinutes,
  action: (record, before) => (record.approved && !before?.approved ? 'approved' : null),
  dues(record, around) {
    const meeting = around.find(record.meeting);
    const title = meeting?.kind === 'meeting' ? meeting.title : 'Minutes';
    return [
      ...lastDay(record, title, around.today),
      ...draft(record, title),
      ...actions(record, around),
    ];
  },
};

/** Whether minutes are past the end of their last day (clause RETAIN-MINUTES). */
export function pastLastDay(record: Minutes, today: PlainDate): boolean {
  return daysBetween(minutesLastDay(record.meetingDate), today) > 0;
}

/**
 * Errors: record/gone (their meeting), minutes/twice, minutes/expired (RETAIN-MINUTES), minutes/approved: of approved
 * minutes only the approval can be taken back, and an action ticked off.
 */
function checkMinutes(record: Minutes, before: Minutes | null, { find, all, today }: Around) {
  const meeting = find(record.meeting);
  if (meeting?.kind !== 'meeting') return fail('record/gone');
  for (const other of all('minutes'))
    if (other.meeting === meeting.id && other.id !== record.id) return fail('minutes/twice');
  const dated = { ...record, meetingDate: meeting.date };
  if (pastLastDay(dated, today)) return fail('minutes/expired');
  if (before?.approved) {
    const said = (value: Minutes) => JSON.stringify({ ...withoutTicks(value), approved: null });
    if (said(dated) !== said(before)) return fail('minutes/approved');
    const isStill = JSON.stringify(dated.approved) === JSON.stringify(before.approved);
    if (dated.approved !== null && !isStill) return fail('minutes/approved');
  }
  return ok(dated);
}

/** The minutes as if nothing of them were done yet. */
function withoutTicks(record: Minutes): Minutes {
  const open = <T extends { actions: MinutesAction[] }>(part: T): T => ({
    ...part,
    actions: part.actions.map((action) => ({ ...action, done: false })),
  });
  return {
    ...record,
    ...(record.arising && { arising: record.arising.map(open) }),
    items: record.items.map(open),
  };
}

function lastDay({ meetingDate }: Minutes, title: string, today: PlainDate): Due[] {
  const due = minutesLastDay(meetingDate);
  const left = daysBetween(today, due);
  if (left > LAST_DAY_NOTICE) return [];
  const working = `Meeting ${formatDay(meetingDate)} + 12 months = ${formatDay(due)}.`;
  if (left > LAST_CALL) return [{ what: 'Minutes reach their last day', title, due, working }];
  const after = 'Hidden after that day, and erased at the next unlock.';
  return [{ what: 'Last week of minutes', title, due, working: `${working} ${after}` }];
}

function draft({ meetingDate, approved }: Minutes, title: string): Due[] {
  if (approved) return [];
  const working = `Draft of ${formatDay(meetingDate)}, not approved.`;
  return [{ what: 'Minutes to approve', title, due: null, working }];
}

function actions(record: Minutes, { find, all, today }: Around): Due[] {
  const owed: Due[] = [];
  for (const { what: title, owner, due } of openActions(record, all('minutes'))) {
    if (due === null || daysBetween(today, due) > ACTION_NOTICE) continue;
    const person = owner === null ? undefined : find(owner);
    const name = person?.kind === 'person' ? person.name.full : '(removed)';
    const who = owner === null ? 'No owner yet' : isolated(name);
    const working = `${who}; agreed on ${formatDay(record.meetingDate)}.`;
    owed.push({ what: 'Action', title, due, working });
  }
  return owed;
}

/** A name within a sentence, in its own direction (U+2068 and U+2069, UAX #9). */
function isolated(name: string): string {
  return `\u2068${name}\u2069`;
}

function inLines(discussion: unknown): string {
  const parsed = richText.safeParse(discussion);
  return parsed.success ? plainTextOf(parsed.data) : '';
}

import { z } from 'zod';
import { attachments } from './attachment.ts';
import { instant, plainDate } from './dates.ts';
import { type PersonId, actionId, meetingId, minutesId, personId } from './ids.ts';
import { purposeId } from './purposes.ts';
import { richText } from './rich-text.ts';

/** Attendance, in the words of committees. Nobody marked is absent. */
export const MARKS = { present: 'Present', apologies: 'Apologies', absent: 'Absent' } as const;
export type Mark = keyof typeof MARKS;

/** The kinds of meeting that rules of committees know. */
export const MEETING_TYPES = {
  ordinary: 'Ordinary meeting',
  extraordinary: 'Extraordinary meeting',
  annual: 'Annual general meeting',
} as const;
export type MeetingType = keyof typeof MEETING_TYPES;

const line = z.string().max(300);

export const meeting = z.object({
  kind: z.literal('meeting'),
  id: meetingId,
  purpose: purposeId,
  title: line.min(1),
  date: plainDate,
  /** `HH:MM` on the day, in the vault's time zone; empty when not known. */
  time: z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d)?$/),
  place: line,
  /** Absent in a record from before it: an ordinary one (`meetingType`). */
  type: z.enum(['ordinary', 'extraordinary', 'annual']).optional(),
  chair: personId.nullable(),
  /** Members needed for a quorum; null when the rules name none. */
  quorum: z.number().int().min(1).max(100).nullable(),
  /** A person has one mark. */
  attendance: z
    .array(
      z.object({
        person: personId,
        mark: z.enum(['present', 'apologies', 'absent']),
        /** Where it was not the whole meeting: "items 1 to 4". */
        note: z.string().max(100).optional(),
      }),
    )
    .refine((marks) => new Set(marks.map(({ person }) => person)).size === marks.length),
  attachments,
});
export type Meeting = z.infer<typeof meeting>;

/** Who does what by when. Carried on to the next minutes it keeps its id: it is one action (domain/actions.ts). */
const minutesAction = z.object({
  /** Absent in a record from before it. */
  id: actionId.optional(),
  what: line.min(1),
  owner: personId.nullable(),
  due: plainDate.nullable(),
  done: z.boolean(),
});
export type MinutesAction = z.infer<typeof minutesAction>;

export const agendaItem = z.object({
  title: line.min(1),
  discussion: richText,
  /** The decision's wording; empty when there was none. */
  decision: z.string().max(5_000),
  proposer: personId.nullable(),
  seconder: personId.nullable(),
  actions: z.array(minutesAction).max(50),
});
export type AgendaItem = z.infer<typeof agendaItem>;

/** What became of the minutes of the meeting before. */
export const PREVIOUS_OUTCOMES = {
  approved: 'Approved as a true record',
  amended: 'Approved with amendments',
  deferred: 'Deferred to a later meeting',
} as const;

const previous = z.object({
  /** The day of the meeting that they were of. */
  of: plainDate.nullable(),
  /** null: they were not taken. */
  outcome: z.enum(['approved', 'amended', 'deferred']).nullable(),
  /** The wording of the amendments; empty when there were none. */
  amendments: z.string().max(5_000),
});
export type PreviousMinutes = z.infer<typeof previous>;

/** Something that the minutes of the meeting before left open, and what became of it. */
const matterArising = z.object({
  title: line.min(1),
  outcome: z.string().max(5_000),
  actions: z.array(minutesAction).max(50),
});
export type MatterArising = z.infer<typeof matterArising>;

/** Minutes are a record apart from their meeting: they are erased after 12 months, the meeting is not. */
export const minutes = z.object({
  kind: z.literal('minutes'),
  id: minutesId,
  purpose: purposeId,
  meeting: meetingId,
  /** Copied from the meeting, because the last day is worked out from it. */
  meetingDate: plainDate,
  /** Absent in a record from before it (`previousOf`). */
  previous: previous.optional(),
  /** Absent in a record from before it (`arisingIn`). */
  arising: z.array(matterArising).max(100).optional(),
  items: z.array(agendaItem).max(100),
  nextMeeting: plainDate.nullable(),
  /** null: a draft. */
  approved: z.object({ by: personId, on: plainDate, recordedAt: instant }).nullable(),
});
export type Minutes = z.infer<typeof minutes>;

/** Members present, and whether they make a quorum; null when the rules name none. */
export function quorumOf(value: Meeting): { present: number; met: boolean | null } {
  const present = value.attendance.filter((a) => a.mark === 'present').length;
  return { present, met: value.quorum === null ? null : present >= value.quorum };
}

/** The attendance with one person's mark set; their place in the list, and what is noted beside them, stay. */
export function withMark(
  attendance: Meeting['attendance'],
  person: PersonId,
  mark: Mark,
): Meeting['attendance'] {
  return attendance.some((one) => one.person === person)
    ? attendance.map((one) => (one.person === person ? { ...one, mark } : one))
    : [...attendance, { person, mark }];
}

/** A meeting is an ordinary one where nothing else was said. */
export function meetingType({ type }: Meeting): MeetingType {
  return type ?? 'ordinary';
}

/** What the minutes say of those before them; nothing, in minutes from before they could. */
export function previousOf({ previous: said }: Minutes): PreviousMinutes {
  return said ?? { of: null, outcome: null, amendments: '' };
}

/** The matters arising; none in minutes from before they had a place. */
export function arisingIn({ arising }: Minutes): MatterArising[] {
  return arising ?? [];
}

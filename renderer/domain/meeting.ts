import { z } from 'zod';
import { attachments } from './attachment.ts';
import { instant, plainDate } from './dates.ts';
import { meetingId, minutesId, personId } from './ids.ts';
import { purposeId } from './purposes.ts';
import { richText } from './rich-text.ts';

/** Attendance, in the words of committees. Nobody marked is absent. */
export const MARKS = { present: 'Present', apologies: 'Apologies', absent: 'Absent' } as const;
export type Mark = keyof typeof MARKS;

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
  chair: personId.nullable(),
  /** Members needed for a quorum; null when the rules name none. */
  quorum: z.number().int().min(1).max(100).nullable(),
  /** A person has one mark. */
  attendance: z
    .array(z.object({ person: personId, mark: z.enum(['present', 'apologies', 'absent']) }))
    .refine((marks) => new Set(marks.map(({ person }) => person)).size === marks.length),
  attachments,
});
export type Meeting = z.infer<typeof meeting>;

const minutesAction = z.object({
  what: line.min(1),
  owner: personId.nullable(),
  due: plainDate.nullable(),
  done: z.boolean(),
});

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

/** Minutes are a record apart from their meeting: they are erased after 12 months, the meeting is not. */
export const minutes = z.object({
  kind: z.literal('minutes'),
  id: minutesId,
  purpose: purposeId,
  meeting: meetingId,
  /** Copied from the meeting, because the last day is worked out from it. */
  meetingDate: plainDate,
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

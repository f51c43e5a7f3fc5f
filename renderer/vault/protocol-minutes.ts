/** What crosses for minutes beyond saving them: how they begin, and how old ones come in from a Word file. */
import { z } from 'zod';
import type { PlainDate } from '../domain/dates.ts';
import {
  type ActionId,
  type MeetingId,
  type PersonId,
  meetingId,
  minutesId,
  personId,
} from '../domain/ids.ts';
import type { Likeness } from '../domain/same-body.ts';
import { type AgendaItem, type Mark, type Meeting, meeting, minutes } from '../domain/meeting.ts';
import { givenFile } from './given-file.ts';

export const MINUTES_REQUESTS = [
  /** Begins the minutes of a meeting, with what the minutes before left open. */
  z.object({ kind: z.literal('minutes.begin'), meeting: meetingId }),
  /** What the minutes before those of a meeting were about, to bring a matter up. */
  z.object({ kind: z.literal('minutes.before'), meeting: meetingId }),
  /** Which actions later minutes have taken over: it is there that they are ticked. */
  z.object({ kind: z.literal('minutes.carried'), minutes: minutesId }),
  /** Reads a Word file of old minutes, of a meeting that is here or not known yet (null); nothing of it is kept. */
  z.object({
    kind: z.literal('minutes.read'),
    from: givenFile,
    meeting: meetingId.nullable(),
  }),
  /**
   * Keeps what was read and looked at, in one change: the minutes, and their meeting where it is new (else null); of one
   * that is here, the marks and the chair that were chosen to be taken over (chair null: stays).
   */
  z.object({
    kind: z.literal('minutes.bring'),
    meeting: meeting.nullable(),
    minutes,
    attendance: z
      .object({
        base: z.number().int(),
        marks: meeting.shape.attendance,
        chair: personId.nullable(),
      })
      .nullable(),
  }),
] as const;

/** What a Word file of old minutes says, as far as it was understood; the rest is in the text of the items. */
export interface MinutesFound {
  title: string;
  /** null: none was found. */
  date: PlainDate | null;
  time: string;
  place: string;
  chair: PersonId | null;
  /** People on file who were named as present, as having sent apologies, or as absent. */
  attendance: { person: PersonId; mark: Mark }[];
  /** Names beside them that nobody on file has. */
  strangers: string[];
  items: AgendaItem[];
  nextMeeting: PlainDate | null;
  /** Names by id of everybody in it. */
  names: Record<string, string>;
  /** What a draft does not take, in words: "2 pictures". */
  leftOut: string[];
  /** The meeting that was named, or one of that day that has no minutes, as it is here. */
  meeting: {
    id: MeetingId;
    title: string;
    date: PlainDate;
    revision: number;
    chair: PersonId | null;
    attendance: Meeting['attendance'];
  } | null;
}

export interface MinutesAnswers {
  'minutes.before': {
    /** The last meeting of the same body with minutes, and by what it was found; null: there is none. */
    before: { title: string; date: PlainDate; like: Likeness } | null;
    titles: string[];
  };
  'minutes.carried': { actions: ActionId[] };
  'minutes.read': MinutesFound;
}

/** What crosses for minutes beyond saving them: how they begin, and how old ones come in from a Word file. */
import { z } from 'zod';
import type { PlainDate } from '../domain/dates.ts';
import { type MeetingId, type PersonId, meetingId } from '../domain/ids.ts';
import { type AgendaItem, type Mark, meeting, minutes } from '../domain/meeting.ts';
import { givenFile } from './given-file.ts';

export const MINUTES_REQUESTS = [
  /** Begins the minutes of a meeting, with what the minutes before left open. */
  z.object({ kind: z.literal('minutes.begin'), meeting: meetingId }),
  /** What the minutes before those of a meeting were about, to bring a matter up. */
  z.object({ kind: z.literal('minutes.before'), meeting: meetingId }),
  /** Reads a Word file of old minutes; nothing of it is kept. */
  z.object({ kind: z.literal('minutes.read'), from: givenFile }),
  /** Keeps what was read and looked at, in one change: the minutes, and their meeting where it is new (else null). */
  z.object({ kind: z.literal('minutes.bring'), meeting: meeting.nullable(), minutes }),
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
  /** A meeting of that day that has no minutes. */
  meeting: { id: MeetingId; title: string } | null;
}

export interface MinutesAnswers {
  'minutes.before': { of: PlainDate | null; titles: string[] };
  'minutes.read': MinutesFound;
}

/** Which documents the screen may ask for. */
import { z } from 'zod';
import { plainDate } from '../domain/dates.ts';
import {
  complaintId,
  consentId,
  erasureId,
  incidentId,
  meetingId,
  minutesId,
  personId,
  accessId,
  requestId,
  transferId,
} from '../domain/ids.ts';
import { post } from '../domain/posts.ts';
import { letter } from '../domain/request.ts';
import { USUAL_THRESHOLD } from '../domain/summary/suppress.ts';

const recordId = z.string().max(40);

/** The summary for the CQI: its period, and the smallest count that is shown, but for noughts. */
export const summaryAsked = {
  from: plainDate,
  until: plainDate,
  threshold: z.number().int().min(USUAL_THRESHOLD).max(100),
};

/** Which people a contact list holds, as the list of people is filtered. */
export const contactsAsked = {
  filter: z.string().max(40),
  text: z.string().max(200),
  /** As its holder may see them (clause ACCESS); absent: with every field. */
  post: post.optional(),
};

/** Which document: the record it is made of. */
export const documentName = z.discriminatedUnion('what', [
  z.object({ what: z.literal('minutes'), id: minutesId }),
  z.object({ what: z.literal('agenda'), id: meetingId }),
  /** What is open of all that was agreed; owner null: everybody's. */
  z.object({ what: z.literal('actions'), owner: personId.nullable() }),
  /** Who came to the meetings of a period, ends included. */
  z.object({ what: z.literal('attendance'), from: plainDate, until: plainDate }),
  z.object({ what: z.literal('contacts'), ...contactsAsked }),
  z.object({ what: z.literal('consent'), id: consentId }),
  /** For the person whose consent it is. */
  z.object({ what: z.literal('consent-receipt'), id: consentId }),
  z.object({ what: z.literal('erasure'), id: erasureId }),
  /** The sheet that goes with a sealed bundle, and the form that its recipient sends back. */
  z.object({
    what: z.literal('bundle'),
    id: transferId,
    sheet: z.enum(['cover', 'acknowledgement']),
  }),
  z.object({ what: z.literal('record'), id: recordId }),
  /** A version of the access matrix; null: as shipped. */
  z.object({ what: z.literal('access'), id: accessId.nullable() }),
  z.object({ what: z.literal('consent-form'), wording: z.string().max(60) }),
  z.object({ what: z.literal('welcome'), id: personId }),
  z.object({ what: z.literal('request-letter'), id: requestId, letter }),
  z.object({ what: z.literal('processing-register') }),
  z.object({
    what: z.literal('complaint-letter'),
    id: complaintId,
    letter: z.enum(['acknowledgement', 'response']),
  }),
  z.object({
    what: z.literal('breach-report'),
    id: incidentId,
    form: z.enum(['initial', 'follow-up']),
  }),
  /** To one of the people affected. */
  z.object({ what: z.literal('breach-letter'), id: incidentId, person: personId }),
  /** The policy clause by clause, as it stands. */
  z.object({ what: z.literal('policy') }),
  /** Entries of the trail, as its list is filtered. */
  z.object({ what: z.literal('trail'), filter: z.string().max(80) }),
  z.object({ what: z.literal('summary'), ...summaryAsked }),
  z.object({ what: z.literal('evidence') }),
  /** What the next Secretary takes over. */
  z.object({ what: z.literal('handover') }),
]);
export type DocumentName = z.infer<typeof documentName>;

/** A document with the host, to be shown, printed or saved. */
export interface DocumentJob {
  readonly job: string;
  readonly title: string;
  readonly suggestedName: string;
  /** null: not counted, where it is only looked at. */
  readonly pages: number | null;
  /** How often the name of somebody whose data may not be used is left out (clause RIGHT-RESTRICT); null: none is looked for. */
  readonly namesLeftOut: number | null;
}

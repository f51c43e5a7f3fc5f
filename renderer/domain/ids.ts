import { z } from 'zod';

/** Kind prefixes of ids. An id of a person is not an id of a minute: the brand and the prefix both say so. */
export const ID_PREFIXES = {
  person: 'per',
  meeting: 'mtg',
  minutes: 'min',
  consent: 'con',
  card: 'crd',
  transfer: 'trf',
  import: 'imp',
  group: 'grp',
  erasure: 'ers',
  shares: 'shr',
  enquiry: 'enq',
  task: 'tsk',
  decision: 'dec',
  hold: 'hld',
  calendar: 'cal',
  processing: 'pur',
  complaint: 'cmp',
  incident: 'inc',
  request: 'req',
  role: 'rol',
  access: 'acc',
  adequacy: 'adq',
  review: 'rev',
  publication: 'pub',
  event: 'evt',
  photograph: 'pho',
  mailing: 'mlg',
  wording: 'wrd',
  supplier: 'sup',
  invoice: 'ivc',
  disclosure: 'dis',
  action: 'act',
  attachment: 'att',
  trail: 'trl',
} as const;
export type IdKind = keyof typeof ID_PREFIXES;

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';

/** `prefix_` and 26 letters: 128 random bits in RFC 4648 base32, lower case, without padding. */
function idSchema<K extends IdKind>(kind: K) {
  return z
    .string()
    .regex(new RegExp(`^${ID_PREFIXES[kind]}_[a-z2-7]{26}$`))
    .brand<K>();
}

export const personId = idSchema('person');
export const actionId = idSchema('action');
export const meetingId = idSchema('meeting');
export const minutesId = idSchema('minutes');
export const consentId = idSchema('consent');
export const cardId = idSchema('card');
export const transferId = idSchema('transfer');
export const importId = idSchema('import');
export const groupId = idSchema('group');
export const erasureId = idSchema('erasure');
export const sharesId = idSchema('shares');
export const enquiryId = idSchema('enquiry');
export const taskId = idSchema('task');
export const decisionId = idSchema('decision');
export const holdId = idSchema('hold');
export const calendarId = idSchema('calendar');
export const processingId = idSchema('processing');
export const complaintId = idSchema('complaint');
export const incidentId = idSchema('incident');
export const requestId = idSchema('request');
export const roleId = idSchema('role');
export const accessId = idSchema('access');
export const adequacyId = idSchema('adequacy');
export const reviewId = idSchema('review');
export const publicationId = idSchema('publication');
export const eventId = idSchema('event');
export const photographId = idSchema('photograph');
export const mailingId = idSchema('mailing');
export const wordingId = idSchema('wording');
export const supplierId = idSchema('supplier');
export const invoiceId = idSchema('invoice');
export const disclosureId = idSchema('disclosure');
export const attachmentId = idSchema('attachment');
export const trailId = idSchema('trail');

export type PersonId = z.infer<typeof personId>;
export type ActionId = z.infer<typeof actionId>;
export type MeetingId = z.infer<typeof meetingId>;
export type MinutesId = z.infer<typeof minutesId>;
export type ConsentId = z.infer<typeof consentId>;
export type CardId = z.infer<typeof cardId>;
export type TransferId = z.infer<typeof transferId>;
export type ImportId = z.infer<typeof importId>;
export type GroupId = z.infer<typeof groupId>;
export type ErasureId = z.infer<typeof erasureId>;
export type SharesId = z.infer<typeof sharesId>;
export type EnquiryId = z.infer<typeof enquiryId>;
export type TaskId = z.infer<typeof taskId>;
export type DecisionId = z.infer<typeof decisionId>;
export type HoldId = z.infer<typeof holdId>;
export type CalendarId = z.infer<typeof calendarId>;
export type ProcessingId = z.infer<typeof processingId>;
export type ComplaintId = z.infer<typeof complaintId>;
export type IncidentId = z.infer<typeof incidentId>;
export type RequestId = z.infer<typeof requestId>;
export type RoleId = z.infer<typeof roleId>;
export type AccessId = z.infer<typeof accessId>;
export type AdequacyId = z.infer<typeof adequacyId>;
export type ReviewId = z.infer<typeof reviewId>;
export type PublicationId = z.infer<typeof publicationId>;
export type EventId = z.infer<typeof eventId>;
export type PhotographId = z.infer<typeof photographId>;
export type MailingId = z.infer<typeof mailingId>;
export type WordingId = z.infer<typeof wordingId>;
export type SupplierId = z.infer<typeof supplierId>;
export type InvoiceId = z.infer<typeof invoiceId>;
export type DisclosureId = z.infer<typeof disclosureId>;
export type AttachmentId = z.infer<typeof attachmentId>;
export type TrailId = z.infer<typeof trailId>;

interface IdByKind {
  person: PersonId;
  meeting: MeetingId;
  minutes: MinutesId;
  consent: ConsentId;
  card: CardId;
  transfer: TransferId;
  import: ImportId;
  group: GroupId;
  erasure: ErasureId;
  shares: SharesId;
  enquiry: EnquiryId;
  task: TaskId;
  decision: DecisionId;
  hold: HoldId;
  calendar: CalendarId;
  processing: ProcessingId;
  complaint: ComplaintId;
  incident: IncidentId;
  request: RequestId;
  role: RoleId;
  access: AccessId;
  adequacy: AdequacyId;
  review: ReviewId;
  publication: PublicationId;
  event: EventId;
  photograph: PhotographId;
  mailing: MailingId;
  wording: WordingId;
  supplier: SupplierId;
  invoice: InvoiceId;
  disclosure: DisclosureId;
  action: ActionId;
  attachment: AttachmentId;
  trail: TrailId;
}

export type IdOf<K extends IdKind> = IdByKind[K];

/** Makes an id from 16 random bytes, which the caller brings. */
export function makeId<K extends IdKind>(kind: K, random: Uint8Array): IdByKind[K] {
  let bits = 0;
  let held = 0;
  let text = '';
  for (const byte of random.subarray(0, 16)) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += ALPHABET[(held >> bits) & 31];
    }
    held &= (1 << bits) - 1;
  }
  text += ALPHABET[(held << (5 - bits)) & 31];
  // The brand is given here and by the schemas only; the text above has the schema's shape by construction.
  return `${ID_PREFIXES[kind]}_${text}` as IdByKind[K];
}

import { z } from 'zod';
import { calendar } from './calendar.ts';
import { complaint } from './complaint.ts';
import { accessVersion } from './access-version.ts';
import { adequacy } from './adequacy.ts';
import { consent } from './consent.ts';
import { decision } from './decision.ts';
import { disclosure } from './disclosure.ts';
import { enquiry } from './enquiry.ts';
import { erasure } from './erasure.ts';
import { hold } from './hold.ts';
import { incident } from './incident.ts';
import { invoice } from './invoice.ts';
import { meeting, minutes } from './meeting.ts';
import { person } from './person.ts';
import { request } from './request.ts';
import { role } from './role.ts';
import { review } from './review.ts';
import { event, mailing, photograph, publication } from './publishing.ts';
import { shareHolders } from './share-holders.ts';
import { card, group, importBatch, transfer } from './sharing.ts';
import { processing } from './processing.ts';
import { supplier } from './supplier.ts';
import { task } from './task.ts';
import { wording } from './wording.ts';

/** The compartments of a vault, each with a key of its own (clause ACCESS). */
export const COMPARTMENTS = [
  'people',
  'steering',
  'consents',
  'publications',
  'enquiries',
  'finance',
  'compliance',
  'governance',
  'trail',
] as const;
export type Compartment = (typeof COMPARTMENTS)[number];

export const anyRecord = z.discriminatedUnion('kind', [
  person,
  meeting,
  minutes,
  consent,
  card,
  transfer,
  importBatch,
  group,
  erasure,
  shareHolders,
  enquiry,
  task,
  decision,
  hold,
  calendar,
  processing,
  complaint,
  incident,
  request,
  role,
  accessVersion,
  adequacy,
  review,
  publication,
  event,
  photograph,
  mailing,
  wording,
  supplier,
  invoice,
  disclosure,
]);
export type AnyRecord = z.infer<typeof anyRecord>;
export type Kind = AnyRecord['kind'];
export type RecordOf<K extends Kind> = Extract<AnyRecord, { kind: K }>;

/** Kinds of record that files may belong to: their schemas have a place for them. */
export const KINDS_WITH_FILES: readonly Kind[] = anyRecord.options
  .filter(({ shape }) => 'attachments' in shape)
  .map(({ shape }) => shape.kind.value);

/** Whether a person may attach files to records of this kind. The one file of a group is its logo, which has a way of its own. */
export function takesFiles(kind: Kind): boolean {
  return kind !== 'group' && KINDS_WITH_FILES.includes(kind);
}

/** Every kind of record lives in one compartment. */
export const COMPARTMENT_OF = {
  person: 'people',
  meeting: 'steering',
  minutes: 'steering',
  consent: 'consents',
  card: 'governance',
  transfer: 'compliance',
  import: 'people',
  group: 'governance',
  erasure: 'compliance',
  shares: 'governance',
  enquiry: 'enquiries',
  task: 'compliance',
  decision: 'governance',
  hold: 'compliance',
  calendar: 'governance',
  processing: 'governance',
  complaint: 'compliance',
  incident: 'compliance',
  request: 'compliance',
  role: 'governance',
  access: 'governance',
  adequacy: 'governance',
  review: 'compliance',
  publication: 'publications',
  event: 'publications',
  photograph: 'publications',
  mailing: 'publications',
  wording: 'consents',
  supplier: 'governance',
  invoice: 'finance',
  disclosure: 'compliance',
} as const satisfies Record<Kind, Compartment>;

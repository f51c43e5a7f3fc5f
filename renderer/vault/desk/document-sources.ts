/** Which records a document is made of. Every tree that leaves here is stamped. */
import { SHIPPED_MATRIX, matrixOf } from '../../domain/access.ts';
import type { AccessVersion } from '../../domain/access-version.ts';
import type { ClauseState } from '../../domain/clause-state.ts';
import type { PlainDate } from '../../domain/dates.ts';
import { type Result, fail, ok } from '../../domain/errors.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { AnyRecord, Kind } from '../../domain/kinds.ts';
import type { Minutes } from '../../domain/meeting.ts';
import type { Person } from '../../domain/person.ts';
import { PURPOSE_IDS, type Purpose, type PurposeId } from '../../domain/purposes.ts';
import type { Around } from '../../domain/registers/register.ts';
import { registerOf } from '../../domain/registers/table.ts';
import type { Group } from '../../domain/sharing.ts';
import { accessDocument } from '../../documents/access-document.ts';
import { type ConsentSources, consentDocument } from '../../documents/consent-document.ts';
import { consentFormDocument } from '../../documents/consent-form-document.ts';
import { consentReceipt } from '../../documents/consent-receipt.ts';
import {
  type ContactListSeenBy,
  contactListDocument,
} from '../../documents/contact-list-document.ts';
import { minutesDocument } from '../../documents/minutes-document.ts';
import { processingRegisterDocument } from '../../documents/processing-register-document.ts';
import { policyDocument } from '../../documents/policy-document.ts';
import { recordDocument } from '../../documents/record-document.ts';
import { recordsDocument } from '../../documents/records-document.ts';
import { reviewDocument } from '../../documents/review-document.ts';
import { welcomeDocument } from '../../documents/welcome-document.ts';
import { type StampedDocument, stamp } from '../../documents/stamp.ts';
import { newestWordings, type Wording } from '../../domain/wording.ts';
import type { PurposeView } from '../protocol.ts';
import { titleOf } from './titles.ts';
import { pastLastDay } from '../../domain/registers/minutes.ts';

/** Where records are looked up: the open vault, or the bundle that is being read. */
export interface Shelf {
  readonly group: Group;
  readonly today: PlainDate;
  find(id: string): AnyRecord | undefined;
  /** A purpose as it is there. */
  purpose(id: PurposeId): Purpose;
  readonly people: { get(id: PersonId): Person | undefined };
}

/** People by id, out of records of every kind. */
export function peopleAmong(find: Shelf['find']): Shelf['people'] {
  return {
    get(id) {
      const record = find(id);
      return record?.kind === 'person' ? record : undefined;
    },
  };
}

/** Stamped minutes. Errors: record/gone, minutes/expired (RETAIN-MINUTES). */
export function stampedMinutes(minutes: Minutes, shelf: Shelf): Result<StampedDocument> {
  const meeting = shelf.find(minutes.meeting);
  if (meeting?.kind !== 'meeting') return fail('record/gone');
  if (pastLastDay(minutes, shelf.today)) return fail('minutes/expired');
  const { group, people, today: day } = shelf;
  return ok(stamp(minutesDocument({ minutes, meeting, people, group, day })));
}

/** The stamped contact list of some people, in their order. `leftOut`: how many are not in it, being restricted. */
export function stampedContacts(
  list: {
    people: readonly Person[];
    leftOut?: number;
    seenBy?: ContactListSeenBy | null;
    which: string;
  },
  { group, today: day }: Shelf,
): StampedDocument {
  return stamp(contactListDocument({ ...list, group, day }));
}

/** The stamped record of a consent; the form, as long as it is only asked for. Errors: record/gone. */
export function stampedConsent(id: string, shelf: Shelf): Result<StampedDocument> {
  const found = consentIn(id, shelf);
  return found.ok ? ok(stamp(consentDocument(found.value))) : found;
}

/** The stamped letter that a person has as receipt of a consent. Errors: record/gone, consent/not-given. */
export function stampedReceipt(id: string, shelf: Shelf): Result<StampedDocument> {
  const found = consentIn(id, shelf);
  if (!found.ok) return found;
  if (found.value.consent.given === null) return fail('consent/not-given');
  return ok(stamp(consentReceipt(found.value)));
}

function consentIn(id: string, shelf: Shelf): Result<ConsentSources> {
  const consent = shelf.find(id);
  if (consent?.kind !== 'consent') return fail('record/gone');
  const person = shelf.people.get(consent.person);
  if (!person) return fail('record/gone');
  const purpose = shelf.purpose(consent.purpose);
  const { group, today: day } = shelf;
  return ok({ consent, purpose, person, group, day });
}

/** The stamped blank form of a wording, in its newest version. @param own the group's own wordings. Errors: record/gone. */
export function stampedConsentForm(
  id: string,
  own: Iterable<Wording>,
  { group, today: day, purpose }: Shelf,
): Result<StampedDocument> {
  const wording = newestWordings(own).find((newest) => newest.id === id);
  if (!wording) return fail('record/gone');
  return ok(stamp(consentFormDocument({ wording, purpose: purpose(wording.purpose), group, day })));
}

/** The stamped processing register. */
export function stampedProcessing(
  purposes: readonly PurposeView[],
  incidents: number,
  { group, today: day }: Shelf,
): StampedDocument {
  return stamp(processingRegisterDocument({ purposes, incidents, group, day }));
}

/** The stamped letter with the privacy notice for a person. Errors: record/gone. */
export function stampedWelcome(id: PersonId, shelf: Shelf): Result<StampedDocument> {
  const { group, today: day } = shelf;
  const person = shelf.people.get(id);
  if (!person) return fail('record/gone');
  const purpose = shelf.purpose(person.purpose);
  const purposes = PURPOSE_IDS.map((one) => shelf.purpose(one));
  return ok(stamp(welcomeDocument({ person, purpose, purposes, group, day })));
}

/** The stamped policy, clause by clause with its state. */
export function stampedPolicy(
  states: readonly ({ id: string } & ClauseState)[],
  { group, today: day }: Shelf,
): Result<StampedDocument> {
  const byId = new Map(states.map((state) => [state.id, state]));
  return ok(stamp(policyDocument({ states: byId, group, day })));
}

/** Any record as a stamped document of its fields. Errors: record/gone. */
export function stampedRecord(
  id: string,
  { group, today: day, purpose }: Shelf,
  around: Around,
): Result<StampedDocument> {
  const record = around.find(id);
  if (!record) return fail('record/gone');
  if (record.kind === 'review')
    return ok(stamp(reviewDocument({ review: record, group, day, purpose })));
  const register = registerOf(record.kind);
  if (register.isHidden?.(record, around)) return fail('minutes/expired');
  const name = register.state?.(record, around);
  const state = name === undefined ? null : (register.states?.[name] ?? null);
  const names = (other: string) => titleOf(other, around.find);
  const about = purpose(record.purpose);
  return ok(stamp(recordDocument({ record, purpose: about, state, names, group, day })));
}

/** Records of one kind as a stamped document, as they travel in a bundle. */
export function stampedRecords(
  kind: Kind,
  records: readonly AnyRecord[],
  leftOut: readonly string[],
  { group, today: day, find }: Shelf,
): StampedDocument {
  const names = (id: string) => titleOf(id, find);
  return stamp(recordsDocument({ kind, records, leftOut, names, group, day }));
}

/** A version of the access matrix as a stamped document; null: as shipped. */
export function stampedAccess(
  version: AccessVersion | null,
  { group, today: day, find }: Shelf,
): StampedDocument {
  const decision = version?.decision ? find(version.decision) : undefined;
  return stamp(
    accessDocument({
      matrix: version ? matrixOf(version) : SHIPPED_MATRIX,
      from: version?.from ?? null,
      decision: decision?.kind === 'decision' ? decision.resolution : null,
      group,
      day,
    }),
  );
}
